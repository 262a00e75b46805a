/** The line that a problem begins in, and carets under the part of it that it is about. */
import stringWidth from 'string-width';
import { LineIndex, lineAt } from '../../dataset/text.ts';
import type { Place } from './placed.ts';

/** Longest part of a line that is shown, in code units. */
const WIDEST = 160;
/** How much of a long line is shown before what it is about. */
const LEAD = 40;
/** Anything that a terminal acts upon instead of showing it: controls, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const UNSHOWN = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** How the parts of a frame are coloured. */
export interface FramePaint {
  readonly margin: (text: string) => string;
  readonly carets: (text: string) => string;
}

const PLAIN: FramePaint = { margin: (text) => text, carets: (text) => text };

/** Makes frames for places in one text: two lines each, none where there is no text. */
export function codeFrame(text: string): (place: Place, paint?: FramePaint) => string[] {
  if (text === '') return () => [];
  const lines = new LineIndex(text);
  return (place, paint = PLAIN) => frame(place, text, lines, paint);
}

/** A text without what would act upon a terminal. */
export function clean(text: string): string {
  return text.replace(UNSHOWN, (character) => (character === '\n' || character === '\r' ? ' ' : '\ufffd'));
}

/** Lines of text, likewise. */
export function cleanLines(text: string): string {
  return text
    .split(/([\r\n]+)/)
    .map((part, index) => (index % 2 === 0 ? clean(part) : part))
    .join('');
}

function frame(place: Place, text: string, lines: LineIndex, paint: FramePaint): string[] {
  const start = lines.offset(place.line - 1, place.column - 1);
  const line = lineAt(text, start);
  const end = place.endLine === place.line ? Math.min(start + place.endColumn - place.column, line.end) : line.end;
  const isLong = line.end - line.start > WIDEST;
  const from = isLong ? whole(text, Math.max(line.start, start - LEAD)) : line.start;
  const to = isLong ? whole(text, Math.min(line.end, from + WIDEST)) : line.end;
  const number = String(place.line);
  const before = `${from > line.start ? '…' : ''}${clean(text.slice(from, start))}`;
  const marked = clean(text.slice(start, Math.min(end, to)));
  const after = `${clean(text.slice(Math.min(end, to), to))}${to < line.end ? '…' : ''}`;
  const carets = as(marked, '^');
  return [
    `${paint.margin(`${number} |`)} ${before}${marked}${after}`,
    `${paint.margin(`${' '.repeat(number.length)} |`)} ${as(before, ' ')}${paint.carets(carets.includes('^') ? carets : '^')}`,
  ];
}

/** An offset that does not part the two halves of a character. */
function whole(text: string, offset: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(offset, offset + 1)) ? offset + 1 : offset;
}

/** As many signs as a text is wide; tabs stay, so that the terminal makes them as wide as those above. */
function as(text: string, sign: string): string {
  return text
    .split('\t')
    .map((part) => sign.repeat(stringWidth(part)))
    .join('\t');
}
