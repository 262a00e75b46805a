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

/** The extent of all dates and today, ms UTC, with a margin of 5 % and at least a week on both sides; null without any date. */
export function horizonOf(dates: Iterable<TimelineDate>, today: number | null): Horizon | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let any = false;
  for (const { min, max } of dates) {
    any = true;
    if (min !== null) {
      start = Math.min(start, min);
      end = Math.max(end, min);
    }
    if (max !== null) {
      start = Math.min(start, max);
      end = Math.max(end, max);
    }
  }
  if (!any) return null;
  if (today !== null) {
    start = Math.min(start, today);
    end = Math.max(end, today + DAY);
  }
  if (start > end) return null;
  const margin = Math.max(7 * DAY, (end - start) * 0.05);
  return { start: start - margin, end: end + margin };
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
export function opening(dates: Iterable<TimelineDate>, today: number | null): Horizon | null {
  const begins = Array.from(dates, (date) =>
    date.shape === 'period' ? { ...date, max: date.min === null ? date.max : null } : date,
  );
  const all = horizonOf(begins, today);
  const days = begins.flatMap(({ min }) => (min === null ? [] : [min])).sort((a, b) => a - b);
  if (!all || days.length < CROWD) return all;
  const skipped = Math.floor(days.length * OUTLIERS);
  const start = Math.min(days[skipped]!, today ?? Number.POSITIVE_INFINITY);
  const end = Math.max(days[days.length - 1 - skipped]!, today ?? Number.NEGATIVE_INFINITY);
  const span = Math.max(end - start, 30 * DAY);
  return { start: Math.max(all.start, start - span * 0.05), end: Math.min(all.end, end + span * LABEL_ROOM) };
}

/** What stands before a title so that doubt is read and not only seen: "c. ", "? ", "c. ? " or nothing. */
export function doubtPrefix(date: TimelineDate): string {
  return `${date.approximate ? 'c. ' : ''}${date.uncertain ? '? ' : ''}`;
}
