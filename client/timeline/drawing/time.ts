/** Calendar arithmetic in UTC for the axis: where a day, month, quarter, year or decade begins, and what it is called. */

/** Milliseconds in a day. */
export const DAY = 86_400_000;

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'lustrum' | 'decade' | 'century' | 'millennium';

/** Typical length of a unit in milliseconds; only for choosing a level of detail. */
export const UNIT_MS: Record<Unit, number> = {
  day: DAY,
  week: 7 * DAY,
  month: 30.44 * DAY,
  quarter: 91.3 * DAY,
  year: 365.25 * DAY,
  lustrum: 5 * 365.25 * DAY,
  decade: 10 * 365.25 * DAY,
  century: 100 * 365.25 * DAY,
  millennium: 1000 * 365.25 * DAY,
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const YEAR_STEPS: Partial<Record<Unit, number>> = { year: 1, lustrum: 5, decade: 10, century: 100, millennium: 1000 };

/** Like `Date.UTC`, but years 0 to 99 are those years and not 1900 to 1999. */
function utc(year: number, month: number, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The first instant of the unit that holds `ms`. A "week" begins on the 1st, 8th, 15th or 22nd of a month. */
export function floorTo(unit: Unit, ms: number): number {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'day':
      return Math.floor(ms / DAY) * DAY;
    case 'week':
      return utc(year, month, 1 + 7 * Math.min(3, Math.floor((date.getUTCDate() - 1) / 7)));
    case 'month':
      return utc(year, month);
    case 'quarter':
      return utc(year, month - (month % 3));
    default: {
      const step = YEAR_STEPS[unit] ?? 1;
      return utc(Math.floor(year / step) * step, 0);
    }
  }
}

/** The first instant after the unit that begins at `start`; `start` must come from {@link floorTo}. */
export function nextOf(unit: Unit, start: number): number {
  const date = new Date(start);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'day':
      return start + DAY;
    case 'week':
      return date.getUTCDate() >= 22 ? utc(year, month + 1) : start + 7 * DAY;
    case 'month':
      return utc(year, month + 1);
    case 'quarter':
      return utc(year, month + 3);
    default:
      return utc(year + (YEAR_STEPS[unit] ?? 1), 0);
  }
}

/** Names of a unit from the longest to the shortest, so that the axis can take the first that fits. */
export function namesOf(unit: Unit, start: number, tier: 'upper' | 'lower'): string[] {
  const date = new Date(start);
  const year = date.getUTCFullYear();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = String(date.getUTCDate());
  switch (unit) {
    case 'day':
      return [`${WEEKDAYS[date.getUTCDay()]} ${day} ${month}`, `${WEEKDAYS[date.getUTCDay()]} ${day}`, day];
    case 'week':
      return [`${day} ${month.slice(0, 3)}`, day];
    case 'month':
      return tier === 'upper'
        ? [`${month} ${year}`, `${month.slice(0, 3)} ${year}`, month.slice(0, 3)]
        : [month, month.slice(0, 3), month.slice(0, 1)];
    case 'quarter':
      return [`Q${Math.floor(date.getUTCMonth() / 3) + 1}`];
    case 'year':
      return [String(year), `’${String(((year % 100) + 100) % 100).padStart(2, '0')}`];
    case 'decade':
      return tier === 'upper' ? [`${year}s`] : [String(year)];
    case 'century':
    case 'millennium':
      return tier === 'upper' ? [`${year}–${year + (YEAR_STEPS[unit] ?? 1) - 1}`, String(year)] : [String(year)];
    default:
      return [String(year)];
  }
}

/** "7 October 2025". */
export function dayInWords(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "October 2025". */
export function monthInWords(ms: number): string {
  const date = new Date(ms);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
