/** Edits to YAML text that leave everything else as it is: scalars rewritten in their own style, entries added, renamed and removed. */
import { parse } from 'yaml';
import { lineAt, lineEndOf, type Span, type TextEdit } from '../text.ts';
import { keyText, type YamlMap, type YamlNode, type YamlPair, type YamlScalar, type YamlSeq } from '../yaml/tree.ts';
import { readGap } from './gaps.ts';
import { beginningOf, beginningOfEntry, columnOf, endOfEntry } from './indentation.ts';

/** What a plain scalar may hold anywhere without a second look, in flow collections as well; a colon only within words. */
const HARMLESS = /^[\p{L}\p{N}](?:[^\n\r\t:#,[\]{}"']|:(?=[\p{L}\p{N}/]))*$/u;

/** A text as a scalar of the given style; plain text is quoted only where YAML would read it as something else. */
export function writeScalar(text: string, style: YamlScalar['style'] = 'plain'): string {
  if (style === 'double') return JSON.stringify(text);
  if (style === 'single') return singleQuoted(text);
  return isPlain(text) ? text : singleQuoted(text);
}

/** Puts a date or an id in a scalar's place, in quotes where it has them. Years stay plain numbers, as YAML reads them. */
export function replaceScalar(node: YamlNode, text: string): TextEdit {
  const style = node.type === 'scalar' && !node.broken ? node.style : 'plain';
  const isYear = style === 'plain' && /^\d{4}$/.test(text);
  return { span: { start: node.start, end: node.end }, text: isYear ? text : writeScalar(text, style) };
}

/** Puts other words in the place of a text whose line breaks say nothing; a block of lines stays one of the same width. */
export function replaceProse(text: string, node: YamlNode, prose: string): TextEdit {
  const isBlock = node.type === 'scalar' && !node.broken && (node.style === 'folded' || node.style === 'literal');
  const [header = '', ...lines] = text.slice(node.start, node.end).split(/\r?\n/);
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')![0];
  if (!isBlock || indent === '') return replaceScalar(node, prose);
  const width = lines.reduce((widest, { length }) => Math.max(widest, length), 0);
  const wrapped: string[] = [];
  for (const word of prose.trim().split(/\s+/)) {
    const last = wrapped.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) wrapped.push(indent + word);
    else wrapped[wrapped.length - 1] = `${last} ${word}`;
  }
  return { span: { start: node.start, end: node.end }, text: [header, ...wrapped].join(lineEndOf(text)) };
}

/** Removes an entry with its lines; what stands before and after it keeps its place and its comments. */
export function removeEntry(text: string, map: YamlMap, pair: YamlPair): TextEdit {
  const entries = map.pairs.map((each) => ({
    start: beginningOfEntry(text, each.key),
    end: map.flow ? (each.value?.end ?? each.key.end) : endOfEntry(text, each),
  }));
  const spans = map.flow ? withProperties(text, map, entries) : entries;
  return { span: spanWithin(text, spans, map.pairs.indexOf(pair), map.flow), text: '' };
}

/** Removes an item of a list likewise. The last one left leaves an empty list, so whoever wants none removes the list's entry. */
export function removeItem(text: string, seq: YamlSeq, index: number): TextEdit {
  const entries = seq.flow
    ? withProperties(text, seq, seq.items)
    : seq.items.map((item) => ({ start: dashOf(text, seq, item), end: item.end }));
  return { span: spanWithin(text, entries, index, seq.flow), text: '' };
}

/** Entries in brackets with the anchors and tags before them, wherever in the gap to the one before these stand. */
function withProperties(text: string, { start }: Span, entries: readonly Span[]): Span[] {
  return entries.map((entry, index) => {
    const gap = readGap(text, { start: entries[index - 1]?.end ?? start + 1, end: entry.start });
    return { start: gap?.properties?.start ?? entry.start, end: entry.end };
  });
}

/**
 * Adds entries with empty values, each after the last one present that `order` puts before it.
 * @param order all keys that the map may have, in the order in which they are written
 */
export function addEntries(text: string, map: YamlMap, keys: readonly string[], order: readonly string[]): TextEdit[] {
  const sorted = [...keys].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (map.pairs.length === 0) {
    return [{ span: { start: map.start, end: map.end }, text: `{ ${sorted.map((key) => `${key}: `).join(', ')}}` }];
  }
  const edits = new Map<number, string>();
  for (const key of sorted) {
    const before = order.slice(0, order.indexOf(key));
    const anchor = map.pairs.findLast((pair) => before.includes(keyText(pair.key)));
    const [at, added] = map.flow ? flowAddition(text, map, anchor, key) : blockAddition(text, map, anchor, key);
    // What goes before the first entry is already there when several do; the others follow one another.
    edits.set(at, (edits.get(at) ?? '') + added);
  }
  return [...edits].map(([at, added]) => ({ span: { start: at, end: at }, text: added }));
}

/** What goes when one of several entries does, whose spans are given. */
function spanWithin(text: string, entries: readonly Span[], index: number, flow: boolean): Span {
  const [before, { start, end }, next] = [entries[index - 1], entries[index]!, entries[index + 1]];
  if (flow) return before ? { start: before.end, end } : { start, end: next?.start ?? end };
  const line = lineAt(text, start);
  if (text.slice(line.start, start).trim() !== '') return { start, end: next?.start ?? end };
  const newline = text.indexOf('\n', lineAt(text, end).end);
  if (newline >= 0) return { start: line.start, end: newline + 1 };
  // The last line of a text without a line end gives up the one before it instead.
  return { start: line.start === 0 ? 0 : lineAt(text, line.start - 1).end, end: text.length };
}

/** Where the `-` of a list's item stands: in the list's column, on the item's first line or above it. */
export function dashOf(text: string, seq: YamlSeq, item: YamlNode): number {
  const column = columnOf(text, seq.start);
  let { start } = lineAt(text, item.start);
  while (start > seq.start && text[start + column] !== '-') ({ start } = lineAt(text, start - 1));
  return Math.max(seq.start, start + column);
}

function blockAddition(text: string, map: YamlMap, anchor: YamlPair | undefined, key: string): [number, string] {
  const beginning = beginningOf(text, map);
  const indent = ' '.repeat(columnOf(text, beginning));
  const lineEnd = lineEndOf(text);
  if (!anchor) return [beginning, `${key}:${lineEnd}${indent}`];
  return [lineAt(text, endOfEntry(text, anchor)).end, `${lineEnd}${indent}${key}:`];
}

function flowAddition(text: string, map: YamlMap, anchor: YamlPair | undefined, key: string): [number, string] {
  if (!anchor) return [map.pairs[0]!.key.start, `${key}: , `];
  const end = endOfEntry(text, anchor);
  return [end, `, ${key}:${/[\s,]/.test(text[end] ?? '') ? '' : ' '}`];
}

/** What is harmless is a plain scalar, if perhaps of another meaning, so that it can always be read. */
function isPlain(text: string): boolean {
  return HARMLESS.test(text) && text.trimEnd() === text && parse(text) === text;
}

function singleQuoted(text: string): string {
  return /[\n\r\t]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
