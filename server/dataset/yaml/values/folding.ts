/** How the lines of a scalar that runs over several are joined (YAML 1.2.2, 6.5 and 7.3). */
import { BLANK, CR, type Cursor, DASH, DOT, decline, LF } from './cursor.ts';

/** Where the text before `end` stops when the blanks at its end do not count. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === BLANK) at--;
  return at;
}

/** What stands for so many line ends in a row: a blank for one, and one line end less than there are for more. */
export function lineEnds(count: number): string {
  return count === 1 ? ' ' : '\n'.repeat(count - 1);
}

/** Goes from the end of a line to the next one with anything on it, which must stand deeper than `parent`. @returns what stands for the line ends */
export function foldLines(cursor: Cursor, parent: number): string {
  const lines = skipLines(cursor);
  if (cursor.at - cursor.line <= parent || cursor.at >= cursor.text.length) decline();
  return lineEnds(lines);
}

/** Goes from the end of a line to the first character after it that is not blank. @returns how many lines have ended */
export function skipLines(cursor: Cursor): number {
  const { text } = cursor;
  let { at } = cursor;
  let lines = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === LF) {
      lines++;
      cursor.line = at + 1;
    } else if (code !== BLANK && code !== CR) break;
    at++;
  }
  cursor.at = at;
  // At the beginning of a line these may be the marks that part documents.
  const first = text.charCodeAt(at);
  if (at === cursor.line && (first === DASH || first === DOT)) decline();
  return lines;
}
