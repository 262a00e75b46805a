/** Measures text in the page's own font. */
import { BOLD, PICTURE_FONT, PICTURE_FONT_SIZE } from '../../drawing/picture/picture-font.ts';
import { makeRuler, type TextRuler } from '../../drawing/text.ts';

/** A ruler for a CSS font, measured on a canvas that is never shown. */
export function rulerForFont(font: string): TextRuler {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return makeRuler(() => 7);
  context.font = font;
  return makeRuler((character) => context.measureText(character).width);
}

/** What the font of pictures is measured with. */
export function pictureRulers(): { ruler: TextRuler; boldRuler: TextRuler } {
  const font = `${PICTURE_FONT_SIZE}px ${PICTURE_FONT}`;
  return { ruler: rulerForFont(font), boldRuler: rulerForFont(`${BOLD} ${font}`) };
}
