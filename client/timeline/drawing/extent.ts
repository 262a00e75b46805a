/** From a date to the honest shape it may be drawn in: a point, a hollow bracket, or a solid bar. */
import type { TimelineDate } from '../../../server/protocol.ts';
import { DAY } from './time.ts';

/** `point`: a known day. `bracket`: some moment within. `bar`: lasted from start to end. */
export type DateForm = 'point' | 'bracket' | 'bar';

/** Where a date lies; ms UTC. For a point, start and end are both the middle of its day. */
export interface Extent {
  form: DateForm;
  start: number;
  end: number;
  /** The date is open to the past or the future: start or end is then the horizon, not a fact. */
  openStart: boolean;
  openEnd: boolean;
}

/** The time the whole timeline covers, ms UTC; open ends are drawn up to it. */
export interface Horizon {
  start: number;
  end: number;
}

export function extentOf(date: TimelineDate, horizon: Horizon): Extent {
  const { min, max } = date;
  if (min !== null && max !== null && date.shape === 'moment' && date.precision === 'day' && max - min <= DAY) {
    const middle = (min + max) / 2;
    return { form: 'point', start: middle, end: middle, openStart: false, openEnd: false };
  }
  const start = min ?? Math.min(horizon.start, (max ?? horizon.end) - DAY);
  const end = max ?? Math.max(horizon.end, start + DAY);
  return {
    form: date.shape === 'moment' ? 'bracket' : 'bar',
    start,
    end: Math.max(end, start + 1),
    openStart: min === null,
    openEnd: max === null,
  };
}

/** How much more than the extent of all events can be seen, as a share of it; labels stand to the right of their marks. */
const MARGIN = { start: 0.03, end: 0.07 };
const LEAST_MARGIN = 7 * DAY;

/** The extent of all dates and today, ms UTC, and a tenth more, but at least a week on both sides; null without any date. */
export function horizonOf(dates: readonly TimelineDate[], today: number | null): Horizon | null {
  return around(dates, today, ({ min, max }) => max ?? min);
}

/** The same with all dates as long as `endOf` says, ms UTC. */
function around(
  dates: readonly TimelineDate[],
  today: number | null,
  endOf: (date: TimelineDate) => number | null,
): Horizon | null {
  if (dates.length === 0) return null;
  let start = today ?? Number.POSITIVE_INFINITY;
  let end = today === null ? Number.NEGATIVE_INFINITY : today + DAY;
  for (const date of dates) {
    const last = endOf(date);
    const first = date.min ?? last;
    if (first !== null && first < start) start = first;
    if (last !== null && last > end) end = last;
  }
  if (start > end) return null;
  const span = end - start;
  return {
    start: start - Math.max(LEAST_MARGIN, span * MARGIN.start),
    end: end + Math.max(LEAST_MARGIN, span * MARGIN.end),
  };
}

/** From this many events on, a few far from all others are left out of the first view. */
const CROWD = 20;
/** The share of events that may stay outside the first view at either end. */
const OUTLIERS = 0.1;
/** Labels stand to the right of their marks: the room for them, as a share of the time shown. */
const LABEL_ROOM = 0.25;

/**
 * What to show first, ms UTC: where nearly all events begin, and today. A treaty of 1945 or a plan "until 2040" does not
 * squeeze all others; "fit all" shows them. Null without any date.
 */
export function opening(dates: readonly TimelineDate[], today: number | null): Horizon | null {
  const all = around(dates, today, beginning);
  const days = Float64Array.from(dates, ({ min }) => min ?? Number.NaN).filter((day) => !Number.isNaN(day));
  days.sort();
  if (!all || days.length < CROWD) return all;
  const skipped = Math.floor(days.length * OUTLIERS);
  const start = Math.min(days[skipped]!, today ?? Number.POSITIVE_INFINITY);
  const end = Math.max(days[days.length - 1 - skipped]!, today ?? Number.NEGATIVE_INFINITY);
  const span = Math.max(end - start, 30 * DAY);
  return { start: Math.max(all.start, start - span * 0.05), end: Math.min(all.end, end + span * LABEL_ROOM) };
}

/** Where a period begins, or ends if it is open to the past; the end of what is none. */
function beginning({ shape, min, max }: TimelineDate): number | null {
  return shape === 'period' ? (min ?? max) : max;
}

/** What stands before a title so that doubt is read and not only seen: "c. ", "? ", "c. ? " or nothing. */
export function doubtPrefix(date: TimelineDate): string {
  return `${date.approximate ? 'c. ' : ''}${date.uncertain ? '? ' : ''}`;
}
