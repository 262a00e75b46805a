/** Edits that put the entries of a list in another order, each with its comments. */
import type { SourceDocument } from '../../dataset/document.ts';
import type { DocumentEdit } from '../../dataset/problem.ts';
import { sameValue } from '../../dataset/record.ts';
import { applyEdits, lineAt, type Span, type TextEdit } from '../../dataset/text.ts';
import { follow, type Path, plainValue, type YamlSeq } from '../../dataset/yaml/tree.ts';
import { YamlDocument } from '../../dataset/yaml/yaml.ts';
import { inDocument } from './fixes.ts';

/**
 * Edits that give the list at `path` the order of `indices`, the places that its entries have now. None where it cannot
 * be done without touching anything else, as where an entry refers to an anchor in another one.
 */
export function reordered(document: SourceDocument, path: Path, indices: readonly number[]): DocumentEdit[] {
  const { yaml } = document;
  const list = follow(yaml.place(path)?.value);
  if (list?.type !== 'seq' || list.items.length !== indices.length) return [];
  const slots = list.flow ? flowSlots(yaml.text, list) : blockSlots(yaml.text, list);
  const edits = slots?.flatMap((spans) => permuted(yaml.text, spans, indices));
  if (!edits) return [];
  const after = new YamlDocument(applyEdits(yaml.text, edits));
  const result = plainValue(after.place(path)?.value);
  const isAsMeant = sameValue(
    result,
    indices.map((index) => plainValue(list.items[index])),
  );
  return isAsMeant && after.errors.length <= yaml.errors.length ? inDocument(document, edits) : [];
}

function permuted(text: string, spans: readonly Span[], indices: readonly number[]): TextEdit[] {
  return indices.flatMap((index, place) => {
    const [span, from] = [spans[place]!, spans[index]!];
    return index === place ? [] : [{ span, text: text.slice(from.start, from.end) }];
  });
}

/** The lines of each entry, with the comments right above it, and those below it that are indented as its content. */
function blockSlots(text: string, list: YamlSeq): Span[][] | undefined {
  const slots: Span[] = [];
  for (const item of list.items) {
    const line = lineAt(text, item.start);
    if (!/^\s*-\s/.test(text.slice(line.start, item.start)) || item.end <= item.start) return undefined;
    const start = commentsAbove(text, line.start, slots.at(-1)?.end ?? 0);
    const column = text.slice(line.start).search(/\S/);
    slots.push({ start, end: commentsBelow(text, lineAt(text, item.end).end, column) });
  }
  return [slots];
}

/** Each entry, and apart from it the comment behind it, which stands after the comma. Other comments are not moved. */
function flowSlots(text: string, list: YamlSeq): Span[][] | undefined {
  const items = list.items.map(({ start, end }) => ({ start, end }));
  const comments = items.map(({ end }) => {
    const [, before = '', comment = ''] = /^([ \t]*,?)([ \t]*#[^\r\n]*)?/.exec(text.slice(end))!;
    return { start: end + before.length, end: end + before.length + comment.length };
  });
  const hasOwnLine = ({ start }: Span) => /^\s*$/.test(text.slice(lineAt(text, start).start, start));
  const between = [list.start, ...comments.map(({ end }) => end)].map((start, i) =>
    text.slice(start, items[i]?.start ?? list.end),
  );
  const isMovable = comments.every(({ start, end }) => start === end) || items.every(hasOwnLine);
  return isMovable && !between.some((gap) => gap.includes('#')) ? [items, comments] : undefined;
}

/** The beginning of the comments that stand right above a line, but not above `limit`. */
function commentsAbove(text: string, lineStart: number, limit: number): number {
  let start = lineStart;
  while (start > limit) {
    const above = lineAt(text, start - 1);
    if (above.start < limit || !/^\s*#/.test(text.slice(above.start, above.end))) break;
    start = above.start;
  }
  return start;
}

/** The end of the comments that stand right below a line and are indented by more than a column. */
function commentsBelow(text: string, lineEnd: number, column: number): number {
  const below = /^(?:\r?\n([ \t]*)#[^\r\n]*)/;
  let end = lineEnd;
  for (
    let match = below.exec(text.slice(end));
    match && match[1]!.length > column;
    match = below.exec(text.slice(end))
  ) {
    end += match[0].length;
  }
  return end;
}
