/**
 * Flat tables as CSV files (RFC 4180): a header always, UTF-8. Lines end in LF, as readers fail that guess the end of lines
 * (DuckDB) where rows end in CR LF and a cell has an LF of its own.
 */
import * as l10n from '@vscode/l10n';
import { stringify } from 'csv-stringify/sync';
import { counted } from '../../../l10n/language.ts';
import { kinds } from '../../dataset/schema.ts';
import type { ExportDataset, ExportedRecord } from '../dataset.ts';
import type { OutputFolder } from '../format.ts';
import { type Cell, cellOf, columnsOf } from '../tables/columns.ts';
import { eachRow, type FlatTable, flatTableOf, withLists } from '../tables/flat.ts';
import type { Misfits } from '../tables/misfits.ts';
import { csvRow } from './cells.ts';

/** Characters that wait in all tables together; rows are written many at a time. */
const TOGETHER = 1 << 18;
/**
 * What needs no quotes by the standard and is better off with them: an empty text, which so is other than nothing; white
 * space at an end, which some readers take away; what readers take for the separator or the quotes that they have to guess.
 */
const DOUBTFUL = /^$|^\s|\s$|[;|\t']/u;
const BYTE_ORDER_MARK = '\uFEFF';

/** The file of a table, in the folder of the export. */
export function csvFile({ name }: FlatTable): string {
  return `${name}.csv`;
}

/** All tables that a dataset may be exported to, by the kinds that were asked for. */
export function tablesOf(dataset: Pick<ExportDataset, 'wants'>): FlatTable[] {
  return kinds.filter((kind) => dataset.wants(kind)).flatMap((kind) => withLists(flatTableOf(kind)));
}

const FILES = new Set(tablesOf({ wants: () => true }).map(csvFile));

/** Whether a file has the name of a table. */
export function isCsvFile(path: string): boolean {
  return FILES.has(path);
}

/** The tables of one export, written as rows come. */
export class CsvTables {
  readonly #folder: OutputFolder;
  readonly #waiting = new Map<FlatTable, (string | null)[][]>();
  #length = 0;
  #quoted = 0;

  constructor(folder: OutputFolder) {
    this.#folder = folder;
  }

  /** Begins every table with its header, so that those without rows are there, too. */
  async begin(tables: readonly FlatTable[], { byteOrderMark = false } = {}): Promise<void> {
    for (const table of tables) {
      const header = lines([[...table.keys, ...table.columns].map(({ name }) => name)]);
      await this.#folder.file(csvFile(table)).write(byteOrderMark ? BYTE_ORDER_MARK + header : header);
    }
  }

  async add(record: ExportedRecord, misfits: Misfits): Promise<void> {
    const onMisfit = misfits.of(record);
    const cells: Record<string, Cell> = {};
    for (const column of columnsOf(record.kind)) cells[column.name] = cellOf(column, record.value, onMisfit);
    eachRow(record.kind, cells, (table, row) => {
      const texts = csvRow(table, row, () => this.#quoted++);
      const rows = this.#waiting.get(table);
      if (rows) rows.push(texts);
      else this.#waiting.set(table, [texts]);
      for (const text of texts) this.#length += 1 + (text?.length ?? 0);
    });
    if (this.#length > TOGETHER) await this.#write();
  }

  /** Writes what is left. @returns sentences about what is not written as it was */
  async end(): Promise<string[]> {
    await this.#write();
    if (this.#quoted === 0) return [];
    const forms = l10n.t(
      '{0} text begins like a formula of a spreadsheet and got an apostrophe before it, so that none is run.|{0} texts begin like a formula of a spreadsheet and got an apostrophe before it, so that none is run.',
    );
    return [counted(this.#quoted, forms)];
  }

  async #write(): Promise<void> {
    for (const [table, rows] of this.#waiting) await this.#folder.file(csvFile(table)).write(lines(rows));
    this.#waiting.clear();
    this.#length = 0;
  }
}

function lines(rows: readonly (readonly (string | null)[])[]): string {
  return stringify([...rows], {
    record_delimiter: '\n',
    quoted_match: DOUBTFUL,
  });
}
