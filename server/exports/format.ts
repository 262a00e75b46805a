/** What an output format is: records go in one by one, bytes come out as they are ready. */
import type { ExportDataset } from './dataset.ts';

/** A file that is being written. Chunks are kept in order; whoever waits for a write lets the disk keep up. */
export interface OutputFile {
  write(chunk: string | Uint8Array): Promise<void>;
}

/** A folder that is being written; a file is named by its path in it, with forward slashes, and is one file however often it is asked for. */
export interface OutputFolder {
  file(path: string): OutputFile;
}

/** What has come out of an export. */
export interface ExportSummary {
  /** How many entries have been written: records, events, rows of the main tables. */
  readonly written: number;
  /** What those are called, in the singular and the plural. */
  readonly noun: readonly [one: string, many: string];
  /** Sentences for people about what has been left out and why. */
  readonly leftOut: readonly string[];
}

interface Described {
  /** As it is asked for by name. */
  readonly name: string;
  /** What it is and whom it is for, in a few words. */
  readonly description: string;
}

/** A format of one file. */
export interface FileFormat extends Described {
  readonly container: 'file';
  /** How names of such files end, the usual one first: `.ndjson`. */
  readonly extensions: readonly [string, ...string[]];
  readonly write: (dataset: ExportDataset, file: OutputFile) => Promise<ExportSummary>;
}

/** A format of several files in a folder. */
export interface FolderFormat extends Described {
  readonly container: 'folder';
  /** Whether a file in such a folder, by its path, may have come from this format; only those are ever replaced. */
  readonly owns: (path: string) => boolean;
  readonly write: (dataset: ExportDataset, folder: OutputFolder) => Promise<ExportSummary>;
}

/** A way to write a dataset down for others. Formats hold no records beyond the one at hand, so that memory does not grow with the output. */
export type ExportFormat = FileFormat | FolderFormat;
