/** Entries that fixes add, with their values. */
import type { SourceDocument } from '../../dataset/document.ts';
import { addEntries } from '../../dataset/edits.ts';
import type { DocumentEdit } from '../../dataset/problem.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { lineAt, lineEndOf } from '../../dataset/text.ts';
import { follow, type Path, type YamlMap } from '../../dataset/yaml-tree.ts';
import { inDocument } from './fixes.ts';

/** Edits that add `key: value` to the map at a path, where the schema has it; `value` is YAML that fits on one line. */
export function addValue(document: SourceDocument, path: Path, key: string, value: string): DocumentEdit[] {
  const map = mapAt(document, path);
  return map ? added(document, map, path, key, value) : [];
}

/** Edits that add `key` to the map at a path with one entry that a person fills in: a list of one map with one key. */
export function addListWithGap(document: SourceDocument, path: Path, key: string, gap: string): DocumentEdit[] {
  const map = mapAt(document, path);
  const first = map?.pairs[0];
  if (!map || !first || map.flow) return map ? added(document, map, path, key, `[{ ${gap}: }]`) : [];
  const { text } = document.yaml;
  const indent = text.slice(lineAt(text, first.key.start).start, first.key.start).replace(/\S/g, ' ');
  return added(document, map, path, key, `${lineEndOf(text)}${indent}  - ${gap}:`);
}

function added(document: SourceDocument, map: YamlMap, path: Path, key: string, value: string): DocumentEdit[] {
  const order = [...(schemaAt(document.schema ?? '', path)?.properties.keys() ?? [])];
  const edits = addEntries(document.yaml.text, map, [key], order);
  return inDocument(
    document,
    edits.map(({ span, text }) => ({
      span,
      // The value goes behind the colon, before whatever parts the new entry from the next.
      text: text.replace(`${key}:`, () => (/^\s/.test(value) ? `${key}:${value}` : `${key}: ${value}`)),
    })),
  );
}

function mapAt(document: SourceDocument, path: Path): YamlMap | undefined {
  const node = follow(document.yaml.place(path)?.value);
  return node?.type === 'map' ? node : undefined;
}
