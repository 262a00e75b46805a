/** From a date to the honest shape it may be drawn in: a point, a hollow bracket, or a solid bar. */
import * as l10n from '@vscode/l10n';
import type { TimelineDate } from '../../../../server/protocol.ts';
import { DAY } from '../time.ts';

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
  return {
    form: formOfDate(date),
    start: startOf(date, horizon),
    end: endOf(date, horizon),
    openStart: date.min === null,
    openEnd: date.max === null,
  };
}

export function formOfDate({ min, max, shape, precision }: TimelineDate): DateForm {
  if (shape !== 'moment') return 'bar';
  return min !== null && max !== null && precision === 'day' && max - min <= DAY ? 'point' : 'bracket';
}

/** ms UTC; for a point, the middle of its day, as is {@link endOf}. */
export function startOf(date: TimelineDate, horizon: Horizon): number {
  const { min, max } = date;
  if (min === null) return Math.min(horizon.start, (max ?? horizon.end) - DAY);
  return max !== null && formOfDate(date) === 'point' ? (min + max) / 2 : min;
}

export function endOf(date: TimelineDate, horizon: Horizon): number {
  const { min, max } = date;
  if (min !== null && max !== null && formOfDate(date) === 'point') return (min + max) / 2;
  const start = startOf(date, horizon);
  return Math.max(max ?? Math.max(horizon.end, start + DAY), start + 1);
}

/** How much more than the extent of all events can be seen, as a share of it; labels stand to the right of their marks. */
const MARGIN = { start: 0.03, end: 0.07 };
const LEAST_MARGIN = 7 * DAY;

/** The extent of all dates and today, ms UTC, and a tenth more, but at least a week on both sides; null without any date. */
export function horizonOf(dates: readonly TimelineDate[], today: number | null): Horizon | null {
  if (dates.length === 0) return null;
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { min, max } of dates) {
    const first = min ?? max;
    const last = max ?? min;
    if (first !== null && first < start) start = first;
    if (last !== null && last > end) end = last;
  }
  return withMargin(start, end, today);
}

function withMargin(first: number, last: number, today: number | null): Horizon | null {
  const start = Math.min(first, today ?? first);
  const end = Math.max(last, today === null ? last : today + DAY);
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
  if (dates.length === 0) return null;
  const days = new Float64Array(dates.length);
  let count = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { shape, min, max } of dates) {
    if (min !== null) days[count++] = min;
    // A period counts by where it begins, or by where it ends if it is open to the past.
    const from = min ?? max;
    const to = shape === 'period' ? from : (max ?? min);
    if (from !== null && from < first) first = from;
    if (to !== null && to > last) last = to;
  }
  const all = withMargin(first, last, today);
  if (!all || count < CROWD) return all;
  const sorted = days.subarray(0, count).sort();
  const skipped = Math.floor(count * OUTLIERS);
  const start = Math.min(sorted[skipped]!, today ?? Number.POSITIVE_INFINITY);
  const end = Math.max(sorted[count - 1 - skipped]!, today ?? Number.NEGATIVE_INFINITY);
  const span = Math.max(end - start, 30 * DAY);
  return { start: Math.max(all.start, start - span * 0.05), end: Math.min(all.end, end + span * LABEL_ROOM) };
}

/** What stands before a title so that doubt is read and not only seen: "c. ", "? ", "c. ? " or nothing. */
export function doubtPrefix(date: TimelineDate): string {
  return `${date.approximate ? l10n.t('c. ') : ''}${date.uncertain ? '? ' : ''}`;
}
