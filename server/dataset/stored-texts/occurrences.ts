/** Where a text stands in another, in time that grows with both, whatever they are made of. */

/** Engines look for longer texts by shortcuts that crafted ones defeat: each place is then compared with the whole. */
const SHORT = 250;

/** The offsets from `from` onwards at which a part stands in a text, in order; they may overlap. */
export function occurrences(text: string, part: string, from: number): Iterable<number> {
  return part.length <= SHORT ? shortOnes(text, part, from) : longOnes(text, part, from);
}

function* shortOnes(text: string, part: string, from: number): Generator<number> {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

/** Knuth, Morris and Pratt, "Fast Pattern Matching in Strings", SIAM J. Comput. 6:2, 1977. */
function* longOnes(text: string, part: string, from: number): Generator<number> {
  const borders = bordersOf(part);
  let same = 0;
  for (let at = from; at < text.length; at++) {
    same = longer(part, borders, same, text.charCodeAt(at));
    if (same === part.length) yield at + 1 - same;
  }
}

/** For each length of a beginning, the longest shorter beginning that it ends with. */
function bordersOf(part: string): Int32Array {
  const borders = new Int32Array(part.length + 1);
  for (let length = 2; length <= part.length; length++) {
    borders[length] = longer(part, borders, borders[length - 1]!, part.charCodeAt(length - 1));
  }
  return borders;
}

/** How much of the part's beginning stands before a place, once it was `same` there and one more character is read. */
function longer(part: string, borders: Int32Array, same: number, code: number): number {
  let length = same === part.length ? borders[same]! : same;
  while (length > 0 && part.charCodeAt(length) !== code) length = borders[length]!;
  return part.charCodeAt(length) === code ? length + 1 : length;
}
