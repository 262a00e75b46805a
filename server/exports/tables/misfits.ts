/** What tables have no place for: counted as it is left out, and told in a sentence. */
import * as l10n from '@vscode/l10n';
import { counted, modelWord } from '../../../l10n/language.ts';
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
      ...this.#values.told(
        l10n.t(
          '{0} value is left out, of another type than the schema says. It is {1}; `check` tells all.|{0} values are left out, of another type than the schema says. The first is {1}; `check` tells all.',
        ),
      ),
      ...this.#fields.told(
        l10n.t(
          '{0} field is left out, which no schema knows. It is {1}; `check` tells all.|{0} fields are left out, which no schema knows. The first is {1}; `check` tells all.',
        ),
      ),
    ];
  }
}

/** A count, and the first that was counted. */
class Tally {
  #count = 0;
  #first = '';

  add(what: string, { kind, id, path }: ExportedRecord): void {
    this.#count++;
    if (this.#first !== '') return;
    const whose = [`\`${what}\``, modelWord(kind), id];
    this.#first =
      path === undefined
        ? l10n.t({
            message: '{0} of {1} {2}',
            args: whose,
            comment: ['A field, and the kind and the id of its record'],
          })
        : l10n.t('{0} of {1} {2} in {3}', ...whose, path);
  }

  /** @param forms a sentence for the count, and for the first */
  told(forms: string): string[] {
    return this.#count === 0 ? [] : [counted(this.#count, forms, this.#first)];
  }
}
