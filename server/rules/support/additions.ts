/** Entries that fixes add, with their values. */
import type { SourceDocument } from '../../dataset/document.ts';
import { addEntries } from '../../dataset/edits.ts';
import type { DocumentEdit } from '../../dataset/problem.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { lineAt, lineEndOf } from '../../dataset/text.ts';
import { follow, type Path, type YamlMap, type YamlNode, type YamlSeq } from '../../dataset/yaml-tree.ts';
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

/** What a new item of a list holds: keys with values that are ids or words, in the order in which they are written. */
export type NewItem = readonly (readonly [key: string, value: string])[];

/** Edits that add maps to the end of the list at a path, written as its last item is; none where no list of its own stands there. */
export function addItems(document: SourceDocument, path: Path, items: readonly NewItem[]): DocumentEdit[] {
  const list = document.yaml.place(path)?.value;
  const last = list?.type === 'seq' ? list.items.at(-1) : undefined;
  if (list?.type !== 'seq' || !last) return [];
  const { text } = document.yaml;
  const at = list.flow ? last.end : lineAt(text, lastCharacterOf(text, last)).end;
  const written = items.map((item) => (list.flow ? `, ${inBraces(item)}` : dashed(text, list, last, item))).join('');
  return inDocument(document, [{ span: { start: at, end: at }, text: written }]);
}

function lastCharacterOf(text: string, { start, end }: YamlNode): number {
  return start + text.slice(start, end).trimEnd().length;
}

function inBraces(item: NewItem): string {
  return `{ ${item.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

/** An item on lines of its own: in braces, or with a line a key as the item before it. */
function dashed(text: string, list: YamlSeq, last: YamlNode, item: NewItem): string {
  const lineEnd = lineEndOf(text);
  const indent = text.slice(lineAt(text, list.start).start, list.start).replace(/\S/g, ' ');
  if (last.type !== 'map' || last.flow) return `${lineEnd}${indent}- ${inBraces(item)}`;
  return item.map(([key, value], index) => `${lineEnd}${indent}${index === 0 ? '-' : ' '} ${key}: ${value}`).join('');
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
