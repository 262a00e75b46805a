/** What a session asks those who know what its datasets were like at the end of the last start, and what it tells them. */
import type { FileChange } from './dataset/workspace.ts';

/** What is known from the last start of a server. Neither call fails. */
export interface LastStart {
  /**
   * Called before the files of these datasets are read.
   * @returns the URIs of files without records that will be compared; nothing where nothing is known of any dataset
   */
  readonly recall: (roots: readonly string[]) => Promise<readonly string[] | undefined>;
  /** Called when all has been read, and nothing checked that asks for other records. @returns the datasets that are as they were */
  readonly compare: (arrived: Arrived) => Promise<readonly Recognized[]>;
}

/** Datasets as they are now; texts are by URI, and those that are open are as the editor has them. */
export interface Arrived {
  /** The texts of a dataset's own files. */
  readonly textsOf: (root: string) => Iterable<readonly [uri: string, text: string]>;
  /** The files that {@link LastStart.recall} has named, those that are there. */
  readonly stored: ReadonlyMap<string, string>;
  /** False as soon as anything is another way than it was read, or may be. */
  readonly holds: () => boolean;
}

/** A dataset that is as it was, and what its rules will look up: given at once, it has nobody checked twice. */
export interface Recognized {
  readonly root: string;
  readonly asked: readonly FileChange[];
}
