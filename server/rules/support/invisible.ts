/** Characters that nobody sees, and where a script or an emoji needs them nevertheless. */
import { codePoint } from '../../dataset/yaml/slips.ts';

const ANY =
  /(?:\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0001}-\u{E007F}])/u;
/** One of them, for other patterns to take in. */
export const INVISIBLE: string = ANY.source;
const EACH = new RegExp(ANY.source, 'gu');

const NAMES: Readonly<Record<string, string>> = {
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero width space',
  '\u200C': 'a zero width non-joiner',
  '\u200D': 'a zero width joiner',
  '\u2060': 'a word joiner',
  '\uFEFF': 'a byte order mark',
};

/** Scripts whose letters join, so that joiners say how. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Adlam}]/u;
/** Scripts without blanks between words. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Marks for the direction of writing, but for those that turn letters round. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202C\u2066-\u2069]/;
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
  const runsFromRight = found.length > 0 && RIGHT_TO_LEFT.test(text);
  return found.filter((hidden) => !(runsFromRight && DIRECTION.test(hidden.character)) && !isNeeded(text, hidden));
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
  return name ? `${name} (${codePoint(character)})` : `the character ${codePoint(character)}`;
}
