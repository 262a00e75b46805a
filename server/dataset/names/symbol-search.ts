/** The search for records by what someone types: ids, names and aliases in any script, whole, begun, abbreviated or with a slip. */

import { inOrder } from '../dataset.ts';
import type { RecordDocument } from '../record-index.ts';
import { hasLetters, hasNearly, isOfBeginnings } from './abbreviation.ts';
import { fold } from './names.ts';

/** A record that answers a query. */
interface Hit {
  readonly document: RecordDocument;
  /** Whether it is the dataset's own. */
  readonly isOwn: boolean;
  /** How well it answers, one of {@link Rank}. */
  readonly rank: number;
  /** How long the name is that answers, in letters: of two that begin alike the shorter is more likely meant. */
  readonly length: number;
}

/** How a query is answered, the better the higher. */
const Rank = {
  whole: 8,
  beginning: 7,
  laterWord: 6,
  /** Each word of the query begins some word. */
  allWords: 5,
  withinWord: 4,
  /** The letters are beginnings of words in their order: `otsgab` is `ots-summit-2025-gabala`. */
  wordBeginnings: 3,
  /** All but one letter of a long word. */
  slip: 2,
  /** The letters are there in their order, from the beginning of a word. */
  letters: 1,
} as const;

/** A record's folded names, former ids among them, each between line ends, and which letters are in them. */
interface Names {
  readonly text: string;
  readonly letters: number;
}

type Answer = Pick<Hit, 'rank' | 'length'>;

const LONGEST_QUERY = 100;
/** So many that are found are enough not to look for what else may be meant. */
const FEW = 10;
/** Longer ones are no abbreviations; each letter has a bit of a number. */
const MOST_LETTERS = 30;
/** From this length on a word that is another one but for one letter is hardly there by chance. */
const LONG_WORD = 5;

const known = new WeakMap<RecordDocument['record'], Names>();

/**
 * The records that answer a query, the best first, of equals the own ones; an empty query is answered by every own one.
 * @param limit how many at most
 */
export function searchRecords(
  own: readonly RecordDocument[],
  shipped: readonly RecordDocument[],
  query: string,
  limit: number,
): Hit[] {
  const best = new Best(limit);
  const folded = fold(query.slice(0, LONGEST_QUERY));
  if (query.trim() === '') {
    for (const document of own) best.add({ document, isOwn: true, rank: 0, length: 0 });
    return best.hits;
  }
  if (folded === '') return [];
  const asked = new Query(folded);
  const all = [...own, ...shipped];
  const names = all.map(namesOf);
  const ask = (answer: (names: Names) => Answer | undefined) => {
    for (let at = 0; at < all.length; at++) {
      const found = answer(names[at]!);
      if (found) best.add({ document: all[at]!, isOwn: at < own.length, ...found });
    }
  };
  ask((each) => asked.asWritten(each));
  // What may be meant is of interest only where little is written as it is asked for, and a guess where there is nothing.
  if (best.hits.length < FEW) ask((each) => asked.ofBeginnings(each));
  if (best.hits.length === 0) ask((each) => asked.nearly(each));
  if (best.hits.length === 0) ask((each) => asked.ofLetters(each));
  return best.hits;
}

class Query {
  readonly #text: string;
  readonly #words: readonly string[];
  /** Without blanks, for comparison letter by letter. */
  readonly #letters: string;
  readonly #mask: number;
  /** The query as it stands at the beginning of a name, as a whole name, and within one. */
  readonly #first: string;
  readonly #whole: string;
  readonly #later: string;

  constructor(folded: string) {
    this.#text = folded;
    this.#first = `\n${folded}`;
    this.#whole = `\n${folded}\n`;
    this.#later = ` ${folded}`;
    this.#words = folded.split(' ');
    this.#letters = this.#words.join('');
    this.#mask = maskOf(folded);
  }

  /** Names that have the query in them. */
  asWritten({ text, letters }: Names): Answer | undefined {
    if ((this.#mask & ~letters) !== 0) return undefined;
    const query = this.#text;
    const within = text.indexOf(query);
    if (within < 0) return this.#words.length > 1 ? this.#allWords(text) : undefined;
    const first = text.indexOf(this.#first);
    if (first >= 0) {
      const isWhole = text.includes(this.#whole);
      return {
        rank: isWhole ? Rank.whole : Rank.beginning,
        length: isWhole ? query.length : lengthAt(text, first + 1),
      };
    }
    const later = text.indexOf(this.#later);
    if (later >= 0) return { rank: Rank.laterWord, length: lengthAt(text, later) };
    return this.#allWords(text) ?? { rank: Rank.withinWord, length: lengthAt(text, within) };
  }

  #allWords(text: string): Answer | undefined {
    const isAll = this.#words.length > 1 && this.#words.every((word) => begins(text, word));
    return isAll ? { rank: Rank.allWords, length: text.length } : undefined;
  }

  /** Names whose words begin with its letters. */
  ofBeginnings(names: Names): Answer | undefined {
    if (!this.#mayAbbreviate(names)) return undefined;
    const length = nameWith(names.text, (start, end) => isOfBeginnings(names.text, start, end, this.#letters));
    return length > 0 && !this.asWritten(names) ? { rank: Rank.wordBeginnings, length } : undefined;
  }

  /** Names that have its letters one after the other, not too far apart. */
  ofLetters(names: Names): Answer | undefined {
    if (!this.#mayAbbreviate(names)) return undefined;
    const length = nameWith(names.text, (start, end) => hasLetters(names.text, start, end, this.#letters));
    return length > 0 ? { rank: Rank.letters, length } : undefined;
  }

  #mayAbbreviate({ letters }: Names): boolean {
    const { length } = this.#letters;
    return length >= 2 && length <= MOST_LETTERS && (this.#mask & ~letters) === 0;
  }

  /** Names of which each word of the query begins a word, or is a long one but for one letter. */
  nearly({ text }: Names): Answer | undefined {
    if (this.#words.every((word) => word.length < LONG_WORD)) return undefined;
    const isThere = (word: string) => begins(text, word) || (word.length >= LONG_WORD && hasNearly(text, word));
    return this.#words.every(isThere) ? { rank: Rank.slip, length: text.length } : undefined;
  }
}

function namesOf({ record }: RecordDocument): Names {
  let names = known.get(record);
  if (!names) {
    const all = [...record.foldedNames, ...record.formerIds.map(fold)];
    const text = ['', ...all, ''].join('\n');
    names = { text, letters: maskOf(text) };
    known.set(record, names);
  }
  return names;
}

/** A bit for each letter and each pair of digits. */
function maskOf(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) mask |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) mask |= 1 << (26 + ((code - 48) >> 1));
  }
  return mask;
}

/** The length of the name that an offset lies in. */
function lengthAt(text: string, offset: number): number {
  return text.indexOf('\n', offset) - text.lastIndexOf('\n', offset - 1) - 1;
}

function begins(text: string, word: string): boolean {
  return text.includes(`\n${word}`) || text.includes(` ${word}`);
}

/** The length of the first of some names that fits; 0 where none does. */
function nameWith(text: string, fits: (start: number, end: number) => boolean): number {
  for (let start = 1; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if (fits(start, end)) return end - start;
    start = end + 1;
  }
  return 0;
}

/** Keeps the best hits in order, so that one pass over all records is enough. */
class Best {
  readonly hits: Hit[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(hit: Hit): void {
    const { hits } = this;
    if (hits.length >= this.#most && (this.#most === 0 || compare(hit, hits.at(-1)!) >= 0)) return;
    let low = 0;
    let high = hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(hits[middle]!, hit) <= 0) low = middle + 1;
      else high = middle;
    }
    hits.splice(low, 0, hit);
    if (hits.length > this.#most) hits.pop();
  }
}

function compare(a: Hit, b: Hit): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  if (a.isOwn !== b.isOwn) return a.isOwn ? -1 : 1;
  if (a.length !== b.length) return a.length - b.length;
  const [left, right] = [a.document.record.id ?? '', b.document.record.id ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return inOrder(a.document, b.document);
}
