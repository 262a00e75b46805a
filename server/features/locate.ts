/** What stands at an offset of a file: the document, the path in it, and the model's word on that path. */
import type { SourceDocument } from '../dataset/document.ts';
import { REGISTRY_ROOT, registryDocuments, registryText } from '../dataset/registry.ts';
import { type Schema, schemaAt } from '../dataset/schema.ts';
import { holds, type Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { type PathAt, pathAt } from '../dataset/yaml/tree.ts';

/** A key or a value under the cursor; the span counts from the document's beginning. */
export interface Located extends PathAt {
  readonly document: SourceDocument;
  readonly span: Span;
  /** Absent where the model has nothing at that path. */
  readonly schema: Schema | undefined;
}

/** The documents of a file, be it one of the registry's. */
export function documentsIn(workspace: Workspace, uri: string): readonly SourceDocument[] {
  return uri.startsWith(REGISTRY_ROOT) ? registryDocuments(uri) : workspace.documentsOf(uri);
}

/** The text of a file, be it one of the registry's; nothing where there is no such file. */
export function textIn(workspace: Workspace, uri: string): string | undefined {
  return uri.startsWith(REGISTRY_ROOT) ? registryText(uri) : workspace.textOf(uri);
}

/** The document that holds an offset of a file. */
export function documentAt(workspace: Workspace, uri: string, offset: number): SourceDocument | undefined {
  return documentsIn(workspace, uri).findLast(({ start, yaml }) =>
    holds({ start, end: start + yaml.text.length }, offset),
  );
}

/** What stands at an offset; `undefined` between keys and values. */
export function locate(workspace: Workspace, uri: string, offset: number): Located | undefined {
  const document = documentAt(workspace, uri, offset);
  if (!document) return undefined;
  const found = pathAt(document.yaml.root, offset - document.start);
  if (!found) return undefined;
  const schema = document.schema === undefined ? undefined : schemaAt(document.schema, found.path);
  return { ...found, document, span: { start: found.node.start, end: found.node.end }, schema };
}
