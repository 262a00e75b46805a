/** What a source's own words for a date tell: whether they name a year, and how finely they date. */

import { monthsNamed } from '../../dataset/dates/month-names.ts';
import { HALVES, indexIn, isOneOf, ORDINALS, QUARTERS, SEASONS } from '../../dataset/dates/words.ts';
import { fold } from '../../dataset/names/names.ts';

/** What a text dates by, where it certainly gives no day. */
export interface Wording {
  /** The years that it names; none where it leaves the year to the reader. */
  readonly years: readonly number[];
  /**
   * The parts of a year that it names, as EDTF codes them after the year: `-10` is October, `-41` the second half, and an
   * empty text the year as a whole. Never none.
   */
  readonly parts: readonly string[];
  /** Whether it dates by some month, such as "next month", that it does not name; `parts` is then the whole year. */
  readonly byMonth: boolean;
  /** Whether it speaks of a beginning, middle or end, for which a month or a quarter may be a fair reading. */
  readonly isLoose: boolean;
}

const YEAR = /^[12]\d{3}(?=\D|$)/;
/** A year with letters before it: `FY2025`. */
const NAMED_YEAR = /^[a-z]{0,5}[12]\d{3}(?=\D|$)/;
/** `’25`, `07.10.25`, `20251007`, `令和7年`, `nineteen ninety-two`. */
const OTHER_YEAR =
  /(?<![\p{L}\p{N}])['’ʼ‘]\d{2}(?!\d)|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)|[\p{Nd}〇零一二三四五六七八九十元]年|\b(?:nineteen|twenty)[ -](?:hundred|ten|eleven|twelve|\w+teen|\w+ty)\b|\btwo thousand\b/iu;
/** Words for days, weeks and stretches of time, after which nobody can say here how fine a date may be. Folded. */
const FINER =
  /\b(?:today|tonight|tomorrow|yesterday|days?|daily|week\w*|eve|morning|(?:after)?noon|evening|night|months|quarters|decades?|century|centuries|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|n[ao][uvw]r[uy]z|ramadan|ramazan|christmas|easter|holidays?|segodnya|zavtra|vchera|den|dnya|dn[ei]i?|nedel\w*|ponedeln\w*|vtornik\w*|sred[auy]|chetverg\w*|pyatnits\w*|subbot\w*|voskresen\w*|bugun|yarin|dun|gun\w*|hafta\w*|pazar\w*|sali|carsamba|persembe|cuma\w*)\b/;
/** A day, whatever else the words are for. Folded. */
const NEW_YEAR = /\bnew year|\bnov(?:yi|ogo|omu|ym|om) god/;
const COUNTING =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth)$/;
/** Months whose names are common English words unless they begin with a capital. */
const CAPITALIZED: ReadonlyMap<string, RegExp> = new Map([
  ['may', /\bM(?:ay|AY)\b/],
  ['march', /\bM(?:arch|ARCH)\b/],
]);
/** Names so short that in another language they may be words of any sort. */
const SHORT_MONTHS = new Set([
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'mae',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]);
/** What Slavic and Turkic languages add to the name of a month in which something happens: `октябре`, `октябрында`. */
const MONTH_ENDING = /(?<=^.{4,})(?:[eui]|ya|s|[dt][ae]|[dt][ae]n|n[dt][ae]|[iy]n[dt][ae]|n?[iyu]n)$/;
const LOOSE =
  /\b(?:early|late|mid|middle|beginning|start|end|close|turn|nachal\w*|konts?e?|konets|kontsa|seredin\w*|basi\w*|sonu\w*|ortasi\w*)\b/;
const WHICH =
  '(?:next|this|last|past|coming|upcoming|current|previous|following|same|sleduyushch\\w*|budushch\\w*|et(?:om|ogo|ot)|prosh\\w*|tekushch\\w*|gelecek|onumuzdeki|bu|gecen|kelesi|bul)';
const YEAR_WORD = '(?:years?|god\\w*|yil\\w*|zhyl\\w*)';
const RELATIVE_YEAR = new RegExp(`\\b(?:${WHICH} ${YEAR_WORD}|(?:of|in|during|by) the year)\\b`);
const RELATIVE_MONTH = new RegExp(`\\b${WHICH} (?:month|mesyats\\w*|ay|ai)\\b`);
/** Words beside a bare year that make sure that it is the date, and no part of it is in words unknown here. */
const BEFORE_YEAR =
  /^(?:in|by|for|during|of|since|from|until|till|to|through|throughout|before|after|between|and|early|late|mid|end|year|v|vo|na|za|do|s|so|k|po|god|en|im|jahr|de|[12]\d{3})$/;
const AFTER_YEAR = /^(?:g|gg|god[au]?|yil(?:i|inda)?|zhyl(?:y|da)?)$/;

/** Longer texts say more than when. */
const MOST_LETTERS = 300;

/** Whether a text names a year, in whatever way. */
export function namesYear(text: string): boolean {
  return OTHER_YEAR.test(text.normalize('NFKC')) || tokensOf(text).some((token) => NAMED_YEAR.test(token));
}

/**
 * What a text dates by. Nothing where it gives a day, or may give one, as any number may that is not understood; and
 * nothing where it dates by nothing that is known here.
 */
export function wordingOf(text: string): Wording | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const tokens = tokensOf(text);
  const folded = tokens.join(' ');
  if (OTHER_YEAR.test(text.normalize('NFKC')) || FINER.test(folded) || NEW_YEAR.test(folded)) return undefined;
  const found = partsIn(tokens, text);
  if (!found) return undefined;
  const years = tokens.filter((token) => YEAR.test(token)).map((token) => Number(token.slice(0, 4)));
  const isLoose = LOOSE.test(folded);
  if (found.size > 0) return { years, parts: [...found], byMonth: false, isLoose };
  const byMonth = RELATIVE_MONTH.test(folded);
  const isByYear = RELATIVE_YEAR.test(folded) || (years.length > 0 && tokens.every((_, i) => isPlainYear(tokens, i)));
  return byMonth || isByYear ? { years, parts: [''], byMonth, isLoose } : undefined;
}

/** The parts of a year that are named; nothing where a number is left over, or a half or quarter without one. */
function partsIn(tokens: readonly string[], text: string): Set<string> | undefined {
  const parts = new Set<string>();
  const numbers = new Set<number>();
  for (const [i, token] of tokens.entries()) {
    const [group, first] = isOneOf(HALVES, token) ? [HALVES, 40] : isOneOf(QUARTERS, token) ? [QUARTERS, 33] : [];
    if (group && first) {
      const at = [i - 1, i - 2].find((place) => ordinalOf(tokens[place]) >= 0);
      const ordinal = ordinalOf(tokens[at ?? -1]);
      if (at === undefined || (group === HALVES && ordinal > 1)) return undefined;
      numbers.delete(at);
      parts.add(`-${first + ordinal}`);
    } else {
      const named = partsNamed(tokens, i, text);
      if (!named) return undefined;
      for (const part of named) parts.add(part);
      if (named.length === 0 && isNumber(token)) numbers.add(i);
    }
  }
  return numbers.size > 0 ? undefined : parts;
}

/** The parts that one word names by itself: a season, a month, `H2`, `Q3`. Nothing where the word before it is a day. */
function partsNamed(tokens: readonly string[], i: number, text: string): string[] | undefined {
  const token = tokens[i]!;
  const [, letter, digit] = /^([hq])([1-4])$/.exec(token.replace(/^(\d)([hq])$/, '$2$1')) ?? [];
  if (letter === 'q') return [`-${32 + Number(digit)}`];
  if (letter === 'h') return Number(digit) <= 2 ? [`-${39 + Number(digit)}`] : undefined;
  const season = indexIn(SEASONS, token);
  if (season >= 0 && isDownfall(tokens, i)) return [];
  if (season >= 0) return [`-${21 + season}`];
  const months = monthsIn(token, text);
  // "Седьмого октября": a day in words.
  if (months.length > 0 && /(?:ogo|ego)$/.test(tokens[i - 1] ?? '')) return undefined;
  return months.map((month) => `-${String(month).padStart(2, '0')}`);
}

/** Whether the word at a place is no season but "the fall of Kabul". */
function isDownfall(tokens: readonly string[], i: number): boolean {
  const [word, of, what = ''] = tokens.slice(i, i + 3);
  return word === 'fall' && of === 'of' && !YEAR.test(what) && !/^(?:this|that|next|last)$/.test(what);
}

function monthsIn(token: string, text: string): number[] {
  if (/\d/.test(token) || (token.length < 4 && !SHORT_MONTHS.has(token))) return [];
  if (CAPITALIZED.get(token)?.test(text) === false) return [];
  const months = monthsNamed(token);
  return months.length > 0 ? months : monthsNamed(token.replace(MONTH_ENDING, ''));
}

function ordinalOf(token: string | undefined): number {
  return token === 'latter' ? 1 : token === undefined ? -1 : indexIn(ORDINALS, token);
}

/** Whether a word counts something; a year does not. */
function isNumber(token: string): boolean {
  if (YEAR.test(token)) return /^\d{4}s$/.test(token);
  const isOrdinal = token.length > 3 && ordinalOf(token) >= 0;
  return /\d/.test(token) || COUNTING.test(token) || isOrdinal;
}

/** Whether the word at a place is no year, or a year that is certainly the whole of its date. */
function isPlainYear(tokens: readonly string[], i: number): boolean {
  if (!YEAR.test(tokens[i]!)) return true;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before !== undefined) return BEFORE_YEAR.test(before);
  return after === undefined || AFTER_YEAR.test(after) || YEAR.test(after);
}

function tokensOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((token) => token !== '');
}
