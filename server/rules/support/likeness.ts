/** Whether two titles mean one thing: their telling words compared, whatever stands around them. */

/** The words that tell one title from another. */
export interface TellingWords {
  /** What it is about: `cybersecurity`. */
  readonly subjects: ReadonlySet<string>;
  /** What sort of thing it is: `council`. */
  readonly sorts: ReadonlySet<string>;
  /** Numbers tell things of one name apart. */
  readonly numbers: ReadonlySet<string>;
}

/** Words that say nothing of the matter. */
const STOP_WORDS = new Set(
  (
    'a an and as at be between by during for from in into its new of on or over the their this to under upon via with within ' +
    'best further joint more no number proposal propose proposed initiative initiatives create creation creating establish ' +
    'establishing establishment launch launching hold holding develop developing development set up'
  ).split(' '),
);

/** Words for sorts of things, which stand in the titles of many different ones. */
const SORTS = new Set(
  (
    'academy agreement amendment assembly association body center centre club committee concept conference congress ' +
    'convention cooperation council declaration dialogue expert format forum framework fund group institute institution ' +
    'international mechanism meeting minister network platform plan practice program project regional roadmap secretariat session ' +
    'statement strategy summit system treaty week working'
  ).split(' '),
);

/** Beginnings that people write as a word of their own, with a hyphen, or not. */
const PREFIXES = new Set(['anti', 'co', 'counter', 'cyber', 'e', 'eco', 'inter', 'micro', 'multi', 'non']);

/** A word for a sort of thing weighs less than one for what it is about. */
const SORT_WEIGHT = 0.5;

/**
 * The telling words of a folded title.
 * @param ignored what goes without saying, such as the names of the organization that is addressed
 */
export function tellingWords(folded: string, ignored: readonly WordedNames[] = []): TellingWords {
  const [subjects, sorts, numbers] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const word of wordsOf(folded, ignored)) {
    const { role, text } = meaningOf(word);
    if (role === 'subject') subjects.add(text);
    else if (role === 'sort') sorts.add(text);
    else if (role === 'number') numbers.add(text);
  }
  return { subjects, sorts, numbers };
}

/** What a word is in a title, and the form in which it is compared. */
interface Meaning {
  readonly role: 'subject' | 'sort' | 'number' | 'filler';
  readonly text: string;
}

const MOST_KNOWN = 10_000;
/** Titles have few words between them. */
const known = new Map<string, Meaning>();

function meaningOf(word: string): Meaning {
  let meaning = known.get(word);
  if (!meaning) {
    meaning = workOut(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, meaning);
  }
  return meaning;
}

function workOut(word: string): Meaning {
  if (/^(?:\d+|[ivx]+)$/.test(word)) return { role: 'number', text: word };
  if (STOP_WORDS.has(word)) return { role: 'filler', text: word };
  const text = stem(word);
  return { role: SORTS.has(text) ? 'sort' : 'subject', text };
}

/** Names as lists of words, by their first word. */
export type WordedNames = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Folded names in the form that {@link tellingWords} takes. */
export function wordedNames(foldedNames: Iterable<string>): WordedNames {
  const names = new Map<string, string[][]>();
  for (const name of foldedNames) {
    const words = name.split(' ');
    const known = names.get(words[0]!);
    if (known) known.push(words);
    else names.set(words[0]!, [words]);
  }
  return names;
}

/** How many words the longest of some names has that stands at a place in a row of words; 0 where none does. */
function lengthOfName(words: readonly string[], at: number, ignored: readonly WordedNames[]): number {
  let longest = 0;
  for (const names of ignored) {
    for (const name of names.get(words[at]!) ?? []) {
      if (name.length > longest && name.every((word, i) => word === words[at + i])) longest = name.length;
    }
  }
  return longest;
}

/** How alike two titles are, from 0 to 1: the share of their telling words that both have. */
export function likeness(a: TellingWords, b: TellingWords): number {
  if (
    a.numbers.size > 0 &&
    b.numbers.size > 0 &&
    common(a.numbers, b.numbers) < Math.max(a.numbers.size, b.numbers.size)
  ) {
    return 0;
  }
  const shared = common(a.subjects, b.subjects) + SORT_WEIGHT * common(a.sorts, b.sorts);
  const all = weightOf(a) + weightOf(b) - shared;
  return all === 0 ? 0 : shared / all;
}

function weightOf({ subjects, sorts }: TellingWords): number {
  return subjects.size + SORT_WEIGHT * sorts.size;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

function wordsOf(folded: string, ignored: readonly WordedNames[]): string[] {
  const words: string[] = [];
  const all = folded.split(' ');
  let prefix = '';
  for (let at = 0; at < all.length; at++) {
    const word = all[at]!;
    const length = lengthOfName(all, at, ignored);
    if (length > 0) at += length - 1;
    else if (PREFIXES.has(word)) prefix += word;
    else if (word !== '') {
      words.push(prefix + word);
      prefix = '';
    }
  }
  return prefix === '' ? words : [...words, prefix];
}

/** A word without what British, American, singular and plural spelling make of its end. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/programmes?$/, 'program')
    .replace(/centres?$/, 'center')
    .replace(/is(e[ds]?|ing|ation)$/, 'iz$1')
    .replace(/our(?=s?$)/, 'or')
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|ss|x)es$/, '$1')
    .replace(/(?<![isu])s$/, '');
}
