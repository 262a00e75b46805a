/** What the `schema` rule offers: rename a key, add what is missing, take the nearest value, quote, unquote, make a list. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../dataset/document.ts';
import { addEntries, writeScalar } from '../../dataset/editing/edits.ts';
import { fold, nearest } from '../../dataset/names/names.ts';
import type { Fix } from '../../dataset/problem.ts';
import type { Reader } from '../../dataset/reader.ts';
import { type Schema, schemaAt } from '../../dataset/schema.ts';
import { type ShapeError, shapeErrors } from '../../dataset/shape.ts';
import { follow, type Path, type YamlMap, type YamlNode, type YamlScalar } from '../../dataset/yaml/tree.ts';
import { inDocument, removal, replacing, rewriteAt } from './fixes.ts';
import { joinedEntry, mainKeys } from './shape-message.ts';
import { mendText } from './strange-words.ts';
import { listed } from './words.ts';

/** The fixes for one mistake, the likeliest first. */
export function shapeFixes(document: SourceDocument, error: ShapeError, reader: Reader): Fix[] {
  switch (error.type) {
    case 'unknown':
      return unknownKey(document, error);
    case 'missing':
      return addKeys(document, error.path, error.keys);
    case 'choice':
      return error.keys.flatMap((key) => addKeys(document, error.path, [key]));
    case 'exclusive':
      return [error.other, error.key].flatMap((key) => removeKey(document, [...error.path.slice(0, -1), key]));
    case 'value':
      return nearestValues(document, error.path, error.allowed);
    case 'type':
      return otherTypes(document, error.path, error.expected, reader);
    case 'other':
      return inTheForm(document, error.path);
  }
}

/** Fixes that put one of `allowed` in the place of a value that is like it. */
export function nearestValues(document: SourceDocument, path: Path, allowed: readonly string[]): Fix[] {
  const node = scalarAt(document, path);
  if (node?.value === null || node === undefined) return [];
  return nearest(String(node.value).trim(), allowed).map((value) => ({
    title: l10n.t('Change to `{0}`', value),
    edits: rewriteAt(document, path, value),
  }));
}

/** A misspelt key takes its right name, and one that has swallowed its value gives it back. */
function unknownKey(document: SourceDocument, { path, key, suggestion }: ShapeError & { type: 'unknown' }): Fix[] {
  const known = schemaAt(document.schema ?? '', path.slice(0, -1))?.properties;
  const joined = joinedEntry(key, [...(known?.keys() ?? [])]);
  const place = document.yaml.place(path);
  // Within quotes a blank parts nothing.
  if (joined && place?.key?.type === 'scalar' && place.key.style === 'plain' && !place.value) {
    const at = place.key.start + joined.key.length + 1;
    return [
      {
        title: l10n.t('Put a blank after the colon'),
        edits: inDocument(document, [{ span: { start: at, end: at }, text: ' ' }]),
      },
    ];
  }
  return suggestion ? renameKey(document, path, suggestion) : [];
}

/** Text that does not have the form of its field, such as an id with blanks or capitals, in that form. */
function inTheForm(document: SourceDocument, path: Path): Fix[] {
  const node = scalarAt(document, path);
  const [name, ...deeper] = path;
  if (typeof node?.value !== 'string' || typeof name !== 'string' || deeper.length > 0) return [];
  const folded = fold(mendText(node.value)).replaceAll(' ', '-');
  const fits = (text: string) =>
    text !== '' && !shapeErrors(document.schema ?? '', { [name]: text }).some((error) => error.path[0] === name);
  const fitting = [folded, folded.toUpperCase()].find(fits);
  return fitting ? [{ title: l10n.t('Change to `{0}`', fitting), edits: rewriteAt(document, path, fitting) }] : [];
}

function renameKey(document: SourceDocument, path: Path, name: string): Fix[] {
  const key = document.yaml.place(path)?.key;
  if (!key) return [];
  const edits = inDocument(document, [{ span: { start: key.start, end: key.end }, text: name }]);
  return [{ title: l10n.t('Change to `{0}`', name), edits }];
}

function addKeys(document: SourceDocument, path: Path, keys: readonly string[]): Fix[] {
  const map = mapAt(document, path);
  const order = [...(schemaAt(document.schema ?? '', path)?.properties.keys() ?? [])];
  if (!map) return [];
  const edits = inDocument(document, addEntries(document.yaml.text, map, keys, order));
  return [{ title: l10n.t('Add {0}', listed(keys, 'and')), edits }];
}

function removeKey(document: SourceDocument, path: Path): Fix[] {
  const place = document.yaml.place(path);
  const map = place?.parent?.type === 'map' ? place.parent : undefined;
  const pair = map?.pairs.find(({ key }) => key === place?.key);
  return map && pair ? removal(document, map, pair, l10n.t('Remove `{0}`', String(path.at(-1)))) : [];
}

/** Fixes for a value whose meaning is plain although its type is not the one that is wanted. */
function otherTypes(document: SourceDocument, path: Path, expected: readonly string[], reader: Reader): Fix[] {
  const node = document.yaml.place(path)?.value;
  const schema = schemaAt(document.schema ?? '', path);
  if (!node || !schema || (node.type === 'scalar' && node.value === null)) return removeEmpty(document, path);
  const source = document.yaml.text.slice(node.start, node.end);
  if (expected.includes('array') && isOnOneLine(source) && isInline(node)) {
    const entry = schema.items && asMap(node, source, schema.items, reader);
    return replace(document, node, l10n.t('Make it a list'), `[${entry ?? source}]`);
  }
  const map = asMap(node, source, schema, reader);
  if (map) return replace(document, node, l10n.t('Change to `{0}`', map), map);
  const only = expected.includes('string') ? onlyEntry(node) : undefined;
  if (only) return replace(document, node, l10n.t('Change to `{0}`', only), writeScalar(only));
  if (node.type !== 'scalar') return [];
  if (expected.includes('string') && typeof node.value !== 'string') {
    return replace(document, node, l10n.t('Put `{0}` in quotes', source), `'${source}'`);
  }
  const meant = typeof node.value === 'string' ? plainMeaning(node.value, expected) : undefined;
  return meant === undefined ? [] : replace(document, node, l10n.t('Change to `{0}`', meant), meant);
}

/** Takes out a property that has no value and needs not be there. */
function removeEmpty(document: SourceDocument, path: Path): Fix[] {
  const owner = schemaAt(document.schema ?? '', path.slice(0, -1));
  return owner?.required.includes(String(path.at(-1))) ? [] : removeKey(document, path);
}

/** A text as the map that belongs in its place: an id under the property that it is an id for, else under the main one. */
function asMap(node: YamlNode, source: string, schema: Schema, reader: Reader): string | undefined {
  if (node.type !== 'scalar' || typeof node.value !== 'string' || !isOnOneLine(source)) return undefined;
  if (!schema.types.includes('object') || schema.types.includes('string')) return undefined;
  const id = node.value;
  const leads = (kind: string) => ['found', 'alias'].includes(reader.resolve({ path: [], kind, id }).type);
  const keys = mainKeys(schema);
  const reference = (key: string) => schema.properties.get(key)?.reference;
  const led = keys.find((key) => reference(key) && leads(reference(key)!));
  const key = led ?? keys.find((candidate) => !reference(candidate)) ?? (keys.length === 1 ? keys[0] : undefined);
  return key && `{ ${key}: ${node.style === 'plain' ? writeScalar(id) : source} }`;
}

/** The text that stands alone in a list on one line. */
function onlyEntry(node: YamlNode): string | undefined {
  const [only, ...others] = node.type === 'seq' && node.flow ? node.items : [];
  return only?.type === 'scalar' && typeof only.value === 'string' && others.length === 0 ? only.value : undefined;
}

function plainMeaning(text: string, expected: readonly string[]): string | undefined {
  if (expected.includes('integer') && /^\d{1,9}(?:-?\p{L}{1,3}|\.)?$/u.test(text))
    return String(Number.parseInt(text, 10));
  if (!expected.includes('boolean')) return undefined;
  if (/^(?:yes|y|on|true)$/i.test(text)) return 'true';
  return /^(?:no|n|off|false)$/i.test(text) ? 'false' : undefined;
}

function replace(document: SourceDocument, node: YamlNode, title: string, text: string): Fix[] {
  return [{ title, edits: replacing(document, node, text) }];
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
