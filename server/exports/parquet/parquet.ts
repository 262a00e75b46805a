/** Parquet in one file: all records in one wide table, for notebooks and data frames. */
import { kinds, schemaOf } from '../../dataset/schema.ts';
import type { FileFormat } from '../format.ts';
import { type Column, cellOf, columnsOf } from '../tables/columns.ts';
import { Misfits } from '../tables/misfits.ts';
import { yearsOf } from '../tables/year.ts';
import { MOST_LENGTH, ParquetTable } from './table.ts';

/** Rows in a row group: enough for dictionaries to pay, few enough to wait in memory. */
const GROUP = 20_000;

export const parquet: FileFormat = {
  name: 'parquet',
  description: 'Apache Parquet: one wide table of all records, lists and maps nested',
  container: 'file',
  extensions: ['.parquet'],
  async write(dataset, file) {
    const yearOf = await yearsOf(dataset);
    const { columns, places } = wideTable();
    const table = new ParquetTable(columns, file);
    const misfits = new Misfits();
    let written = 0;
    for await (const record of dataset.records()) {
      const cells = columns.map((): ReturnType<typeof cellOf> => null);
      const onMisfit = misfits.of(record);
      for (const column of columnsOf(record.kind))
        cells[places.get(column.name)!] = cellOf(column, record.value, onMisfit);
      cells[places.get(YEAR)!] = yearOf(record);
      table.add(cells);
      written++;
      if (table.waiting >= GROUP || table.length > MOST_LENGTH) await table.flush();
    }
    await table.finish();
    return { written, noun: ['record', 'records'], leftOut: misfits.sentences };
  },
};

/** The one column that is no property. */
const YEAR = 'year';

interface WideTable {
  readonly columns: readonly Column[];
  /** Where each column stands, by its name. */
  readonly places: ReadonlyMap<string, number>;
}

/** The columns of all kinds; those of one name are one, as they hold the same. */
export function wideTable(): WideTable {
  const [first, ...others] = kinds.map(columnsOf);
  const identity = first!.slice(0, 2);
  const year: Column = { name: YEAR, property: YEAR, shape: { type: 'integer' }, schema: schemaOf(kinds[0]!) };
  const columns = new Map([...identity, year].map((column) => [column.name, column]));
  for (const column of [first!, ...others].flat()) if (!columns.has(column.name)) columns.set(column.name, column);
  return { columns: [...columns.values()], places: new Map([...columns.keys()].map((name, index) => [name, index])) };
}
