/** What a report is made from: every format of `check` is one function of these values to a text. */
import type { Colors } from 'picocolors/types';
import type { Paths } from './paths.ts';
import type { FileRows } from './results.ts';

/** A file or folder that could not be read. */
export interface Unread {
  /** Path from the current directory, with forward slashes. */
  readonly file: string;
  /** A sentence that names it and says why. */
  readonly message: string;
}

/** What has been checked, in a stable order. */
export interface Findings {
  /** Every file that was read, and those of another encoding than UTF-8, ordered by path. */
  readonly files: readonly FileRows[];
  /** What could not be read, ordered by path. */
  readonly unread: readonly Unread[];
}

/** What a format may want to know beside the findings. */
export interface Surroundings {
  /** Colours of standard output. */
  readonly colors: Colors;
  /** Whether only errors are shown. */
  readonly quiet: boolean;
  /** The version of this tool. */
  readonly version: string;
  /** How files are named for services. */
  readonly paths: Paths;
}

/** Writes findings in one format: a whole text, with a line end. */
export type Report = (findings: Findings, surroundings: Surroundings) => string;
