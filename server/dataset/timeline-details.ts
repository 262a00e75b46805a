/** What the card of a timeline entry shows beyond the entry itself: citations, and the records it is tied to. */

import type { SourceDocument } from './document.ts';
import type { Reader } from './reader.ts';

/** Everything the card of one record shows beyond its entry. */
export interface TimelineDetails {
  /** What the record says in fields that the entry has no place for, in the schema's order. */
  readonly facts: readonly TimelineFact[];
  readonly citations: readonly TimelineCitation[];
  /** Records it names, then those that name it. */
  readonly related: readonly TimelineRelation[];
}

/** One field and what it holds, both in words. */
export interface TimelineFact {
  readonly label: string;
  readonly text: string;
}

/** A source of the record's facts. */
export interface TimelineCitation {
  /** `source/<id>`: opens the record of the source. */
  readonly key: string;
  readonly title: string;
  readonly publisher?: string;
  /** The day of publication in words. */
  readonly published?: string;
  readonly url?: string;
  /** Where in the source. */
  readonly locator?: string;
  readonly quote?: string;
  /** Fields that the source vouches for; empty when it stands for the whole record. */
  readonly supports: readonly string[];
}

/** A record that this one names, or that names this one. */
export interface TimelineRelation {
  /** `<kind>/<id>`. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** The field that ties the two, in words: "Made at". */
  readonly role: string;
  readonly direction: 'names' | 'named-by';
  /** When, in words, if the other record has a date. */
  readonly when?: string;
}

/** The details of one record; `undefined` for a document that holds none. */
export function timelineDetails(document: SourceDocument, _reader: Reader): TimelineDetails | undefined {
  if (!document.record?.id) return undefined;
  return { facts: [], citations: [], related: [] };
}
