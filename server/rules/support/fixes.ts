/** Edits as fixes of rules make them. */
import type { SourceDocument } from '../../dataset/document.ts';
import { replaceScalar } from '../../dataset/edits.ts';
import type { DocumentEdit } from '../../dataset/problem.ts';
import type { TextEdit } from '../../dataset/text.ts';
import type { Path } from '../../dataset/yaml-tree.ts';

/** Edits to a text as edits to the document that holds it. */
export function inDocument(document: SourceDocument, edits: readonly TextEdit[]): DocumentEdit[] {
  return edits.map((edit) => ({ document, ...edit }));
}

/** Edits that put another scalar at a path, in the quotes that are there; none where nothing stands. */
export function rewriteAt(document: SourceDocument, path: Path, text: string): DocumentEdit[] {
  const node = document.yaml.place(path)?.value;
  return node ? inDocument(document, [replaceScalar(node, text)]) : [];
}
