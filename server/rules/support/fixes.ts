/** Edits as fixes of rules make them. */
import type { SourceDocument } from '../../dataset/document.ts';
import { removeEntry, replaceScalar } from '../../dataset/edits.ts';
import type { DocumentEdit, Fix } from '../../dataset/problem.ts';
import { applyEdits, type TextEdit } from '../../dataset/text.ts';
import { YamlDocument } from '../../dataset/yaml.ts';
import type { Path, YamlMap, YamlPair } from '../../dataset/yaml-tree.ts';

/** Edits to a text as edits to the document that holds it. */
export function inDocument(document: SourceDocument, edits: readonly TextEdit[]): DocumentEdit[] {
  return edits.map((edit) => ({ document, ...edit }));
}

/** Edits that put another scalar at a path, in the quotes that are there; none where nothing stands. */
export function rewriteAt(document: SourceDocument, path: Path, text: string): DocumentEdit[] {
  const node = document.yaml.place(path)?.value;
  return node ? inDocument(document, [replaceScalar(node, text)]) : [];
}

/** The fix that removes an entry; none where something else needs it, as an alias needs its anchor. */
export function removal(document: SourceDocument, map: YamlMap, pair: YamlPair, title: string, certain = false): Fix[] {
  const edits = [removeEntry(document.yaml.text, map, pair)];
  const after = new YamlDocument(applyEdits(document.yaml.text, edits));
  if (after.errors.length > document.yaml.errors.length) return [];
  return [{ title, edits: inDocument(document, edits), certain }];
}
