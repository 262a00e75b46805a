/** Edits as fixes of rules make them. */
import type { SourceDocument } from '../../dataset/document.ts';
import { removeEntry, removeItem, replaceProse, replaceScalar, writeScalar } from '../../dataset/editing/edits.ts';
import type { DocumentEdit, Fix } from '../../dataset/problem.ts';
import type { TextEdit } from '../../dataset/text.ts';
import { nodesOf, type Path, type YamlMap, type YamlNode, type YamlPair } from '../../dataset/yaml/tree.ts';

/** Edits to a text as edits to the document that holds it. */
export function inDocument(document: SourceDocument, edits: readonly TextEdit[]): DocumentEdit[] {
  return edits.map((edit) => ({ document, ...edit }));
}

/**
 * Edits that put something else in the place of a node. An alias elsewhere of what stands there gets that text for its
 * own: it may be another sort of value, for which the new one is wrong.
 */
export function replacing(document: SourceDocument, node: YamlNode, text: string): DocumentEdit[] {
  return inDocument(document, [
    { span: { start: node.start, end: node.end }, text },
    ...aliasesWrittenOut(document, node),
  ]);
}

/** Edits that put another scalar at a path, in the quotes that are there; none where nothing stands. */
export function rewriteAt(document: SourceDocument, path: Path, text: string): DocumentEdit[] {
  const node = document.yaml.place(path)?.value;
  return node ? replacing(document, node, replaceScalar(node, text).text) : [];
}

/** Edits that put other words at a path where line breaks say nothing, in the quotes or the block that are there. */
export function rewriteProse(document: SourceDocument, path: Path, text: string): DocumentEdit[] {
  const node = document.yaml.place(path)?.value;
  return node ? replacing(document, node, replaceProse(document.yaml.text, node, text).text) : [];
}

/** Edits that put what a scalar says in the place of each of its aliases. */
function aliasesWrittenOut({ yaml: { text, root } }: SourceDocument, node: YamlNode): TextEdit[] {
  if (node.type !== 'scalar' || !text.includes('*')) return [];
  const { value, style } = node;
  const isBlock = style === 'literal' || style === 'folded';
  const written =
    typeof value === 'string' ? writeScalar(value, isBlock ? 'double' : style) : text.slice(node.start, node.end);
  return [...nodesOf(root)].flatMap((each) =>
    each.type === 'alias' && each.target === node
      ? [{ span: { start: each.start, end: each.end }, text: written }]
      : [],
  );
}

/** Whether what stands at a path is written within the value of `outer`, and not taken from elsewhere by an alias or a merge. */
export function standsWithin(document: SourceDocument, path: Path, outer: Path): boolean {
  const [inner, around] = [path, outer].map((at) => document.yaml.place(at)?.value);
  return inner !== undefined && around !== undefined && around.start <= inner.start && inner.end <= around.end;
}

/** The fix that removes an entry; where something else needs it, as an alias needs its anchor, nobody is offered it. */
export function removal(document: SourceDocument, map: YamlMap, pair: YamlPair, title: string, certain = false): Fix[] {
  return removing(document, removeEntry(document.yaml.text, map, pair), title, certain);
}

/**
 * The fix that removes the entry of a list at a path, and the list with its key when it is the only one; none where an
 * alias stands for the list.
 */
export function itemRemoval(document: SourceDocument, path: Path, title: string, certain = false): Fix[] {
  const { text } = document.yaml;
  const list = document.yaml.place(path.slice(0, -1));
  const { parent, value } = list ?? {};
  if (value?.type !== 'seq') return [];
  if (value.items.length > 1) return removing(document, removeItem(text, value, Number(path.at(-1))), title, certain);
  const pair = parent?.type === 'map' && parent.pairs.find((candidate) => candidate.value === value);
  return pair ? removal(document, parent, pair, title, certain) : [];
}

function removing(document: SourceDocument, edit: TextEdit, title: string, certain: boolean): Fix[] {
  return [{ title, edits: inDocument(document, [edit]), certain }];
}
