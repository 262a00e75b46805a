/** Names of months in the languages that sources are written in, as the platform's own locale data have them. */
import { fold } from '../names/names.ts';

const LOCALES = [
  'en',
  'ru',
  'tr',
  'az',
  'kk',
  'ky',
  'uz',
  'uz-Cyrl',
  'tk',
  'tg',
  'hy',
  'uk',
  'be',
  'ka',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'hu',
];
/** What people write and no locale has. */
const FURTHER: Readonly<Record<string, number>> = { sept: 9, мае: 5 };

type Months = ReadonlyMap<string, ReadonlySet<number>>;

let english: Months | undefined;
let all: Months | undefined;

/**
 * The months (from 1) that a word may mean, in any of these languages and any grammatical case they use in dates.
 * English is tried first: the other names take a while to gather, and few texts need them.
 */
export function monthsNamed(word: string): number[] {
  const folded = fold(word);
  english ??= collect(LOCALES.slice(0, 1));
  let found = english.get(folded);
  if (!found) {
    all ??= collect(LOCALES);
    found = all.get(folded);
  }
  return [...(found ?? [])];
}

function collect(locales: readonly string[]): Months {
  const found = new Map<string, Set<number>>();
  const add = (name: string, month: number) => {
    const folded = fold(name);
    // A number is no name, and a single letter says nothing.
    if (folded.length >= 3 && !/\d/.test(folded)) found.set(folded, (found.get(folded) ?? new Set()).add(month));
  };
  for (const formatter of formatters(locales)) {
    for (let month = 1; month <= 12; month++) {
      for (const { type, value } of formatter.formatToParts(Date.UTC(2000, month - 1, 15))) {
        if (type === 'month') add(value, month);
      }
    }
  }
  for (const [name, month] of Object.entries(FURTHER)) add(name, month);
  return found;
}

/** Names on their own and beside a day, which many languages inflect. */
function formatters(locales: readonly string[]): Intl.DateTimeFormat[] {
  const known = locales.filter((locale) => Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0);
  return known.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC', calendar: 'gregory' }),
      new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' }),
    ]),
  );
}
