/** Text in lines of its own, behind `|` or `>` (YAML 1.2.2, 8.1). */
import { BLANK, CR, type Cursor, DASH, decline, FOLDED, LF, PLUS } from './cursor.ts';

const ONE = 0x31;
const NINE = 0x39;

interface Header {
  readonly isFolded: boolean;
  /** `-` to drop the line ends at the end, `+` to keep them all, nothing to keep one. */
  readonly chomping: '-' | '+' | '';
  /** How many columns the text stands deeper than its parent; `undefined` when its first line tells. */
  readonly indentation: number | undefined;
}

/** Reads a block scalar from its `|` or `>`, and stops at the next content; its lines stand deeper than `parent`. */
export function blockScalar(cursor: Cursor, parent: number): string {
  const { text, tree, at: start } = cursor;
  const style = text.charCodeAt(start) === FOLDED ? 'folded' : 'literal';
  const value = blockLines(cursor, parent);
  // The line ends that close it are part of its value, but not of its place.
  tree?.scalar(value, style, start, start + text.slice(start, cursor.at).trimEnd().length);
  cursor.toContent();
  return value;
}

function blockLines(cursor: Cursor, parent: number): string {
  // At the root the text may stand in the first column, where marks part documents.
  if (parent < 0) decline();
  const { isFolded, chomping, indentation } = header(cursor);
  const start = cursor.at;
  const firstIndent = firstIndentation(cursor);
  if (firstIndent <= parent || cursor.at >= cursor.text.length) {
    if (chomping === '+' || indentation !== undefined) decline();
    cursor.at = start;
    return '';
  }
  const indent = indentation === undefined ? firstIndent : parent + indentation;
  if (firstIndent < indent) decline();
  cursor.at = start;
  const { value, empty } = isFolded ? folded(cursor, indent) : literal(cursor, indent);
  if (chomping === '+' && cursor.isOpen && cursor.at >= cursor.text.length) decline();
  if (chomping === '-') return value;
  return `${value}\n${chomping === '+' ? '\n'.repeat(empty) : ''}`;
}

function header(cursor: Cursor): Header {
  const { text } = cursor;
  const isFolded = text.charCodeAt(cursor.at) === FOLDED;
  let chomping: Header['chomping'] = '';
  let indentation: number | undefined;
  for (;;) {
    const code = text.charCodeAt(++cursor.at);
    if (code === DASH || code === PLUS) {
      if (chomping !== '') decline();
      chomping = code === DASH ? '-' : '+';
    } else if (code >= ONE && code <= NINE) {
      if (indentation !== undefined) decline();
      indentation = code - ONE + 1;
    } else break;
  }
  endOfHeader(cursor);
  return { isFolded, chomping, indentation };
}

/** Goes over a comment to the next line, which is text even where it looks like a comment. */
function endOfHeader(cursor: Cursor): void {
  const { text } = cursor;
  const start = cursor.at;
  while (text.charCodeAt(cursor.at) === BLANK) cursor.at++;
  const end = text.indexOf('\n', cursor.at);
  const rest = text.charCodeAt(cursor.at);
  const isEnd = rest === LF || rest === CR;
  if (!isEnd && (text.charAt(cursor.at) !== '#' || cursor.at === start)) decline();
  cursor.at = end + 1;
}

/** Goes to the first line with text. @returns its indentation */
function firstIndentation(cursor: Cursor): number {
  for (;;) {
    const indent = indentAt(cursor);
    if (!isEmptyAt(cursor, cursor.at + indent)) {
      cursor.at += indent;
      return indent;
    }
    cursor.at = cursor.text.indexOf('\n', cursor.at) + 1;
  }
}

function indentAt({ text, at }: Cursor): number {
  let end = at;
  while (text.charCodeAt(end) === BLANK) end++;
  return end - at;
}

function isEmptyAt({ text }: Cursor, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LF || code === CR;
}

/** The lines of the text without its last line end, and how many empty lines follow. */
interface Lines {
  readonly value: string;
  readonly empty: number;
}

function literal(cursor: Cursor, indent: number): Lines {
  let value = '';
  let ends = 0;
  for (let line = nextLine(cursor, indent); line !== undefined; line = nextLine(cursor, indent)) {
    if (line === '') {
      ends++;
      continue;
    }
    value += '\n'.repeat(ends) + line;
    ends = 1;
  }
  return { value, empty: ends - 1 };
}

/** Joins lines by blanks, but for those that stand deeper, and for empty ones. */
function folded(cursor: Cursor, indent: number): Lines {
  let value = '';
  let ends = 0;
  let wasDeeper = true;
  for (let line = nextLine(cursor, indent); line !== undefined; line = nextLine(cursor, indent)) {
    if (line === '') {
      ends++;
      continue;
    }
    const isDeeper = line.charCodeAt(0) === BLANK;
    const isJoined = !isDeeper && !wasDeeper;
    value += isJoined && ends === 1 ? ' ' : '\n'.repeat(isJoined ? ends - 1 : ends);
    value += line;
    wasDeeper = isDeeper;
    ends = 1;
  }
  return { value, empty: ends - 1 };
}

/** Reads a line of the text without its indentation; nothing where the text has ended. */
function nextLine(cursor: Cursor, indent: number): string | undefined {
  const { text, at } = cursor;
  if (at >= text.length) return undefined;
  const depth = indentAt(cursor);
  const newline = text.indexOf('\n', at);
  if (isEmptyAt(cursor, at + depth)) {
    // What is longer than the indentation may count as text.
    if (depth > indent) decline();
    cursor.at = newline + 1;
    return '';
  }
  if (depth < indent) return undefined;
  cursor.at = newline + 1;
  return text.slice(at + indent, text.charCodeAt(newline - 1) === CR ? newline - 1 : newline);
}
