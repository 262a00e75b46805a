/** Calendar arithmetic in UTC for the axis: where a day, month, quarter, year or decade begins, and what it is called. */
import * as l10n from '@vscode/l10n';
import { monthName, weekdayName } from '../../../l10n/calendar.ts';
import { capitalized } from '../../../l10n/language.ts';

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** A lustrum is five years, a myriad ten thousand, a lakh a hundred thousand. */
export type Unit =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'lustrum'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'myriad'
  | 'lakh';

/** How many years the units have that are made of years. */
const YEARS = { year: 1, lustrum: 5, decade: 10, century: 100, millennium: 1000, myriad: 10_000, lakh: 100_000 };
const YEAR_MS = 365.2425 * DAY;

/** Typical length of a unit in milliseconds; only for choosing a level of detail. */
export const UNIT_MS: Record<Unit, number> = {
  day: DAY,
  week: 7 * DAY,
  month: YEAR_MS / 12,
  quarter: YEAR_MS / 4,
  ...(Object.fromEntries(Object.entries(YEARS).map(([unit, years]) => [unit, years * YEAR_MS])) as typeof YEARS),
};

/** Like `Date.UTC`, but years 0 to 99 are those years and not 1900 to 1999. */
function utc(year: number, month: number, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The first instant of the unit that holds `ms`. A "week" begins on the 1st, 8th, 15th or 22nd of a month. */
export function floorTo(unit: Unit, ms: number): number {
  // A Date drops fractions towards 1970.
  const date = new Date(Math.floor(ms));
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
      const step = YEARS[unit];
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
      return utc(year + YEARS[unit], 0);
  }
}

/** A Date knows no more; within these every unit has a first and a last instant. */
const FIRST = utc(-200_000, 0);
const LAST = utc(200_000, 0);

/** The units that touch [from, to] (ms UTC), each from its first instant to the next one's. */
export function unitsWithin(unit: Unit, from: number, to: number): { start: number; end: number }[] {
  const units: { start: number; end: number }[] = [];
  for (let start = floorTo(unit, Math.max(FIRST, from)); start < Math.min(LAST, to); ) {
    const end = nextOf(unit, start);
    units.push({ start, end });
    start = end;
  }
  return units;
}

/** Names of a unit from the longest to the shortest, so that the axis can take the first that fits. */
export function namesOf(unit: Unit, start: number, tier: 'upper' | 'lower'): string[] {
  const date = new Date(start);
  const year = date.getUTCFullYear();
  const { alone, afterDay, short } = monthName(date.getUTCMonth());
  const weekday = weekdayName(date.getUTCDay());
  const day = String(date.getUTCDate());
  switch (unit) {
    case 'day':
      return [`${weekday} ${day} ${afterDay}`, `${weekday} ${day}`, day];
    case 'week':
      return [`${day} ${short}`, day];
    case 'month':
      return tier === 'upper'
        ? [capitalized(`${alone} ${yearText(year)}`), capitalized(`${short} ${yearText(year)}`), capitalized(short)]
        : [capitalized(alone), capitalized(short), capitalized(short.slice(0, 1))];
    case 'quarter':
      return [l10n.t('Q{0}', Math.floor(date.getUTCMonth() / 3) + 1)];
    case 'year':
      // Only of years with four digits do people leave out the century.
      return year >= 1000 && year <= 9999
        ? [yearText(year), `’${String(year % 100).padStart(2, '0')}`]
        : [yearText(year)];
    default:
      return tier === 'upper' ? rangeNames(year, YEARS[unit]) : [yearText(year)];
  }
}

/** "1980s", "1900–1999"; with "to" where a year has a sign of its own. */
function rangeNames(first: number, years: number): string[] {
  if (years === YEARS.decade && first >= 10) return [l10n.t('{0}s', first)];
  const [from, to] = [yearText(first), yearText(first + years - 1)];
  return [first < 0 ? l10n.t('{0} to {1}', from, to) : `${from}–${to}`, from];
}

/** A year as ISO 8601 and EDTF count: 0 is the year before 1. */
function yearText(year: number): string {
  return year < 0 ? `−${-year}` : String(year);
}

/** "7 October 2025". */
export function dayInWords(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${monthName(date.getUTCMonth()).afterDay} ${yearText(date.getUTCFullYear())}`;
}

/** "October 2025". */
export function monthInWords(ms: number): string {
  const date = new Date(ms);
  return `${monthName(date.getUTCMonth()).alone} ${yearText(date.getUTCFullYear())}`;
}

/** The day or the month that holds `ms` where there is little room, in parts from the smallest to the year. */
export function shortWords(ms: number, byDays: boolean): string[] {
  const date = new Date(ms);
  const month = [monthName(date.getUTCMonth()).short, yearText(date.getUTCFullYear())];
  return byDays ? [String(date.getUTCDate()), ...month] : month;
}
