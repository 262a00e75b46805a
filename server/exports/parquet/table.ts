/** A Parquet file that grows by row groups: rows wait until there are enough of them, and are then let go. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { OutputFile } from '../format.ts';
import type { Cell, Column } from '../tables/columns.ts';
import { parquetSchema } from './schema.ts';

/** One file. The dictionaries of a column are made anew for each row group. */
export class ParquetTable {
  readonly #columns: readonly Column[];
  readonly #file: OutputFile;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #waiting: Cell[][];

  constructor(columns: readonly Column[], file: OutputFile) {
    this.#columns = columns;
    this.#file = file;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: parquetSchema(columns),
      createdBy: 'security-initiatives',
    });
    this.#waiting = columns.map(() => []);
  }

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#waiting[0]?.length ?? 0;
  }

  /** Adds a row: a cell for each column, in their order. */
  add(cells: readonly Cell[]): void {
    for (const [index, cell] of cells.entries()) this.#waiting[index]!.push(cell);
  }

  /** Writes what waits as a row group. */
  async flush(): Promise<void> {
    if (this.waiting === 0) return;
    const columnData = this.#columns.map(({ name, shape }, index) => {
      const cells = this.#waiting[index]!;
      return {
        name,
        data: shape.type === 'integer' ? cells.map((cell) => (cell === null ? null : BigInt(cell as number))) : cells,
      };
    });
    this.#writer.write({ columnData, rowGroupSize: this.waiting });
    this.#waiting = this.#columns.map(() => []);
    await this.#send();
  }

  /** Writes all that waits, and the footer without which nobody can read the file. */
  async finish(): Promise<void> {
    await this.flush();
    this.#writer.finish();
    await this.#send();
  }

  async #send(): Promise<void> {
    const bytes = this.#bytes.getBytes().slice();
    // The writer goes on counting offsets in the file; only its buffer begins anew.
    this.#bytes.index = 0;
    await this.#file.write(bytes);
  }
}
