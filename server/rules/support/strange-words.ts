/** Words with letters that only look right, or with characters that nobody sees: where they are, what is wrong, what is meant. */

import * as l10n from '@vscode/l10n';
import { counted, listed as inRow } from '../../../l10n/language.ts';
import { codePoint } from '../../dataset/yaml/slips.ts';
import { type Hidden, INVISIBLE, nameOf, needless } from './invisible.ts';
import { countsOf, type Mended, mendWord, OF_SCRIPT, SCRIPTS } from './lookalikes.ts';
import { sentence, shortened } from './words.ts';

/** A word, from `start` to `end` in its text. */
export interface StrangeWord {
  readonly start: number;
  readonly end: number;
  /** The word without what cannot be seen and is not needed. */
  readonly visible: string;
  readonly invisible: readonly string[];
  /** How to write it in one script, where it mixes several. */
  readonly mended: Mended | undefined;
}

const WORD = new RegExp(`(?:[\\p{L}\\p{M}]|${INVISIBLE})+`, 'gu');

/** Latin letters alone, and nothing that hides. */
const ASCII = /^[\0-\x7F]*$/;
/** Characters below this are looked up. */
const TABLE_END = 0x2000;
const PAGE = 0x100;
/** What each character is, by pages, each made when a text has one of its characters. */
const PAGES: (Uint8Array | undefined)[] = [];
const MARK = 5;
const HIDDEN = 6;
const MARKS = /\p{M}/u;
const ONE_HIDDEN = new RegExp(INVISIBLE, 'u');
/** Also the first half of the characters from U+E0000 on. */
const HIDDEN_ABOVE = new RegExp(`${INVISIBLE}|\\uDB40`, 'u');

function makePage(number: number): Uint8Array {
  return Uint8Array.from({ length: PAGE }, (_, i) => classOf(String.fromCharCode(number * PAGE + i)));
}

/** The number of a script with look-alike letters, a mark on a letter, or hidden; 0 for all else. */
function classOf(character: string): number {
  if (ONE_HIDDEN.test(character)) return HIDDEN;
  return MARKS.test(character) ? MARK : SCRIPTS.findIndex((name) => OF_SCRIPT[name].test(character)) + 1;
}

/**
 * Whether a closer look is worth while: a letter stands right behind one of another script, or something hides. Every
 * text is looked at, and a pattern would take a hundred times as long.
 */
export function isSuspicious(text: string): boolean {
  if (ASCII.test(text)) return false;
  let before = 0;
  let page = -1;
  let classes: Uint8Array = new Uint8Array();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < TABLE_END && code >> 8 !== page) {
      page = code >> 8;
      classes = PAGES[page] ??= makePage(page);
    }
    const now = code < TABLE_END ? classes[code & 0xff]! : isHiddenAbove(code) ? HIDDEN : 0;
    if (now === MARK) continue;
    if (now === HIDDEN || (before && now && before !== now)) return true;
    before = now;
  }
  return false;
}

/** The same for the others that hide, of those beyond U+FFFF by their first half. */
function isHiddenAbove(code: number): boolean {
  return (
    (code < 0x2070 || code === 0x3164 || code > 0xfefe || code === 0xdb40) &&
    HIDDEN_ABOVE.test(String.fromCharCode(code))
  );
}

/** All strange words of a text, in order. */
export function strangeWords(text: string): StrangeWord[] {
  if (!isSuspicious(text)) return [];
  const hidden = needless(text);
  const around = countsOf(text);
  let next = 0;
  return [...text.matchAll(WORD)].flatMap(({ index: start, 0: word }) => {
    const end = start + word.length;
    const first = next;
    while (next < hidden.length && hidden[next]!.at < end) next++;
    const inside = hidden.slice(first, next).map(({ at, character }) => ({ at: at - start, character }));
    const visible = without(word, inside);
    const mended = mendWord(visible, around);
    const invisible = [...new Set(inside.map(({ character }) => character))];
    return mended || invisible.length > 0 ? [{ start, end, visible, invisible, mended }] : [];
  });
}

/** What is wrong with a word, and what to do, in plain sentences. */
export function strangeMessage({ visible, invisible, mended }: StrangeWord): string {
  const mixed = mended ? `${mixedMessage(shortened(visible), mended)} ` : '';
  if (invisible.length === 0) return mixed.trimEnd();
  const [first, ...others] = invisible.map(nameOf);
  if (mended || visible === '') {
    return others.length === 0
      ? `${mixed}${l10n.t('{0}, which nobody sees, stands here: remove it.', sentence(first!))}`
      : `${mixed}${l10n.t('Characters that nobody sees stand here: {0}. Remove them.', [first, ...others].join(', '))}`;
  }
  const word = shortened(visible);
  return others.length === 0
    ? `${mixed}${l10n.t('{0}, which nobody sees, stands in `{1}`: remove it.', sentence(first!), word)}`
    : `${mixed}${l10n.t('Characters that nobody sees stand in `{0}`: {1}. Remove them.', word, [first, ...others].join(', '))}`;
}

function mixedMessage(word: string, { spellings, certain }: Mended): string {
  const [first] = spellings;
  if (!certain) {
    const ways = spellings.map(({ text, script }) => `\`${text}\` (${script})`);
    return l10n.t('`{0}` mixes letters of several scripts: write {1}.', word, inRow(ways, 'disjunction'));
  }
  const letters = first.strange.map((letter) => `\`${letter}\` (${codePoint(letter)})`);
  return counted(
    letters.length,
    l10n.t(
      '`{1}` mixes letters of several scripts: {2} stands among {3} ones. Write `{4}`.|`{1}` mixes letters of several scripts: {2} stand among {3} ones. Write `{4}`.',
    ),
    word,
    inRow(letters),
    first.script,
    first.text,
  );
}

/** A text as it is meant in all likelihood: each word in one script, nothing hidden. */
export function mendText(text: string): string {
  let result = '';
  let done = 0;
  for (const { start, end, visible, mended } of strangeWords(text)) {
    result += text.slice(done, start) + (mended?.spellings[0].text ?? visible);
    done = end;
  }
  return result + text.slice(done);
}

function without(text: string, hidden: readonly Hidden[]): string {
  let result = '';
  let done = 0;
  for (const { at, character } of hidden) {
    result += text.slice(done, at);
    done = at + character.length;
  }
  return result + text.slice(done);
}
