/** JSON: one document with the dataset's title and all its records, as they were written, for `jq` and scripts. */
import type { FileFormat } from './format.ts';

export const json: FileFormat = {
  name: 'json',
  description: 'one document {dataset, description, license, records}, a record a line',
  container: 'file',
  extensions: ['.json'],
  async write(dataset, file) {
    const { title, manifest } = dataset;
    const about = { dataset: title, description: manifest.description ?? null, license: manifest.license ?? null };
    // The head without its last brace: records follow as they come.
    await file.write(`${JSON.stringify(about).slice(0, -1)},"records":[`);
    let written = 0;
    for await (const { value } of dataset.records()) {
      await file.write(`${written === 0 ? '' : ','}\n${JSON.stringify(value)}`);
      written++;
    }
    await file.write('\n]}\n');
    return { written, noun: ['record', 'records'], leftOut: [] };
  },
};
