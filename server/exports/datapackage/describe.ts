/** Tables as Frictionless describes them: Data Package 1.0, which all its readers know, with Table Schema. */
import { fold } from '../../dataset/names/names.ts';
import { registry } from '../../dataset/registry.ts';
import type { Schema } from '../../dataset/schema.ts';
import { csvFile } from '../csv/tables.ts';
import { type FlatColumn, type FlatTable, flatTableOf } from '../tables/flat.ts';

/** A part of a descriptor, as JSON. */
type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

/** What is to be known of an export to say what holds in it. */
interface Described {
  readonly title: string;
  readonly description: string | undefined;
  readonly license: string | undefined;
  readonly tables: readonly FlatTable[];
  /** Whether the registry's records that are referred to are there, too. */
  readonly hasRegistry: boolean;
  /** What is to be said of all tables beside. */
  readonly remarks: readonly string[];
}

const DIALECT: JsonMap = {
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
};

/** The descriptor of a package, what `datapackage.json` holds. */
export function packageOf(described: Described): JsonMap {
  const { title, description, license, tables, remarks } = described;
  return {
    profile: 'tabular-data-package',
    name: slug(title) || 'dataset',
    title,
    ...maybe('description', [description, ...remarks].filter(Boolean).join(' ')),
    ...(license !== undefined && { licenses: [licenseOf(license)] }),
    resources: tables.map((table) => resourceOf(table, described)),
  };
}

function resourceOf(table: FlatTable, described: Described): JsonMap {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: csvFile(table),
    ...maybe('description', table.description),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: DIALECT,
    schema: {
      fields: [
        ...table.keys.map(({ name, type, description }) => field(name, type, description, { required: true })),
        ...table.columns.map((column) => fieldOf(column, table)),
      ],
      missingValues: [''],
      primaryKey: table.identity,
      ...maybe('foreignKeys', foreignKeys(table, described)),
    },
  };
}

function fieldOf(column: FlatColumn, { keys, identity }: FlatTable): JsonMap {
  const { name, type, schema } = column;
  const isId = keys.length === 0 && identity.includes(name);
  return field(name, type, descriptionOf(column), {
    ...(column.isRequired && !mayBeEmpty(column) && { required: true }),
    ...(isId && { unique: true }),
    ...valueConstraints(schema),
  });
}

/** Whether an empty text fits the schema: readers take it for nothing. */
function mayBeEmpty({ type, schema: { values, pattern, reference } }: FlatColumn): boolean {
  return type === 'text' && values.length === 0 && pattern === undefined && reference === undefined;
}

const TYPES = { text: 'string', integer: 'integer', number: 'number', boolean: 'boolean', day: 'date' } as const;

function field(name: string, type: keyof typeof TYPES, description: string, constraints: JsonMap): JsonMap {
  return { name, type: TYPES[type], ...maybe('description', description), ...maybe('constraints', constraints) };
}

/** What a schema says of each value. Readers differ in what a pattern without anchors means, so only anchored ones stand. */
function valueConstraints({ values, pattern, minimum }: Schema): JsonMap {
  return {
    ...maybe(
      'enum',
      values.map(({ value }) => value),
    ),
    ...(pattern?.startsWith('^') && pattern.endsWith('$') && { pattern }),
    ...(minimum !== undefined && { minimum }),
  };
}

function descriptionOf({ column, schema }: FlatColumn): string {
  const { description } = schema;
  switch (column?.part?.of) {
    case 'first':
      return `The first day on which it may have been or begun. ${description}`;
    case 'last':
      return `The last day on which it may have been or ended. ${description}`;
    default:
      return description;
  }
}

/** Lists lead to the rows they stand in, and references to the tables of their kinds, where all that can be meant is there. */
function foreignKeys(table: FlatTable, { tables, hasRegistry }: Described): Json[] {
  const owner = tables.find(({ lists }) => lists.some((list) => list.table === table));
  const keys = table.keys.slice(0, -1).map(({ name }) => name);
  const references = table.columns.flatMap(({ name, schema: { reference } }) => {
    const target = reference === undefined ? undefined : flatTableOf(reference);
    const isWhole = target && tables.includes(target) && (hasRegistry || !shippedKinds().has(target.kind));
    return isWhole ? [foreignKey([name], target === table ? '' : target.name, target.identity)] : [];
  });
  return owner ? [foreignKey(keys, owner.name, owner.identity), ...references] : references;
}

/** @param resource an empty text for the table itself, as Table Schema has it */
function foreignKey(fields: readonly string[], resource: string, of: readonly string[]): Json {
  return { fields, reference: { resource, fields: of } };
}

let shipped: ReadonlySet<string> | undefined;

/** The kinds that the registry has records of: without it, references to them may lead nowhere. */
function shippedKinds(): ReadonlySet<string> {
  shipped ??= new Set([...registry().byId.values()].flatMap((all) => [...all].map(({ record }) => record.kind)));
  return shipped;
}

function licenseOf(license: string): JsonMap {
  if (/^https?:\/\//.test(license)) return { path: license };
  return /^[\w.-]+$/.test(license) ? { name: license } : { name: slug(license) || 'license', title: license };
}

/** A name as packages have them: `a-z0-9` and hyphens; empty where the text has nothing of the kind. */
function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A property, unless it would be empty. */
function maybe(name: string, value: string | readonly Json[] | JsonMap): JsonMap {
  const isEmpty =
    typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).length === 0 : value.length === 0;
  return isEmpty ? {} : { [name]: value };
}
