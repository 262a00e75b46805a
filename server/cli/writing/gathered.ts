/** Small writes, gathered into pieces that are worth handing on. */
import type { OutputFile } from '../../exports/format.ts';

export type Piece = string | Uint8Array;

/** How many characters are gathered. */
const ENOUGH = 1 << 16;
const DONE = Promise.resolve();

/** Hands pieces on in the order in which they came; whoever waits for a write waits until there is room for more. */
export class Gathered implements OutputFile {
  readonly #handOn: (piece: Piece) => Promise<void>;
  #text = '';
  #last = DONE;

  constructor(handOn: (piece: Piece) => Promise<void>) {
    this.#handOn = handOn;
  }

  write(chunk: Piece): Promise<void> {
    if (typeof chunk !== 'string') {
      void this.end();
      return this.#next(chunk);
    }
    this.#text += chunk;
    return this.#text.length < ENOUGH ? DONE : this.end();
  }

  /** Hands on what has been gathered. */
  end(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    return text === '' ? this.#last : this.#next(text);
  }

  #next(piece: Piece): Promise<void> {
    const written = this.#last.then(() => this.#handOn(piece));
    this.#last = written;
    return written;
  }
}
