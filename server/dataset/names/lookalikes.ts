/** What a mistyped id or name may have meant: answers kept until a name comes or goes that is near enough to change them. */

import type { RecordDocument } from '../record-index.ts';
import { isNear, nearest } from './names.ts';

/** More than these are no help. */
const MOST = 3;
/** Shorter words stand in too many names. */
const LEAST_WORD = 3;

/** A name that a record of a kind has or had. */
export interface NameOfKind {
  readonly kind: string;
  readonly name: string;
}

/** The dataset, as far as names go. */
interface Names {
  readonly eachOfKind: (kind: string) => Iterable<RecordDocument>;
  readonly named: (kind: string, folded: string) => readonly RecordDocument[];
}

/** Looking for names goes through all of a kind; what is found is remembered, so that it is done once for a mistake. */
export class Lookalikes {
  readonly #dataset: Names;
  /** By kind, then by the folded text. */
  readonly #answers = new Map<string, Map<string, readonly string[]>>();
  /** All names of a kind, until one comes or goes. */
  readonly #names = new Map<string, readonly string[]>();

  constructor(dataset: Names) {
    this.#dataset = dataset;
  }

  /**
   * The ids of those records of a kind whose id or name is most like a text, best first. Where none is, those with the
   * text as a word of a name, unless there are too many to choose from.
   */
  of(kind: string, folded: string): readonly string[] {
    const known = this.#answers.get(kind) ?? new Map<string, readonly string[]>();
    this.#answers.set(kind, known);
    const answer = known.get(folded) ?? this.#look(kind, folded);
    known.set(folded, answer);
    return answer;
  }

  /** Forgets the answers that names coming or going may change. @returns the questions that had them */
  forget(names: Iterable<NameOfKind>): { readonly kind: string; readonly folded: string }[] {
    const forgotten: { kind: string; folded: string }[] = [];
    for (const { kind, name } of names) {
      this.#names.delete(kind);
      const known = this.#answers.get(kind);
      for (const folded of known?.keys() ?? []) {
        if (!isNear(folded, name) && !hasWord(name, folded)) continue;
        known!.delete(folded);
        forgotten.push({ kind, folded });
      }
    }
    return forgotten;
  }

  /** Forgets all answers. */
  clear(): void {
    // Even an empty map is made anew when it is cleared, and texts come by the thousand before anyone asks.
    if (this.#answers.size > 0) this.#answers.clear();
    if (this.#names.size > 0) this.#names.clear();
  }

  #look(kind: string, folded: string): string[] {
    const names = this.#names.get(kind) ?? this.#namesOf(kind);
    this.#names.set(kind, names);
    const idsNamed = (name: string) => {
      const owners = this.#dataset.named(kind, name);
      return owners.flatMap(({ record }) => record.id ?? []).sort();
    };
    const near = new Set(nearest(folded, names, MOST).flatMap(idsNamed));
    if (near.size > 0 || folded.length < LEAST_WORD) return [...near].slice(0, MOST);
    const worded = new Set(names.filter((name) => hasWord(name, folded)).flatMap(idsNamed));
    return worded.size <= MOST ? [...worded].sort() : [];
  }

  #namesOf(kind: string): string[] {
    const names: string[] = [];
    for (const { record } of this.#dataset.eachOfKind(kind)) {
      if (record.id !== undefined) for (const name of record.foldedNames) names.push(name);
    }
    return names;
  }
}

function hasWord(name: string, folded: string): boolean {
  return ` ${name} `.includes(` ${folded} `);
}

/** The names that a change of a record gives or takes; with its id or kind all of them change owners. */
export function changedNames(before: RecordDocument | undefined, after: RecordDocument | undefined): NameOfKind[] {
  const [old, now] = [before?.record, after?.record];
  const isSame = old !== undefined && old.kind === now?.kind && old.id === now.id;
  const without = (record: typeof old, other: typeof old) => {
    const others = new Set(isSame ? other?.foldedNames : []);
    return (record?.foldedNames ?? []).flatMap((name) => (others.has(name) ? [] : { kind: record!.kind, name }));
  };
  return [...without(old, now), ...without(now, old)];
}
