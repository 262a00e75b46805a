/** The shapes of what stands on the timeline: entries with their dates, lanes, ties and stories, and the names of lanes. */
import type { Precision } from '../dates/edtf.ts';
import type { YamlValue } from '../yaml/tree.ts';

/** What a lane can be made of. */
export type LaneDimension = 'organization' | 'state' | 'person' | 'domain' | 'kind';

/** A date as it can honestly be drawn. Instants are milliseconds since 1970-01-01T00:00Z; `max` is exclusive. */
export interface TimelineDate {
  /** The EDTF text in the record. */
  readonly edtf: string;
  /** The date in words, for tooltips and screen readers: "some time in the second half of 2017". */
  readonly words: string;
  /** First instant it can mean; null when it is open to the past. */
  readonly min: number | null;
  /** First instant after it; null when it is open to the future. */
  readonly max: number | null;
  readonly precision: Precision;
  /** `moment`: some moment within [min, max). `period`: lasted from min to max. */
  readonly shape: 'moment' | 'period';
  /** Which ends are open: it had begun before anyone says when, or goes on; null for neither. An end that is not known counts as open. */
  readonly open: 'start' | 'end' | 'both' | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/**
 * How an entry is tied to another.
 * - `made-at`: a proposal or a document to its meeting
 * - `target`: a proposal to what it aims at, its own mark or a coming meeting; `parent`: such a mark to its proposal, a
 *   meeting or a body to the larger one
 * - `step`: a proposal to a meeting or a document on its way; `result`: to what came of it
 * - `outcome`: a meeting to a document of its; `decided`: a chairmanship to the meeting that decided it
 * - `context`: a proposal to the chairmanship for which it was declared; `priority`: the other way
 * - `predecessor`: a chairmanship or an organization to the one before; `related`: to another of the same kind
 */
export type TieType =
  | 'made-at'
  | 'target'
  | 'parent'
  | 'step'
  | 'result'
  | 'outcome'
  | 'decided'
  | 'context'
  | 'priority'
  | 'predecessor'
  | 'related';

/** A tie to another entry by its key, which need not be on the timeline. No two of an entry lead to the same one. */
export interface TimelineLink {
  readonly to: string;
  readonly type: TieType;
}

/** One step on the way of a proposal: what it became, when, where and by which document. */
export interface TimelineStep {
  /** A status of the proposal, as the schema has it: `announced`, `adopted`. */
  readonly status: string;
  /** A moment: what is known to a period happened some time within. */
  readonly date: TimelineDate;
  /** Key of the entry of the meeting at which it happened. */
  readonly summit?: string;
  /** Key of the entry of the document that says so. */
  readonly document?: string;
}

/** One record on the timeline, or one dated side of it. */
export interface TimelineEntry {
  /** Stable across edits: `<kind>/<id>`, with `#<facet>` where a record gives several (`#target`). */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** The record's name; where its kind has none, what it is in a few words: "OTS chair: Kyrgyzstan". */
  readonly title: string;
  readonly date: TimelineDate;
  /** Keys of the lanes that hold the entry, by dimension; the first is the main one. */
  readonly lanes: Partial<Record<LaneDimension, string[]>>;
  /** A band is drawn behind its lane (chairmanships); a mark stands in it. */
  readonly role: 'mark' | 'band';
  readonly status?: string;
  readonly links: readonly TimelineLink[];
  /** Other names of the record, for searching; absent when it has none. */
  readonly aliases?: readonly string[];
  /** A proposal's way from step to step, by time; absent when it has no dated step. */
  readonly story?: readonly TimelineStep[];
}

/** How a lane is called, in full and where there is little room. */
export interface LaneName {
  readonly name: string;
  readonly short?: string;
  /** Other names it can be found by; absent when there are none. */
  readonly aliases?: readonly string[];
}

/** What a record says of itself that an entry of another needs. */
export interface KnownRecord {
  /** The display name. */
  readonly label: string;
  /** The value of a top-level property. */
  get(name: string): YamlValue | undefined;
}

/** Who knows the other records of a dataset: a `Reader`, or whoever has taken notes of them. */
export interface Lookup {
  /** The record of a kind with exactly this id. */
  find(kind: string, id: string): KnownRecord | undefined;
}
