/** Free text: which events have every word of a query in titles, dates and names of lanes, whatever the script and the accents. */
import type { LaneDimension, LaneName, LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { DIMENSIONS, laneNameOf } from '../lanes.ts';

/** Letters that no decomposition makes plain, of Latin, Cyrillic (Turkic ones above all), Greek and Arabic, and what they are read as. */
const LETTERS = 'ıəøłđðħŧŋ' + 'өүұңқғәһіҳҷҗҡҙҫҕєґ' + 'ςىیکة';
const PLAIN = 'ieolddhtn' + 'оуункгахихчжкзсгег' + 'σييكه';
const READ_AS = new Map([...LETTERS].map((letter, index) => [letter, PLAIN[index] ?? letter]));
READ_AS.set('ß', 'ss').set('æ', 'ae').set('œ', 'oe').set('þ', 'th');
const UNUSUAL = new RegExp(`[${[...READ_AS.keys()].join('')}]`, 'g');

/** Accents and vowel points. Signs of other scripts (Devanagari, Thai, the voicing of kana) stay: there they are letters. */
const MARKS = /(?=\p{M})(?!\u3099|\u309a)[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Cyrillic}]/gu;
/** What cannot be seen, and the Arabic stroke that only stretches a word. */
const UNSEEN = /[\p{Cf}\u0640]/gu;
/** Written or not, and in many ways: Oʻzbekiston, O'zbekiston, Ozbekiston. */
const APOSTROPHES = /['`´ʹʻʼʽˈ‘’′]/g;
const PLAIN_TEXT = /^[a-z\d ]*$/i;

/** Lower case without accents, apostrophes and punctuation: `Türkiye`, `TURKIYE` and `turkiye` become the same. Idempotent. */
export function fold(text: string): string {
  if (PLAIN_TEXT.test(text)) return text.toLowerCase().trim().replace(/ {2,}/g, ' ');
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(UNUSUAL, (letter) => READ_AS.get(letter) ?? letter)
    .replace(APOSTROPHES, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** One word or "phrase" of a query, folded, in the ways in which it may be written. */
export type Term = readonly string[];

/** What a query asks for: words, and phrases in quotation marks; `co-operation` asks for `cooperation`, too. */
export function termsOf(query: string): Term[] {
  const parts = query.replace(/[“”„«»]/g, '"').match(/"[^"]*"?|[^\s"]+/g) ?? [];
  return parts
    .map((part) => [...new Set([fold(part), fold(joined(part))])].filter(Boolean))
    .filter(({ length }) => length);
}

/** Makes the test for a query: every term must occur. Null when it asks for nothing. */
export function makeSearch(query: string, names: LaneNames): ((event: TimelineEvent) => boolean) | null {
  const tests = termsOf(query).map((term) => termTest(term, names));
  return tests.length === 0 ? null : (event) => tests.every((test) => test(event));
}

function termTest(term: Term, names: LaneNames): (event: TimelineEvent) => boolean {
  const has = (text: string): boolean => term.some((way) => text.includes(way));
  // Many events share few lanes: each lane is looked at once.
  const lanes = DIMENSIONS.map((dimension) => [dimension, new Map<string, boolean>()] as const);
  const laneHas = (dimension: LaneDimension, known: Map<string, boolean>, key: string): boolean => {
    let found = known.get(key);
    if (found === undefined) {
      found = has(fold(key)) || has(nameText(laneNameOf(names, dimension, key)));
      known.set(key, found);
    }
    return found;
  };
  return (event) =>
    has(eventText(event)) ||
    lanes.some(([dimension, known]) => event.lanes[dimension]?.some((key) => laneHas(dimension, known, key)));
}

/** Parts texts that must not be read as one; folding leaves it alone, and nobody can type it. */
const APART = '\u0001';

const eventTexts = new WeakMap<TimelineEvent, string>();
const nameTexts = new WeakMap<LaneName, string>();

function eventText(event: TimelineEvent): string {
  let text = eventTexts.get(event);
  if (text === undefined) {
    const { title, aliases = [], id, kind, status = '', date } = event;
    text = foldAll([title, ...aliases], [id, kind, status, date.edtf, date.words]);
    eventTexts.set(event, text);
  }
  return text;
}

function nameText(name: LaneName): string {
  let text = nameTexts.get(name);
  if (text === undefined) {
    text = foldAll([name.name, name.short ?? '', ...(name.aliases ?? [])], []);
    nameTexts.set(name, text);
  }
  return text;
}

/** Names can be found with their hyphens and without. */
function foldAll(names: readonly string[], others: readonly string[]): string {
  const hyphened = names.filter((name) => name !== joined(name)).map(joined);
  return fold([...names, ...hyphened, ...others].join(APART));
}

function joined(text: string): string {
  return text.replace(/(\p{L})[-‐‑](?=\p{L})/gu, '$1');
}
