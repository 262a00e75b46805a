/** What a record says of itself, gathered in one walk along its schema: its id, names, references and dates. */
import { fold } from './names/names.ts';
import { type PlacedName, type Placement, placementsOf } from './placements/placement.ts';
import { isDateSchema, kinds, type Schema, schemaOf, walkTo } from './schema.ts';
import type { Path, YamlRecord, YamlValue } from './yaml/tree.ts';

/** A place that points at another record. */
export interface Reference {
  readonly path: Path;
  /** The kind that the schema wants there. */
  readonly kind: string;
  /** What stands there; an id when all is well. */
  readonly id: string;
}

/** A place where a date stands, long forms taken apart into `…value` and `…stated`. */
export interface DateField {
  readonly path: Path;
  readonly value: string | number;
  /** Whether a time of day is welcome. */
  readonly withTime: boolean;
}

/** A date in the long form, a map with the source's wording and more. */
export interface LongDate {
  readonly path: Path;
  readonly map: YamlRecord;
  /** Whether a time of day is welcome. */
  readonly withTime: boolean;
}

/** A record as data. Where its parts stand in the text is the document's business. */
export class DatasetRecord {
  readonly kind: string;
  /** Absent while there is none, or it is no text. */
  readonly id: string | undefined;
  readonly value: YamlRecord;
  /** The display name: what the schema marks as `label`, else the id. */
  readonly label: string;
  /** Everything it may be looked up by, as written, the id aside. */
  readonly names: readonly string[];
  readonly formerIds: readonly string[];
  readonly references: readonly Reference[];
  readonly dates: readonly DateField[];
  readonly longDates: readonly LongDate[];
  readonly #placedNames: readonly PlacedName[];
  #foldedNames: readonly string[] | undefined;
  #placements: readonly Placement[] | undefined;

  constructor(kind: string, value: YamlRecord) {
    this.kind = kind;
    this.value = value;
    this.id = typeof value.id === 'string' && value.id !== '' ? value.id : undefined;
    const names: string[] = [];
    const formerIds: string[] = [];
    const references: Reference[] = [];
    const dates: DateField[] = [];
    const longDates: LongDate[] = [];
    const placed: PlacedName[] = [];
    let label: string | undefined;
    for (const { path, value: part, schema } of walkTo(kind, value, tells)) {
      const text = typeof part === 'number' || typeof part === 'boolean' ? String(part) : part;
      if (isDateSchema(schema)) {
        const withTime = schema.format === 'edtf-date-time';
        if (typeof part === 'string' || typeof part === 'number') dates.push({ path, value: part, withTime });
        const isMap = part !== null && typeof part === 'object' && !Array.isArray(part);
        if (isMap && schema.properties.size > 0) longDates.push({ path, map: part as YamlRecord, withTime });
      } else if (schema.reference) {
        // What is no text at all is told by the `schema` rule.
        if (typeof part === 'string') references.push({ path, kind: schema.reference, id: part });
      } else if (typeof text === 'string' && text !== '') {
        if (schema.label) label = text;
        if (schema.alias) names.push(text);
        if (schema.formerId) formerIds.push(text);
        if (schema.within) placed.push({ path, text, kind: schema.within });
      }
    }
    this.label = label ?? this.id ?? kind;
    this.names = kept(names);
    this.formerIds = kept(formerIds);
    this.references = kept(references);
    this.dates = kept(dates);
    this.longDates = kept(longDates);
    this.#placedNames = kept(placed);
  }

  /** The names and the id, folded, each once. */
  get foldedNames(): readonly string[] {
    this.#foldedNames ??= this.#foldNames();
    return this.#foldedNames;
  }

  #foldNames(): string[] {
    const folded = new Set<string>();
    for (const name of this.names) folded.add(fold(name));
    if (this.id !== undefined) folded.add(fold(this.id));
    folded.delete('');
    return [...folded];
  }

  /** What it says of names that lie in other records, such as cities in states. */
  get placements(): readonly Placement[] {
    this.#placements ??= placementsOf(this, this.#placedNames);
    return this.#placements;
  }
}

const NONE: readonly never[] = [];

/** A list as it stays: while it grew it had room for many more, and most records have none. */
function kept<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list.slice() : NONE;
}

/** Whether something of what a record says of itself stands there. */
function tells(schema: Schema): boolean {
  const { reference, label, alias, formerId, within } = schema;
  return isDateSchema(schema) || reference !== undefined || label || alias || formerId || within !== undefined;
}

const labels = new Map(
  kinds.map((kind) => [kind, [...schemaOf(kind).properties].find(([, schema]) => schema.label)?.[0]]),
);

/** The name of the property that holds a kind's display name. */
export function labelProperty(kind: string): string | undefined {
  return labels.get(kind);
}

const naming = new Map<string, readonly string[]>();

/** The top-level properties in which records of a kind have names, their id aside. */
export function namingProperties(kind: string): readonly string[] {
  let names = naming.get(kind);
  if (!names) {
    names = [...schemaOf(kind).properties].flatMap(([name, schema]) => (holdsNames(schema) ? name : []));
    naming.set(kind, names);
  }
  return names;
}

function holdsNames(schema: Schema): boolean {
  return schema.alias || [schema.items, ...schema.properties.values()].some((part) => part && holdsNames(part));
}

/** Structural equality of two values; gives up (answers no) on values too large to be worth comparing. */
export function sameValue(a: YamlValue | undefined, b: YamlValue | undefined, budget = { left: 10_000 }): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (--budget.left < 0 || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && sameValue((a as YamlRecord)[key], (b as YamlRecord)[key], budget));
}
