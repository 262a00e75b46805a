/** Whether letters abbreviate a folded name, or a word is another one but for a slip; names lie between two offsets of a text. */

const BLANK = 32;
const LINE_END = 10;
/** How much longer than its letters an abbreviated passage may be. */
const MOST_SPREAD = 3;

/** Whether a name has letters in their order, from the beginning of a word on and within a passage not much longer. */
export function hasLetters(text: string, start: number, end: number, letters: string): boolean {
  for (let word = start; word < end; word = nextWord(text, word, end)) {
    if (text.charCodeAt(word) !== letters.charCodeAt(0)) continue;
    if (hasInOrder(text, word, Math.min(end, word + letters.length * MOST_SPREAD), letters)) return true;
  }
  return false;
}

/** Where the next word begins; the end where there is none. */
function nextWord(text: string, word: number, end: number): number {
  for (let at = word; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BLANK || code === LINE_END) return at + 1;
  }
  return end;
}

function hasInOrder(text: string, start: number, end: number, letters: string): boolean {
  let next = 0;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === letters.charCodeAt(next) && ++next === letters.length) return true;
  }
  return false;
}

/** Whether letters are the beginnings of some words of a name, one after the other; at most 30 letters. */
export function isOfBeginnings(text: string, start: number, end: number, letters: string): boolean {
  if (!hasInOrder(text, start, end, letters)) return false;
  // A bit for each number of letters that the words so far may tell.
  let reached = 1;
  for (let word = start; word < end; word = nextWord(text, word, end)) {
    let next = reached;
    for (let told = 0; told < letters.length; told++) {
      if ((reached & (1 << told)) === 0) continue;
      for (
        let length = 0;
        told + length < letters.length && text.charCodeAt(word + length) === letters.charCodeAt(told + length);
        length++
      ) {
        next |= 1 << (told + length + 1);
      }
    }
    if ((next & (1 << letters.length)) !== 0) return true;
    reached = next;
  }
  return false;
}

/** Whether a word that begins with the same letter is another one but for one letter, or begins so. */
export function hasNearly(text: string, word: string): boolean {
  for (let start = 1; start < text.length; start = nextWord(text, start, text.length)) {
    if (text.charCodeAt(start) !== word.charCodeAt(0)) continue;
    const other = text.slice(start, start + word.length + 1).split(/[\n ]/, 1)[0]!;
    if (isOneOff(other, word) || isOneOff(other.slice(0, word.length), word)) return true;
  }
  return false;
}

/** Whether one letter more, less or other, or two that have changed places, make one word of the other. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
