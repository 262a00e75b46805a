/** Characters that nobody sees, and where a script or an emoji needs them nevertheless. */
import * as l10n from '@vscode/l10n';
import { codePoint } from '../../dataset/yaml/slips.ts';

const ANY =
  /(?:\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0001}-\u{E007F}])/u;
/** One of them, for other patterns to take in. */
export const INVISIBLE: string = ANY.source;
const EACH = new RegExp(ANY.source, 'gu');

const NAMES: Readonly<Record<string, () => string>> = {
  '\u00AD': () => l10n.t('a soft hyphen'),
  '\u200B': () => l10n.t('a zero width space'),
  '\u200C': () => l10n.t('a zero width non-joiner'),
  '\u200D': () => l10n.t('a zero width joiner'),
  '\u2060': () => l10n.t('a word joiner'),
  '\uFEFF': () => l10n.t('a byte order mark'),
};

/** Scripts whose letters join, so that joiners say how. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Adlam}]/u;
/** Scripts without blanks between words. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
/** The Arabic letter mark counts as Arabic, and is no letter. */
const RIGHT_TO_LEFT =
  /(?!\u061C)[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Marks for the direction of writing, but for those that turn letters round. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202C\u2066-\u2069]/;
/** Marks after which text runs another way until a mark says that it ends. */
const TURNS = /[\u202A\u202B\u2066-\u2068]/;
const ISOLATES = /[\u2066-\u2068]/;
const END_OF_EMBEDDING = '\u202C';
const END_OF_ISOLATE = '\u2069';
/** Characters that make text look as if it stood in another order than it does. */
const MISLEADING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const HANGUL = /\p{Script=Hangul}/u;

/** What may need each of them: a letter beside it, or a sign before it. */
const NEEDS: readonly { readonly is: RegExp; readonly beside?: RegExp; readonly after?: RegExp }[] = [
  { is: /\u034F|[\u200C\u200D]/, beside: JOINING },
  { is: /\u200D/, after: /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)$/u },
  { is: /\u200B/, beside: UNSPACED },
  { is: /[\u115F\u1160\u3164\uFFA0]/, beside: HANGUL },
  { is: /[\u17B4\u17B5\u180E]/, beside: JOINING },
  { is: /[\u{E0020}-\u{E007F}]/u, after: /\u{1F3F4}[\u{E0020}-\u{E007E}]*$/u },
];

/** An invisible character and its offset. */
export interface Hidden {
  readonly at: number;
  readonly character: string;
}

/** All invisible characters in a text that nothing there needs, in order. */
export function needless(text: string): Hidden[] {
  const found = [...text.matchAll(EACH)].map(({ index, 0: character }) => ({ at: index, character }));
  if (found.length === 0) return found;
  const open = RIGHT_TO_LEFT.test(text) ? leftOpen(text, found) : undefined;
  return found.filter((hidden) => {
    const tellsDirection = open && DIRECTION.test(hidden.character) && !open.has(hidden);
    return !tellsDirection && !isNeeded(text, hidden);
  });
}

/** Whether a text has marks for the direction of writing at all. */
export function mayMislead(text: string): boolean {
  return MISLEADING.test(text);
}

/** The same as {@link needless} of those alone that make a text look as if it stood in another order than it does. */
export function misleading(text: string): Hidden[] {
  return MISLEADING.test(text) ? needless(text).filter(({ character }) => MISLEADING.test(character)) : [];
}

/** The marks that turn the direction of all that follows in their line, what belongs to something else included. */
function leftOpen(text: string, found: readonly Hidden[]): ReadonlySet<Hidden> {
  const left = new Set<Hidden>();
  let open: Hidden[] = [];
  let done = 0;
  for (const hidden of found) {
    if (/[\n\r\u0085\u2028\u2029]/.test(text.slice(done, hidden.at))) open = [];
    done = hidden.at;
    if (TURNS.test(hidden.character)) {
      open.push(hidden);
      left.add(hidden);
      continue;
    }
    const isEnd = (opener: Hidden) => endOf(opener) === hidden.character;
    const opener = open.findLast(isEnd);
    if (!opener) continue;
    left.delete(opener);
    open = open.slice(0, open.lastIndexOf(opener));
  }
  return left;
}

function endOf({ character }: Hidden): string {
  return ISOLATES.test(character) ? END_OF_ISOLATE : END_OF_EMBEDDING;
}

function isNeeded(text: string, { at, character }: Hidden): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const beside = [lastVisible(before), ...text.slice(at + character.length, at + character.length + 2)].join('');
  return NEEDS.some((need) => need.is.test(character) && (need.beside?.test(beside) || need.after?.test(before)));
}

/** The last character that is not a mark on another one. */
function lastVisible(text: string): string {
  return [...text].findLast((character) => !/\p{M}/u.test(character) && !ANY.test(character)) ?? '';
}

/** The character as a message names it. */
export function nameOf(character: string): string {
  const name = NAMES[character];
  return name ? `${name()} (${codePoint(character)})` : l10n.t('the character {0}', codePoint(character));
}
