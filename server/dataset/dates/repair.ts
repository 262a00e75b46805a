/** What people type for a date, put into EDTF: one answer where the meaning is certain, two where day and month may be swapped. */

import { fold } from '../names/names.ts';
import { daysInMonth, parseEdtf } from './edtf.ts';
import { monthsNamed } from './month-names.ts';
import { HALVES, indexIn, isOneOf, ORDINALS, QUARTERS, SEASONS } from './words.ts';

/** The dates that a text may mean, likeliest first; none where nobody can tell. */
export interface DateRepair {
  readonly dates: readonly string[];
}

/** A day or month that the calendar does not have. */
export interface ImpossibleDate {
  readonly year: number;
  readonly month: number;
  /** How many days the month has; absent when there is no such month. */
  readonly days: number | undefined;
}

const APPROXIMATE =
  /^(?:~|(?:circa|approximately|approx|about|around|около|примерно|прибл|ок|yaklaşık|cca|ca|c)\b\.?|(?:около|примерно|ок\.|yaklaşık))\s*(?=\d|\p{L})/iu;
const UNCERTAIN = /\s*(?:\(\?\)|\?)$/;
const RANGE = /\s+(?:to|until|till|through|по|до)\s+|\s*[–—]\s*|\s+-\s+|\s*\/\s*|\s*\.\.\.?\s*/iu;
/** `7–8 October 2025`, `October 7 to 8, 2025`. */
const DAYS_OF_MONTH = new RegExp(
  String.raw`^(?:(\p{L}+)\.? )?(\d{1,2})(?: ?- ?|${RANGE.source})(\d{1,2})(?: (\p{L}+)\.?)?,? (\d{4})\b\D*$`,
  'iu',
);
const RANGE_START = /^(?:from|since|between|с|со|от)\s+/iu;
const NOISE = new Set(
  [
    'of',
    'the',
    'in',
    'on',
    'during',
    'year',
    'г',
    'год',
    'года',
    'году',
    'в',
    'во',
    'yılı',
    'yılının',
    'yıl',
    'de',
    'del',
  ].map(fold),
);
const ORDINAL_SUFFIX = /^(\d{1,2})(?:st|nd|rd|th|-?го|-?е|-?нче|º|ª)$/iu;

/**
 * Repairs a text that {@link parseEdtf} does not take. Every answer is a date that it does take.
 * @param withTime whether a time of day may stay
 */
export function repairDate(text: string, withTime = false): DateRepair {
  const clean = tidy(text);
  const found = [...new Set(clean.length > 100 ? [] : readAny(clean, withTime))];
  return { dates: found.filter((date) => date !== text && parseEdtf(date, withTime) !== undefined) };
}

/** Which day or month of a text does not exist; nothing when that is not what is wrong with it. */
export function impossibleDate(text: string): ImpossibleDate | undefined {
  const parts = yearFirst(tidy(text)) ?? dayFirst(tidy(text));
  if (!parts) return undefined;
  const [year, month, day] = parts;
  if (month < 1 || month > 12) return { year, month, days: undefined };
  const days = daysInMonth(year, month);
  return day !== undefined && (day < 1 || day > days) ? { year, month, days } : undefined;
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[‐‑−]/gu, '-').trim();
}

/** Everything a text may mean, ranges and qualifiers included. */
function readAny(text: string, withTime: boolean): string[] {
  const single = monthsOrDay(text) ?? readMoment(text, withTime);
  if (single.length > 0) return single;
  if (APPROXIMATE.test(text)) return readMoment(text.replace(APPROXIMATE, ''), false).map((date) => `${date}~`);
  if (UNCERTAIN.test(text)) return readMoment(text.replace(UNCERTAIN, ''), false).map((date) => `${date}?`);
  return readRange(text.replace(RANGE_START, ''));
}

/** `2025-03/04`: from March to April, as `2025-10-06/07` goes from the 6th to the 7th; or the fourth of March. */
function monthsOrDay(text: string): string[] | undefined {
  const [year = 0, from = 0, to = 0] = (/^(\d{4})-(\d{1,2})\/(\d{1,2})$/.exec(text) ?? []).slice(1).map(Number);
  if (from === 0 || from >= to || to > 12) return undefined;
  return [`${isoDate(year, from)}/${isoDate(year, to)}`, isoDate(year, from, to)];
}

function readRange(text: string): string[] {
  const compact = compactRange(text);
  if (compact) return compact;
  const years = /^(\d{4})-(\d{4})$/.exec(text);
  const open = /^(?:\.\.)?\/(.+)$|^(.+)\/(?:\.\.)?$/.exec(text);
  if (open)
    return readMoment((open[1] ?? open[2]!).trim(), false).map((date) => (open[1] ? `../${date}` : `${date}/..`));
  const sides = years ? years.slice(1) : text.split(RANGE);
  if (sides.length !== 2) return [];
  const [start, end] = [sides[0]!, sides[1]!];
  // `31 August – 1 September 2025`: the year stands once, and the period does not run over its end.
  const year = /\d{4}/.test(start) ? undefined : /\b\d{4}\b/.exec(end)?.[0];
  const starts = readMoment(year ? inFull(start, end, year) : start, false);
  const ends = readMoment(end, false);
  if (year && starts[0]! > ends[0]!) return [];
  // Two ways to read either side would make four periods, of which nobody could pick one at a glance.
  return starts.length === 1 && ends.length === 1 ? [`${starts[0]}/${ends[0]}`] : [];
}

/** The beginning of a period of which only the end has the year; a mere number there counts what the number of the end counts. */
function inFull(start: string, end: string, year: string): string {
  if (!/^\d{1,2}$/.test(start)) return `${start} ${year}`;
  return start + (/^\d{1,2}(\D.*)$/.exec(end)?.[1] ?? '');
}

/** `7–8 October 2025`, `October 7-8, 2025`, `06-07.10.2025`, `2025-10-06/07`: two days of one month. */
function compactRange(text: string): string[] | undefined {
  const numbers =
    /^(?<a>\d{1,2}) ?[-–—] ?(?<b>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/.exec(text) ??
    /^(?<y>\d{4})-(?<m>\d{2})-(?<a>\d{2})(?:\/| ?[-–—] ?)(?<b>\d{2})$/.exec(text);
  if (numbers?.groups) {
    const { y, m, a, b } = numbers.groups;
    if (Number(a) > Number(b)) return undefined;
    return [[a, b].map((day) => isoDate(Number(y), Number(m), Number(day))).join('/')];
  }
  const match = DAYS_OF_MONTH.exec(text);
  const month = match?.[1] ?? match?.[4];
  if (!match || !month) return undefined;
  const [start, end] = [match[2], match[3]].map((day) => readWords(`${day} ${month} ${match[5]}`));
  if (start?.length !== 1 || end?.length !== 1 || start[0]! > end[0]!) return undefined;
  return [`${start[0]}/${end[0]}`];
}

/** Everything a text may mean as one date. */
function readMoment(text: string, withTime: boolean): string[] {
  if (parseEdtf(text)) return [text];
  return readTime(text, withTime) ?? readNumbers(text) ?? readWords(text);
}

function readTime(text: string, withTime: boolean): string[] | undefined {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2})[:.](\d{2})((?:[:.]\d{2})?(?:\.\d+)?) ?(Z|[+-]\d{2}:?\d{0,2})?$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '', zone = ''] = match;
  const date = isoDate(Number(year), Number(month), Number(day));
  if (!withTime) return [date];
  return [`${date}T${two(Number(hour))}:${minute}${second.replace(/^\./, ':')}${zone.toUpperCase()}`];
}

/** Digits with separators, or eight digits in a row. */
function readNumbers(text: string): string[] | undefined {
  const parts = yearFirst(text);
  // Zeros stand for what is not known.
  if (parts && parts[1] === 0 && !parts[2]) return [String(parts[0])];
  if (parts && parts[2] === 0) return [isoDate(parts[0], parts[1])];
  if (parts) return [isoDate(...parts)];
  const short = /^(\d{1,2})[-./ ](\d{4})$/.exec(text);
  if (short) return [isoDate(Number(short[2]), Number(short[1]))];
  const found = dayFirst(text);
  if (!found) return undefined;
  const [year, month, day] = found;
  return [isoDate(year, month, day), isoDate(year, day, month)].filter((date) => parseEdtf(date));
}

/** `2025-8-1`, `2025/10`, `2025.10.07.`, `20251007` as year, month and perhaps day. */
function yearFirst(text: string): [number, number, number?] | undefined {
  const match =
    /^(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?\.?$/.exec(text) ?? /^([12]\d{3})(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return match[3] === undefined ? [year, month] : [year, month, Number(match[3])];
}

/** `07.10.2025` and its like, taken day first as most of the world writes it, unless only the other order can be. */
function dayFirst(text: string): [number, number, number] | undefined {
  const match = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})(?: ?г\.?)?$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return second > 12 && first <= 12 ? [year, first, second] : [year, second, first];
}

/** A month, season, quarter or half by name, with a year and perhaps a day, in any order and among words that add nothing. */
function readWords(text: string): string[] {
  const decade = /^(?:the )?(\d{3})0['’]?s$/i.exec(text);
  if (decade) return [`${decade[1]}X`];
  const words = text
    .split(/[\s,/]+|(?<=\p{L})\.|(?<=\d)\.(?=\s|$)|(?<=\p{L})-|-(?=\p{L}{3})|-(?=[QH]\d)|(?<=\d{4})(?=[QH]\d)/iu)
    .filter((word) => word !== '');
  const rest = words.filter((word) => !NOISE.has(fold(word)) && !isWeekday(word));
  const years = rest.filter((word) => /^\d{4}$/.test(word));
  if (years.length !== 1 || rest.length > 3) return [];
  const year = Number(years[0]);
  const others = rest.filter((word) => word !== years[0]);
  return partOfYear(year, others) ?? namedMonth(year, others);
}

function partOfYear(year: number, words: readonly string[]): string[] | undefined {
  const [first = '', second] = words;
  if (words.length === 0) return [String(year)];
  if (second === undefined) {
    const season = indexIn(SEASONS, first);
    if (season >= 0) return [`${year}-${21 + season}`];
    const short = /^([QHКП]|кв)([1-4])$/iu.exec(first.replace(/^([1-4])(\p{L}+)$/u, '$2$1'));
    if (!short) return undefined;
    const number = Number(short[2]);
    if (!/^[hп]$/iu.test(short[1]!)) return [`${year}-${32 + number}`];
    return number <= 2 ? [`${year}-${39 + number}`] : undefined;
  }
  const [ordinal, noun] = indexIn(ORDINALS, first) >= 0 ? [first, second] : [second, first];
  const index = indexIn(ORDINALS, ordinal);
  if (index < 0) return undefined;
  if (isOneOf(QUARTERS, noun)) return [`${year}-${33 + index}`];
  return isOneOf(HALVES, noun) && index < 2 ? [`${year}-${40 + index}`] : undefined;
}

function namedMonth(year: number, words: readonly string[]): string[] {
  const named = words.filter((word) => monthsNamed(word).length > 0);
  const days = words.filter((word) => !named.includes(word)).map((word) => ORDINAL_SUFFIX.exec(word)?.[1] ?? word);
  if (named.length !== 1 || days.some((day) => !/^\d{1,2}$/.test(day))) return [];
  const months = monthsNamed(named[0]!);
  return months.map((month) => isoDate(year, month, days[0] === undefined ? undefined : Number(days[0])));
}

function isWeekday(word: string): boolean {
  return /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i.test(word);
}

function isoDate(year: number, month: number, day?: number): string {
  const start = `${year}-${two(month)}`;
  return day === undefined ? start : `${start}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
