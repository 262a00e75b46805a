/** Lines, words and quotes of a text, as the diagnosis of its slips looks at them. */
import { lineAt, type Span } from '../text.ts';

/** What is left of a line where nothing follows but a comment. */
const BLANK = /^\s*(?:#.*)?$/;
/** A line with an anchor or a tag alone. */
const LONE = /^[ \t]*[&!]\S*$/;

/** How many blanks a line begins with. */
export function indentOf(text: string, lineStart: number): number {
  let end = lineStart;
  while (text[end] === ' ') end++;
  return end - lineStart;
}

/** Where the line after the one with an offset begins; the end of the text after the last. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** How long the word is that begins at an offset. */
export function wordLength(text: string, start: number): number {
  return /^[^\s:]*/.exec(text.slice(start, start + 80))![0].length;
}

/** A line, or the end of one, up to its comment. */
export function withoutComment(line: string): string {
  const comment = line.search(/\s#/);
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd();
}

/** The first word from `from` on that a colon and a blank follow, if it begins before `to`. */
export function keyWithin(text: string, from: number, to: number): Span | undefined {
  const word = /[^\s,:]+/g;
  word.lastIndex = from;
  for (let found = word.exec(text); found && found.index < to; found = word.exec(text)) {
    if (/^:\s/.test(text.slice(word.lastIndex, word.lastIndex + 2))) return { start: found.index, end: word.lastIndex };
  }
  return undefined;
}

/** Whether the quoted text from `start` to `end` ends with its own closing quote. */
export function closes(text: string, start: number, end: number): boolean {
  return (
    end - start >= 2 &&
    text[end - 1] === text[start] &&
    (text[start] !== '"' || !/(^|[^\\])(\\\\)*\\$/.test(text.slice(start + 1, end - 1)))
  );
}

/** Where the line of an anchor or a tag begins that stands alone before an offset; the offset itself where none does. */
export function beforeLone(text: string, offset: number): number {
  let { start, end } = lineAt(text, offset);
  if (!BLANK.test(text.slice(offset, end))) return offset;
  while (start > 0 && BLANK.test(text.slice(start, end))) ({ start, end } = lineAt(text, start - 1));
  return LONE.test(withoutComment(text.slice(start, end))) ? start : offset;
}
