/** The font of pictures, and how wide its letters are where no page can measure them. */
import { makeRuler, type TextRuler } from '../text.ts';

/** In words of CSS: fonts that most machines have, all about as wide as each other. */
export const PICTURE_FONT = "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Open Sans', sans-serif";
/** Px. */
export const PICTURE_FONT_SIZE = 12;
export const BOLD = 600;

/** How much wider than others bold letters are on average. */
const BOLD_FACTOR = 1.07;

/** Widths of the signs from space to tilde in hundredths of the font's size, as measured of the widest font in the list. */
const ASCII = [
  26, 26, 40, 65, 57, 83, 73, 22, 30, 30, 55, 57, 26, 32, 26, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 26, 26, 57,
  57, 57, 43, 90, 63, 65, 63, 73, 56, 52, 73, 74, 28, 27, 61, 52, 90, 75, 78, 60, 78, 62, 55, 55, 73, 60, 92, 58, 56,
  57, 33, 37, 33, 57, 44, 28, 56, 61, 48, 61, 56, 34, 54, 61, 25, 25, 53, 25, 93, 61, 60, 61, 61, 41, 48, 36, 61, 50,
  77, 52, 50, 47, 38, 55, 38, 57,
];

/** The same on average for other scripts; the first that matches holds. */
const SCRIPTS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u, 100],
  [/\p{Extended_Pictographic}/u, 130],
  [/[’‘‚]/u, 22],
  [/[“”„]/u, 40],
  [/[—…]/u, 90],
  [/\p{Script=Cyrillic}/u, 66],
  [/\p{Lu}/u, 67],
  [/\p{L}/u, 60],
];
const OTHER = 58;

/** Rulers for {@link PICTURE_FONT} at {@link PICTURE_FONT_SIZE} that need no page; right on average, and rather too wide. */
export function averageRulers(): { ruler: TextRuler; boldRuler: TextRuler } {
  const width = (character: string) => (hundredths(character) / 100) * PICTURE_FONT_SIZE;
  return { ruler: makeRuler(width), boldRuler: makeRuler((character) => width(character) * BOLD_FACTOR) };
}

function hundredths(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return ASCII[code - 0x20] ?? SCRIPTS.find(([script]) => script.test(character))?.[1] ?? OTHER;
}
