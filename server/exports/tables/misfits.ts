/** Values that fit no column: counted as they are left out, and told in a sentence. */
import type { ExportedRecord } from '../dataset.ts';
import type { Column, OnMisfit } from './columns.ts';

/** Counts what tables leave out. */
export class Misfits {
  #count = 0;
  #first: string | undefined;

  /** What to call for the values of a record. */
  of({ kind, id, path }: ExportedRecord): OnMisfit {
    return ({ name }: Column) => {
      this.#count++;
      this.#first ??= `\`${name}\` of ${kind} ${id}${path === undefined ? '' : ` in ${path}`}`;
    };
  }

  /** A sentence about them; none when all have found their place. */
  get sentences(): readonly string[] {
    if (this.#count === 0) return [];
    const values = this.#count === 1 ? '1 value is' : `${this.#count} values are`;
    const them = this.#count === 1 ? 'It is' : 'The first is';
    return [`${values} left out, of another type than the schema says. ${them} ${this.#first}; \`check\` tells all.`];
  }
}
