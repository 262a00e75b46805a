/** Moves the lines of a literal or folded block as one, so that its text stays what it is. */
import type { Span, TextEdit } from '../text.ts';
import { type Level, STEP } from './level.ts';

/**
 * Edits of the indentation of a block's lines.
 * @param content the lines below the header, from the beginning of the first
 * @param header `|` or `>` with its indicators; a digit there counts from the collection around and stays
 * @param level the block collection around
 */
export function blockScalarEdits(text: string, content: Span, header: string, level: Level): TextEdit[] {
  const lines = linesOf(text, content);
  const digit = /[1-9]/.exec(header)?.[0];
  const now = digit ? level.column + Number(digit) : lines.find(({ isBlank }) => !isBlank)?.indent;
  if (now === undefined) return [];
  const wanted = level.target + (digit ? Number(digit) : STEP);
  return lines.flatMap(({ start, indent, isBlank }) => {
    // A blank line counts only for what it has beyond the others' indentation; with less it may not come to have more.
    const moved = isBlank && indent <= now ? Math.min(indent, wanted) : indent + wanted - now;
    if (moved === indent) return [];
    const kept = Math.min(indent, moved);
    return [{ span: { start: start + kept, end: start + indent }, text: ' '.repeat(moved - kept) }];
  });
}

interface Line {
  readonly start: number;
  readonly indent: number;
  /** Whether the line has nothing but blanks; tabs are text. */
  readonly isBlank: boolean;
}

/** The lines of a block, and the blank ones below it, which could become part of it. */
function linesOf(text: string, { start, end }: Span): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < text.length; ) {
    let content = at;
    while (text[content] === ' ') content++;
    const isBlank = content === text.length || text[content] === '\n' || text.startsWith('\r\n', content);
    if (at >= end && !isBlank) break;
    lines.push({ start: at, indent: content - at, isBlank });
    const newline = text.indexOf('\n', content);
    at = newline < 0 ? text.length : newline + 1;
  }
  return lines;
}
