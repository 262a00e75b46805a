/** Folding of names, so that `Türkiye`, `Turkiye` and `Тюрк…` meet: one form for look-up and search in any script. */
import anyAscii from 'any-ascii';

/** Marks that stand inside a word and say nothing of its letters: apostrophes, Uzbek and Turkic letter marks, soft hyphen, joiners. */
const INSIDE_WORDS = /['’‘ʻʼ`´ʹʺ\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
/** Cyrillic `ю` after a consonant stands for the front vowel that Latin Turkic writes `ü`: `тюрк` is `türk`. */
const SOFT_U = /(?<=[бвгджзйклмнпрстфхцчшщ])ю/gu;
const NOT_ALPHANUMERIC = /[^a-z0-9]+/g;
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Folds a name to words of `a-z0-9` parted by single blanks: Unicode NFKD, diacritics and case dropped (`İ I ı i` fold
 * together), other scripts transliterated, punctuation collapsed. Folding twice changes nothing more.
 */
export function fold(name: string): string {
  if (PLAIN.test(name)) return name;
  const base = name
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(INSIDE_WORDS, '')
    .replace(SOFT_U, 'у');
  return anyAscii(base).toLowerCase().replace(INSIDE_WORDS, '').replace(NOT_ALPHANUMERIC, ' ').trim();
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
  const allowed = Math.max(1, Math.floor(target.length / 3));
  const found: { candidate: string; distance: number }[] = [];
  const byDistance = (a: (typeof found)[0], b: (typeof found)[0]) =>
    a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1);
  // Once enough are found, only what is as near as the last of them is worth a closer look.
  let most = allowed;
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

/** All candidates: those that are near to the word first, the others in their own order. */
export function nearestFirst(word: string, candidates: readonly string[]): string[] {
  const near = nearest(word, candidates);
  return [...near, ...candidates.filter((candidate) => !near.includes(candidate))];
}

/** Optimal string alignment distance; anything over `most` comes back as `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
