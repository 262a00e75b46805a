/** What belongs to each entry of a map when entries change places: its text and its comments. */
import { lineAt, type Span } from '../text.ts';
import type { YamlMap } from '../yaml/tree.ts';
import { columnOf, endOfEntry } from './indentation.ts';

/** What is said to tools about the whole file, and so belongs to no entry. */
const MODELINE = /^\s*#\s*(?:yaml-language-server|vim?|ex|-\*-)\b/;
const COMMENT_LINE = /^\s*#/;

/**
 * For each entry of a block map its lines, with the comments right above it and those below it that are indented deeper
 * than its key. A slot begins behind the indentation, so that the first of a list's item may share the line of the dash.
 * Nothing where entries are no whole lines, as with `? key` or an anchor before a key.
 */
export function blockSlots(text: string, map: YamlMap): Span[] | undefined {
  const slots: Span[] = [];
  for (const pair of map.pairs) {
    const line = lineAt(text, pair.key.start);
    const before = text.slice(line.start, pair.key.start);
    const isFirst = slots.length === 0;
    if (!(isFirst ? /^\s*(?:-[ \t]+)*$/ : /^\s*$/).test(before)) return undefined;
    const isOwnLine = /^\s*$/.test(before);
    const column = columnOf(text, pair.key.start);
    const start = isOwnLine ? commentsAbove(text, pair.key.start, column, slots.at(-1)?.end ?? 0) : pair.key.start;
    slots.push({ start, end: commentsBelow(text, lineAt(text, endOfEntry(text, pair)).end, before.length) });
  }
  return slots;
}

/** For each entry of a flow map its text; nothing where comments stand in the map, for they would stay behind. */
export function flowSlots(text: string, map: YamlMap): Span[] | undefined {
  const slots = map.pairs.map((pair) => ({ start: pair.key.start, end: endOfEntry(text, pair) }));
  const gaps = [map.start, ...slots.map(({ end }) => end)].map((start, i) =>
    text.slice(start, slots[i]?.start ?? map.end),
  );
  // Anything but commas and blanks, be it a comment, `?` or an anchor, belongs to an entry in a way of its own.
  return gaps.every((gap) => /^[{\s]*(?:[,}][\s}]*)?$/.test(gap)) ? slots : undefined;
}

/**
 * The beginning of an entry with the comments right above it, but not above `limit`. It is in the entry's column even
 * where a comment begins further in; one further out belongs to what is around the map.
 */
function commentsAbove(text: string, key: number, column: number, limit: number): number {
  let start = key;
  for (let line = lineAt(text, key); line.start > limit; ) {
    line = lineAt(text, line.start - 1);
    const content = text.slice(line.start, line.end);
    const first = line.start + content.search(/\S/);
    const further = columnOf(text, first) - column;
    if (line.start < limit || further < 0 || !COMMENT_LINE.test(content) || MODELINE.test(content)) break;
    start = first - further;
  }
  return start;
}

/** The end of the comments below a line that are indented deeper than a column, be there blank lines between or not. */
function commentsBelow(text: string, lineEnd: number, column: number): number {
  let end = lineEnd;
  for (let at = nextLine(text, lineEnd); at !== undefined; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') continue;
    if (!COMMENT_LINE.test(content) || content.search(/\S/) <= column) break;
    end = line.end;
  }
  return end;
}

/** The beginning of the line below the one that holds an offset. */
function nextLine(text: string, offset: number): number | undefined {
  const newline = text.indexOf('\n', offset);
  return newline < 0 || newline + 1 >= text.length ? undefined : newline + 1;
}
