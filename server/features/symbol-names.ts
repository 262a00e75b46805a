/** What outlines and searches call a record and its parts, in plain words: names for ids, dates in words, first texts. */
import * as l10n from '@vscode/l10n';
import { SymbolKind } from 'vscode-languageserver-types';
import { counted } from '../../l10n/language.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { inWords, parseEdtf } from '../dataset/dates/edtf.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import { isDateSchema, type Schema, schemaOf } from '../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { clip } from './markdown.ts';

/** A name, and what else there is to say on the same line; either may be empty. */
export interface PartName {
  readonly name: string;
  readonly detail: string;
}

const LONGEST = 100;
/** Ids no longer than this are known by heart, as those of states are, and stand beside the name. */
const LONGEST_CODE = 12;
/** How much an entry of a list says of itself beyond its name. */
const MOST_DETAILS = 2;
/** How deep a name is looked for: maps that aliases put into one another have no end worth reaching. */
const DEEPEST = 3;
const BETWEEN = ' · ';

const symbolKinds = new Map(
  Object.entries(SymbolKind).map(([name, value]) => [name.toLowerCase(), value as SymbolKind]),
);

/** The sign of a kind of record. */
export function signOf(kind: string): SymbolKind {
  return symbolKinds.get(schemaOf(kind).symbol ?? '') ?? SymbolKind.Object;
}

/** What a record is called, with its kind and id. */
export function recordName({ label, kind, id }: DatasetRecord): PartName {
  return { name: oneLine(label) || id || kind, detail: id === undefined ? kind : `${kind}${BETWEEN}${oneLine(id)}` };
}

/** A value in a few words: the name of the record that an id stands for, a date in words, how many entries a list has. */
export function valueName(
  value: YamlValue | undefined,
  schema: Schema | undefined,
  dataset: Dataset,
  depth = 0,
): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return entries(value.length);
  // Keys that are not the model's say what the map is about; its values alone would not.
  if (typeof value === 'object' && schema?.additional) return entries(Object.keys(value).length);
  if (typeof value === 'object') {
    const { name, detail } = entryName(value, schema, dataset, depth);
    return detail === '' || isDateSchema(schema) ? name : oneLine(name + BETWEEN + detail);
  }
  const text = oneLine(String(value));
  if (schema?.reference) {
    const label = oneLine(dataset.find(schema.reference, String(value))?.record.label ?? '') || text;
    return label === text || text.length > LONGEST_CODE ? label : `${text}${BETWEEN}${label}`;
  }
  const date = isDateSchema(schema) ? parseEdtf(value, true) : undefined;
  return date ? inWords(date) : text;
}

function entries(count: number): string {
  return counted(count, l10n.t('{0} entry|{0} entries'));
}

interface Part {
  readonly words: string;
  readonly isChoice: boolean;
  readonly isDate: boolean;
  readonly key: string;
}

/**
 * What an entry of a list, or a map, is about: what stands first in it by the schema, and a little of the rest. A choice
 * in front reads on into what follows it: `proposed · 7 October 2025`.
 */
export function entryName(value: YamlValue, schema: Schema | undefined, dataset: Dataset, depth = 0): PartName {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { name: valueName(value, schema, dataset, depth), detail: '' };
  }
  const parts = depth < DEEPEST ? partsOf(value as YamlRecord, schema, dataset, depth + 1) : [];
  const head = parts.splice(0, parts[0]?.isChoice ? 2 : 1);
  const rest = parts.slice(0, MOST_DETAILS).map((part) => (part.isDate ? `${part.key} ${part.words}` : part.words));
  return { name: oneLine(head.map(({ words }) => words).join(BETWEEN)), detail: oneLine(rest.join(BETWEEN)) };
}

/** As many parts of a map as a name has room for, in the schema's order; what the model does not know comes last. */
function partsOf(map: YamlRecord, schema: Schema | undefined, dataset: Dataset, depth: number): Part[] {
  const known = [...(schema?.properties.keys() ?? [])].filter((key) => key in map);
  const others = Object.keys(map).filter((key) => !schema?.properties.has(key));
  const parts: Part[] = [];
  for (const key of [...known, ...others]) {
    const value = map[key]!;
    if (Array.isArray(value) || typeof value === 'boolean') continue;
    const property = schema?.properties.get(key);
    const words = valueName(value, property, dataset, depth);
    if (words === '') continue;
    parts.push({ words, key, isChoice: (property?.values.length ?? 0) > 0, isDate: isDateSchema(property) });
    if (parts.length === 2 + MOST_DETAILS) break;
  }
  return parts;
}

/** A text on one line, and not too long for one. */
export function oneLine(text: string): string {
  // However many blanks there are, what is left of this much is all that can be shown.
  const line = text.slice(0, LONGEST * 10).replace(/[\s\p{Cc}]+/gu, ' ');
  return clip(line.trim(), LONGEST);
}
