/** Whose turn it is: background work goes in slices, and between two of them messages are handled that have come in. */

/** Longest time, in milliseconds, that a slice of background work keeps messages waiting. */
const SLICE = 15;

export class Turns {
  readonly #now: () => number;
  readonly #afterMessages: (call: () => void) => void;
  readonly #sent: () => Promise<void>;

  /**
   * @param now milliseconds that only grow
   * @param afterMessages calls back when messages that have come in meanwhile have been handled
   * @param sent settled, one way or the other, when what was told last is on its way: messages go out one by one, and
   * answers would have to wait behind all that is found meanwhile
   */
  constructor(
    now: () => number,
    afterMessages: (call: () => void) => void,
    sent: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#now = now;
    this.#afterMessages = afterMessages;
    this.#sent = sent;
  }

  /** Begins a slice of work. @returns tells whether it is over */
  slice(): () => boolean {
    const end = this.#now() + SLICE;
    return () => this.#now() > end;
  }

  /** Calls back when others have had their turn. */
  later(call: () => void): void {
    const go = () => this.#afterMessages(call);
    // Where nothing can be sent any more the connection is at its end, and says so itself.
    this.#sent().then(go, go);
  }

  /** Settled when others have had their turn. */
  next(): Promise<void> {
    return new Promise((resolve) => this.later(resolve));
  }
}
