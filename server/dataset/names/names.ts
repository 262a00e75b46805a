/** Folding of names, so that `Türkiye`, `Turkiye` and `Тюрк…` meet: one form for look-up and search in any script. */
import anyAscii from 'any-ascii';

/** Marks that stand inside a word and say nothing of its letters: apostrophes, Uzbek and Turkic letter marks, soft hyphen, joiners. */
const INSIDE_WORDS = /['’‘ʻʼ`´ʹʺ\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
/** Cyrillic `ю` after a consonant stands for the front vowel that Latin Turkic writes `ü`: `тюрк` is `türk`. */
const SOFT_U = /(?<=[бвгджзйклмнпрстфхцчшщ])ю/gu;
/**
 * All but symbols (U+2200 to U+2BFF), what NFKD has taken apart (radicals, squares, presentation forms), and Han and other
 * syllabic scripts, of which each character is a word or a syllable: those are searched as they are written.
 */
const ALPHABETIC = /[^\u{2200}-\u{2BFF}\u{2F00}-\u{2FFF}\u{3200}-\u{10FFFF}]+/gu;
const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
/** How many edits are tried first. */
const FEW_EDITS = 2;
const ASCII = /^[\x20-\x7E]*$/;
const ASCII_INSIDE_WORDS = /['`]/g;
const NOT_ASCII_ALPHANUMERIC = /[^a-z0-9]+/g;

/**
 * Folds a name to words of `a-z0-9` parted by single blanks: Unicode NFKD, diacritics and case dropped (`İ I ı i` fold
 * together), other alphabets transliterated, punctuation collapsed; Han characters stay. Folding twice changes nothing more.
 */
export function fold(name: string): string {
  if (PLAIN.test(name)) return name;
  // Most names have no other letters, and for those all the rest comes down to this.
  if (ASCII.test(name))
    return name.toLowerCase().replace(ASCII_INSIDE_WORDS, '').replace(NOT_ASCII_ALPHANUMERIC, ' ').trim();
  const base = name
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(INSIDE_WORDS, '')
    .replace(SOFT_U, 'у');
  const latin = base.replace(ALPHABETIC, (text) => anyAscii(text));
  return latin.toLowerCase().replace(INSIDE_WORDS, '').replace(NOT_ALPHANUMERIC, ' ').trim();
}

/** How well a folded name answers a folded query: 3 the whole name, 2 its beginning, 1 the beginning of a later word, 0 not at all. */
export function matchRank(foldedName: string, foldedQuery: string): 0 | 1 | 2 | 3 {
  if (foldedName === foldedQuery) return 3;
  if (foldedName.startsWith(foldedQuery)) return 2;
  return foldedName.includes(` ${foldedQuery}`) ? 1 : 0;
}

/**
 * The candidates nearest to a mistyped word, best first: at most `limit`, each within a third of the word's length in
 * Levenshtein distance (a swap of neighbours counts as one; optimal string alignment).
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const target = word.toLowerCase();
  const allowed = mostEdits(target);
  const all = Array.isArray(candidates) ? candidates : [...candidates];
  // Nearly all mistakes are small, and what is far away is told from them at little cost.
  for (let most = Math.min(FEW_EDITS, allowed); ; most = Math.min(most * 2, allowed)) {
    const found = nearestWithin(target, all, most, limit);
    if (found.length >= limit || most === allowed) return found;
  }
}

/** The candidates within so many edits, best first, at most `limit`. */
function nearestWithin(target: string, candidates: readonly string[], edits: number, limit: number): string[] {
  const found: { candidate: string; distance: number }[] = [];
  const byDistance = (a: (typeof found)[0], b: (typeof found)[0]) =>
    a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1);
  // Once enough are found, only what is as near as the last of them is worth a closer look.
  let most = edits;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - target.length) > most) continue;
    const distance = editDistance(target, candidate.toLowerCase(), most);
    if (distance > most || found.some((entry) => entry.candidate === candidate)) continue;
    found.push({ candidate, distance });
    if (found.length <= limit) continue;
    found.sort(byDistance).pop();
    most = found.at(-1)!.distance;
  }
  return found.sort(byDistance).map((entry) => entry.candidate);
}

/** Whether {@link nearest} could name a candidate. */
export function isNear(word: string, candidate: string): boolean {
  const most = mostEdits(word);
  if (Math.abs(candidate.length - word.length) > most) return false;
  return editDistance(word.toLowerCase(), candidate.toLowerCase(), most) <= most;
}

function mostEdits(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** All candidates: those that are near to the word first, the others in their own order. */
export function nearestFirst(word: string, candidates: readonly string[]): string[] {
  const near = nearest(word, candidates);
  return [...near, ...candidates.filter((candidate) => !near.includes(candidate))];
}

/**
 * Optimal string alignment distance; anything over `most` comes back as `most + 1`. Beginnings and ends in common cost
 * nothing, and cells further than `most` from the diagonal, which hold more than that whatever the letters, are left out.
 */
function editDistance(a: string, b: string, most: number): number {
  const { start, rows, columns } = differentPart(a, b);
  if (Math.abs(rows - columns) > most) return most + 1;
  let [beforeLast, last, row] = cells(columns + 2);
  for (let j = 0; j <= columns; j++) last[j] = j;
  for (let i = 1; i <= rows; i++) {
    const first = Math.max(1, i - most);
    const end = Math.min(columns, i + most);
    let least = first === 1 ? i : most + 1;
    // Of the cells outside the band, the next row looks at those on either side of it only.
    row[first - 1] = least;
    row[end + 1] = most + 1;
    const letter = a.charCodeAt(start + i - 1);
    const before = a.charCodeAt(start + i - 2);
    for (let j = first; j <= end; j++) {
      const other = b.charCodeAt(start + j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && before === other) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const free = beforeLast;
    beforeLast = last;
    last = row;
    row = free;
  }
  return Math.min(last[columns]!, most + 1);
}

let rowsOfCells: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(), new Uint16Array(), new Uint16Array()];

/** Three rows of at least so many cells, with anything in them: made once, as words by the thousand are compared. */
function cells(length: number): [Uint16Array, Uint16Array, Uint16Array] {
  if (rowsOfCells[0].length < length)
    rowsOfCells = [new Uint16Array(2 * length), new Uint16Array(2 * length), new Uint16Array(2 * length)];
  return rowsOfCells;
}

/** Where two words begin to differ, and how many letters of each do so before they end alike. */
function differentPart(a: string, b: string): { start: number; rows: number; columns: number } {
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let rows = a.length - start;
  let columns = b.length - start;
  while (rows > 0 && columns > 0 && a.charCodeAt(start + rows - 1) === b.charCodeAt(start + columns - 1)) {
    rows--;
    columns--;
  }
  return { start, rows, columns };
}
