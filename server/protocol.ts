/** What client, server and timeline webview say to each other beyond LSP; the one module of the server that the other two may import. */

import type { LaneDimension, LaneName, TimelineEntry } from './dataset/timeline.ts';
import type { TimelineDetails } from './dataset/timeline-details.ts';

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

/** The language id of records in VS Code; other YAML extensions do not claim it. */
export const LANGUAGE_ID = 'security-initiatives';

/** The `source` of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'security-initiatives';

/** Scheme of the read-only documents that say what a rule is about: `<scheme>:/<rule>.md`. */
export const RULE_SCHEME = 'security-initiatives-rule';

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
  /**
   * A folder of the client's for this window, as a `file:` URI, where the server may keep what makes its next start
   * faster. It is made when it is needed; without one nothing is kept.
   */
  storage?: string;
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

/** Asks for the timeline of the dataset that `uri` belongs to. */
export interface TimelineParams {
  uri: string;
}

/** Asks about one record of the dataset that `uri` belongs to; `key` is `<kind>/<id>`, with or without `#facet`. */
export interface TimelineRecordParams extends TimelineParams {
  key: string;
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
