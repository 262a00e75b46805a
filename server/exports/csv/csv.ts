/** CSV: a folder of flat tables, for spreadsheets, R, pandas and databases. */
import type { FolderFormat } from '../format.ts';
import { Misfits } from '../tables/misfits.ts';
import { CsvTables, isCsvFile, tablesOf } from './tables.ts';

export const csv = csvFormat('csv', 'CSV tables: one a kind, and one for each list in it');
export const csvExcel = csvFormat('csv-excel', 'the same with a byte order mark, by which Excel knows UTF-8', true);

function csvFormat(name: string, description: string, byteOrderMark = false): FolderFormat {
  return {
    name,
    description,
    container: 'folder',
    owns: isCsvFile,
    async write(dataset, folder) {
      const tables = new CsvTables(folder);
      await tables.begin(tablesOf(dataset), { byteOrderMark });
      const misfits = new Misfits();
      let written = 0;
      for await (const record of dataset.records()) {
        await tables.add(record, misfits);
        written++;
      }
      const quoted = await tables.end();
      return { written, noun: ['record', 'records'], leftOut: [...misfits.sentences, ...quoted] };
    },
  };
}
