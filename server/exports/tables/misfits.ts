/** What tables have no place for: counted as it is left out, and told in a sentence. */
import type { ExportedRecord } from '../dataset.ts';
import type { Column, OnMisfit } from './columns.ts';
import { unknownFields } from './unknown-fields.ts';

/** Counts what tables leave out. */
export class Misfits {
  readonly #values = new Tally();
  readonly #fields = new Tally();

  /** Counts the fields of a record that no column is for; gives what to call for values that do not fit theirs. */
  of(record: ExportedRecord): OnMisfit {
    for (const path of unknownFields(record.kind, record.value)) this.#fields.add(path, record);
    return ({ name }: Column) => this.#values.add(name, record);
  }

  /** A sentence for each sort; none when all has found its place. */
  get sentences(): readonly string[] {
    return [
      ...this.#values.told('1 value is', 'values are', 'left out, of another type than the schema says'),
      ...this.#fields.told('1 field is', 'fields are', 'left out, which no schema knows'),
    ];
  }
}

/** A count, and the first that was counted. */
class Tally {
  #count = 0;
  #first = '';

  add(what: string, { kind, id, path }: ExportedRecord): void {
    this.#count++;
    this.#first ||= `\`${what}\` of ${kind} ${id}${path === undefined ? '' : ` in ${path}`}`;
  }

  told(one: string, many: string, how: string): string[] {
    if (this.#count === 0) return [];
    const [they, first] = this.#count === 1 ? [one, 'It is'] : [`${this.#count} ${many}`, 'The first is'];
    return [`${they} ${how}. ${first} ${this.#first}; \`check\` tells all.`];
  }
}
