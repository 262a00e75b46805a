/** Whose turn it is: background work goes in slices, and between two of them messages are handled that have come in. */

/** Longest time, in milliseconds, that a slice of background work keeps messages waiting. */
const SLICE = 15;

export class Turns {
  readonly #now: () => number;
  readonly #afterMessages: (call: () => void) => void;

  /**
   * @param now milliseconds that only grow
   * @param afterMessages calls back when messages that have come in meanwhile have been handled
   */
  constructor(now: () => number, afterMessages: (call: () => void) => void) {
    this.#now = now;
    this.#afterMessages = afterMessages;
  }

  /** Begins a slice of work. @returns tells whether it is over */
  slice(): () => boolean {
    const end = this.#now() + SLICE;
    return () => this.#now() > end;
  }

  /** Calls back when others have had their turn. */
  later(call: () => void): void {
    this.#afterMessages(call);
  }

  /** Settled when others have had their turn. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#afterMessages(resolve));
  }
}
