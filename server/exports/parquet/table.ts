/** A Parquet file that grows by row groups: rows wait until there are enough of them, and are then let go. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { OutputFile } from '../format.ts';
import type { Cell, Column, Shape } from '../tables/columns.ts';
import { parquetSchema } from './schema.ts';

/** Characters of rows that wait in all tables of an export together, at most: long texts must not pile up. */
export const MOST_LENGTH = 1 << 26;

/** One file. The dictionaries of a column are made anew for each row group. */
export class ParquetTable {
  readonly #columns: readonly Column[];
  readonly #file: OutputFile;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  /** Rows as JSON: as values they take several times the memory. */
  #waiting: string[] = [];
  #length = 0;

  constructor(columns: readonly Column[], file: OutputFile) {
    this.#columns = columns;
    this.#file = file;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: parquetSchema(columns),
      createdBy: 'security-initiatives',
    });
  }

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** How many characters the rows that wait have together. */
  get length(): number {
    return this.#length;
  }

  /** Adds a row: a cell for each column, in their order. */
  add(cells: readonly Cell[]): void {
    const row = JSON.stringify(cells);
    this.#waiting.push(row);
    this.#length += row.length;
  }

  /** Writes what waits as a row group. */
  async flush(): Promise<void> {
    if (this.waiting === 0) return;
    const rows = this.#waiting.map((row) => JSON.parse(row) as Cell[]);
    const columnData = this.#columns.map(({ name, shape }, index) => ({
      name,
      data: holdsIntegers(shape) ? rows.map((row) => written(shape, row[index]!)) : rows.map((row) => row[index]!),
      // An index of pages is for files with many in a row group.
      offsetIndex: false,
    }));
    this.#writer.write({ columnData, rowGroupSize: this.waiting });
    this.#waiting = [];
    this.#length = 0;
    await this.#send();
  }

  /** Writes all that waits, and the footer without which nobody can read the file. */
  async finish(): Promise<void> {
    await this.flush();
    this.#writer.finish();
    await this.#send();
  }

  async #send(): Promise<void> {
    const bytes = this.#bytes.getBytes();
    // The writer goes on counting offsets in the file; its buffer, which has grown, begins anew.
    this.#bytes.buffer = new ArrayBuffer(SMALL);
    this.#bytes.view = new DataView(this.#bytes.buffer);
    this.#bytes.index = 0;
    await this.#file.write(bytes);
  }
}

/** The bytes that a file takes while nothing is written to it. */
const SMALL = 64;

function holdsIntegers(shape: Shape): boolean {
  if (shape.type === 'list') return holdsIntegers(shape.item);
  return shape.type === 'struct'
    ? shape.columns.some((column) => holdsIntegers(column.shape))
    : shape.type === 'integer';
}

/** A cell as the writer wants it: integers of 64 bits as such. */
function written(shape: Shape, cell: Cell): unknown {
  if (cell === null) return null;
  if (shape.type === 'integer') return BigInt(cell as number);
  if (shape.type === 'list') return (cell as readonly Cell[]).map((item) => written(shape.item, item));
  if (shape.type !== 'struct') return cell;
  const cells = cell as Readonly<Record<string, Cell>>;
  return Object.fromEntries(shape.columns.map(({ name, shape: inner }) => [name, written(inner, cells[name] ?? null)]));
}
