/** What a selection is in: the document, and from the innermost entry outwards what stands around it. */
import type { SourceDocument } from '../../dataset/document.ts';
import { lineAt, type Span, shift } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { keyText, type Path, type Place } from '../../dataset/yaml/tree.ts';
import { documentAt } from '../locate.ts';

/** An entry of a map, an item of a list, or the document itself (with an empty path), as it is written; aliases are not followed. */
export interface Level extends Place {
  readonly path: Path;
}

/** A cursor or a selection; the span counts from the document's beginning. */
export interface Selection {
  readonly workspace: Workspace;
  readonly document: SourceDocument;
  readonly span: Span;
  /** The innermost first. */
  readonly levels: readonly Level[];
  /** Whether it is within the key of the innermost entry. */
  readonly onKey: boolean;
}

/**
 * What a span of a file selects, blanks around it aside; nothing in the registry's records, and in documents that are no
 * records, which are left alone.
 */
export function selectionIn(workspace: Workspace, uri: string, selected: Span): Selection | undefined {
  const document = workspace.textOf(uri) === undefined ? undefined : documentAt(workspace, uri, selected.start);
  if (!document || document.role === 'foreign' || selected.end > document.start + document.yaml.text.length)
    return undefined;
  const span = contentOf(document.yaml.text, shift(selected, -document.start));
  return { workspace, document, span, ...levelsAround(document, span) };
}

/** A selection without the blanks around it. A cursor before the text of its line is taken to be at its beginning. */
function contentOf(text: string, { start, end }: Span): Span {
  if (start < end) {
    const content = text.slice(start, end);
    const first = content.search(/\S/);
    return first < 0 ? { start, end: start } : { start: start + first, end: start + content.trimEnd().length };
  }
  const line = lineAt(text, start);
  const indent = /^\s*(?:-[ \t]+)*/.exec(text.slice(line.start, line.end))![0].length;
  const at = Math.max(start, line.start + indent);
  return { start: at, end: at };
}

function levelsAround({ yaml }: SourceDocument, { start, end }: Span): Pick<Selection, 'levels' | 'onKey'> {
  let level: Level = { path: [], key: undefined, value: yaml.root, parent: undefined };
  const levels = [level];
  for (let next = innerLevel(level, start, end); next; next = innerLevel(level, start, end)) {
    level = next;
    levels.unshift(level);
  }
  const { key } = level;
  return { levels, onKey: key !== undefined && start >= key.start && end <= key.end };
}

function innerLevel({ value: parent, path }: Level, start: number, end: number): Level | undefined {
  if (parent?.type === 'map') {
    const pair = parent.pairs.find(({ key, value }) => key.start <= start && end <= Math.max(key.end, value?.end ?? 0));
    return pair && { path: [...path, keyText(pair.key)], ...pair, parent };
  }
  if (parent?.type !== 'seq') return undefined;
  const index = parent.items.findIndex((item) => item.start <= start && end <= item.end);
  return index < 0 ? undefined : { path: [...path, index], key: undefined, value: parent.items[index], parent };
}
