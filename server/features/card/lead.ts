/** What a reader looks for first in a record, in the order that its kind's schema gives. */
import type { Dataset } from '../../dataset/dataset.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import { schemaOf } from '../../dataset/schema.ts';
import { mainDate, valueInWords, withName } from './words.ts';

/** The parts of the first line of a card, as Markdown; in a mention of the record dates without their wording. */
export function leadOf({ kind, value }: DatasetRecord, dataset: Dataset, use: 'card' | 'mention' = 'card'): string[] {
  const schema = schemaOf(kind);
  return schema.lead.flatMap((name) => {
    const property = schema.properties.get(name);
    const shown = property && use === 'mention' ? mainDate(property, value[name]) : value[name];
    const words = property && valueInWords(property, shown, dataset);
    return words === undefined ? [] : withName(name, property!, words);
  });
}
