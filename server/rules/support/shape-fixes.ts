/** What the `schema` rule offers: rename a key, add what is missing, take the nearest value, quote, unquote, make a list. */
import type { SourceDocument } from '../../dataset/document.ts';
import { addEntries } from '../../dataset/edits.ts';
import { nearest } from '../../dataset/names.ts';
import type { Fix } from '../../dataset/problem.ts';
import { schemaAt } from '../../dataset/schema.ts';
import type { ShapeError } from '../../dataset/shape.ts';
import { follow, type Path, type YamlMap, type YamlNode, type YamlScalar } from '../../dataset/yaml-tree.ts';
import { inDocument, removal, rewriteAt } from './fixes.ts';
import { listed } from './words.ts';

/** The fixes for one mistake, the likeliest first. */
export function shapeFixes(document: SourceDocument, error: ShapeError): Fix[] {
  switch (error.type) {
    case 'unknown':
      return error.suggestion ? renameKey(document, error.path, error.suggestion) : [];
    case 'missing':
      return addKeys(document, error.path, error.keys);
    case 'choice':
      return error.keys.flatMap((key) => addKeys(document, error.path, [key]));
    case 'exclusive':
      return [error.other, error.key].flatMap((key) => removeKey(document, [...error.path.slice(0, -1), key]));
    case 'value':
      return nearestValues(document, error.path, error.allowed);
    case 'type':
      return otherTypes(document, error.path, error.expected);
    case 'other':
      return [];
  }
}

/** Fixes that put one of `allowed` in the place of a value that is like it. */
export function nearestValues(document: SourceDocument, path: Path, allowed: readonly string[]): Fix[] {
  const node = scalarAt(document, path);
  if (node?.value === null || node === undefined) return [];
  return nearest(String(node.value), allowed).map((value) => ({
    title: `Change to \`${value}\``,
    edits: rewriteAt(document, path, value),
  }));
}

function renameKey(document: SourceDocument, path: Path, name: string): Fix[] {
  const key = document.yaml.place(path)?.key;
  if (!key) return [];
  const edits = inDocument(document, [{ span: { start: key.start, end: key.end }, text: name }]);
  return [{ title: `Change to \`${name}\``, edits }];
}

function addKeys(document: SourceDocument, path: Path, keys: readonly string[]): Fix[] {
  const map = mapAt(document, path);
  const order = [...(schemaAt(document.schema ?? '', path)?.properties.keys() ?? [])];
  if (!map) return [];
  const edits = inDocument(document, addEntries(document.yaml.text, map, keys, order));
  return [{ title: `Add ${listed(keys, 'and')}`, edits }];
}

function removeKey(document: SourceDocument, path: Path): Fix[] {
  const place = document.yaml.place(path);
  const map = place?.parent?.type === 'map' ? place.parent : undefined;
  const pair = map?.pairs.find(({ key }) => key === place?.key);
  return map && pair ? removal(document, map, pair, `Remove \`${String(path.at(-1))}\``) : [];
}

/** Fixes for a value whose meaning is plain although its type is not the one that is wanted. */
function otherTypes(document: SourceDocument, path: Path, expected: readonly string[]): Fix[] {
  const node = document.yaml.place(path)?.value;
  if (!node || node.end <= node.start) return [];
  const source = document.yaml.text.slice(node.start, node.end);
  if (expected.includes('array') && isOnOneLine(source) && isInline(node)) {
    return replace(document, node, 'Make it a list', `[${source}]`);
  }
  if (node.type !== 'scalar') return [];
  if (expected.includes('string') && typeof node.value !== 'string') {
    return replace(document, node, `Put \`${source}\` in quotes`, `'${source}'`, true);
  }
  const meant = typeof node.value === 'string' ? plainMeaning(node.value, expected) : undefined;
  return meant === undefined ? [] : replace(document, node, `Change to \`${meant}\``, meant);
}

function plainMeaning(text: string, expected: readonly string[]): string | undefined {
  if (expected.includes('integer') && /^\d{1,9}$/.test(text)) return String(Number(text));
  if (!expected.includes('boolean')) return undefined;
  if (/^(?:yes|y|on|true)$/i.test(text)) return 'true';
  return /^(?:no|n|off|false)$/i.test(text) ? 'false' : undefined;
}

function replace(document: SourceDocument, { start, end }: YamlNode, title: string, text: string, certain = false) {
  return [{ title, edits: inDocument(document, [{ span: { start, end }, text }]), certain }];
}

function isOnOneLine(text: string): boolean {
  return !/[\r\n]/.test(text);
}

/** Whether a node may stand between brackets as it is written. */
function isInline(node: YamlNode): boolean {
  return node.type === 'alias' || node.type === 'scalar' || node.flow;
}

function scalarAt(document: SourceDocument, path: Path): YamlScalar | undefined {
  const node = follow(document.yaml.place(path)?.value);
  return node?.type === 'scalar' ? node : undefined;
}

function mapAt(document: SourceDocument, path: Path): YamlMap | undefined {
  const node = follow(document.yaml.place(path)?.value);
  return node?.type === 'map' ? node : undefined;
}
