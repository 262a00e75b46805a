/** What depends on whether a person watches: colours, and the bar that says how far the work has come. */
import type { WriteStream } from 'node:tty';
import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types';
import { atEnd } from '../process/interruption.ts';

/** Milliseconds after which work is long enough for a bar, and between two updates of it. */
const DELAY = 300;
const INTERVAL = 100;
/** Columns of the bar itself. */
const WIDEST_BAR = 40;
const NARROWEST_BAR = 10;
/** For a terminal that does not say how wide it is. */
const USUAL_WIDTH = 80;
const CLEAR_REST = '\u001b[K';

/** Colours where the stream is a terminal; FORCE_COLOR and NO_COLOR (no-color.org), when set, decide. */
export function colorsFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Colors {
  return picocolors.createColors(isColorful(stream, environment));
}

function isColorful(stream: { readonly isTTY?: boolean }, { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return stream.isTTY === true && TERM !== 'dumb';
}

type Terminal = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

/** One line on a terminal that is written over as numbers change; silent where there is no terminal. */
export class ProgressBar {
  readonly #stream: Terminal;
  #next = Number.POSITIVE_INFINITY;
  #isShown = false;

  constructor(stream: Terminal, { TERM }: NodeJS.ProcessEnv) {
    this.#stream = TERM === 'dumb' ? { write: () => true } : stream;
  }

  /** Some work begins; if it is done soon, no bar is shown. */
  begin(): void {
    this.#next = performance.now() + DELAY;
  }

  /** Says how many files have been read of how many, now and then. */
  update(read: number, all: number): void {
    if (!this.#stream.isTTY || performance.now() < this.#next) return;
    this.#next = performance.now() + INTERVAL;
    this.#isShown = true;
    // Written over, and only then is the rest cleared: a line that is empty for a moment flickers.
    this.#stream.write(`\r${progressText(read, all, this.#stream.columns || USUAL_WIDTH)}${CLEAR_REST}`);
  }

  /** Takes the line away; the next update shows it again. */
  clear(): void {
    if (this.#isShown) this.#stream.write(`\r${CLEAR_REST}`);
    this.#isShown = false;
  }
}

/** How far reading has come, in less than `width` columns: in the last one, some terminals begin a new line. */
function progressText(read: number, all: number, width: number): string {
  const part = all === 0 ? 1 : Math.min(1, read / all);
  const count = `${String(read).padStart(String(all).length)} of ${all} files`;
  const room = Math.min(WIDEST_BAR, width - 'Reading [] '.length - count.length - 1);
  if (room >= NARROWEST_BAR) return `Reading [${bar(part, room)}] ${count}`;
  const percent = `${Math.floor(part * 100)}%`;
  return [`Reading ${count}`, count, percent].find((text) => text.length < width) ?? '';
}

function bar(part: number, width: number): string {
  const full = Math.round(part * width);
  const head = full > 0 && full < width ? '>' : '';
  return `${'='.repeat(full - head.length)}${head}`.padEnd(width);
}

/** The one bar of the process, on standard error. */
export const progressBar = new ProgressBar(process.stderr, process.env);

/** Does work that tells how far it has come; a person who watches sees it, unless they want it quiet. */
export async function withProgress<T>(
  work: (progress: (read: number, all: number) => void) => Promise<T>,
  { quiet = false }: { readonly quiet?: boolean | undefined } = {},
): Promise<T> {
  const keep = atEnd(() => progressBar.clear());
  progressBar.begin();
  try {
    return await work((read, all) => {
      if (!quiet) progressBar.update(read, all);
    });
  } finally {
    progressBar.clear();
    keep();
  }
}
