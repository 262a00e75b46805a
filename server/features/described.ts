/** The scalars of a stretch of text, each with the model's word on it: what hints and tokens are made from. */
import type { SourceDocument } from '../dataset/document.ts';
import { type Schema, schemaOf } from '../dataset/schema.ts';
import type { Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { follow, isMerge, keyText, type YamlAlias, type YamlNode, type YamlScalar } from '../dataset/yaml/tree.ts';
import { documentsIn } from './locate.ts';

/** A scalar, or the alias of one, that stands in the text with a schema. */
export interface DescribedScalar {
  readonly document: SourceDocument;
  /** What is written; spans count from the document's beginning. */
  readonly node: YamlScalar | YamlAlias;
  /** The node itself, or what the alias stands for. */
  readonly scalar: YamlScalar;
  /** Of the value; for a key that of the map it stands in. */
  readonly schema: Schema;
  readonly on: 'key' | 'value';
}

/** Documents that share a text with a span of their file, each with that span counted from the document's beginning. */
export function documentsWithin(
  workspace: Workspace,
  uri: string,
  { start, end }: Span,
): { readonly document: SourceDocument; readonly span: Span }[] {
  return documentsIn(workspace, uri)
    .filter((document) => document.start <= end && start <= document.start + document.yaml.text.length)
    .map((document) => ({ document, span: { start: start - document.start, end: end - document.start } }));
}

/**
 * The scalars that share a place with a span, in the order of the text. What an alias or a merge brings in stands, and is
 * given, where its anchor is. Keys are given only where they are names that the model knows of.
 */
export function describedScalars(document: SourceDocument, span: Span): DescribedScalar[] {
  const found: DescribedScalar[] = [];
  if (document.schema !== undefined) collect(document.yaml.root, schemaOf(document.schema));
  return found;

  function collect(node: YamlNode | undefined, schema: Schema | undefined): void {
    if (!node || !schema || node.end < span.start || span.end < node.start) return;
    if (node.type === 'seq') for (const item of node.items) collect(item, schema.items);
    else if (node.type === 'map') {
      for (const pair of node.pairs) {
        if (isMerge(pair)) collectMerged(pair.value, schema);
        else {
          if (schema.ruleNames === 'keys') add(pair.key, schema, 'key');
          collect(pair.value, schema.properties.get(keyText(pair.key)) ?? schema.additional);
        }
      }
    } else add(node, schema, 'value');
  }

  /** A map that is merged in place, or a list with such maps, has the properties of the map around it. */
  function collectMerged(node: YamlNode | undefined, schema: Schema): void {
    for (const map of node?.type === 'seq' ? node.items : [node]) if (map?.type === 'map') collect(map, schema);
  }

  function add(node: YamlNode, schema: Schema, on: DescribedScalar['on']): void {
    const scalar = follow(node);
    if (scalar?.type !== 'scalar' || (node.type !== 'scalar' && node.type !== 'alias')) return;
    if (node.end > node.start) found.push({ document, node, scalar, schema, on });
  }
}
