/** Sorts events into lanes along one dimension. */

import * as l10n from '@vscode/l10n';
import { language } from '../../../l10n/language.ts';
import type { LaneDimension, LaneName, LaneNames, TimelineEvent } from '../../../server/protocol.ts';

export interface LaneSource {
  /** Key within the dimension; '' for events that have none. */
  key: string;
  name: string;
  /** In the order of the events given. */
  bands: TimelineEvent[];
  marks: TimelineEvent[];
}

export const DIMENSION_NAMES: Record<LaneDimension, string> = {
  organization: l10n.t('Organization'),
  state: l10n.t('State'),
  person: l10n.t('Person'),
  domain: l10n.t('Domain'),
  kind: l10n.t('Kind'),
};

export const DIMENSIONS = Object.keys(DIMENSION_NAMES) as readonly LaneDimension[];

/** What a lane is called; by its key where nobody has named it. Keys are the dataset's, so `constructor` is one like any other. */
export function laneNameOf(names: LaneNames, dimension: LaneDimension, key: string): LaneName {
  if (key === '') return NAMELESS[dimension];
  const known = names[dimension];
  return (known && Object.hasOwn(known, key) && known[key]) || { name: key };
}

const NAMELESS: Readonly<Record<LaneDimension, LaneName>> = {
  organization: { name: l10n.t('No organization') },
  state: { name: l10n.t('No state') },
  person: { name: l10n.t('No person') },
  domain: { name: l10n.t('No domain') },
  kind: { name: l10n.t('No kind') },
};

/** Lanes in the order of their names, so that an edit never shuffles them; events without a lane come last. */
export function groupByLane(
  events: readonly TimelineEvent[],
  dimension: LaneDimension,
  names: LaneNames,
): LaneSource[] {
  const lanes = new Map<string, LaneSource>();
  for (const event of events) {
    const keys = event.lanes[dimension];
    for (const key of keys?.length ? keys : ['']) {
      let lane = lanes.get(key);
      if (!lane) {
        lane = emptyLane(key, dimension, names);
        lanes.set(key, lane);
      }
      (event.role === 'band' ? lane.bands : lane.marks).push(event);
    }
  }
  return [...lanes.values()].sort(byName);
}

/** A lane that holds nothing yet. */
export function emptyLane(key: string, dimension: LaneDimension, names: LaneNames): LaneSource {
  return { key, name: laneNameOf(names, dimension, key).name, bands: [], marks: [] };
}

const order = new Intl.Collator(language(), { numeric: true });

/** Order of lanes and of values to choose from: by name, then key; what has no key comes last. */
export function byName(a: { readonly key: string; readonly name: string }, b: typeof a): number {
  return (
    Number(a.key === '') - Number(b.key === '') ||
    order.compare(a.name, b.name) ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

/** What a band says inside its lane, longest first: whoever is not already the lane's head. */
export function bandLabels(event: TimelineEvent, dimension: LaneDimension, names: LaneNames): string[] {
  const other: LaneDimension | null =
    dimension === 'organization' ? 'state' : dimension === 'state' ? 'organization' : null;
  const key = other ? event.lanes[other]?.[0] : undefined;
  if (!other || !key) return [event.title];
  const { name, short } = laneNameOf(names, other, key);
  return short === undefined ? [name] : [name, short];
}
