/** Two records that are one made one: what the second has more goes into the first, and whoever meant it means the first. */
import * as l10n from '@vscode/l10n';
import type { Dataset } from '../../dataset/dataset.ts';
import { SourceDocument } from '../../dataset/document.ts';
import { EditedText } from '../../dataset/editing/edited-text.ts';
import { writeScalar } from '../../dataset/editing/edits.ts';
import { fold } from '../../dataset/names/names.ts';
import { type Place, placesNaming } from '../../dataset/places.ts';
import type { DocumentEdit, Fix } from '../../dataset/problem.ts';
import type { Reader } from '../../dataset/reader.ts';
import { sameValue } from '../../dataset/record.ts';
import { idKey } from '../../dataset/record-index.ts';
import { schemaOf } from '../../dataset/schema.ts';
import { lineEndOf } from '../../dataset/text.ts';
import type { Path, YamlRecord, YamlScalar, YamlValue } from '../../dataset/yaml/tree.ts';
import { YamlDocument } from '../../dataset/yaml/yaml.ts';
import { addTexts, addValue, fillValue } from './additions.ts';
import { inDocument, rewriteAt } from './fixes.ts';
import { listIn, mapIn } from './values.ts';

/** What a record keeps to itself. */
const OWN = new Set(['kind', 'id', 'exceptions']);
/** What is taken over whole or not at all: two histories in one would have to be put in order first. */
const WHOLE = new Set(['history']);
/** Keys by which two items of a list are the same, the first that both have. */
const SAME_BY = ['state', 'organization', 'person', 'text', 'document', 'decision'];

/** Both ways to merge a record with its twin. Where the two differ the values of the one that stays are kept. */
export function merges(document: SourceDocument, reader: Reader, twinId: string): Fix[] {
  const { kind, id = '' } = document.record!;
  const dataset = reader.forFixes();
  const twin = ownDocument(dataset, kind, twinId);
  if (!twin || ownDocument(dataset, kind, id) !== document) return [];
  // One made of the two would name itself.
  if (names(document, twin) || names(twin, document)) return [];
  return [
    ...merge(reader, document, twin, l10n.t('Merge into `{0}`, which keeps its values where the two differ', twinId)),
    ...merge(
      reader,
      twin,
      document,
      l10n.t('Merge `{0}` into this, which keeps its values where the two differ', twinId),
    ),
  ];
}

/** The document of a record of the dataset's own; none where several share the id. */
function ownDocument(dataset: Dataset, kind: string, id: string): SourceDocument | undefined {
  const documents = [...(dataset.own.byId.get(idKey(id)) ?? [])].filter(({ record }) => record.kind === kind);
  return documents.length === 1 && documents[0]!.record.id === id ? documents[0] : undefined;
}

/** Whether a record refers to another one. */
function names({ record }: SourceDocument, other: SourceDocument): boolean {
  return record!.references.some(({ kind, id }) => kind === other.record!.kind && id === other.record!.id);
}

/** Every place that names a record; `undefined` where the registry has or names it, too, so that not all would follow. */
function ownPlacesOf(dataset: Dataset, kind: string, id: string): Place[] | undefined {
  if ((dataset.registry.byId.get(idKey(id))?.length ?? 0) > 0) return undefined;
  const places = placesNaming(dataset, kind, id);
  return places.every(({ document }) => dataset.isOwn(document)) ? places : undefined;
}

function merge(reader: Reader, from: SourceDocument, into: SourceDocument, title: string): Fix[] {
  const places = ownPlacesOf(reader.forFixes(), from.record!.kind, from.record!.id!);
  const isPlain = from.yaml.errors.length === 0 && into.yaml.errors.length === 0;
  if (!places || !isPlain) return [];
  const additions = additionsTo(into, from);
  if (!additions) return [];
  const references = places
    .filter(({ document }) => document !== from)
    .flatMap(({ document, path }) => rewriteAt(document, path, into.record!.id!));
  const edits = [...additions, ...references];
  if (reader.sizeOfFile(from.uri) === 1) return [{ title, edits, deletes: from }];
  return [{ title, edits: [...edits, { document: from, span: { start: 0, end: from.yaml.text.length }, text: '' }] }];
}

/** What `into` lacks of `from`, property by property; `undefined` where that cannot be written, so that it would be lost. */
function additionsTo(into: SourceDocument, from: SourceDocument): DocumentEdit[] | undefined {
  const edited = new EditedText(into.yaml.text);
  let now = into;
  for (const property of schemaOf(from.record!.kind).properties.keys()) {
    const edits = addition(from, now, property);
    if (edits?.length === 0) return undefined;
    if (edits) edited.apply(edits);
    now = new SourceDocument(into.uri, new YamlDocument(edited.text), into.start);
    if (now.yaml.errors.length > 0) return undefined;
  }
  return inDocument(into, edited.edits());
}

/** The edits that bring what one property says more; none at all where it says no more, an empty list where none can. */
function addition(from: SourceDocument, into: SourceDocument, property: string): DocumentEdit[] | undefined {
  const [value, present] = [from.record!.value[property] ?? undefined, into.record!.value[property] ?? undefined];
  if (OWN.has(property) || (WHOLE.has(property) && present !== undefined)) return undefined;
  const more = former(from, into, property);
  if (!Array.isArray(value) && more.length === 0) {
    const isMissing = present === undefined && value !== undefined;
    return isMissing ? newValue(into, property, textAt(from, [property], value)) : undefined;
  }
  const items = listIn(value).flatMap((item, index) =>
    listIn(present).some((known) => isSameItem(item, known)) ? [] : textAt(from, [property, index], item),
  );
  const texts = [...more.map((text) => writeScalar(text)), ...items];
  if (texts.length === 0) return undefined;
  return present === undefined ? newValue(into, property, newList(into, texts)) : addTexts(into, [property], texts);
}

/** A value for a property that has none, whether or not its key is there. */
function newValue(document: SourceDocument, property: string, value: string): DocumentEdit[] {
  return Object.hasOwn(document.record!.value, property)
    ? fillValue(document, [property], value)
    : addValue(document, [], property, value);
}

/** What the merged record has been called: the other's id, and its display name where that says more. */
function former(from: SourceDocument, into: SourceDocument, property: string): string[] {
  const schema = schemaOf(from.record!.kind).properties.get(property)?.items;
  if (schema?.formerId) return [from.record!.id!];
  const { label } = from.record!;
  return schema?.alias && !into.record!.foldedNames.includes(fold(label)) ? [label] : [];
}

function isSameItem(a: YamlValue, b: YamlValue): boolean {
  const [left, right] = [mapIn(a), mapIn(b)];
  const key = SAME_BY.find((name) => name in left && name in right);
  return key === undefined ? sameValue(a, b) : sameValue(left[key], right[key]);
}

/** A list as the value of a new entry: words on its line, anything longer on lines of its own where there are lines. */
function newList({ yaml }: SourceDocument, texts: readonly string[]): string {
  const isFlow = yaml.root?.type === 'map' && yaml.root.flow;
  if (isFlow || texts.every((text) => /^[\w -]+$/.test(text))) return `[${texts.join(', ')}]`;
  return texts.map((text) => `${lineEndOf(yaml.text)}  - ${text}`).join('');
}

/** A value on one line: as it is written where it is, else anew. Anchors and aliases would mean nothing elsewhere. */
function textAt(document: SourceDocument, path: Path, value: YamlValue): string {
  const node = document.yaml.place(path)?.value;
  const text = node && document.yaml.text.slice(node.start, node.end);
  const isWhole = node?.type === 'scalar' ? isQuotedOrNoText(node) : node?.type !== 'alias' && node?.flow;
  return text && isWhole && !/[\r\n&*#]/.test(text) ? text : written(value);
}

/** Plain text may hold what parts the items of a list on one line. */
function isQuotedOrNoText({ style, value }: YamlScalar): boolean {
  return style === 'single' || style === 'double' || (style === 'plain' && typeof value !== 'string');
}

function written(value: YamlValue): string {
  if (typeof value === 'string') return writeScalar(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Object.entries(value as YamlRecord).map(([key, inner]) => `${writeScalar(key)}: ${written(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
