/** Selection ranges: what a selection grows to, from the word at the cursor to the file. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { SourceDocument } from '../dataset/document.ts';
import { dashOf } from '../dataset/editing/edits.ts';
import { holds, lineAt, type Span, shift } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { pathAt, type YamlMap, type YamlNode, type YamlScalar, type YamlSeq } from '../dataset/yaml/tree.ts';
import { blocksOf } from './blocks.ts';
import type { Converter } from './convert.ts';
import { documentAt, textIn } from './locate.ts';

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const COMMENT_LINE = /^[ \t]*#/;

/** For each position the ranges around it, the innermost first; each lies within the next and is smaller. */
export function selectionRanges(
  workspace: Workspace,
  uri: string,
  positions: readonly Position[],
  converter: Converter,
): SelectionRange[] {
  return positions.map((position) => {
    const offset = converter.offset(uri, position);
    const spans = spansAround(workspace, uri, offset);
    const [last, ...inner] = nested(spans, offset).reverse();
    if (!last) return { range: { start: position, end: position } };
    return inner.reduce<SelectionRange>((parent, span) => ({ range: converter.fileRange(uri, span), parent }), {
      range: converter.fileRange(uri, last),
    });
  });
}

/** Everything around an offset that someone may want to select, in no order; spans count from the file's beginning. */
function spansAround(workspace: Workspace, uri: string, offset: number): Span[] {
  const text = textIn(workspace, uri) ?? '';
  const file = { start: 0, end: text.length };
  const document = documentAt(workspace, uri, offset);
  if (!document) return [file];
  const inside = spansInDocument(document, offset - document.start);
  // The tree of a broken text may part CR and LF, between which a client has no place.
  const between = (at: number) => text.startsWith('\r\n', at - 1);
  const own = inside.map((span) => shift(span, document.start)).filter(({ end }) => !between(end));
  return [...own, file];
}

function spansInDocument({ yaml: { text, root, errors } }: SourceDocument, offset: number): Span[] {
  const tree: Span[] = [];
  const scalar = root && collect(tree, root, text, offset);
  const spans = [...tree, trimmed(text, { start: 0, end: text.length }), { start: 0, end: text.length }];
  if (scalar) spans.push(...spansInScalar(text, scalar, offset));
  else spans.push(...spansInLine(text, offset, root));
  // Where the text is broken, its tree is a guess: what the lines show is one more.
  return errors.length > 0 ? [...spans, ...blocksOf(text)] : spans;
}

/** Notes everything of a tree around an offset. @returns the scalar that holds it, if one does */
function collect(spans: Span[], node: YamlNode, text: string, offset: number): YamlScalar | undefined {
  if (!holds(node, offset)) return undefined;
  spans.push(node);
  if (node.type === 'scalar') return node;
  if (node.type === 'map') return collectPair(spans, node, text, offset);
  if (node.type === 'seq') return collectItem(spans, node, text, offset);
  return undefined;
}

function collectPair(spans: Span[], map: YamlMap, text: string, offset: number): YamlScalar | undefined {
  const entries = map.pairs.map(({ key, value }) => ({ key, value, start: key.start, end: (value ?? key).end }));
  addContent(spans, map.flow, entries);
  const entry = entries.find((pair) => holds(pair, offset));
  if (!entry) return undefined;
  spans.push(entry);
  return collect(spans, entry.key, text, offset) ?? (entry.value && collect(spans, entry.value, text, offset));
}

function collectItem(spans: Span[], seq: YamlSeq, text: string, offset: number): YamlScalar | undefined {
  addContent(spans, seq.flow, seq.items);
  const item = seq.items.find((each) =>
    holds({ start: seq.flow ? each.start : dashOf(text, seq, each), end: each.end }, offset),
  );
  if (!item) return undefined;
  if (!seq.flow) spans.push({ start: dashOf(text, seq, item), end: item.end });
  return collect(spans, item, text, offset);
}

/** What stands between brackets, without the blanks beside them. */
function addContent(spans: Span[], flow: boolean, entries: readonly Span[]): void {
  const [first, last] = [entries[0], entries.at(-1)];
  if (flow && first && last) spans.push({ start: first.start, end: last.end });
}

function spansInScalar(text: string, { start, end, style, broken }: YamlScalar, offset: number): Span[] {
  const word = wordAt(text, { start, end }, offset);
  const spans = word ? [word] : [];
  if (broken) return spans;
  if (style === 'single' || style === 'double') spans.push({ start: start + 1, end: end - 1 });
  if (style !== 'literal' && style !== 'folded') return spans;
  const content = text.indexOf('\n', start) + 1;
  if (content <= 0 || content > end) return spans;
  return [...spans, trimmed(text, lineAt(text, offset)), trimmed(text, { start: content, end })];
}

/** Outside of scalars: a comment with those above and below it, and the line. */
function spansInLine(text: string, offset: number, root: YamlNode | undefined): Span[] {
  const line = lineAt(text, offset);
  const spans: Span[] = [line, trimmed(text, line)];
  const word = wordAt(text, line, offset);
  if (word) spans.push(word);
  const hash = commentIn(text, line, root);
  if (hash === undefined) return spans;
  spans.push(trimmed(text, { start: hash, end: line.end }));
  if (COMMENT_LINE.test(sliceOf(text, line))) spans.push(trimmed(text, commentLines(text, line)));
  return spans;
}

/** Where the comment of a line begins: at a `#` after a blank that is part of no text. */
function commentIn(text: string, line: Span, root: YamlNode | undefined): number | undefined {
  for (const { index } of sliceOf(text, line).matchAll(/(?<!\S)#/g)) {
    if (pathAt(root, line.start + index)?.node.type !== 'scalar') return line.start + index;
  }
  return undefined;
}

/** The lines around one that are comments like it. */
function commentLines(text: string, line: Span): Span {
  let { start, end } = line;
  while (start > 0 && COMMENT_LINE.test(sliceOf(text, lineAt(text, start - 1)))) ({ start } = lineAt(text, start - 1));
  for (;;) {
    const newline = text.indexOf('\n', end);
    if (newline < 0 || !COMMENT_LINE.test(sliceOf(text, lineAt(text, newline + 1)))) return { start, end };
    ({ end } = lineAt(text, newline + 1));
  }
}

/** The word at an offset, of two that touch there the one behind it; words end where the passage does. */
function wordAt(text: string, within: Span, offset: number): Span | undefined {
  const line = lineAt(text, offset);
  const start = Math.max(line.start, within.start);
  const part = text.slice(start, Math.min(line.end, within.end));
  const words = [...part.matchAll(WORD)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  return words.findLast((word) => holds(word, offset));
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A span without the blanks and line ends at its ends; the empty end of its beginning where there is nothing else. */
function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

/** Of spans those that hold the offset and one another, the smallest first, each once. */
function nested(spans: readonly Span[], offset: number): Span[] {
  const holding = spans.filter((span) => holds(span, offset)).sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const { start, end } of holding) {
    const inner = chain.at(-1);
    const isLarger = !inner || end - start > inner.end - inner.start;
    if (isLarger && (!inner || (start <= inner.start && inner.end <= end))) chain.push({ start, end });
  }
  return chain;
}
