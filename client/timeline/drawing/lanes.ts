/** Sorts events into lanes along one dimension. */
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../server/protocol.ts';

export interface LaneSource {
  /** Key within the dimension; '' for events that have none. */
  key: string;
  name: string;
  /** In the order of the events given. */
  bands: TimelineEvent[];
  marks: TimelineEvent[];
}

export const DIMENSION_NAMES: Record<LaneDimension, string> = {
  organization: 'Organization',
  state: 'State',
  person: 'Person',
  domain: 'Domain',
  kind: 'Kind',
};

/** Lanes in the order of their names, so that an edit never shuffles them; events without a lane come last. */
export function groupByLane(
  events: readonly TimelineEvent[],
  dimension: LaneDimension,
  names: LaneNames,
): LaneSource[] {
  const lanes = new Map<string, LaneSource>();
  const known = names[dimension] ?? {};
  for (const event of events) {
    const keys = event.lanes[dimension];
    for (const key of keys?.length ? keys : ['']) {
      let lane = lanes.get(key);
      if (!lane) {
        const name = key === '' ? `No ${DIMENSION_NAMES[dimension].toLowerCase()}` : (known[key]?.name ?? key);
        lane = { key, name, bands: [], marks: [] };
        lanes.set(key, lane);
      }
      (event.role === 'band' ? lane.bands : lane.marks).push(event);
    }
  }
  const order = new Intl.Collator('en', { numeric: true });
  return [...lanes.values()].sort(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      order.compare(a.name, b.name) ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
}

/** What a band says inside its lane, longest first: whoever is not already the lane's head. */
export function bandLabels(event: TimelineEvent, dimension: LaneDimension, names: LaneNames): string[] {
  const other: LaneDimension | null =
    dimension === 'organization' ? 'state' : dimension === 'state' ? 'organization' : null;
  const key = other ? event.lanes[other]?.[0] : undefined;
  if (!other || !key) return [event.title];
  const { name, short } = names[other]?.[key] ?? { name: key };
  return short === undefined ? [name] : [name, short];
}
