/** Measures text in the page's own font. */
import { makeRuler, type TextRuler } from '../drawing/text.ts';

/** A ruler for a CSS font, measured on a canvas that is never shown. */
export function rulerForFont(font: string): TextRuler {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return makeRuler(() => 7);
  context.font = font;
  return makeRuler((character) => context.measureText(character).width);
}
