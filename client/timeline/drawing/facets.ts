/** What there is to choose from: the values of each facet, counted as the rest of the filter leaves them. */
import type { LaneDimension, LaneName, LaneNames, TimelineEvent } from '../../../server/protocol.ts';
import { FACETS, type Facet, type Filter, isInLanes, valuesOf } from './filter.ts';
import { byName, DIMENSION_NAMES, laneNameOf } from './lanes.ts';
import { fold, makeSearch } from './search.ts';
import { sayWord } from './status.ts';

export const FACET_NAMES: Readonly<Record<Facet, string>> = { ...DIMENSION_NAMES, status: 'Status' };

export const PLURALS: Readonly<Record<Facet, string>> = {
  organization: 'organizations',
  state: 'states',
  person: 'persons',
  domain: 'domains',
  status: 'statuses',
  kind: 'kinds',
};

export interface FacetValue extends LaneName {
  /** '' for having none. */
  readonly key: string;
  /** How many events would be left if this were the facet's one value. */
  readonly count: number;
  readonly chosen: boolean;
}

export type FacetValues = Readonly<Record<Facet, readonly FacetValue[]>>;

export function facetName(facet: Facet, key: string, names: LaneNames): LaneName {
  if (facet !== 'status') return laneNameOf(names, facet, key);
  return { name: key === '' ? 'No status' : sayWord(key) };
}

/** What a chosen value is called where there is little room: organizations are known by their abbreviations. */
export function briefName(facet: Facet, key: string, names: LaneNames): string {
  const { name, short } = facetName(facet, key, names);
  return facet === 'organization' && short ? short : name;
}

/**
 * The values of every facet that events have, most used first, then by name, and chosen ones that no event has (any more).
 * Each facet is counted over the events that all else keeps: its own values do not count against each other.
 */
export function facetValues(
  events: readonly TimelineEvent[],
  filter: Filter,
  names: LaneNames,
  dimension: LaneDimension,
): FacetValues {
  const search = makeSearch(filter.text, names);
  const chosen = FACETS.map((facet) => new Set(filter.facets[facet]));
  const counts = FACETS.map((_, index) => new Map([...(chosen[index] ?? [])].map((key) => [key, 0])));
  for (const event of events) {
    const values = FACETS.map((facet) => valuesOf(event, facet));
    const failed = chosen.flatMap((keys, index) =>
      keys.size > 0 && !values[index]?.some((key) => keys.has(key)) ? [index] : [],
    );
    const kept = failed.length < 2 && isInLanes(event, dimension, filter.compare) && (search === null || search(event));
    for (const [index, keys] of values.entries()) {
      const counted = kept && (failed.length === 0 || failed[0] === index) ? 1 : 0;
      const known = counts[index];
      for (const key of keys) known?.set(key, (known.get(key) ?? 0) + counted);
    }
  }
  const lists = FACETS.map((facet, index) => {
    const list = [...(counts[index] ?? [])].map(
      ([key, count]): FacetValue => ({
        ...facetName(facet, key, names),
        key,
        count,
        chosen: chosen[index]?.has(key) ?? false,
      }),
    );
    return [
      facet,
      list.sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.count - a.count || byName(a, b)),
    ];
  });
  return Object.fromEntries(lists) as Record<Facet, FacetValue[]>;
}

/** The values that a few letters of any of their names find; all of them for none. */
export function findValues(values: readonly FacetValue[], query: string): readonly FacetValue[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return values;
  return values.filter(({ key, name, short = '', aliases = [] }) => {
    const text = [name, short, key, ...aliases].map(fold).join('\n');
    return words.every((word) => text.includes(word));
  });
}

/** "No events match “water” in OTS or CSTO and Cybersecurity": what it is that leaves nothing. */
export function describeNothing(filter: Filter, names: LaneNames, dimension: LaneDimension): string {
  const text = filter.text.trim();
  const chosen = [
    [dimension, filter.compare] as const,
    ...FACETS.map((facet) => [facet, filter.facets[facet] ?? []] as const),
  ].flatMap(([facet, keys]) => (keys.length ? [anyOf(facet, keys, names)] : []));
  const where = chosen.length ? ` in ${listed(chosen, 'and')}` : '';
  return `No events${text ? ` match “${text}”` : ''}${where}`;
}

function anyOf(facet: Facet, keys: readonly string[], names: LaneNames): string {
  if (keys.length > 3) return `${keys.length} ${PLURALS[facet]}`;
  return listed(
    keys.map((key) => briefName(facet, key, names)),
    'or',
  );
}

/** "a", "a or b", "a, b or c". */
function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
