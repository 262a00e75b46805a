/** Dates that a text counts from the day on which it was written: "next year", "tomorrow", "September 12". */

import { dayToIso, type EdtfDate } from '../../dataset/dates/edtf.ts';
import { repairDate } from '../../dataset/dates/repair.ts';
import { fold } from '../../dataset/names/names.ts';
import { namesYear, wordingOf } from './wording.ts';

const NEXT = '(?:next|coming|upcoming|following|sleduyushch\\w*|budushch\\w*|gelecek|onumuzdeki|kelesi|kiyinki)';
const LAST = '(?:last|past|previous|prosh\\w*|gecen|otken)';
const YEAR = '(?:years?|god\\w*|yil\\w*|zhyl\\w*)';
const MONTH = '(?:months?|mesyats\\w*|ay|ayda|ai|aida)';
/** Several years or months, and those that one counts from the day itself: nobody can say when they begin and end. */
const STRETCH =
  / (?:years|months|gody|godov|godakh|mesyatsy|mesyatsev|mesyatsakh|(?:yil|zhyl|ay|ai)[ld]ar)|(?:in|over|for|during|within) the (?:next|coming|last|past|previous) (?:year|month)\b|past (?:year|month)\b/;
const POSSESSIVE = /['’ʼ]s(?!\p{L})/gu;
/** How many years or months a wording is from that of the report. */
const YEARS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`\\b${YEAR} after next\\b`), 2],
  [new RegExp(`\\b${NEXT} ${YEAR}\\b`), 1],
  [new RegExp(`\\b(?:${LAST} ${YEAR}|byltyr)\\b`), -1],
];
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`\\b${NEXT} ${MONTH}\\b`), 1],
  [new RegExp(`\\b${LAST} ${MONTH}\\b`), -1],
];
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:day after tomorrow|poslezavtra)\b/, 2],
  [/\b(?:tomorrow|zavtra|yarin|erteng?)\b/, 1],
  [/\b(?:day before yesterday|pozavchera)\b/, -2],
  [/\b(?:yesterday|vchera|dun|keshe)\b/, -1],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening)|segodnya|bug[iu]n)\b/, 0],
];
const PRESENT = /\b(?:this|current|eto[mt]|etogo|tekushch\w{2,4}) (?:year|month|god|goda|godu|mesyatse?|mesyatsa)\b/;
/** "Next spring", which in autumn is that of the next year. */
const SHIFTED = new RegExp(`\\b(?:${NEXT}|${LAST})\\b`);
const RECENTLY = /\b(?:recent|recently|lately|newly|nedavno|yakinda gectigimiz|son zamanlarda)\b/;
const SOON = /\b(?:soon|shortly|in the near future|skoro|vskore|v blizhaishee vremya|yakinda)\b/;
/** Words that count from a day that the text does not name. */
const COUNTED = new RegExp(
  `\\b(?:${NEXT}|${LAST}|this|current|same|et(?:om|ogo|ot)|tekushch\\w*|bu|bul) (?:${YEAR}|${MONTH}|weeks?|weekend|quarter|half|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|nedel\\w*|hafta\\w*)\\b|\\b(?:ago|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|\\bthe year\\b|\\b(?:byltyr|biyl)\\b`,
);

/** Whether a text dates by something that only the day of the report can tell. */
export function isRelative(text: string): boolean {
  if (namesYear(text)) return false;
  const folded = fold(text);
  const isCounted = [...YEARS, ...MONTHS, ...DAYS].some(([pattern]) => pattern.test(folded));
  if (isCounted || [RECENTLY, SOON, COUNTED].some((pattern) => pattern.test(folded))) return true;
  return wordingOf(text) !== undefined || dayInYear(text, '2000') !== undefined;
}

/** The date that a text means in a report of that day, in EDTF; nothing where that cannot be said. */
export function resolve(text: string, published: EdtfDate): string | undefined {
  const folded = fold(text);
  const isOpen = STRETCH.test(fold(text.replace(POSSESSIVE, ''))) || countsTwice(folded);
  if (isOpen && !RECENTLY.test(folded)) return undefined;
  const day = published.start.precision === 'day' && published.shape === 'moment' ? published.start : undefined;
  const month = /^(\d{4})-(0[1-9]|1[0-2])(?!\d)/.exec(published.shape === 'moment' ? published.start.text : '');
  const year = /^\d{4}/.exec(published.start.text)?.[0];
  if (!year || year !== /^\d{4}/.exec(published.end.text)?.[0]) return undefined;
  const days = shiftIn(DAYS, folded);
  if (days !== undefined) return day && dayToIso(day.first + days);
  const months = shiftIn(MONTHS, folded);
  if (months !== undefined) return month ? monthText(Number(month[1]), Number(month[2]) + months) : undefined;
  if (RECENTLY.test(folded)) return day && `../${day.text}`;
  if (SOON.test(folded)) return day && `${day.text}/..`;
  const years = shiftIn(YEARS, folded);
  const meant = String(Number(year) + (years ?? 0));
  if (years === undefined && SHIFTED.test(folded)) return undefined;
  const wording = wordingOf(text);
  if (!wording) {
    const day = dayInYear(withoutYear(folded), meant) ?? dayInYear(text, meant);
    return day ?? (years === undefined ? undefined : meant);
  }
  return wording.byMonth ? month?.[0] : wording.parts.length === 1 ? `${meant}${wording.parts[0]}` : undefined;
}

/** Whether a text leaves open which it means: "this year or next year", "today and tomorrow". */
function countsTwice(folded: string): boolean {
  const patterns = [...DAYS, ...MONTHS, ...YEARS].map(([pattern]) => pattern);
  const counted = patterns.find((pattern) => pattern.test(folded));
  const rest = counted && folded.replace(counted, ' ');
  return rest !== undefined && [...patterns, PRESENT].some((pattern) => pattern.test(rest));
}

/** "5 may" for "5 may of next year". */
function withoutYear(folded: string): string {
  return YEARS.reduce((text, [pattern]) => text.replace(pattern, ' '), folded);
}

/** A day or month that stands without a year, in the year given. */
function dayInYear(text: string, year: string): string | undefined {
  const { dates } = repairDate(`${text.trim().replace(/[.,;]$/, '')} ${year}`);
  return dates.length === 1 && dates[0] !== year ? dates[0] : undefined;
}

function shiftIn(shifts: readonly (readonly [RegExp, number])[], folded: string): number | undefined {
  return shifts.find(([pattern]) => pattern.test(folded))?.[1];
}

/** A month counted from the beginning of a year, which may lie in the year before or after. */
function monthText(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
