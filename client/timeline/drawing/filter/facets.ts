/** What there is to choose from: the values of each facet, counted as the rest of the filter leaves them. */

import * as l10n from '@vscode/l10n';
import { listed } from '../../../../l10n/language.ts';
import type { LaneDimension, LaneName, LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { byName, DIMENSION_NAMES, laneNameOf } from '../lanes.ts';
import { sayWord } from '../status.ts';
import { FACETS, type Facet, type Filter, isInLanes, valuesOf } from './filter.ts';
import { fold, makeSearch } from './search.ts';

export const FACET_NAMES: Readonly<Record<Facet, string>> = { ...DIMENSION_NAMES, status: l10n.t('Status') };

export const PLURALS: Readonly<Record<Facet, string>> = {
  organization: l10n.t('organizations'),
  state: l10n.t('states'),
  person: l10n.t('persons'),
  domain: l10n.t('domains'),
  status: l10n.t('statuses'),
  kind: l10n.t('kinds'),
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
  return { name: key === '' ? l10n.t('No status') : sayWord(key) };
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
  const facets = FACETS.map((facet) => {
    return { facet, chosen: new Set(filter.facets[facet]), counts: new Map<string, number>() };
  });
  for (const event of events) {
    // What fails one facet alone still counts there; what fails two counts nowhere.
    const failed = facets.filter(
      ({ facet, chosen }) => chosen.size > 0 && !valuesOf(event, facet).some((key) => chosen.has(key)),
    );
    if (failed.length > 1 || !isInLanes(event, dimension, filter.compare) || (search && !search(event))) continue;
    for (const { facet, counts } of failed.length ? failed : facets) {
      for (const key of valuesOf(event, facet)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const lists = facets.map(({ facet, chosen, counts }) => {
    const known = namedValues(events, names)[facet];
    const gone = [...chosen].filter((key) => !known.has(key)).map((key) => named(facet, key, names));
    const list = [...known.values(), ...gone].map((value): FacetValue => {
      return { ...value, count: counts.get(value.key) ?? 0, chosen: chosen.has(value.key) };
    });
    // Stable, and so by name within each count.
    return [facet, list.sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.count - a.count)];
  });
  return Object.fromEntries(lists) as Record<Facet, FacetValue[]>;
}

type NamedValue = LaneName & { readonly key: string };
type NamedValues = Readonly<Record<Facet, ReadonlyMap<string, NamedValue>>>;

const namedOf = new WeakMap<readonly TimelineEvent[], { names: LaneNames; values: NamedValues }>();

/** All values that events have, by name. Thousands of names take a while to sort: once as long as neither changes. */
function namedValues(events: readonly TimelineEvent[], names: LaneNames): NamedValues {
  const before = namedOf.get(events);
  if (before?.names === names) return before.values;
  const lists = FACETS.map((facet) => {
    const keys = new Set(events.flatMap((event) => valuesOf(event, facet)));
    const sorted = [...keys].map((key) => named(facet, key, names)).sort(byName);
    return [facet, new Map(sorted.map((value) => [value.key, value]))];
  });
  const values = Object.fromEntries(lists) as NamedValues;
  namedOf.set(events, { names, values });
  return values;
}

function named(facet: Facet, key: string, names: LaneNames): NamedValue {
  return { ...facetName(facet, key, names), key };
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
  if (chosen.length === 0) return text ? l10n.t('No events match “{0}”', text) : l10n.t('No events');
  const where = listed(chosen);
  return text ? l10n.t('No events match “{0}” in {1}', text, where) : l10n.t('No events in {0}', where);
}

function anyOf(facet: Facet, keys: readonly string[], names: LaneNames): string {
  if (keys.length > 3) return l10n.t('{0} {1}', keys.length, PLURALS[facet]);
  return listed(
    keys.map((key) => briefName(facet, key, names)),
    'disjunction',
  );
}
