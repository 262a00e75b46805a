/** Entries that fixes add, with their values. */
import type { SourceDocument } from '../../dataset/document.ts';
import { addEntries } from '../../dataset/editing/edits.ts';
import { beginningOf, columnOf } from '../../dataset/editing/indentation.ts';
import type { DocumentEdit } from '../../dataset/problem.ts';
import { schemaAt } from '../../dataset/schema.ts';
import { lineAt, lineEndOf } from '../../dataset/text.ts';
import { follow, type Path, type YamlMap, type YamlSeq } from '../../dataset/yaml/tree.ts';
import { inDocument } from './fixes.ts';

/** What stands behind a key that has no value, as far as its colon or its word for nothing. */
const NO_VALUE = /^([ \t]*:(?:[ \t]*(?:~|null|Null|NULL))?)[ \t]*(?:$|[\r\n,}#])/;
/** What stands behind a key in braces that has not even a colon. */
const NO_COLON = /^\s*[,}]/;

/** Edits that add `key: value` to the map at a path, where the schema has it; `value` is YAML that fits on one line. */
export function addValue(document: SourceDocument, path: Path, key: string, value: string): DocumentEdit[] {
  const map = mapAt(document, path);
  return map ? added(document, map, path, key, value) : [];
}

/** Edits that put a value behind a key that has none, or `null`; none where anything else stands there, as an anchor. */
export function fillValue(document: SourceDocument, path: Path, value: string): DocumentEdit[] {
  const key = document.yaml.place(path)?.key;
  if (!key) return [];
  const behind = document.yaml.text.slice(key.end);
  const gap = NO_VALUE.exec(behind)?.[1] ?? (NO_COLON.test(behind) ? '' : undefined);
  if (gap === undefined) return [];
  const span = { start: key.end, end: key.end + gap.length };
  return inDocument(document, [{ span, text: `:${/^\s/.test(value) ? '' : ' '}${value}` }]);
}

/** Edits that add `key` to the map at a path with one entry that a person fills in: a list of one map with one key. */
export function addListWithGap(document: SourceDocument, path: Path, key: string, gap: string): DocumentEdit[] {
  return addList(document, path, key, `${gap}:`);
}

/** Edits that add `key` to the map at a path with a list of one map with one entry, which is YAML that fits on one line. */
export function addList(document: SourceDocument, path: Path, key: string, entry: string): DocumentEdit[] {
  const map = mapAt(document, path);
  if (!map?.pairs[0] || map.flow) return map ? added(document, map, path, key, `[{ ${entry} }]`) : [];
  const { text } = document.yaml;
  const indent = ' '.repeat(columnOf(text, beginningOf(text, map)));
  return added(document, map, path, key, `${lineEndOf(text)}${indent}  - ${entry}`);
}

/** What a new item of a list holds: keys with values that are ids or words, in the order in which they are written. */
export type NewItem = readonly (readonly [key: string, value: string])[];

/** Edits that add items, each YAML that fits on one line, to the end of the list at a path; none where no list of its own stands there. */
export function addTexts(document: SourceDocument, path: Path, items: readonly string[]): DocumentEdit[] {
  const list = listAt(document, path);
  if (!list || items.length === 0) return [];
  if (list.items.length === 0) {
    return inDocument(document, [{ span: { start: list.start, end: list.end }, text: `[${items.join(', ')}]` }]);
  }
  const lead = list.flow ? ', ' : `${newLine(document, list)}- `;
  return atEnd(document, list, items.map((item) => `${lead}${item}`).join(''));
}

/** Edits that add maps to the end of the list at a path, written as its last item is; none where no list of its own stands there. */
export function addItems(document: SourceDocument, path: Path, items: readonly NewItem[]): DocumentEdit[] {
  const list = listAt(document, path);
  const last = list?.items.at(-1);
  if (!list || !last) return [];
  if (list.flow || last.type !== 'map' || last.flow) return addTexts(document, path, items.map(inBraces));
  const line = newLine(document, list);
  const written = items.flatMap((item) =>
    item.map(([key, value], index) => `${line}${index === 0 ? '-' : ' '} ${key}: ${value}`),
  );
  return atEnd(document, list, written.join(''));
}

function inBraces(item: NewItem): string {
  return `{ ${item.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

function listAt(document: SourceDocument, path: Path): YamlSeq | undefined {
  const list = document.yaml.place(path)?.value;
  return list?.type === 'seq' ? list : undefined;
}

/** A line end, and the indentation of a list's dashes. */
function newLine({ yaml: { text } }: SourceDocument, list: YamlSeq): string {
  return lineEndOf(text) + ' '.repeat(columnOf(text, list.start));
}

/** The edit that puts a text behind a list's last item: on its line's end where each item has lines of its own. */
function atEnd(document: SourceDocument, list: YamlSeq, written: string): DocumentEdit[] {
  const { text } = document.yaml;
  const { start, end } = list.items.at(-1)!;
  const at = list.flow ? end : lineAt(text, start + text.slice(start, end).trimEnd().length).end;
  return inDocument(document, [{ span: { start: at, end: at }, text: written }]);
}

function added(document: SourceDocument, map: YamlMap, path: Path, key: string, value: string): DocumentEdit[] {
  const order = [...(schemaAt(document.schema ?? '', path)?.properties.keys() ?? [])];
  const edits = addEntries(document.yaml.text, map, [key], order);
  return inDocument(
    document,
    edits.map(({ span, text }) => ({
      span,
      // The value goes behind the colon, before whatever parts the new entry from the next.
      text: text.replace(new RegExp(`${key}: ?`), () => `${key}:${/^\s/.test(value) ? '' : ' '}${value}`),
    })),
  );
}

function mapAt(document: SourceDocument, path: Path): YamlMap | undefined {
  const node = follow(document.yaml.place(path)?.value);
  return node?.type === 'map' ? node : undefined;
}
