/** Text in single and double quotes (YAML 1.2.2, 7.3.1 and 7.3.2). */
import { BACKSLASH, BLANK, CR, type Cursor, DOUBLE, decline, LF, SINGLE } from './cursor.ts';
import { foldLines, skipLines, trimmedEnd } from './folding.ts';

/** What one letter after a backslash stands for (YAML 1.2.2, 5.7). */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
/** How many hexadecimal digits follow these letters. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
const HEXADECIMAL = /^[0-9a-fA-F]+$/;
const LAST_CODE_POINT = 0x10ffff;

/** Reads text in double quotes, and stops behind the closing one; further lines must stand deeper than `parent`. */
export function doubleQuoted(cursor: Cursor, parent: number): string {
  const { text } = cursor;
  let start = cursor.at + 1;
  let value = '';
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE) {
      cursor.at = at + 1;
      return value + text.slice(start, at);
    }
    if (code === BACKSLASH) {
      cursor.at = at + 1;
      value += text.slice(start, at) + escaped(cursor, parent);
    } else if (code === LF || code === CR) {
      cursor.at = at;
      value += text.slice(start, trimmedEnd(text, start, at)) + foldLines(cursor, parent);
    } else continue;
    start = cursor.at;
    at = start - 1;
  }
  return decline();
}

/** Reads what follows a backslash. */
function escaped(cursor: Cursor, parent: number): string {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code === LF || code === CR) {
    if (skipLines(cursor) > 1 || cursor.at - cursor.line <= parent) decline();
    return '';
  }
  const letter = text.charAt(at);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) {
    cursor.at = at + 1;
    return simple;
  }
  const end = at + 1 + (DIGITS.get(letter) ?? decline());
  const digits = text.slice(at + 1, end);
  const codePoint = HEXADECIMAL.test(digits) ? Number.parseInt(digits, 16) : decline();
  cursor.at = end;
  return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : decline();
}

/** Reads text in single quotes, and stops behind the closing one; further lines must stand deeper than `parent`. */
export function singleQuoted(cursor: Cursor, parent: number): string {
  const { text } = cursor;
  let start = cursor.at + 1;
  let value = '';
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SINGLE) {
      if (text.charCodeAt(at + 1) !== SINGLE) {
        cursor.at = at + 1;
        return value + text.slice(start, at);
      }
      value += text.slice(start, at + 1);
      at++;
      start = at + 1;
    } else if (code === LF || code === CR) {
      cursor.at = at;
      value += text.slice(start, trimmedEnd(text, start, at)) + foldLines(cursor, parent);
      start = cursor.at;
      at = start - 1;
    }
  }
  return decline();
}

/** Whether text in quotes begins with this character. */
export function isQuote(code: number): boolean {
  return code === DOUBLE || code === SINGLE;
}

/** Reads text in quotes of either sort. */
export function quoted(cursor: Cursor, parent: number): string {
  const start = cursor.at;
  const isDouble = cursor.text.charCodeAt(start) === DOUBLE;
  const value = isDouble ? doubleQuoted(cursor, parent) : singleQuoted(cursor, parent);
  cursor.tree?.scalar(value, isDouble ? 'double' : 'single', start, cursor.at);
  return value;
}

/** Goes over blanks. @returns the character after them */
export function skipBlanks(cursor: Cursor): number {
  let code = cursor.text.charCodeAt(cursor.at);
  while (code === BLANK) code = cursor.text.charCodeAt(++cursor.at);
  return code;
}
