/** The shapes of what the card of a timeline entry shows beyond the entry itself. */

/** Everything the card of one record shows beyond its entry. All of it is plain text, on one line each. */
export interface TimelineDetails {
  /** What the record says in fields that neither the entry nor the relations have a place for, in the schema's order. */
  readonly facts: readonly TimelineFact[];
  readonly citations: readonly TimelineCitation[];
  /** How many citations there are beyond these; absent when there are none. */
  readonly moreCitations?: number;
  /** Records it names, in its own order, then those that name it, by time, those without a date first. */
  readonly related: readonly TimelineRelation[];
  /** How many related records there are beyond these, of those that name it the earliest; absent when there are none. */
  readonly moreRelated?: number;
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
  /** Fields that the source vouches for, in words: "place: city"; empty when it stands for the whole record. */
  readonly supports: readonly string[];
}

/** A record that this one names, or that names this one. */
export interface TimelineRelation {
  /** `<kind>/<id>`. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** The fields that tie the two, in words: "Made at", "Host, participants (member)". */
  readonly role: string;
  readonly direction: 'names' | 'named-by';
  /** When, in words, if the other record has a date. */
  readonly when?: string;
}
