/** NDJSON (JSON Lines): a record a line, as it was written, for `jq`, log shippers and data frames. */
import type { FileFormat } from './format.ts';

export const ndjson: FileFormat = {
  name: 'ndjson',
  description: 'JSON Lines: a record a line, as it was written',
  container: 'file',
  extensions: ['.ndjson', '.jsonl'],
  async write(dataset, file) {
    let written = 0;
    for await (const { value } of dataset.records()) {
      await file.write(`${JSON.stringify(value)}\n`);
      written++;
    }
    return { written, noun: ['record', 'records'], leftOut: [] };
  },
};
