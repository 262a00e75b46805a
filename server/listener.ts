/** What a session tells as it goes along, and whom it gives way to. */

import type { LastStart } from './last-start.ts';
import type { SourceFailure } from './sources/source.ts';

/** How far loading has come. */
export type Progress = (read: number, all: number) => void;

/** Gives other work its turn; settled when it is ours again. */
export type Pause = () => Promise<void>;

export interface Listener {
  /** A folder cannot be listed. */
  readonly failed: (failure: SourceFailure) => void;
  /** A file cannot be read, told once while it stays so; without a failure it can be again, or is gone. */
  readonly unreadable: (uri: string, failure: SourceFailure | undefined) => void;
  /** The client calls a file by another name than `before`. */
  readonly respelled?: (uri: string, before: string) => void;
  /** A file that holds no records has to be known all the same, and is read for the first time. */
  readonly watched: (uri: string) => void;
  /** Called between batches of files. */
  readonly pause: Pause;
  /** Begins a slice of work. @returns tells whether it is over */
  readonly slice: () => () => boolean;
  /** Who knows what datasets were like at the end of the last start, if anyone does. */
  readonly lastStart?: LastStart | undefined;
}
