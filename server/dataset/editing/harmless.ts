/** Whether edits leave alone what they do not touch: no fix is worth a value that is lost or means something else. */
import type { SourceDocument } from '../document.ts';
import type { DocumentEdit } from '../problem.ts';
import { applyEdits, type Span, type TextEdit } from '../text.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { YamlDocument } from '../yaml/yaml.ts';

/** Whether each document that is edited is no more broken then, and says what it said wherever nothing is edited. */
export function isHarmless(edits: readonly DocumentEdit[]): boolean {
  const documents = new Set(edits.map(({ document }) => document));
  return [...documents].every((document) =>
    sparesRest(
      document,
      edits.filter((edit) => edit.document === document),
    ),
  );
}

function sparesRest({ yaml }: SourceDocument, edits: readonly TextEdit[]): boolean {
  const after = new YamlDocument(applyEdits(yaml.text, edits));
  if (after.errors.length > yaml.errors.length) return false;
  // What stands where in a broken text is a guess.
  if (yaml.errors.length > 0) return true;
  const found = new Map([...marksIn(after.root)].map((mark) => [mark.start, said(mark, (offset) => offset)]));
  const moved = (offset: number) => movedBy(offset, edits);
  return [...marksIn(yaml.root)].every(
    (mark) => isTouched(mark, edits) || found.get(moved(mark.start)) === said(mark, moved),
  );
}

/** A scalar or an alias, with where the key stands that it belongs to, and in how many lists below that key it is. */
interface Mark extends Span {
  readonly node: YamlNode;
  readonly key: number;
  readonly lists: number;
}

/** All that is written in a tree, keys included; empty values are not. */
function* marksIn(node: YamlNode | undefined, key = -1, lists = 0): Generator<Mark> {
  if (node?.type === 'seq') for (const item of node.items) yield* marksIn(item, key, lists + 1);
  else if (node?.type === 'map') {
    for (const pair of node.pairs) {
      yield* marksIn(pair.key, key, lists);
      yield* marksIn(pair.value, pair.key.start);
    }
  } else if (node && node.start < node.end) yield { start: node.start, end: node.end, node, key, lists };
}

/** What a mark says, and where it belongs. */
function said({ node, key, lists }: Mark, moved: (offset: number) => number): string {
  const place = `${key < 0 ? key : moved(key)} ${lists}`;
  if (node.type === 'alias') return `${place} * ${node.target && moved(node.target.start)}`;
  return node.type === 'scalar' ? `${place} ${typeof node.value} ${node.value}` : place;
}

function isTouched({ start, end }: Span, edits: readonly TextEdit[]): boolean {
  return edits.some(({ span }) => span.start < end && start < span.end);
}

function movedBy(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce(
    (moved, { span, text }) => (span.end <= offset ? moved + text.length - (span.end - span.start) : moved),
    offset,
  );
}
