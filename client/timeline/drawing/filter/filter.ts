/** Which events are shown: chosen values of facets, free text, and lanes to compare. */
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { makeSearch, termsOf } from './search.ts';

/** What events can be chosen by: what lanes are made of, and the status. */
export type Facet = LaneDimension | 'status';

export const FACETS: readonly Facet[] = ['organization', 'state', 'person', 'domain', 'status', 'kind'];

/** No more lanes than this are compared. */
export const MOST_COMPARED = 4;

export interface Filter {
  /** Words that must all occur. */
  readonly text: string;
  /** Chosen values by facet, '' for having none: an event must have one of each facet that has any. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Keys of the lanes to compare: only these are shown, in this order. Empty for all lanes. */
  readonly compare: readonly string[];
}

export const EVERYTHING: Filter = { text: '', facets: {}, compare: [] };

/** Whether a filter leaves anything out. */
export function isActive({ text, facets, compare }: Filter): boolean {
  return text.trim() !== '' || compare.length > 0 || Object.values(facets).some((values) => values.length > 0);
}

/** The same for filters that keep the same: of words, their spelling does not matter; of values, their order. */
export function signatureOf({ text, facets, compare }: Filter): string {
  return JSON.stringify([termsOf(text), FACETS.map((facet) => [...(facets[facet] ?? [])].sort()), compare]);
}

/** Makes the test for a filter; one that is empty keeps everything. Lanes to compare are chosen when lanes are made. */
export function makeFilter({ text, facets }: Filter, laneNames: LaneNames): (event: TimelineEvent) => boolean {
  const found = makeSearch(text, laneNames);
  const chosen = FACETS.flatMap((facet) => (facets[facet]?.length ? [[facet, new Set(facets[facet])] as const] : []));
  return (event) =>
    chosen.every(([facet, values]) => valuesOf(event, facet).some((value) => values.has(value))) &&
    (found === null || found(event));
}

const NONE: readonly string[] = [''];

/** What an event has of a facet: one '' where it has nothing. */
export function valuesOf(event: TimelineEvent, facet: Facet): readonly string[] {
  if (facet === 'status') return event.status === undefined ? NONE : [event.status];
  const keys = event.lanes[facet];
  return keys?.length ? keys : NONE;
}

/** Whether an event stands in one of the lanes; with no lanes named, it does. */
export function isInLanes(event: TimelineEvent, dimension: LaneDimension, keys: readonly string[]): boolean {
  return keys.length === 0 || valuesOf(event, dimension).some((key) => keys.includes(key));
}

/** A filter with other values of one facet. */
export function withValues(filter: Filter, facet: Facet, values: readonly string[]): Filter {
  const { [facet]: _, ...others } = filter.facets;
  return { ...filter, facets: values.length ? { ...others, [facet]: values } : others };
}

/** A filter with a value of a facet chosen that was not, or no longer chosen. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const values = filter.facets[facet] ?? [];
  const without = values.filter((other) => other !== value);
  return withValues(filter, facet, without.length < values.length ? without : [...values, value]);
}

/** A filter that compares lanes: values chosen along the same dimension would only get in their way. */
export function comparing(filter: Filter, dimension: LaneDimension, keys: readonly string[]): Filter {
  return { ...withValues(filter, dimension, []), compare: [...new Set(keys)].slice(0, MOST_COMPARED) };
}
