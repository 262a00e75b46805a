/** The longest run of numbered and dated things in which the numbers rise with the dates: who is left out is out of order. */
import { type EdtfDate, earliest, latest } from '../../dataset/dates/edtf.ts';

/** Something with a number, and a date that is known more or less exactly. */
export interface Numbered {
  readonly ordinal: number;
  readonly date: EdtfDate;
}

/** A run that can be continued by whatever is not certainly over by the day it has `reached`. */
interface Run<T> {
  readonly reached: number;
  readonly last: T | undefined;
  readonly before: Run<T> | undefined;
}

/**
 * As many of the items as can stand together: each number once, and no item certainly earlier than one with a lower
 * number. Of several such choices one that keeps the earlier items. The result is in the order of the numbers.
 *
 * Runs of each length are kept by the day they have reached, the earliest only (patience sorting, with intervals of days
 * in place of points); dates to the day take O(n log n).
 */
export function longestRun<T extends Numbered>(items: readonly T[]): T[] {
  const runs: Run<T>[] = [{ reached: -Infinity, last: undefined, before: undefined }];
  for (const peers of groupsByNumber(items)) {
    // Things of one number exclude each other, so each of them continues the runs as they were before.
    const longer = peers.flatMap((item) => continued(runs, item));
    for (const [length, run] of longer) if (run.reached < (runs[length]?.reached ?? Infinity)) runs[length] = run;
  }
  const run: T[] = [];
  for (let step = runs.at(-1); step?.last; step = step.before) run.push(step.last);
  return run.reverse();
}

function groupsByNumber<T extends Numbered>(items: readonly T[]): T[][] {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.ordinal);
    if (group) group.push(item);
    else groups.set(item.ordinal, [item]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** The runs that an item makes longer, with their lengths; those that reach no less far than one known are left out. */
function continued<T extends Numbered>(runs: readonly Run<T>[], item: T): [length: number, run: Run<T>][] {
  const [from, to] = [earliest(item.date.start), latest(item.date.end)];
  const longer: [number, Run<T>][] = [];
  for (let i = lastUpTo(runs, to); i >= 0; i--) {
    const before = runs[i]!;
    longer.push([i + 1, { reached: Math.max(before.reached, from), last: item, before }]);
    if (before.reached <= from) break;
  }
  return longer;
}

/** The index of the longest run that has reached no further than a day. */
function lastUpTo<T>(runs: readonly Run<T>[], day: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.reached <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
