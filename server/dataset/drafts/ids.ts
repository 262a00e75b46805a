/** Ids for records that do not exist yet: made of names, and free. */
import type { Dataset } from '../dataset.ts';
import { fold } from '../names/names.ts';
import { shapeErrors } from '../shape.ts';

/** A longer id is none that anybody wants to type. */
const LONGEST = 60;

/** The words of a name in Latin letters, as many as make a handy id; empty for a name without letters or digits. */
export function idFromName(name: string): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  let id = words[0]!.slice(0, LONGEST);
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > LONGEST) break;
    id += `-${word}`;
  }
  return id;
}

/** An id itself where nobody has or had it, else the first of `id-2`, `id-3` … that is free. */
export function freeId(dataset: Dataset, base: string): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (dataset.withId(id).length === 0 && dataset.formerly(id).length === 0) return id;
  }
}

/** Whether a text may be the id of a record of some kind. */
export function isIdOf(kind: string, id: string): boolean {
  return !shapeErrors(kind, { kind, id }).some(({ path }) => path[0] === 'id');
}
