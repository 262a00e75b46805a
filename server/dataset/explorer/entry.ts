/** What a record says of its place in a tree of records, by what its schema says in `groups`. */
import { type EdtfDate, parseEdtf } from '../dates/edtf.ts';
import type { DatasetRecord } from '../record.ts';
import type { RecordDocument } from '../record-index.ts';
import { isDateSchema, type Schema, schemaOf } from '../schema.ts';
import { isMap } from '../timeline/values.ts';
import type { YamlValue } from '../yaml/tree.ts';

/** What a path to a field may be for. */
export type Purpose = 'under' | 'state' | 'domain' | 'status' | 'date';

/** A record in the tree. */
export interface Entry {
  readonly document: RecordDocument;
  /** `<kind>/<id>`; what tells one from others of the same id follows after `#`. */
  readonly step: string;
  /** False for a record that the registry ships: it is there for what stands below it. */
  readonly isOwn: boolean;
  /** Whether its text is broken right now, so that this is what it said last. */
  readonly isBroken: boolean;
  readonly errors: number;
  readonly warnings: number;
}

/** A value that a path leads to, with its schema. */
interface Found {
  readonly schema: Schema;
  readonly value: YamlValue;
}

/** What stands in a field: a text, which may be the id of a record of a kind. */
export interface Value {
  readonly text: string;
  readonly kind: string | undefined;
  readonly schema: Schema;
}

/** Finds a record by kind and id. */
export type Find = (kind: string, id: string) => RecordDocument | undefined;

/** A long path through references could lead in a circle. */
const MOST_STEPS = 8;

/** Paths are the schemas' own and few. */
const steps = new Map<string, readonly string[]>();

/** Whether records of a kind can be grouped by something at all. */
export function isGrouped(kind: string, purpose: Purpose): boolean {
  return pathsOf(kind, purpose).length > 0;
}

/** The paths of a kind to the fields for a purpose. */
export function pathsOf(kind: string, purpose: Purpose): readonly string[] {
  return schemaOf(kind).groups[purpose] ?? [];
}

/** What records say of themselves, kept as long as they stay as they are. */
const said = new WeakMap<DatasetRecord, Map<Purpose, readonly Value[]>>();

/** The texts that a record has at its own fields for a purpose, each once, in their order. */
export function valuesOf(record: DatasetRecord, purpose: Exclude<Purpose, 'date'>): readonly Value[] {
  let known = said.get(record);
  if (!known) {
    known = new Map();
    said.set(record, known);
  }
  let values = known.get(purpose);
  if (!values) {
    values = textsAt(record, pathsOf(record.kind, purpose));
    known.set(purpose, values);
  }
  return values;
}

function textsAt(record: DatasetRecord, paths: readonly string[]): Value[] {
  const texts = new Map<string, Value>();
  for (const path of paths) {
    for (const { schema, value } of foundAt(record, path)) {
      if (typeof value !== 'string' || value === '' || texts.has(value)) continue;
      texts.set(value, { text: value, kind: schema.reference, schema });
    }
  }
  return [...texts.values()];
}

const ownDates = new WeakMap<DatasetRecord, EdtfDate | null>();

/** The day of a record, or the time within which it was: what it says itself counts before what others say. */
export function dateOf(record: DatasetRecord, find: Find): EdtfDate | undefined {
  let own = ownDates.get(record);
  if (own === undefined) {
    own = dateAt(record) ?? null;
    ownDates.set(record, own);
  }
  return own ?? dateAt(record, find);
}

function dateAt(record: DatasetRecord, find?: Find): EdtfDate | undefined {
  for (const path of pathsOf(record.kind, 'date')) {
    for (const { schema, value } of foundAt(record, path, find)) {
      const date = isDateSchema(schema) ? parseEdtf(plainDate(schema, value), true) : undefined;
      if (date) return date;
    }
  }
  return undefined;
}

/** Of a date in its long form the date itself, which stands first in it. */
function plainDate(schema: Schema, value: YamlValue): YamlValue | undefined {
  const [main] = schema.properties.keys();
  return isMap(value) && main !== undefined ? value[main] : value;
}

function foundAt({ kind, value }: DatasetRecord, path: string, find: Find = () => undefined): Found[] {
  let wanted = steps.get(path);
  if (!wanted) {
    wanted = path.split('.').slice(0, MOST_STEPS);
    steps.set(path, wanted);
  }
  let found: Found[] = [{ schema: schemaOf(kind), value }];
  for (const step of wanted) found = found.flatMap((part) => below(part, step, find));
  return found.flatMap(entries);
}

/** The property of a map, of each map of a list, or of the record that an id names. */
function below(part: Found, step: string, find: Find): Found[] {
  return entries(part).flatMap(({ schema, value }) => {
    const named =
      schema.reference !== undefined && typeof value === 'string' ? find(schema.reference, value) : undefined;
    const [from, map] = named ? [schemaOf(named.record.kind), named.record.value] : [schema, value];
    const property = from.properties.get(step);
    const inner = isMap(map) ? map[step] : undefined;
    return property && inner !== undefined && inner !== null ? [{ schema: property, value: inner }] : [];
  });
}

function entries({ schema, value }: Found): Found[] {
  if (!Array.isArray(value)) return [{ schema, value }];
  return schema.items ? value.map((entry) => ({ schema: schema.items!, value: entry })) : [];
}
