/** Notes of a dataset's records, taken in one pass: how each is called, and what others borrow from it. */

import { DatasetRecord, labelProperty } from '../../dataset/record.ts';
import { schemaOf } from '../../dataset/schema.ts';
import { ownCopy } from '../../dataset/text.ts';
import { keyOf } from '../../dataset/timeline/values.ts';
import type { Records } from '../../dataset/timeline/words.ts';
import { entriesOf, type KnownRecord, type Lookup } from '../../dataset/timeline.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import type { ExportDataset, ExportedRecord } from '../dataset.ts';

/** What is kept of records of each kind beyond their names: what dates, titles and places of others are worked out from. */
const BORROWED: Readonly<Record<string, readonly string[]>> = {
  summit: ['date', 'status', 'organization', 'body'],
  chairmanship: ['id', 'organization', 'state', 'from', 'to'],
  document: ['adopted', 'signed', 'in_force', 'adopted_at'],
  organization: ['abbreviation', 'parent', 'founded'],
};

/** What is known of one record. */
class Known implements KnownRecord {
  label: string;
  readonly value: YamlRecord;

  constructor(label: string, value: YamlRecord) {
    this.label = label;
    this.value = value;
  }

  get record(): this {
    return this;
  }

  get(name: string): YamlValue | undefined {
    return this.value[name];
  }
}

/** What is known of the records of a dataset. Of several with one id the first counts. */
export class Directory implements Lookup, Records {
  readonly #known = new Map<string, Known>();

  /** Notes of all records of some kinds. */
  static async of(dataset: ExportDataset, kinds: readonly string[]): Promise<Directory> {
    const directory = new Directory();
    for await (const record of dataset.allRecords()) if (kinds.includes(record.kind)) directory.#note(record);
    directory.#nameTerms();
    return directory;
  }

  find(kind: string, id: string): Known | undefined {
    return this.#known.get(keyOf(kind, id));
  }

  /** How a record is called; its id where nothing is known of it. */
  label(kind: string, id: string): string {
    return this.find(kind, id)?.label ?? id;
  }

  /** Calls those that have no name what the timeline calls them: "OTS chair: Azerbaijan". */
  #nameTerms(): void {
    for (const [key, known] of this.#known) {
      const kind = key.slice(0, key.indexOf('/'));
      if (labelProperty(kind) !== undefined) continue;
      known.label = entriesOf(new DatasetRecord(kind, known.value), this)[0]?.title ?? known.label;
    }
  }

  #note({ kind, id, value }: ExportedRecord): void {
    const key = keyOf(kind, id);
    if (this.#known.has(key)) return;
    const kept: Record<string, YamlValue> = Object.create(null);
    for (const name of borrowedOf(kind)) if (value[name] !== undefined) kept[name] = ownValue(value[name]);
    this.#known.set(key, new Known(ownCopy(labelOf(kind, id, value)), kept));
  }
}

/** A copy whose texts keep no other alive. */
function ownValue(value: YamlValue): YamlValue {
  return typeof value === 'string' ? ownCopy(value) : structuredClone(value);
}

/** How a record is called by itself: what its schema marks as its label, else its id. */
export function labelOf(kind: string, id: string, value: YamlRecord): string {
  const property = labelProperty(kind);
  const label = property === undefined ? undefined : value[property];
  return (typeof label === 'string' && label !== '') || typeof label === 'number' ? String(label) : id;
}

/** Of kinds that lend nothing else: what one looks for first, and an address. */
function borrowedOf(kind: string): readonly string[] {
  const { lead, properties } = schemaOf(kind);
  const addresses = [...properties].flatMap(([name, { format }]) => (format === 'uri' ? [name] : []));
  return BORROWED[kind] ?? (addresses.length > 0 ? [...lead, ...addresses] : []);
}
