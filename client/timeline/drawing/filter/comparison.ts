/** Lanes beside each other: how many events each has, and how many they share. */

import * as l10n from '@vscode/l10n';
import { grouped } from '../../../../l10n/language.ts';
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { briefName } from './facets.ts';
import { valuesOf } from './filter.ts';

export interface Comparison {
  readonly lanes: readonly { readonly key: string; readonly name: string; readonly count: number }[];
  /** Events that stand in more than one of the lanes. */
  readonly shared: number;
}

/** Counts the events that a filter keeps in the lanes that it compares. */
export function compareLanes(
  events: readonly TimelineEvent[],
  dimension: LaneDimension,
  keys: readonly string[],
  names: LaneNames,
): Comparison {
  const counts = new Map(keys.map((key) => [key, 0]));
  let shared = 0;
  for (const event of events) {
    let lanes = 0;
    for (const key of valuesOf(event, dimension)) {
      const count = counts.get(key);
      if (count === undefined) continue;
      counts.set(key, count + 1);
      lanes++;
    }
    if (lanes > 1) shared++;
  }
  return { lanes: [...counts].map(([key, count]) => ({ key, name: briefName(dimension, key, names), count })), shared };
}

/** "OTS 12, CSTO 8, 2 shared". */
export function describeComparison({ lanes, shared }: Comparison): string {
  const counts = lanes.map(({ name, count }) => `${name} ${grouped(count)}`);
  return [...counts, l10n.t('{0} shared', grouped(shared))].join(', ');
}
