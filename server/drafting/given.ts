/** What someone says of a new record: texts by path, as values that fit the schemas. */
import * as l10n from '@vscode/l10n';
import { listed, modelWord } from '../../l10n/language.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { isIdOf } from '../dataset/drafts/ids.ts';
import { fold, nearest, nearestFirst } from '../dataset/names/names.ts';
import { isDateSchema, type Schema, schemaOf } from '../dataset/schema.ts';
import { typeOf } from '../dataset/signature.ts';
import type { Path, YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { YamlDocument } from '../dataset/yaml/yaml.ts';
import { Unfit } from './unfit.ts';

/** One thing said: `place.city=Gabala`. */
export interface Setting {
  /** As it was written. */
  readonly path: string;
  readonly text: string;
}

/** A place in a list is no further than this from its beginning. */
const MOST_ENTRIES = 1000;

/**
 * The record that settings make, in the order given; a later one for the same path takes the place of an earlier one, and
 * one for a list without a number adds to it.
 * @throws Unfit for a path that the kind does not have, and for a text that cannot stand there
 */
export function givenRecord(kind: string, settings: readonly Setting[], dataset: Dataset): YamlRecord {
  const record: YamlRecord = Object.create(null);
  for (const setting of settings) {
    const { path, schema } = follow(kind, setting.path);
    const value = valueFor(schema, setting, dataset);
    put(record, path, value, setting.path, schema);
  }
  return record;
}

/** A path as steps, with the schema it leads to; a list without a number stands for its first entry. */
function follow(kind: string, written: string): { path: Path; schema: Schema } {
  const words = written.replace(/\[(\d+)\]/g, '.$1').split('.');
  const path: (string | number)[] = [];
  let schema = schemaOf(kind);
  for (const word of words) {
    const isNumber = /^\d+$/.test(word);
    if (schema.items && path.length > 0) {
      if (isNumber && Number(word) >= MOST_ENTRIES)
        throw new Unfit(l10n.t('{0}: no list is as long as that.', written));
      path.push(isNumber ? Number(word) : 0);
      schema = schema.items;
      if (isNumber) continue;
    }
    const property = schema.properties.get(word);
    if (!property) throw new Unfit(unknownProperty(kind, path, word, schema));
    path.push(word);
    schema = property;
  }
  return { path, schema };
}

function unknownProperty(kind: string, path: Path, word: string, schema: Schema): string {
  const owner = path.length > 0 ? path.join('.') : kind;
  const names = [...schema.properties.keys()];
  if (names.length === 0) return l10n.t('{0} has no properties: what stands there is {1}.', owner, typeOf(schema));
  const near = nearest(word, names);
  const hint = near.length > 0 ? didYouMean(near) : l10n.t('It has {0}.', names.join(', '));
  return `${l10n.t('{0} has no property {1}.', owner, word || l10n.t('(an empty name)'))} ${hint}`;
}

/** A text as a value: lists and maps may be written as YAML, and a list of ids or choices with commas. */
function valueFor(schema: Schema, { path, text }: Setting, dataset: Dataset): YamlValue {
  const isMap = schema.properties.size > 0;
  if ((schema.items || isMap) && /^\s*[[{]/.test(text)) return withIds(schema, fromYaml(path, text), path, dataset);
  if (schema.items) {
    const { items } = schema;
    const parts = items.reference || items.values.length > 0 ? text.split(',').map((part) => part.trim()) : [text];
    return parts.map((part) => valueFor(items, { path, text: part }, dataset));
  }
  if (isDateSchema(schema)) return /^\d{4}$/.test(text) ? Number(text) : text;
  if (isMap)
    throw new Unfit(l10n.t('{0} is a map: say what is in it', path), `${path}.${[...schema.properties.keys()][0]}`);
  if (schema.reference) return referenceFor(schema.reference, path, text, dataset);
  return scalarFor(schema, path, text);
}

function fromYaml(path: string, text: string): YamlValue {
  const document = new YamlDocument(text);
  const [error] = document.errors;
  if (error) throw new Unfit(l10n.t('{0}: the value is not YAML. {1}', path, error.message));
  return document.value;
}

/** The same value with ids in the place of names, wherever it refers to records. */
function withIds(schema: Schema, value: YamlValue, path: string, dataset: Dataset): YamlValue {
  if (typeof value === 'string' && schema.reference) return referenceFor(schema.reference, path, value, dataset);
  if (value === null || typeof value !== 'object') return value;
  const inner = (step: string | number, part: YamlValue, partSchema: Schema | undefined) =>
    partSchema ? withIds(partSchema, part, `${path}.${step}`, dataset) : part;
  if (Array.isArray(value)) return value.map((item, index) => inner(index, item, schema.items));
  const map: Record<string, YamlValue> = Object.create(null);
  for (const [name, part] of Object.entries(value)) map[name] = inner(name, part, schema.properties.get(name));
  return map;
}

/** An id, or any name of one record as its id. */
function referenceFor(kind: string, path: string, text: string, dataset: Dataset): string {
  if (dataset.find(kind, text)) return text;
  const named = dataset.named(kind, fold(text)).filter(({ record }) => record.id !== undefined);
  const ids = [...new Set(named.map(({ record }) => record.id!))];
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  if (ids.length > 1) throw new Unfit(l10n.t('{0}: {1} may be {2}: say which.', path, text, oneOf(ids.sort())));
  // It may be a record that is still to be written.
  if (isIdOf(kind, text)) return text;
  const near = nearest(
    text,
    dataset.ofKind(kind).flatMap(({ record }) => record.id ?? []),
  );
  const hint = near.length > 0 ? ` ${didYouMean(near)}` : '';
  throw new Unfit(l10n.t('{0}: there is no {1} {2}.', path, modelWord(kind), text) + hint);
}

function didYouMean(near: readonly string[]): string {
  return l10n.t('Did you mean {0}?', oneOf(near));
}

function oneOf(words: readonly string[]): string {
  return listed(words, 'disjunction');
}

function scalarFor(schema: Schema, path: string, text: string): YamlValue {
  const known = schema.values.map(({ value }) => value);
  if (known.length > 0 && !known.includes(text)) {
    const near = nearestFirst(text, known);
    throw new Unfit(l10n.t('{0} is no value of {1}. Use {2}.', text, path, near.join(', ')));
  }
  const isText = schema.types.includes('string') || known.length > 0 || schema.constant !== undefined;
  if (isText) return text;
  if (schema.types.includes('boolean') && /^(?:true|false)$/.test(text)) return text === 'true';
  if (!schema.types.includes('boolean') && /^-?\d{1,15}$/.test(text)) return Number(text);
  const isSwitch = schema.types.includes('boolean');
  throw new Unfit(isSwitch ? l10n.t('{0} must be true or false.', path) : l10n.t('{0} must be a whole number.', path));
}

/** Puts a value in its place; the lists and maps on the way are made. */
function put(record: YamlRecord, path: Path, value: YamlValue, written: string, schema: Schema): void {
  let owner: Record<string | number, YamlValue> = record as Record<string | number, YamlValue>;
  for (const [index, step] of path.slice(0, -1).entries()) {
    if (Array.isArray(owner) && Number(step) > owner.length) throw new Unfit(gapSentence(written, owner.length));
    owner[step] ??= typeof path[index + 1] === 'number' ? [] : Object.create(null);
    const inner: YamlValue = owner[step]!;
    if (inner === null || typeof inner !== 'object')
      throw new Unfit(
        l10n.t('{0} cannot stand there: {1} has a value already.', written, path.slice(0, index + 1).join('.')),
      );
    owner = inner as Record<string | number, YamlValue>;
  }
  const last = path.at(-1)!;
  if (Array.isArray(owner) && Number(last) > owner.length) throw new Unfit(gapSentence(written, owner.length));
  const before = owner[last];
  owner[last] = schema.items && Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
}

function gapSentence(written: string, length: number): string {
  return l10n.t('{0} leaves a gap: the next entry of that list is number {1}.', written, String(length));
}
