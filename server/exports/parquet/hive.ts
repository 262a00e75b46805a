/** Parquet in a folder tree by kind and year, laid out as Hive partitions, which query engines read as it lies. */
import { kinds } from '../../dataset/schema.ts';
import type { ExportedRecord } from '../dataset.ts';
import type { FolderFormat, OutputFolder } from '../format.ts';
import { type Cell, type Column, cellOf, columnsOf } from '../tables/columns.ts';
import { Misfits } from '../tables/misfits.ts';
import { yearsOf } from '../tables/year.ts';
import { MOST_LENGTH, ParquetTable } from './table.ts';

/** Rows that wait in all partitions together, at most; then the largest partition is written. */
const MOST_WAITING = 50_000;
/** Rows in a row group, at most. */
const GROUP = 20_000;
/** What Hive calls the partition of rows that have no value in the partition's column. */
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';

export const parquetHive: FolderFormat = {
  name: 'parquet-hive',
  description: 'Apache Parquet by kind and year (kind=proposal/year=2025/…), for DuckDB, Spark, Trino, BigQuery',
  container: 'folder',
  owns: (path) => /^kind=[a-z]+\/year=[^/]+\/records\.parquet$/.test(path),
  async write(dataset, folder) {
    const yearOf = await yearsOf(dataset);
    const partitions = new Partitions(folder);
    const misfits = new Misfits();
    let written = 0;
    for await (const record of dataset.records()) {
      await partitions.add(record, yearOf(record), misfits);
      written++;
    }
    // A question about a kind finds no records then; without a file it would fail.
    for (const kind of kinds) if (dataset.wants(kind)) partitions.beThere(kind);
    await partitions.finish();
    return { written, noun: ['record', 'records'], leftOut: misfits.sentences };
  },
};

class Partitions {
  readonly #folder: OutputFolder;
  readonly #tables = new Map<string, ParquetTable>();
  readonly #kinds = new Set<string>();
  #waiting = 0;
  #length = 0;

  constructor(folder: OutputFolder) {
    this.#folder = folder;
  }

  async add(record: ExportedRecord, year: number | null, misfits: Misfits): Promise<void> {
    const table = this.#table(record.kind, year);
    const onMisfit = misfits.of(record);
    const before = table.length;
    table.add(partitionColumns(record.kind).map((column): Cell => cellOf(column, record.value, onMisfit)));
    this.#waiting++;
    this.#length += table.length - before;
    if (table.waiting >= GROUP) await this.#flush(table);
    else if (this.#waiting > MOST_WAITING || this.#length > MOST_LENGTH) await this.#flush(this.#largest());
  }

  /** Sees to it that a kind has a partition, be it without rows. */
  beThere(kind: string): void {
    if (!this.#kinds.has(kind)) this.#table(kind, null);
  }

  async finish(): Promise<void> {
    for (const table of this.#tables.values()) await table.finish();
  }

  #table(kind: string, year: number | null): ParquetTable {
    const path = `kind=${kind}/year=${year ?? NO_VALUE}/records.parquet`;
    let table = this.#tables.get(path);
    if (!table) {
      table = new ParquetTable(partitionColumns(kind), this.#folder.file(path));
      this.#tables.set(path, table);
      this.#kinds.add(kind);
    }
    return table;
  }

  async #flush(table: ParquetTable): Promise<void> {
    this.#waiting -= table.waiting;
    this.#length -= table.length;
    await table.flush();
  }

  #largest(): ParquetTable {
    return [...this.#tables.values()].reduce((most, table) => (table.length > most.length ? table : most));
  }
}

const known = new Map<string, readonly Column[]>();

/** The columns of a partition's files: its kind stands in the path. */
function partitionColumns(kind: string): readonly Column[] {
  const columns = known.get(kind) ?? columnsOf(kind).filter(({ name }) => name !== 'kind');
  known.set(kind, columns);
  return columns;
}
