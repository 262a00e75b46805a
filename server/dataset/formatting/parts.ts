/** Which part of a document has to be formatted with a passage, so that the whole keeps its meaning. */
import { lineAt, type Span } from '../text.ts';
import type { YamlMap, YamlNode, YamlSeq } from '../yaml/tree.ts';

/**
 * The lines of a passage, then those of the entries that it touches, from the innermost map or list that holds all of
 * them to the outermost. Each entry brings the comments above it.
 */
export function widening(text: string, root: YamlNode | undefined, passage: Span): Span[] {
  const lines = wholeLines(text, passage);
  const around: Span[] = [];
  for (let node = root; node?.type === 'map' || node?.type === 'seq'; ) {
    const entries = entriesOf(text, node);
    const first = entries.findIndex(({ end }) => end >= lines.start);
    const last = entries.findLastIndex(({ start }) => start <= lines.end);
    if (first < 0 || last < first) break;
    around.push(wholeLines(text, { start: entries[first]!.start, end: entries[last]!.end }));
    node = first === last ? entries[first]!.value : undefined;
  }
  return [lines, ...around.reverse()];
}

interface Entry extends Span {
  readonly value: YamlNode | undefined;
}

/** Entries from the line below the one before, so that what stands between two belongs to the second. */
function entriesOf(text: string, node: YamlMap | YamlSeq): Entry[] {
  const entries =
    node.type === 'map'
      ? node.pairs.map(({ key, value }) => ({ value, start: key.start, end: Math.max(key.end, value?.end ?? 0) }))
      : node.items.map((item) => ({ value: item, start: item.start, end: item.end }));
  return entries.map((entry, index) => {
    const newline = index === 0 ? -1 : text.indexOf('\n', entries[index - 1]!.end);
    return newline < 0 ? entry : { ...entry, start: Math.min(entry.start, newline + 1) };
  });
}

/** A passage that ends before the first character of a line does not touch that line. */
function wholeLines(text: string, { start, end }: Span): Span {
  return { start: lineAt(text, start).start, end: lineAt(text, Math.max(start, end - 1)).end };
}
