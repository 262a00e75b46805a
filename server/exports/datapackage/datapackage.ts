/** A Frictionless data package: tables as CSV and `datapackage.json`, which says what they hold and how they belong together. */
import { CsvTables, isCsvFile, tablesOf } from '../csv/tables.ts';
import type { FolderFormat } from '../format.ts';
import { Misfits } from '../tables/misfits.ts';
import { packageOf } from './describe.ts';

const DESCRIPTOR = 'datapackage.json';
const QUOTED = 'A text that begins like a formula of a spreadsheet has an apostrophe before it.';

export const datapackage: FolderFormat = {
  name: 'datapackage',
  description: 'Frictionless data package: the CSV tables with a schema, keys and foreign keys',
  container: 'folder',
  owns: (path) => path === DESCRIPTOR || isCsvFile(path),
  async write(dataset, folder) {
    const tables = tablesOf(dataset);
    const files = new CsvTables(folder);
    await files.begin(tables);
    const misfits = new Misfits();
    let written = 0;
    for await (const record of dataset.records()) {
      await files.add(record, misfits);
      written++;
    }
    const quoted = await files.end();
    const descriptor = packageOf({
      title: dataset.title,
      description: dataset.manifest.description,
      license: dataset.manifest.license,
      tables,
      hasRegistry: dataset.hasRegistry,
      remarks: quoted.length > 0 ? [QUOTED] : [],
    });
    await folder.file(DESCRIPTOR).write(`${JSON.stringify(descriptor, null, 2)}\n`);
    return { written, noun: ['record', 'records'], leftOut: [...misfits.sentences, ...quoted] };
  },
};
