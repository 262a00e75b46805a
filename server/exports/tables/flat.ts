/**
 * Flat tables, for formats whose cells hold one value: a table a kind, and one for each list in it, however deep. Maps
 * become columns named `map_property`. A list's table is named `kind_list`; its rows have the id of their record and their
 * position in the list, counted from 1, and for a list in a list the positions of all that are around it.
 */
import { type Schema, schemaOf } from '../../dataset/schema.ts';
import { type Cell, type Column, columnsOf, type Shape } from './columns.ts';

/** What a cell of a flat table can hold. */
type FlatType = Exclude<Shape['type'], 'list' | 'struct'>;

/** A column that is read from records. */
export interface FlatColumn {
  readonly name: string;
  readonly type: FlatType;
  /** Where its cell stands in the cell of the row, as names of nested columns. */
  readonly way: readonly string[];
  /** The column it is made of. */
  readonly column: Column | undefined;
  readonly schema: Schema;
  /** Whether the schemas want it in each row. */
  readonly isRequired: boolean;
}

/** A column by which the rows of a list find their record, or the row that they are in. */
interface KeyColumn {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly description: string;
}

export interface FlatTable {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  /** What comes before the columns: nothing in the table of a kind. */
  readonly keys: readonly KeyColumn[];
  readonly columns: readonly FlatColumn[];
  /** The names of the columns that tell rows apart. */
  readonly identity: readonly string[];
  /** The tables of the lists in its rows. */
  readonly lists: readonly FlatList[];
}

interface FlatList {
  readonly way: readonly string[];
  readonly table: FlatTable;
}

/** The name of the column of lists that hold single values. */
const VALUE = 'value';
const POSITION = 'position';

const known = new Map<string, FlatTable>();

/** The table of a kind, which leads to those of its lists. */
export function flatTableOf(kind: string): FlatTable {
  let table = known.get(kind);
  if (!table) {
    const schema = schemaOf(kind);
    const { columns, lists } = flattened(columnsOf(kind), schema, { name: kind, list: '', kind, keys: [] });
    const { description } = schema;
    table = { name: kind, kind, description, keys: [], columns, identity: ['id'], lists };
    known.set(kind, table);
  }
  return table;
}

/** A table and those of all lists in it, owners first. */
export function withLists(table: FlatTable): FlatTable[] {
  return [table, ...table.lists.flatMap((list) => withLists(list.table))];
}

/** Told of each row, with its cells in the order of the table's keys and columns. */
type OnRow = (table: FlatTable, row: readonly Cell[]) => void;

/** Takes the cells of a record apart into rows, owners first. @param cells by the names of {@link columnsOf} the kind */
export function eachRow(kind: string, cells: { readonly [name: string]: Cell }, onRow: OnRow): void {
  addRows(flatTableOf(kind), [], cells, onRow);
}

function addRows(table: FlatTable, keys: readonly Cell[], cell: Cell, onRow: OnRow): void {
  onRow(table, [...keys, ...table.columns.map(({ way }) => cellAt(cell, way))]);
  for (const { way, table: inner } of table.lists) {
    const items = cellAt(cell, way);
    if (!Array.isArray(items)) continue;
    const owner = keys.length > 0 ? keys : [cellAt(cell, table.identity)];
    for (const [index, item] of (items as readonly Cell[]).entries())
      if (item !== null) addRows(inner, [...owner, index + 1], item, onRow);
  }
}

function cellAt(cell: Cell, way: readonly string[]): Cell {
  let found = cell;
  for (const step of way) {
    if (found === null) return null;
    found = (found as { readonly [name: string]: Cell })[step] ?? null;
  }
  return found;
}

/** A table while it is made: its name, and what its rows begin with. */
interface Draft {
  readonly name: string;
  /** What its list is called where it stands. */
  readonly list: string;
  readonly kind: string;
  readonly keys: readonly KeyColumn[];
}

/** Where columns stand that are being flattened. */
interface Nesting {
  readonly way: readonly string[];
  readonly prefix: string;
  readonly isRequired: boolean;
}

const TOP: Nesting = { way: [], prefix: '', isRequired: true };

function flattened(columns: readonly Column[], schema: Schema, table: Draft, nesting = TOP) {
  const flat: FlatColumn[] = [];
  const lists: FlatList[] = [];
  for (const column of columns) {
    // A column that is the same in all rows says nothing.
    if (column.schema.constant !== undefined) continue;
    const way = [...nesting.way, column.name];
    const name = nesting.prefix + column.name;
    const isRequired = nesting.isRequired && schema.required.includes(column.property);
    const { shape } = column;
    if (shape.type === 'struct') {
      const inner = flattened(shape.columns, column.schema, table, { way, prefix: `${name}_`, isRequired });
      flat.push(...inner.columns);
      lists.push(...inner.lists);
    } else if (shape.type === 'list') lists.push({ way, table: listTable(name, column, shape, table) });
    // A date may still be a wording only, and the other parts of dates may be missing, too.
    else
      flat.push({ name, type: shape.type, way, column, schema: column.schema, isRequired: isRequired && !column.part });
  }
  return { columns: flat, lists };
}

function listTable(name: string, { schema }: Column, list: Shape & { type: 'list' }, owner: Draft): FlatTable {
  const draft = { name: `${owner.name}_${name}`, list: name, kind: owner.kind, keys: listKeys(owner) };
  const { description } = schema;
  const identity = draft.keys.map((key) => key.name);
  if (list.item.type === 'struct') {
    const { columns, lists } = flattened(list.item.columns, list.schema, draft);
    return { ...draft, description, columns, identity, lists };
  }
  if (list.item.type === 'list') throw new Error(`${draft.name}: tables know no lists right in lists.`);
  const value = {
    name: VALUE,
    type: list.item.type,
    way: [],
    column: undefined,
    schema: list.schema,
    isRequired: true,
  };
  return { ...draft, description, columns: [value], identity, lists: [] };
}

/** What rows of a list begin with: the keys of the rows that they are in, and their own position. */
function listKeys({ list, kind, keys }: Draft): KeyColumn[] {
  const own: KeyColumn = { name: POSITION, type: 'integer', description: 'The place in the list, counted from 1.' };
  if (keys.length === 0)
    return [{ name: `${kind}_id`, type: 'text', description: `The ${kind} that the list stands in.` }, own];
  return [...keys.slice(0, -1), { ...keys.at(-1)!, name: `${list}_${POSITION}` }, own];
}
