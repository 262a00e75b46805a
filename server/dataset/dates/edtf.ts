/** Dates: EDTF text to intervals of days, three-valued comparison, and words. The only module that knows the EDTF library. */
/// <reference path="./edtf-library.d.ts" />

import * as l10n from '@vscode/l10n';
import parseWithLibrary from 'edtf';
import { monthName } from '../../../l10n/calendar.ts';
import { ownCopy } from '../text.ts';
import { halfWords, type Place, quarterWords, seasonWords, yearWords } from './said.ts';

/** How finely a date is known. */
export type Precision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'other';

/** One instant known to within `[first, last]`; whole days since 1970-01-01 (proleptic Gregorian), both inclusive, infinite where open. */
export interface Moment {
  readonly first: number;
  readonly last: number;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The EDTF text of this side, without qualifiers. */
  readonly text: string;
}

/**
 * A date as EDTF (ISO 8601-2) means it. A `moment` is some day within its interval; a `period` lasted from some day of
 * `start` to some day of `end`. For a moment, start and end are the same object.
 */
export interface EdtfDate {
  readonly text: string;
  readonly shape: 'moment' | 'period';
  readonly start: Moment;
  readonly end: Moment;
}

/** The answers to "is it so?" when dates are coarse. */
export type Answer = 'yes' | 'no' | 'unknown';

const DAY = 86_400_000;
const OPEN_PAST: Moment = open(-Infinity);
const OPEN_FUTURE: Moment = open(Infinity);
const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/;
/** 24:00, the end of its day. */
const MIDNIGHT = /T24(?=:00(?::00)?(?:Z|[+-]|$))/;
/** A year, month or day with a sign, or with digits that are not known. */
const UNSPECIFIED = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;
/** First and last day that people anywhere count to a season (month and day); a winter may be at either end of its year. */
const SEASONS: Readonly<Record<string, readonly [year: number, month: number, day: number][]>> = {
  spring: [
    [0, 3, 1],
    [0, 6, 21],
  ],
  summer: [
    [0, 6, 1],
    [0, 9, 23],
  ],
  autumn: [
    [0, 9, 1],
    [0, 12, 22],
  ],
  winter: [
    [-1, 12, 1],
    [1, 3, 21],
  ],
};
const SEASON = /^(-?\d{4})-(2[1-9]|3[0-2])$/;
const PART_OF_YEAR = /^(-?\d{4})-(3[3-9]|4[01])$/;
/** Halves, thirds and quarters of a year by the code of the first one; the library lets thirds run into one another. */
const PARTS_OF_YEAR: readonly { readonly code: number; readonly months: number; readonly precision: Precision }[] = [
  { code: 40, months: 6, precision: 'half' },
  { code: 37, months: 4, precision: 'other' },
  { code: 33, months: 3, precision: 'quarter' },
];
const SEASON_NAMES = Object.keys(SEASONS);
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** In a year of 365 days. */
const DAYS_BEFORE_MONTH = MONTH_LENGTHS.map((_, month) =>
  MONTH_LENGTHS.slice(0, month).reduce((sum, days) => sum + days, 0),
);
/** From the first day of the year 1. */
const DAYS_BEFORE_1970 = 719_162;
/** 0001-01-01, the first day that calendars and SQL can write, as a day since 1970-01-01. */
export const FIRST_DAY = -DAYS_BEFORE_1970;
/** 9999-12-31, their last. */
export const LAST_DAY = 2_932_896;
const CACHE_LIMIT = 20_000;
/** What has been read before; a text with a time is a date only where a time is welcome. */
const known = new Map<string, EdtfDate | null>();
const knownWithTime = new Map<string, EdtfDate | null>();

/**
 * Parses an EDTF text, or a year that YAML read as an integer. Date-times are accepted (and read to the day they name)
 * only where `withTime` says so. Anything else, days that do not exist included, gives `undefined`.
 */
export function parseEdtf(value: unknown, withTime = false): EdtfDate | undefined {
  const text = typeof value === 'number' ? yearText(value) : value;
  if (typeof text !== 'string' || text.length > 100) return undefined;
  const cache = withTime ? knownWithTime : known;
  let date = cache.get(text);
  if (date === undefined) {
    // What is known stays, and must not keep the text of a whole file.
    const own = ownCopy(text);
    date = parse(own, withTime) ?? null;
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(own, date);
  }
  return date ?? undefined;
}

/** Parses what is to count as today: a day or part of a year, no period, in the years 1 to 9999 that every calendar can write. */
export function parseToday(value: unknown): EdtfDate | undefined {
  const date = parseEdtf(value);
  return date?.shape === 'moment' && date.start.first >= FIRST_DAY && date.end.last <= LAST_DAY ? date : undefined;
}

/** The earliest day that a moment may be; one marked `~`, `?` or `%` may be any. */
export function earliest({ first, approximate, uncertain }: Moment): number {
  return approximate || uncertain ? -Infinity : first;
}

/** The latest day that a moment may be. */
export function latest({ last, approximate, uncertain }: Moment): number {
  return approximate || uncertain ? Infinity : last;
}

/** Is `a` over before `b` begins? Periods that merely share a day are not one before the other. */
export function isBefore(a: EdtfDate, b: EdtfDate): Answer {
  if (latest(a.end) < earliest(b.start)) return 'yes';
  return earliest(a.end) >= latest(b.start) ? 'no' : 'unknown';
}

/** Does the whole of `inner` lie within `outer`? 'no' only when some of it is certainly outside. */
export function isWithin(inner: EdtfDate, outer: EdtfDate): Answer {
  if (latest(inner.start) < earliest(outer.start) || earliest(inner.end) > latest(outer.end)) return 'no';
  const isInside = earliest(inner.start) >= latest(outer.start) && latest(inner.end) <= earliest(outer.end);
  return isInside ? 'yes' : 'unknown';
}

/** Does a period certainly end before it starts? Moments never do. */
export function isReversed(date: EdtfDate): boolean {
  return date.shape === 'period' && latest(date.end) < earliest(date.start);
}

/** The time from one date to another, both counted in; open where there is none. */
export function between(from: EdtfDate | undefined, to: EdtfDate | undefined): EdtfDate {
  const text = `${from?.start.text ?? '..'}/${to?.end.text ?? '..'}`;
  return { text, shape: 'period', start: from?.start ?? OPEN_PAST, end: to?.end ?? OPEN_FUTURE };
}

/** Do two dates share a day? 'no' only when one is certainly over before the other begins. */
export function overlaps(a: EdtfDate, b: EdtfDate): Answer {
  const before = isBefore(a, b);
  const after = isBefore(b, a);
  if (before === 'yes' || after === 'yes') return 'no';
  return before === 'no' && after === 'no' ? 'yes' : 'unknown';
}

/** The date in plain English words: "7 October 2025", "some time in the second half of 2017", "since 6 November 2024". */
export function inWords(date: EdtfDate): string {
  if (date.shape === 'moment') {
    const words = momentWords(date.start);
    return date.start.precision === 'day' ? words : l10n.t('some time in {0}', words);
  }
  const { start, end } = date;
  if (end.last === Infinity) {
    return start.first === -Infinity ? l10n.t('at all times') : l10n.t('since {0}', momentWords(start, 'after'));
  }
  if (start.first === -Infinity) return l10n.t('until {0}', momentWords(end, 'after'));
  return l10n.t('from {0} to {1}', momentWords(start, 'after'), momentWords(end, 'end'));
}

/** Milliseconds since 1970-01-01T00:00Z of the beginning of a day. */
export function dayToMilliseconds(day: number): number {
  return day * DAY;
}

/** `YYYY-MM-DD` of a day. */
export function dayToIso(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The side that tells when a date is: its beginning or, where that is open, its end. */
export function knownSide({ start, end }: EdtfDate): Moment {
  return start.first === -Infinity ? end : start;
}

/**
 * The year that a date is told by, as ISO 8601 counts years: that in which it begins or, where that is open, ends. Of a
 * season it is the year that is written, though its winter may begin in the year before; a decade has none.
 */
export function yearOf(date: EdtfDate): number | undefined {
  const { text, first, last } = knownSide(date);
  const season = SEASON.exec(text);
  if (season) return Number(season[1]);
  const year = yearOfDay(first);
  return year === yearOfDay(last) ? year : undefined;
}

function yearOfDay(day: number): number {
  return new Date(dayToMilliseconds(day)).getUTCFullYear();
}

/** "February 2025"; months count from 1. */
export function monthInWords(year: number, month: number): string {
  return `${monthName(month - 1).alone} ${year}`;
}

/** How many days a month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

function yearText(value: number): string | undefined {
  return Number.isInteger(value) && value >= 1000 && value <= 9999 ? String(value) : undefined;
}

function parse(text: string, withTime: boolean): EdtfDate | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) {
    const moment = parseMoment(text, withTime);
    return moment && { text, shape: 'moment', start: moment, end: moment };
  }
  const start = parseSide(text.slice(0, slash), OPEN_PAST);
  const end = parseSide(text.slice(slash + 1), OPEN_FUTURE);
  if (!start || !end || (start === OPEN_PAST && end === OPEN_FUTURE)) return undefined;
  return { text, shape: 'period', start, end };
}

function parseSide(text: string, whenOpen: Moment): Moment | undefined {
  return text === '..' || text === '' ? whenOpen : parseMoment(text, false);
}

function parseMoment(text: string, withTime: boolean): Moment | undefined {
  const plain = parsePlain(text);
  if (plain) return plain;
  const time = TIME.exec(text.replace(MIDNIGHT, 'T00'));
  if (time) return withTime ? parseMoment(time[1]!, false) : undefined;
  return parseQualified(text);
}

/**
 * Seasons: 21–24 anywhere, 25–28 northern, 29–32 southern. The standard leaves their days open, and the library takes
 * them for quarters; wide bounds keep "certainly outside" true. Where no hemisphere is named the northern one counts.
 */
function parseSeason(plain: string): Moment | undefined {
  const match = SEASON.exec(plain);
  if (!match) return undefined;
  const year = Number(match[1]);
  const isSouthern = Number(match[2]) >= 29;
  const names = isSouthern ? ['autumn', 'winter', 'spring', 'summer'] : SEASON_NAMES;
  const [first, last] = SEASONS[names[(Number(match[2]) - 21) % 4]!]!.map(([by, month, day]) =>
    dayNumber(year + by, month, day),
  );
  return moment(plain, first!, last!, 'other');
}

function parsePartOfYear(plain: string): Moment | undefined {
  const match = PART_OF_YEAR.exec(plain);
  if (!match) return undefined;
  const [year, part] = [Number(match[1]), Number(match[2])];
  const { code, months, precision } = PARTS_OF_YEAR.find((first) => part >= first.code)!;
  const end = (part - code + 1) * months;
  const last = dayNumber(year, end, daysInMonth(year, end));
  return moment(plain, dayNumber(year, end - months + 1, 1), last, precision);
}

/** The everyday forms (year, month, day) without the library's grammar, which takes a hundred times as long. */
function parsePlain(text: string): Moment | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return moment(text, dayNumber(year, 1, 1), dayNumber(year, 12, 31), 'year');
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const length = daysInMonth(year, month);
  if (match[3] === undefined) return moment(text, dayNumber(year, month, 1), dayNumber(year, month, length), 'month');
  const day = Number(match[3]);
  return day >= 1 && day <= length
    ? moment(text, dayNumber(year, month, day), dayNumber(year, month, day), 'day')
    : undefined;
}

/**
 * Everything else EDTF has for a single moment: qualifiers, parts of a year, seasons, unspecified digits. Not the bare
 * `20` and `202` of older drafts for a century and a decade: people who write these mean something else.
 */
function parseQualified(text: string): Moment | undefined {
  const certain = text.replace(/[~?%]$/, '');
  const part = parseSeason(certain) ?? parsePartOfYear(certain);
  if (part) return { ...part, ...qualifiersOf(text) };
  const plain = text.replace(/[~?%]/g, '');
  const known = parsePlain(plain) ?? parseUnspecified(plain);
  if (known && plain === text) return known;
  // What is no date here has a time, which the library takes as well, or is a day that there is not.
  if (!known && (text.includes('T') || UNSPECIFIED.test(plain))) return undefined;
  let parsed: LibraryDate;
  try {
    parsed = parseWithLibrary(text, { types: ['Date', 'Year', 'Season'] }) as LibraryDate;
  } catch {
    // The library throws for what is not EDTF; that answer is the caller's business, not a failure.
    return undefined;
  }
  const first = Math.floor(parsed.min / DAY);
  const last = Math.floor(parsed.max / DAY);
  if (!Number.isFinite(first) || !Number.isFinite(last)) return undefined;
  return { ...(known ?? moment(plain, first, last, 'other')), ...qualifiersOf(text) };
}

/** From the first to the last day that it may be. The library has a 29 February in every year, and mixes up years before 0. */
function parseUnspecified(text: string): Moment | undefined {
  const [all, sign, year = '', month = 'XX', day = 'XX'] = UNSPECIFIED.exec(text) ?? [];
  if (all === undefined) return undefined;
  const years = fitting(year, 0, 9999).map((number) => (sign ? -number : number));
  if (sign) years.reverse();
  const [months, days] = [fitting(month, 1, 12), fitting(day, 1, 31)];
  const first = firstDay(years, months, days);
  const last = firstDay(years.reverse(), months.reverse(), days.reverse());
  return first === undefined || last === undefined ? undefined : moment(text, first, last, 'other');
}

/** The numbers from one to another that a pattern such as `1X` may stand for. */
function fitting(pattern: string, from: number, to: number): number[] {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return numbers.filter((number) => {
    const digits = String(number).padStart(pattern.length, '0');
    return [...pattern].every((digit, i) => digit === 'X' || digit === digits[i]);
  });
}

/** The first day that the calendar has, in the order of the lists. */
function firstDay(years: readonly number[], months: readonly number[], days: readonly number[]): number | undefined {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((number) => number <= daysInMonth(year, month));
      if (day !== undefined) return dayNumber(year, month, day);
    }
  }
  return undefined;
}

interface LibraryDate {
  readonly min: number;
  readonly max: number;
}

function qualifiersOf(text: string): { approximate: boolean; uncertain: boolean } {
  return { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
}

function moment(text: string, first: number, last: number, precision: Precision): Moment {
  return { text, first, last, precision, approximate: false, uncertain: false };
}

function open(day: number): Moment {
  return { text: '..', first: day, last: day, precision: 'other', approximate: false, uncertain: false };
}

/** Counted by the rule of leap years rather than with a `Date`, which takes several times as long. */
function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return before * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1]! + leapDay + day - 1 - DAYS_BEFORE_1970;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function momentWords(moment: Moment, place: Place = 'alone'): string {
  const words = moment.approximate ? l10n.t('about {0}', plainWords(moment, 'after')) : plainWords(moment, place);
  return moment.uncertain ? l10n.t('{0} (uncertain)', words) : words;
}

function plainWords({ text, precision, first }: Moment, place: Place): string {
  const [year = '', part] = text.split(/(?<!^)-/);
  const month = () => monthName(Number(part) - 1);
  switch (precision) {
    case 'day':
      return `${Number(text.slice(8))} ${month().afterDay} ${year}`;
    case 'month':
      return `${place === 'after' ? month().afterDay : month().alone} ${year}`;
    case 'quarter':
      return quarterWords(Number(part) - 33, year, place);
    case 'half':
      return halfWords(Number(part) - 40, year, place);
    case 'year':
      return yearWords(text, place);
    default:
      if (SEASON.test(text)) return seasonWords((Number(part) - 21) % 4, year, place);
      return Number.isFinite(first) ? text : l10n.t('an open date');
  }
}
