/** What client, server and timeline webview say to each other beyond LSP; the one module of the server that the other two may import. */

/** The language id of records in VS Code; other YAML extensions do not claim it. */
export const LANGUAGE_ID = 'security-initiatives';

/** The `source` of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'security-initiatives';

/** Scheme of the read-only documents that hold the shipped registry's records. */
export const REGISTRY_SCHEME = 'security-initiatives-registry';

/** Names of the custom requests and notifications, each declared once. */
export const Method = {
  /** client → server, request: {@link TimelineParams} → {@link TimelineUpdate} (the whole model). */
  timeline: 'securityInitiatives/timeline',
  /** server → client, notification: {@link TimelineUpdate} (changes since the last one sent). */
  timelineChanged: 'securityInitiatives/timelineChanged',
  /** client → server, request: {@link RecordAtParams} → event key or null. */
  recordAt: 'securityInitiatives/recordAt',
  /** server → client, request: {@link ListFilesParams} → string[] of URIs (virtual and web workspaces). */
  listFiles: 'securityInitiatives/listFiles',
  /** server → client, request: {@link ReadFileParams} → base64 text of the bytes, or null when it cannot be read. */
  readFile: 'securityInitiatives/readFile',
} as const;

/** What the client hands the server in `initializationOptions`. */
export interface InitializationOptions {
  /** How the server reaches files: itself (`node`), or through the client (`client`: virtual and web workspaces). */
  files?: 'node' | 'client';
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

/** What a lane can be made of. */
export type LaneDimension = 'organization' | 'state' | 'person' | 'domain' | 'kind';

/** The timeline of one dataset, whole or as changes; applying every update in order gives the whole. */
export interface TimelineUpdate {
  /** The dataset's root URI: says which panel an update is for. */
  dataset: string;
  title: string;
  /** Grows by one with each update of a dataset. */
  revision: number;
  /** True when `events` is everything; false when it holds only what is new or changed. */
  whole: boolean;
  /** ISO date (YYYY-MM-DD) of the today line. */
  today: string;
  events: TimelineEvent[];
  /** Keys of events that are gone. */
  removed: string[];
  /** Display names of every lane key that events mention, whole each time: `{organization: {ots: 'Organization of Turkic States'}}`. */
  laneNames: Record<LaneDimension, Record<string, string>>;
  /** URIs of files whose YAML is broken right now, their records being the last good ones. */
  broken: string[];
}

/** One record with a date, or one dated facet of it. */
export interface TimelineEvent {
  /** Stable across edits: `<kind>/<id>`, with `#<facet>` where a record gives several (`#target`). */
  key: string;
  kind: string;
  id: string;
  title: string;
  date: TimelineDate;
  /** Keys of the lanes that hold the event, by dimension; the first is the main one. */
  lanes: Partial<Record<LaneDimension, string[]>>;
  /** A band is drawn behind its lane (chairmanships); a mark stands in it. */
  role: 'mark' | 'band';
  status?: string;
  /** Other events it is tied to: the summit a proposal was made at, its target. */
  links: { to: string; type: 'made-at' | 'target' | 'parent' | 'predecessor' }[];
  problems: { severity: 'error' | 'warning'; message: string }[];
  /** Where the record stands in its file; zero-based LSP range of its `id` value. */
  location: { uri: string; range: LspRange };
}

/** Zero-based, half-open, UTF-16, as in LSP. */
export interface LspRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** A date as it can honestly be drawn. Instants are milliseconds since 1970-01-01T00:00Z; `max` is exclusive. */
export interface TimelineDate {
  /** The EDTF text in the record. */
  edtf: string;
  /** The date in words, for tooltips and screen readers: "some time in the second half of 2017". */
  words: string;
  /** First instant it can mean; null when it is open to the past. */
  min: number | null;
  /** First instant after it; null when it is open to the future. */
  max: number | null;
  precision: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'other';
  /** `moment`: some moment within [min, max). `period`: lasted from min to max. */
  shape: 'moment' | 'period';
  approximate: boolean;
  uncertain: boolean;
}

/** Panel → webview. */
export type ToWebview =
  | { type: 'update'; update: TimelineUpdate }
  | { type: 'select'; key: string | null; reveal: boolean };

/** Webview → panel. */
export type FromWebview = { type: 'ready'; revision: number } | { type: 'open'; key: string; focus: boolean };
