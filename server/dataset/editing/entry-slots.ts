/** What belongs to each entry of a map when entries change places: its text and its comments. */
import { lineAt, type Span } from '../text.ts';
import type { YamlMap, YamlPair } from '../yaml/tree.ts';

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
    const above = isOwnLine ? commentsAbove(text, line.start, slots.at(-1)?.end ?? 0) : line.start;
    const start = above === line.start ? pair.key.start : above + text.slice(above).search(/\S/);
    slots.push({ start, end: commentsBelow(text, lineAt(text, endOf(text, pair)).end, before.length) });
  }
  return slots;
}

/** For each entry of a flow map its text; nothing where comments stand in the map, for they would stay behind. */
export function flowSlots(text: string, map: YamlMap): Span[] | undefined {
  const slots = map.pairs.map((pair) => ({ start: pair.key.start, end: endOf(text, pair) }));
  const gaps = [map.start, ...slots.map(({ end }) => end)].map((start, i) =>
    text.slice(start, slots[i]?.start ?? map.end),
  );
  // Anything but commas and blanks, be it a comment, `?` or an anchor, belongs to an entry in a way of its own.
  return gaps.every((gap) => /^[{\s]*,?[\s}]*$/.test(gap)) ? slots : undefined;
}

/** The end of an entry: that of its value, or of the colon where the value is empty. */
function endOf(text: string, { key, value }: YamlPair): number {
  if (!value) return key.end;
  if (value.end <= value.start) return Math.max(key.end, value.start);
  return value.start + text.slice(value.start, value.end).trimEnd().length;
}

/** The beginning of the comments that stand right above a line, but not above `limit`. */
function commentsAbove(text: string, lineStart: number, limit: number): number {
  let start = lineStart;
  while (start > limit) {
    const above = lineAt(text, start - 1);
    const line = text.slice(above.start, above.end);
    if (above.start < limit || !COMMENT_LINE.test(line) || MODELINE.test(line)) break;
    start = above.start;
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
