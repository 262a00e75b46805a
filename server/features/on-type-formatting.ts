/** Indentation while one types: of the line that Enter has begun, and of a dash that begins an entry of a list. */
import type { TextEdit } from 'vscode-languageserver-types';
import { STEP } from '../dataset/formatting/level.ts';
import { lineAt } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { commentStart, lineEnd, nextLine, skipBlanks } from './line-lexer.ts';
import { documentAt } from './locate.ts';
import { type Inside, LinesAbove } from './on-type/lines-above.ts';

/** What calls for it when typed: the end of a line, and the blank after a dash. */
export const TRIGGERS = ['\n', ' '] as const;

/**
 * The edit of the indentation of the line that someone types in, `offset` being after what was typed. Other lines never
 * change, nor does this one where the lines above leave a doubt.
 */
export function onTypeFormatting(
  workspace: Workspace,
  uri: string,
  offset: number,
  typed: string,
  converter: Converter,
): TextEdit[] {
  const document = workspace.textOf(uri) === undefined ? undefined : documentAt(workspace, uri, offset);
  if (!document || document.role === 'foreign') return [];
  const { text } = document.yaml;
  const line = lineAt(text, offset - document.start).start;
  const content = skipBlanks(text, line, lineEnd(text, line));
  const isDash = typed === ' ' && text.startsWith('- ', content) && content + 2 === offset - document.start;
  if (!isDash && !typed.endsWith('\n')) return [];
  const above = new LinesAbove(text, line);
  const wanted = isDash ? columnOfDash(above, text, line, content - line) : columnOfLine(above, text, line, content);
  if (wanted === undefined || text.slice(line, content) === ' '.repeat(wanted)) return [];
  return converter.textEdits(uri, [
    {
      span: { start: document.start + line, end: document.start + content },
      text: ' '.repeat(wanted),
    },
  ]);
}

/** The column of a new line; `content` is where what the cursor has taken along begins, or the line's end. */
function columnOfLine(above: LinesAbove, text: string, line: number, content: number): number | undefined {
  const { inside, entry, last } = above;
  const rest = text.slice(content, lineEnd(text, content));
  if (line === 0 || last.type === 'blank') return undefined;
  if (inside?.type === 'literal' && !inside.hasText) return columnOfValue(text, line, inside.outer, false);
  if (inside) return columnInside(inside, last.indent, rest);
  if (last.type === 'comment' || last.type === 'marker') return last.indent;
  if (last.type !== 'entry' || !entry) return undefined;
  if (entry.value === 'none') return columnOfValue(text, line, entry.column, entry.isKey);
  if (rest === '' || rest.startsWith('#')) return entry.column;
  if (endsInComment(text, line)) return undefined;
  if (/^-\s/.test(rest)) return entry.isKey ? undefined : entry.column;
  if (/^[^\s"'][^#]*?:(?:\s|$)/.test(rest)) return entry.column;
  return entry.value === 'plain' ? entry.column + STEP : undefined;
}

/** Whether the line above one ends in a comment, or in what looks like one. */
function endsInComment(text: string, line: number): boolean {
  const above = lineAt(text, line - 1);
  return commentStart(text, above.start, above.end) < above.end;
}

function columnInside(inside: Inside, above: number, rest: string): number | undefined {
  if (inside.type !== 'flow') return inside.hasText ? above : inside.outer + STEP;
  const bracket = inside.brackets.at(-1)!;
  if (rest.startsWith(']') || rest.startsWith('}')) return bracket.base;
  return bracket.inner ?? bracket.base + STEP;
}

/** The column of what belongs to an entry: that of what stands below the new line already, else two blanks in. */
function columnOfValue(text: string, line: number, column: number, isKey: boolean): number {
  for (let at = nextLine(text, line); at < text.length; at = nextLine(text, at)) {
    const end = lineEnd(text, at);
    const content = skipBlanks(text, at, end);
    if (content === end || text[content] === '#') continue;
    const found = content - at;
    // A list may stand in the column of its key.
    const isOwnList = isKey && found === column && /^-\s/.test(text.slice(content, content + 2));
    return found > column || isOwnList ? found : column + STEP;
  }
  return column + STEP;
}

/** The column that a dash belongs in: that of its list, or two blanks in from the key that it gives a value to. */
function columnOfDash({ frames, inside }: LinesAbove, text: string, line: number, column: number): number | undefined {
  if (inside && (inside.type !== 'literal' || column > inside.outer)) return undefined;
  const index = frames.findLastIndex((frame) => frame.column <= column);
  const frame = frames[index];
  if (!frame) return undefined;
  if (frame.type === 'list' && frame.column === column) return undefined;
  if (frame.isOpen) return columnOfValue(text, line, frame.column, frame.type === 'map');
  if (frame.type === 'list') return frame.column;
  const inner = frames[index + 1];
  return inner?.type === 'list' ? inner.column : undefined;
}
