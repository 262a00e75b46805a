/** JSON-LD with the words of schema.org: records as events, organizations, people and works that refer to one another. */
import type { FileFormat } from '../format.ts';
import { DistinctRecords } from '../meaning/distinct.ts';
import { CONTEXT, thingText } from './context.ts';
import { thingOf } from './things.ts';

/** https://www.w3.org/TR/json-ld11/ and https://schema.org/ */
export const jsonLd: FileFormat = {
  name: 'json-ld',
  description: 'JSON-LD: events, organizations, people and works in the words of schema.org',
  container: 'file',
  extensions: ['.jsonld'],
  async write(dataset, file) {
    const records = new DistinctRecords();
    let written = 0;
    await file.write(`{"@context":${JSON.stringify(CONTEXT)},"@graph":[`);
    for await (const record of records.of(dataset)) {
      await file.write(`${written > 0 ? ',' : ''}\n${thingText(thingOf(record))}`);
      written++;
    }
    await file.write('\n]}\n');
    return { written, noun: ['thing', 'things'], leftOut: records.leftOut };
  },
};
