/** What depends on whether a person watches: colours, and the line that says how far the work has come. */
import type { WriteStream } from 'node:tty';
import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types';
import { ExitCode } from './exit-code.ts';

/** Milliseconds between two updates of the progress line. */
const INTERVAL = 100;
const CLEAR_LINE = '\r\u001b[K';

/** Colours where the stream is a terminal; FORCE_COLOR and NO_COLOR (no-color.org), when set, decide. */
export function colorsFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Colors {
  return picocolors.createColors(isColorful(stream, environment));
}

function isColorful(stream: { readonly isTTY?: boolean }, { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return stream.isTTY === true && TERM !== 'dumb';
}

/** A line on a terminal that is written over as numbers change; silent where there is no terminal. */
export class ProgressLine {
  readonly #stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };
  #last = performance.now();
  #isShown = false;

  constructor(stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean }) {
    this.#stream = stream;
  }

  /** Says how many files have been read of how many, now and then. */
  update(read: number, all: number): void {
    if (!this.#stream.isTTY || performance.now() - this.#last < INTERVAL) return;
    this.#last = performance.now();
    this.#isShown = true;
    this.#stream.write(`${CLEAR_LINE}Read ${read} of ${all} files`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) this.#stream.write(CLEAR_LINE);
    this.#isShown = false;
  }
}

/** Does work that tells how far it has come; a person who watches sees it, and may interrupt it from the keyboard. */
export async function withProgress<T>(work: (progress: (read: number, all: number) => void) => Promise<T>): Promise<T> {
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', () => {
    line.clear();
    process.exit(ExitCode.interrupted);
  });
  const done = await work((read, all) => line.update(read, all));
  line.clear();
  return done;
}
