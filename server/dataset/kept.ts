/** What is made of one record alone, kept as long as the record stays as it is: after a change of one of thousands, the others need no second look. */
import type { RecordDocument } from './record-index.ts';
import type { YamlValue } from './yaml/tree.ts';

/** Makes something of a record's top-level properties and its id, and of nothing else. */
export type Making<T> = (get: (name: string) => YamlValue | undefined, id: string) => T;

interface Made {
  readonly result: unknown;
  /** The properties that were read for it. */
  readonly read: ReadonlySet<string>;
}

/** Results by what makes them, and by document. A record that changes is another document, so nothing here is ever out of date. */
export class Kept {
  readonly #made = new Map<Making<unknown>, WeakMap<RecordDocument, Made>>();

  /** @param note is told of each property that the result is made of, each time that someone asks */
  of<T>(document: RecordDocument, making: Making<T>, note: (name: string) => void): T {
    let ofDocuments = this.#made.get(making);
    if (!ofDocuments) {
      ofDocuments = new WeakMap();
      this.#made.set(making, ofDocuments);
    }
    let made = ofDocuments.get(document);
    if (!made) {
      made = make(document, making);
      ofDocuments.set(document, made);
    }
    for (const name of made.read) note(name);
    return made.result as T;
  }
}

function make({ record }: RecordDocument, making: Making<unknown>): Made {
  const read = new Set<string>();
  const result = making((name) => {
    read.add(name);
    return record.value[name];
  }, record.id ?? '');
  return { result, read };
}
