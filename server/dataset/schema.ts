/** The model as the schemas in `schemas/` have it: typed look-up by path, and a walk over a value with the schema of each part. */
import { schemas as sources } from '../../schemas/generated/schemas.mjs';
import { below, waysFrom } from './ways.ts';
import type { Path, YamlRecord, YamlValue } from './yaml/tree.ts';

/** A value of an enumeration and what it means. */
export interface EnumValue {
  readonly value: string;
  readonly description: string;
}

/** One schema with its references resolved; the fields beyond JSON Schema are the keywords that `common.schema.json` explains. */
export interface Schema {
  readonly description: string;
  readonly types: readonly string[];
  readonly values: readonly EnumValue[];
  readonly constant: string | undefined;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
  /** Sets of properties of which one is needed (`anyOf` and `oneOf` over `required`). */
  readonly choices: readonly (readonly string[])[];
  readonly items: Schema | undefined;
  /** What properties of any other name hold, where such are welcome. */
  readonly additional: Schema | undefined;
  readonly examples: readonly YamlValue[];
  /** The kind whose ids stand here. */
  readonly reference: string | undefined;
  /** Set where references may not lead in a circle: always, or for some values of a property beside it. */
  readonly acyclic: true | Readonly<Record<string, readonly string[]>> | undefined;
  /** Set where a date stands; `edtf-date-time` also takes a time of day. */
  readonly format: 'edtf' | 'edtf-date-time' | 'uri' | 'path' | undefined;
  /** The address of a page about what a text names, with `{}` where the text goes. */
  readonly page: string | undefined;
  /** What a text must match, as JSON Schema has it: anywhere, unless it is anchored. */
  readonly pattern: string | undefined;
  /** The least number. */
  readonly minimum: number | undefined;
  /** What to tell a person whose text does not match the schema's pattern. */
  readonly patternMessage: string | undefined;
  /** The record's display name. */
  readonly label: boolean;
  /** A name by which the record may be looked up. */
  readonly alias: boolean;
  /** An id that the record had before. */
  readonly formerId: boolean;
  /** The kind of record in which what is named here lies: the one named beside it, or the record itself. */
  readonly within: string | undefined;
  /** Where records of this kind usually live. */
  readonly folder: string | undefined;
  /** The sign of this kind in outlines and searches: an LSP `SymbolKind` in lower case. */
  readonly symbol: string | undefined;
  /** The properties of this kind that a reader looks for first. */
  readonly lead: readonly string[];
  /** Where records of this kind stand in a tree of all records: paths to fields, by what they are for. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** What an id is made of by habit, in the small language that `common.schema.json` explains. */
  readonly idHabit: string | undefined;
  /** On a reference: what a record that is made there takes over, by the path of its own field the path of the other record's. */
  readonly brings: Readonly<Record<string, string>> | undefined;
  /** On an address: the properties in which pages of one site are usually alike. */
  readonly siteTells: readonly string[];
  /** On an address: the property whose date it may hold. */
  readonly tellsDate: string | undefined;
  /** Whether records of this kind are facts that need a source. */
  readonly needsCitation: boolean;
  /** Whether the path of another field of the record stands here, with dots between the levels. */
  readonly fieldPath: boolean;
  /** Where names of rules stand: as this text, or as the keys of this map. */
  readonly ruleNames: 'value' | 'keys' | undefined;
}

/** A part of a value with its schema. */
export interface Part {
  readonly path: Path;
  readonly value: YamlValue;
  readonly schema: Schema;
}

type Json = string | number | boolean | null | Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const files = sources as unknown as Record<string, JsonObject>;
const SUFFIX = '.schema.json';

/** The schema that describes `initiatives.yaml`; it is no kind of record. */
export const MANIFEST = 'manifest';

/** What has been resolved: dates and names stand in many places, and are one schema in all of them. */
const known = new Map<JsonObject, Schema>();

const resolved = new Map<string, Schema>();
for (const file of Object.keys(files)) {
  if (file !== `common${SUFFIX}`) resolved.set(file.slice(0, -SUFFIX.length), resolve(files[file]!, file));
}

/** The kinds of record, in alphabetical order. */
export const kinds: readonly string[] = [...resolved.keys()].filter((kind) => kind !== MANIFEST).sort();

/** True for the name of a kind of record. */
export function isKind(value: unknown): value is string {
  return typeof value === 'string' && kinds.includes(value);
}

/** The schema of a kind, or of the manifest. @throws Error when there is none: the caller has not asked {@link isKind}. */
export function schemaOf(kind: string): Schema {
  const schema = resolved.get(kind);
  if (!schema) throw new Error(`There is no schema for "${kind}".`);
  return schema;
}

/** The schema at a path of a kind; `undefined` where the model has nothing. */
export function schemaAt(kind: string, path: Path): Schema | undefined {
  let schema: Schema | undefined = schemaOf(kind);
  for (const step of path) schema = typeof step === 'number' ? schema?.items : propertyOf(schema, step);
  return schema;
}

/** True where a date can stand, be it in its long form. */
export function isDateSchema(schema: Schema | undefined): boolean {
  return schema?.format === 'edtf' || schema?.format === 'edtf-date-time';
}

function propertyOf(schema: Schema | undefined, name: string): Schema | undefined {
  return schema?.properties.get(name) ?? schema?.additional;
}

/** Every part of `value` that has a schema, parents first. Parts the model does not know are passed over. */
export function walk(kind: string, value: YamlValue): Part[] {
  return walkFrom(schemaOf(kind), value, []);
}

/** Every part of a value that a schema other than a whole kind's describes; `path` is that of the value itself. */
export function walkFrom(schema: Schema, value: YamlValue, path: Path): Part[] {
  const parts: Part[] = [];
  collect(parts, schema, value, path);
  return parts;
}

/** Which schemas are looked for. Made once and never anew: what it says of a schema is remembered. */
export type SchemaTest = (schema: Schema) => boolean;

/** Every part of `value` whose schema fits, parents first; what can hold none such is not looked at. */
export function walkTo(kind: string, value: YamlValue, fits: SchemaTest): Part[] {
  const parts: Part[] = [];
  waysTo(kind, fits)?.collect(parts, value);
  return parts;
}

function collect(parts: Part[], schema: Schema, value: YamlValue, path: Path): void {
  parts.push({ path, value, schema });
  if (value === null || typeof value !== 'object') return;
  const enter = (step: string | number, inner: YamlValue, innerSchema: Schema | undefined) => {
    if (innerSchema) collect(parts, innerSchema, inner, below(path, step));
  };
  if (Array.isArray(value)) {
    if (schema.items) for (const [index, item] of value.entries()) enter(index, item, schema.items);
  } else for (const key of Object.keys(value)) enter(key, (value as YamlRecord)[key]!, propertyOf(schema, key));
}

const ways = new WeakMap<SchemaTest, Map<string, ReturnType<typeof waysFrom<Schema>>>>();

function waysTo(kind: string, fits: SchemaTest): ReturnType<typeof waysFrom<Schema>> {
  let known = ways.get(fits);
  if (!known) {
    known = new Map();
    ways.set(fits, known);
  }
  if (!known.has(kind)) known.set(kind, waysFrom(schemaOf(kind), fits));
  return known.get(kind);
}

function resolve(source: JsonObject, file: string): Schema {
  let schema = known.get(source);
  if (schema) return schema;
  const isMereReference = typeof source.$ref === 'string' && Object.keys(source).length === 1;
  schema = isMereReference ? resolve(...target(source.$ref as string, file)) : assembled(source, file);
  known.set(source, schema);
  return schema;
}

/** A schema of all that a source and what it refers to say. */
function assembled(source: JsonObject, file: string): Schema {
  const layers = layersOf(source, file);
  const find = (key: string): Json | undefined => layers.find(([layer]) => key in layer)?.[0][key];
  const properties = new Map<string, Schema>();
  for (const [layer, from] of layers) {
    for (const [name, property] of Object.entries((layer.properties ?? {}) as JsonObject)) {
      if (!properties.has(name)) properties.set(name, resolve(property as JsonObject, from));
    }
  }
  const additional = find('additionalProperties');
  const itemsLayer = layers.find(([layer]) => 'items' in layer);
  const texts = (find('enumDescriptions') ?? []) as string[];
  const constant = find('const');
  const reference = find('reference');
  const folder = find('folder');
  const symbol = find('symbol');
  const within = find('within');
  const names = find('propertyNames') as JsonObject | undefined;
  return {
    description: (find('description') as string | undefined) ?? '',
    types: [find('type') ?? []].flat() as string[],
    values: ((find('enum') ?? []) as string[]).map((value, index) => ({ value, description: texts[index] ?? '' })),
    constant: typeof constant === 'string' ? constant : undefined,
    properties,
    required: layers.flatMap(([layer]) => (layer.required ?? []) as string[]),
    choices: layers.flatMap(([layer]) => choicesOf(layer)),
    items: itemsLayer && resolve(itemsLayer[0].items as JsonObject, itemsLayer[1]),
    additional: typeof additional === 'object' ? resolve(additional as JsonObject, file) : undefined,
    examples: (find('examples') ?? []) as YamlValue[],
    reference: typeof reference === 'string' ? reference : undefined,
    format: find('format') as Schema['format'],
    page: find('page') as string | undefined,
    pattern: find('pattern') as string | undefined,
    minimum: find('minimum') as number | undefined,
    patternMessage: find('patternErrorMessage') as string | undefined,
    label: find('label') === true,
    alias: find('alias') === true,
    formerId: find('formerId') === true,
    acyclic: find('acyclic') as Schema['acyclic'],
    within: typeof within === 'string' ? within : undefined,
    folder: typeof folder === 'string' ? folder : undefined,
    symbol: typeof symbol === 'string' ? symbol : undefined,
    lead: (find('lead') ?? []) as string[],
    groups: (find('groups') ?? {}) as unknown as Schema['groups'],
    idHabit: find('idHabit') as string | undefined,
    brings: find('brings') as Schema['brings'],
    siteTells: (find('siteTells') ?? []) as string[],
    tellsDate: find('tellsDate') as string | undefined,
    needsCitation: find('needsCitation') === true,
    fieldPath: find('fieldPath') === true,
    ruleNames: find('ruleName') === true ? 'value' : names?.ruleName === true ? 'keys' : undefined,
  };
}

/** A schema and everything it takes in through `$ref` and `allOf`, nearest first, each with the file it stands in. */
function layersOf(source: JsonObject, file: string): [JsonObject, string][] {
  const layers: [JsonObject, string][] = [[source, file]];
  if (typeof source.$ref === 'string') layers.push(...layersOf(...target(source.$ref, file)));
  for (const part of (source.allOf ?? []) as JsonObject[]) layers.push(...layersOf(part, file));
  return layers;
}

function target(reference: string, file: string): [JsonObject, string] {
  const [name, pointer = ''] = reference.split('#');
  const from = name || file;
  let found: Json | undefined = files[from];
  for (const step of pointer.split('/').slice(1)) found = (found as JsonObject | undefined)?.[step];
  if (!found) throw new Error(`The schema ${file} refers to ${reference}, which does not exist.`);
  return [found as JsonObject, from];
}

function choicesOf(layer: JsonObject): string[][] {
  return [layer.anyOf, layer.oneOf]
    .filter((branches): branches is JsonObject[] => Array.isArray(branches))
    .map((branches) => branches.flatMap((branch) => (branch.required ?? []) as string[]));
}
