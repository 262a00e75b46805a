/** The blanks at the ends of lines and the line ends at the end of a file, for those who want them away or there. */
import { lineEndOf, type Span, type TextEdit } from '../text.ts';

/** What an editor asks for beyond indentation, each only where somebody has switched it on. */
export interface Tidying {
  readonly trimTrailingWhitespace?: boolean | undefined;
  readonly insertFinalNewline?: boolean | undefined;
  readonly trimFinalNewlines?: boolean | undefined;
}

/** Edits that take blanks from the ends of lines, but for those within `texts`, which stand in order. */
export function trailingBlanks(text: string, texts: readonly Span[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let next = 0;
  for (let line = 0; line <= text.length; ) {
    const newline = text.indexOf('\n', line);
    let end = newline < 0 ? text.length : newline;
    if (text[end - 1] === '\r' && end > line) end--;
    const start = skipBack(text, end, line, ' \t');
    while (next < texts.length && texts[next]!.end <= start) next++;
    if (start < end && (texts[next]?.start ?? text.length) > start) edits.push({ span: { start, end }, text: '' });
    line = newline < 0 ? text.length + 1 : newline + 1;
  }
  return edits;
}

/** The edit of the end of a file's last document, where it needs one; a file without text has no last line to end. */
export function finalNewline(
  text: string,
  { trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines }: Tidying,
): TextEdit | undefined {
  const content = skipBack(text, text.length, 0, trimTrailingWhitespace ? ' \t\r\n' : '\r\n');
  const newline = text.indexOf('\n', content);
  const end = text.length;
  if (content === 0) return undefined;
  if (newline < 0) return insertFinalNewline ? { span: { start: end, end }, text: lineEndOf(text) } : undefined;
  return trimFinalNewlines && newline + 1 < end ? { span: { start: newline + 1, end }, text: '' } : undefined;
}

/** Goes back from `end` over characters of a set, no further than `start`. */
function skipBack(text: string, end: number, start: number, over: string): number {
  let at = end;
  while (at > start && over.includes(text[at - 1]!)) at--;
  return at;
}
