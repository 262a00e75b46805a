/** The records of a dataset, each id once: formats that name things by their ids have no place for a second one. */
import { keyOf } from '../../dataset/timeline/values.ts';
import type { ExportDataset, ExportedRecord } from '../dataset.ts';
import { countOf } from './words.ts';

/** Walks over records and counts those that it passes over because an earlier one has their kind and id. */
export class DistinctRecords {
  readonly #seen = new Set<string>();
  #repeated = 0;

  /** Begins anew each time. */
  async *of(dataset: ExportDataset): AsyncGenerator<ExportedRecord> {
    this.#seen.clear();
    this.#repeated = 0;
    for await (const record of dataset.records()) {
      const key = keyOf(record.kind, record.id);
      if (this.#seen.has(key)) this.#repeated++;
      else {
        this.#seen.add(key);
        yield record;
      }
    }
  }

  has(kind: string, id: string): boolean {
    return this.#seen.has(keyOf(kind, id));
  }

  /** What to tell a person of records that were passed over. */
  get leftOut(): readonly string[] {
    if (this.#repeated === 0) return [];
    const records = countOf(this.#repeated, 'record', 'records');
    return [`Left out: ${records} with an id that an earlier record has; the command "check" says which.`];
  }
}
