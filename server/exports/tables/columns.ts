/** Records as columns, by their schemas alone: what a table of a kind has, and what of a record goes into each. */
import { type EdtfDate, FIRST_DAY, LAST_DAY, parseEdtf } from '../../dataset/dates/edtf.ts';
import { isDateSchema, type Schema, schemaOf } from '../../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

/** What a cell can hold. A `day` is a whole number of days since 1970-01-01. */
export type Shape =
  | { readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'day' }
  | { readonly type: 'list'; readonly item: Shape; readonly schema: Schema }
  | { readonly type: 'struct'; readonly columns: readonly Column[] };

/**
 * A column of a table, or of a struct in one. A date is several: its EDTF text under its own name, its first and last day
 * with `_first` and `_last` (null where open), and what the long form adds with `_text`, `_basis`, `_stated`, `_note`.
 */
export interface Column {
  readonly name: string;
  /** The property that it is read from. */
  readonly property: string;
  /** Which part of a date; absent for what is none. */
  readonly part?: DatePart;
  readonly shape: Shape;
  /** What the model says of what stands here. */
  readonly schema: Schema;
}

/** A part of a date: `edtf` and the days between which it lies, or a property of its long form. */
export type DatePart = { readonly of: 'edtf' | 'first' | 'last' } | { readonly of: 'long'; readonly property: string };

/** What stands in a cell: null for nothing, lists and structs as deep as the column's shape. A struct has only what is there. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell };

const TEXT: Shape = { type: 'text' };
const DAY: Shape = { type: 'day' };
/** The property of a date's long form that holds the date itself. */
const LONG_VALUE = 'value';

const tables = new Map<string, readonly Column[]>();

/** The columns of a kind, in the order of its schema. */
export function columnsOf(kind: string): readonly Column[] {
  let columns = tables.get(kind);
  if (!columns) {
    columns = columnsIn(schemaOf(kind));
    tables.set(kind, columns);
  }
  return columns;
}

function columnsIn(schema: Schema): Column[] {
  return [...schema.properties].flatMap(([property, inner]) =>
    isDateSchema(inner)
      ? dateColumns(property, inner)
      : [{ name: property, property, shape: shapeOf(inner), schema: inner }],
  );
}

function dateColumns(property: string, schema: Schema): Column[] {
  const column = (ending: string, part: DatePart, shape: Shape, of = schema): Column => ({
    name: property + ending,
    property,
    part,
    shape,
    schema: of,
  });
  return [
    column('', { of: 'edtf' }, TEXT),
    column('_first', { of: 'first' }, DAY),
    column('_last', { of: 'last' }, DAY),
    ...[...schema.properties]
      .filter(([name]) => name !== LONG_VALUE)
      .map(([name, inner]) => column(`_${name}`, { of: 'long', property: name }, TEXT, inner)),
  ];
}

function shapeOf(schema: Schema): Shape {
  if (schema.properties.size > 0) return { type: 'struct', columns: columnsIn(schema) };
  if (schema.items) return { type: 'list', item: shapeOf(schema.items), schema: schema.items };
  const [type] = schema.types;
  return type === 'integer' || type === 'number' || type === 'boolean' ? { type } : TEXT;
}

/** Told of a value that does not fit its column, and so is left out. */
export type OnMisfit = (column: Column) => void;

/** What of a map goes into a column; null where it says nothing of it, or something that does not fit. */
export function cellOf(column: Column, map: YamlRecord, onMisfit: OnMisfit): Cell {
  const value = map[column.property];
  if (value === undefined || value === null) return null;
  if (column.part) return dateCell(column, column.part, value, onMisfit);
  return shaped(column.shape, value, () => onMisfit(column));
}

function shaped(shape: Shape, value: YamlValue, onMisfit: () => void): Cell {
  if (value === null) return null;
  switch (shape.type) {
    case 'list':
      // One where a list belongs is meant as a list of one.
      return (Array.isArray(value) ? value : [value]).map((item) => shaped(shape.item, item, onMisfit));
    case 'struct': {
      if (typeof value === 'object' && !Array.isArray(value))
        return structCell(shape.columns, value as YamlRecord, onMisfit);
      break;
    }
    case 'text':
    case 'day':
      if (typeof value !== 'object') return String(value);
      break;
    case 'integer':
      if (Number.isSafeInteger(value)) return value as number;
      break;
    default:
      if (typeof value === shape.type) return value as number | boolean;
  }
  onMisfit();
  return null;
}

function structCell(columns: readonly Column[], map: YamlRecord, onMisfit: OnMisfit): Cell {
  const cells: Record<string, Cell> = {};
  for (const column of columns) {
    const cell = cellOf(column, map, onMisfit);
    if (cell !== null) cells[column.name] = cell;
  }
  return cells;
}

function dateCell(column: Column, part: DatePart, value: YamlValue, onMisfit: OnMisfit): Cell {
  const isLong = typeof value === 'object' && !Array.isArray(value);
  const long = isLong ? (value as YamlRecord) : undefined;
  if (part.of === 'long') {
    const inner = long?.[part.property] ?? null;
    return shaped(TEXT, inner, () => onMisfit(column));
  }
  const text = long ? (long[LONG_VALUE] ?? null) : value;
  if (part.of === 'edtf') return shaped(TEXT, text, () => onMisfit(column));
  const date = parseEdtf(text, column.schema.format === 'edtf-date-time');
  return date ? dayOf(date, part.of) : null;
}

function dayOf({ start, end }: EdtfDate, which: 'first' | 'last'): number | null {
  const day = which === 'first' ? start.first : end.last;
  return day >= FIRST_DAY && day <= LAST_DAY ? day : null;
}
