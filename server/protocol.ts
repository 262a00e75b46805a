/** What client, server and timeline webview say to each other beyond LSP; the one module of the server that the other two may import. */

import type { BranchType } from './dataset/explorer/branch.ts';
import type { Grouping } from './dataset/explorer/tree.ts';
import type { Severity } from './dataset/problem.ts';
import type { LaneDimension, LaneName, TimelineEntry } from './dataset/timeline.ts';
import type { TimelineDetails } from './dataset/timeline-details.ts';
import type { Numbers } from './statistics/numbers.ts';

export type { BranchType } from './dataset/explorer/branch.ts';
export type { Grouping } from './dataset/explorer/tree.ts';
export type {
  LaneDimension,
  LaneName,
  TieType,
  TimelineDate,
  TimelineEntry,
  TimelineLink,
  TimelineStep,
} from './dataset/timeline.ts';
export type { TimelineCitation, TimelineDetails, TimelineFact, TimelineRelation } from './dataset/timeline-details.ts';
export type * from './drafting/messages.ts';
export type { ChoiceCounts, Numbers } from './statistics/numbers.ts';

/** The language id of records in VS Code; other YAML extensions do not claim it. */
export const LANGUAGE_ID = 'security-initiatives';

/** The `source` of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'security-initiatives';

/** Scheme of the read-only documents that say what a rule is about: `<scheme>:/<rule>.md`. */
export const RULE_SCHEME = 'security-initiatives-rule';

/** Scheme of the read-only documents with the numbers of a dataset. */
export const SUMMARY_SCHEME = 'security-initiatives-summary';

/** Names of the custom requests and notifications, each declared once. */
export const Method = {
  /** client → server, request: {@link TimelineParams} → {@link TimelineUpdate} (the whole model). */
  timeline: 'securityInitiatives/timeline',
  /** server → client, notification: {@link TimelineUpdate} (changes since the last one sent). */
  timelineChanged: 'securityInitiatives/timelineChanged',
  /** client → server, request: {@link TimelineRecordParams} → {@link TimelineDetails} or null. */
  timelineDetails: 'securityInitiatives/timelineDetails',
  /** client → server, request: {@link TimelineParams} → {@link TimelineExport}. */
  timelineExport: 'securityInitiatives/timelineExport',
  /** client → server, request: {@link TimelineRecordParams} → LSP `Location` of the record's id, or null. */
  recordLocation: 'securityInitiatives/recordLocation',
  /** client → server, request: {@link RecordAtParams} → event key or null. */
  recordAt: 'securityInitiatives/recordAt',
  /** client → server, request: {@link DraftParams} → {@link DraftStart}. */
  draftStart: 'securityInitiatives/draftStart',
  /** client → server, request: {@link DraftFormParams} → {@link DraftForm} or null. */
  draftForm: 'securityInitiatives/draftForm',
  /** client → server, request: {@link DraftRecordsParams} → {@link DraftChoice}[]. */
  draftRecords: 'securityInitiatives/draftRecords',
  /** client → server, request: {@link DraftCheckParams} → {@link DraftCheck}. */
  draftCheck: 'securityInitiatives/draftCheck',
  /** client → server, request: {@link DraftIdParams} → {@link DraftId}. */
  draftId: 'securityInitiatives/draftId',
  /** client → server, request: {@link DraftRecordParams} → {@link DraftFile}. */
  draftRecord: 'securityInitiatives/draftRecord',
  /** client → server, request: {@link CitableParams} → {@link Citable} or null. */
  citable: 'securityInitiatives/citable',
  /** client → server, request: {@link SourceGuessParams} → {@link SourceGuess} or null. */
  sourceGuess: 'securityInitiatives/sourceGuess',
  /** client → server, request: {@link CiteParams} → {@link Cite}. */
  cite: 'securityInitiatives/cite',
  /** client → server, request: {@link DatasetParams} → {@link DatasetStatus} of the dataset that the file belongs to. */
  datasetStatus: 'securityInitiatives/datasetStatus',
  /** server → client, notification: {@link DatasetStatus} that has changed; sent once a status has been asked for. */
  datasetStatusChanged: 'securityInitiatives/datasetStatusChanged',
  /** client → server, request: no params → {@link DatasetStatus}[] of all datasets that hold anything, once all is read. */
  datasets: 'securityInitiatives/datasets',
  /** client → server, request: {@link DatasetParams} → {@link DatasetSummary}. */
  datasetSummary: 'securityInitiatives/datasetSummary',
  /** client → server, request: {@link StarterParams} → {@link Starter}. */
  starter: 'securityInitiatives/starter',
  /** client → server, request: {@link ExportParams} → {@link ExportedFiles}, once all is read. */
  exportDataset: 'securityInitiatives/exportDataset',
  /** client → server, request: {@link UseToolParams} → {@link ToolAnswer}. */
  useTool: 'securityInitiatives/useTool',
  /** client → server, request: {@link ExplorerParams} → {@link ExplorerBranches}. */
  explorer: 'securityInitiatives/explorer',
  /** client → server, request: {@link ExplorerWayParams} → {@link ExplorerNode}[] from the top down to a record; none where it is not in the tree. */
  explorerWay: 'securityInitiatives/explorerWay',
  /** client → server, request: {@link TimelineRecordParams} → the record's card as Markdown, or null. */
  explorerCard: 'securityInitiatives/explorerCard',
  /**
   * server → client, notification: {@link ExplorerChange}. What {@link Method.explorer} has answered may be another way by
   * now; told once, and again only when somebody has asked since.
   */
  explorerChanged: 'securityInitiatives/explorerChanged',
  /** server → client, request: {@link ListFilesParams} → string[] of URIs (virtual and web workspaces). */
  listFiles: 'securityInitiatives/listFiles',
  /** server → client, request: {@link ReadFileParams} → base64 text of the bytes, or null when there is no such file. */
  readFile: 'securityInitiatives/readFile',
} as const;

/** What the client hands the server in `initializationOptions`. */
export interface InitializationOptions {
  /** How the server reaches files: itself (`node`), or through the client (`client`: virtual and web workspaces). */
  files?: 'node' | 'client';
  /** The client's command that opens the completion list, if it has one. */
  suggestCommand?: string;
  /** Whether snippets may change the text that one placeholder takes over from another. */
  snippetTransforms?: boolean;
  /** The client's command that shows an LSP `Location`, its one argument, if it has one. */
  goToCommand?: string;
  /**
   * The client's command that lists places, if it has one: its arguments are a URI, an LSP position and LSP locations. Where
   * these would be very many they are missing, and the command asks for the references of the place itself.
   */
  referencesCommand?: string;
  /**
   * The languages whose texts are to be formatted, if not all that the client sends: VS Code asks people to choose between
   * formatters where a language has several, and ours has nothing to do in YAML that is no record.
   */
  formatLanguages?: readonly string[];
  /** The address of the page about a rule, with `{rule}` for its name; the server's own page unless given. */
  rulePage?: string;
  /** Whether the client shows trees of records, and is to be told when these may have changed or there are any at all. */
  explorer?: boolean;
  /**
   * A folder of the client's for this window, as a `file:` URI, where the server may keep what makes its next start
   * faster. It is made when it is needed; without one nothing is kept.
   */
  storage?: string;
  /** What people read, in their language: by the English text, as `l10n/` has it. English without any. */
  texts?: Readonly<Record<string, string>>;
}

export interface ListFilesParams {
  folder: string;
}
export interface ReadFileParams {
  uri: string;
}
export interface RecordAtParams {
  uri: string;
  /** Zero-based LSP position. */
  position: { line: number; character: number };
}

/** Asks about the dataset that `uri` belongs to, or is the root of. */
export interface DatasetParams {
  uri: string;
}

/** A dataset at a glance. */
export interface DatasetStatus {
  /** The dataset's root URI, or that of the file that stands alone. */
  dataset: string;
  title: string;
  records: number;
  /** What is wrong, shown or not. */
  problems: Record<Severity, number>;
  /** Whether problems are shown. */
  validated: boolean;
  /** What goes on; missing once all is known. */
  activity?: 'reading' | 'checking';
  /** While files are read: how many of how many, of all datasets that are. */
  read?: number;
  all?: number;
}

/** What a dataset holds, in numbers. */
export interface DatasetSummary {
  status: DatasetStatus;
  numbers: Numbers;
  /** What many records of each kind are called. */
  kindNames: Record<string, string>;
}

/** A text and its path from a folder, with forward slashes. */
export interface NewText {
  path: string;
  text: string;
}

/** Asks for the files that a dataset begins with. */
export interface StarterParams {
  /** The name of its folder, which is its title unless there is one. */
  folder: string;
  title?: string;
  /** The version of this extension, which checks in CI are to have. */
  version: string;
  /** Whether to check it in CI and before each commit. */
  ci: boolean;
}

/** A dataset that begins: a manifest, records that hang together, and what checks them. */
export interface Starter {
  title: string;
  files: NewText[];
}

/** What the server writes of a dataset; the command line has more. */
export type ExportName = 'json' | 'ndjson' | 'csv' | 'csv-excel';

/** Asks for the dataset that `uri` belongs to in another format. */
export interface ExportParams {
  uri: string;
  format: ExportName;
}

/** A dataset in another format. */
export interface ExportedFiles {
  /** The dataset's title. */
  title: string;
  /** One without a path where the format is one file. */
  files: NewText[];
  /** How many records there are in it. */
  written: number;
  /** Sentences about what the format cannot hold. */
  leftOut: string[];
  /** Paths of files with text that is not YAML: what can be read of them is there. */
  broken: string[];
  /** Paths of files with a record that has no id, which is left out. */
  nameless: string[];
}

/** Asks a tool for assistants something. */
export interface UseToolParams {
  /** Its name, as `server/tools` has it. */
  tool: string;
  input: unknown;
  /** The file that somebody looks at: it tells which dataset is meant where the input does not. */
  uri?: string | undefined;
}

/** What a tool answers, as text for a model. */
export interface ToolAnswer {
  text: string;
  /** True when the text says what was wrong with the question. */
  isMisuse: boolean;
}

/** Asks for the timeline of the dataset that `uri` belongs to. */
export interface TimelineParams {
  uri: string;
}

/** Asks about one record of the dataset that `uri` belongs to; `key` is `<kind>/<id>`, with or without `#facet`. */
export interface TimelineRecordParams extends TimelineParams {
  key: string;
}

/** How a tree of records is arranged, and how far: all of it, or what a search finds. */
export interface ExplorerView {
  grouping: Grouping;
  /** Empty where nothing is searched for. */
  query: string;
}

/** Asks for what stands in a branch: that at the end of a way of steps in a dataset; the topmost ones without a dataset. */
export interface ExplorerParams extends ExplorerView {
  dataset?: string;
  path?: readonly string[];
}

/** Asks where a record of the dataset that `uri` belongs to stands; `key` is `<kind>/<id>`. */
export interface ExplorerWayParams extends ExplorerView {
  uri: string;
  key: string;
}

export interface ExplorerBranches {
  nodes: ExplorerNode[];
  /** Whether any dataset of the window has a record. */
  hasRecords: boolean;
  /** How many records a search has found, in all datasets, and whether there are more. */
  found?: number;
  isCut?: boolean;
}

export interface ExplorerChange {
  hasRecords: boolean;
}

/** A branch of a tree of records. All of its texts are plain and on one line. */
export interface ExplorerNode {
  /** The dataset's root URI. */
  dataset: string;
  /** The steps that lead here from the top of the dataset; none for the dataset itself. */
  path: readonly string[];
  type: BranchType | 'dataset';
  /** Empty for what has nothing in common but to be without something. */
  label: string;
  /** The kind of a record, or of those in a branch of one kind. */
  kind?: string;
  /** The record's id and `<kind>/<id>`. Absent where it has no id, or is not the first with its id. */
  id?: string;
  key?: string;
  /** The date of a record in words. */
  date?: string;
  /** How many records stand below. */
  records: number;
  /** What is wrong with the record and with those below. */
  errors: number;
  warnings: number;
  /** Whether anything stands below. */
  isBranch: boolean;
  /** True for a record that the registry ships. */
  isShipped?: boolean;
  /** True for a record whose text is broken right now: this is what it said last. */
  isBroken?: boolean;
  /** Where the record's id stands. */
  location?: { uri: string; range: LspRange };
}

/** A whole timeline that needs no server: what a file made of it holds. Files are named from the dataset's root, which is named by its title. */
export interface TimelineExport {
  update: TimelineUpdate;
  /** Details by the key of the record. */
  details: Record<string, TimelineDetails>;
}

/** Names of lanes by dimension and key: `{organization: {ots: {name: 'Organization of Turkic States', short: 'OTS'}}}`. */
export type LaneNames = Record<LaneDimension, Record<string, LaneName>>;

/** The timeline of one dataset, whole or as changes; applying every update in order gives the whole. */
export interface TimelineUpdate {
  /** The dataset's root URI: says which panel an update is for. */
  dataset: string;
  title: string;
  /** Grows by one with each change of a dataset; the whole has that of the last change. */
  revision: number;
  /** True when `events` is everything; false when it holds only what is new or changed. */
  whole: boolean;
  /** ISO date (YYYY-MM-DD) of the today line. */
  today: string;
  events: TimelineEvent[];
  /** Keys of events that are gone. */
  removed: string[];
  /** Names of lanes that events mention: all of them when `whole`, else those that are new or have changed. */
  laneNames: LaneNames;
  /** URIs of files whose YAML is broken right now, their records being the last good ones. */
  broken: string[];
}

/** An entry of the timeline with what is wrong with its record and where that stands. */
export interface TimelineEvent extends TimelineEntry {
  readonly problems: readonly { readonly severity: 'error' | 'warning'; readonly message: string }[];
  /** Zero-based LSP range of the record's `id` value. */
  readonly location: { readonly uri: string; readonly range: LspRange };
}

/** Zero-based, half-open, UTF-16, as in LSP. */
export interface LspRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** What a timeline can be saved as. */
export type TimelineFormat = 'svg' | 'png' | 'html';

/**
 * Panel → webview. `details` answers a request of that key; `export` asks the page to save itself, as if someone had
 * chosen so there.
 */
export type ToWebview =
  | { type: 'update'; update: TimelineUpdate }
  | { type: 'select'; key: string | null; reveal: boolean }
  | { type: 'details'; key: string; details: TimelineDetails | null }
  | { type: 'export'; format: TimelineFormat };

/**
 * `ready` asks for the whole: the page is new (`revision` 0), or has missed the change after `revision`. `open` asks
 * for a record, `<kind>/<id>`, in its text, with the focus or without. `details` asks for what its card shows. `save`
 * has a finished file written where the user wants it; `saveHtml` has a page made of the whole timeline, which opens
 * with `state` as this one is now.
 */
export type FromWebview =
  | { type: 'ready'; revision: number }
  | { type: 'open'; key: string; focus: boolean }
  | { type: 'details'; key: string }
  | { type: 'save'; format: 'svg' | 'png'; content: string; encoding: 'utf8' | 'base64' }
  | { type: 'saveHtml'; state: unknown };
