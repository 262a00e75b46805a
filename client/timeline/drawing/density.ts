/** How much happens when: events counted over equal stretches of time, each as long as it lasts and as vaguely as it is known. */
import type { TimelineDate } from '../../../server/protocol.ts';
import { extentOf, type Horizon } from './layout/extent.ts';

/** Two counts for each of the equal stretches that a horizon is cut into. */
export interface Density {
  /** Periods under way at some time of the stretch. */
  readonly lasting: Float64Array;
  /** Moments to be expected in it: one for a day, shares of one for a moment that may lie in several. */
  readonly moments: Float64Array;
}

/**
 * Counts dates over `count` equal stretches of a horizon. A moment known only to within a year is spread evenly over that
 * year, so that January does not get what is merely coarse; a period counts once wherever it goes on, its open end
 * included. Takes time in proportion to dates plus stretches, however long the periods are.
 */
export function densityOf(dates: Iterable<TimelineDate>, horizon: Horizon, count: number): Density {
  const lasting = new Float64Array(count);
  const moments = new Float64Array(count);
  const begins = new Float64Array(count + 1);
  const rates = new Float64Array(count + 1);
  const perMs = count / (horizon.end - horizon.start);
  const within = (index: number): number => Math.max(0, Math.min(count - 1, index));
  for (const date of dates) {
    const { form, start, end } = extentOf(date, horizon);
    const from = (start - horizon.start) * perMs;
    const to = (end - horizon.start) * perMs;
    const first = within(Math.floor(from));
    const last = within(Math.ceil(to) - 1);
    if (form === 'bar') {
      begins[first]! += 1;
      begins[Math.max(first, last) + 1]! -= 1;
    } else if (last <= first) {
      moments[first]! += 1;
    } else {
      // The stretches at the ends get their part, those between are noted as a rate that sets in and ends.
      const rate = 1 / (to - from);
      moments[first]! += rate * (first + 1 - from);
      moments[last]! += rate * (to - last);
      rates[first + 1]! += rate;
      rates[last]! -= rate;
    }
  }
  let [underWay, rate] = [0, 0];
  for (let index = 0; index < count; index++) {
    underWay += begins[index]!;
    rate += rates[index]!;
    lasting[index] = underWay;
    moments[index]! += Math.max(0, rate);
  }
  return { lasting, moments };
}

/** What is left of shares that were added and taken away again. */
const DUST = 1e-6;

/**
 * The outline of `values` as steps above y = `height`, closed; px. The greatest is as high as there is room. Heights grow
 * with the square root, so that one event beside a hundred is still seen, and nothing that is there is lower than `least`.
 * Empty when nothing is there.
 */
export function skyline(
  values: ArrayLike<number>,
  { width, height, least }: { width: number; height: number; least: number },
): string {
  let most = DUST;
  for (let index = 0; index < values.length; index++) most = Math.max(most, values[index]!);
  const top = (value: number): number =>
    value <= DUST ? height : height - Math.max(least, tenths(Math.sqrt(value / most) * height));
  let path = '';
  let before = height;
  for (let index = 0; index <= values.length; index++) {
    const y = top(values[index] ?? 0);
    if (y === before) continue;
    const x = tenths((index * width) / values.length);
    path += path ? `H${x}V${y}` : `M${x} ${height}V${y}`;
    before = y;
  }
  return path && `${path}Z`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
