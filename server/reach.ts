/** How far a change reaches: whether what other files show of it in hints, lenses and colours is no longer so. */
import type { SourceDocument } from './dataset/document.ts';
import { chairIn } from './rules/support/terms.ts';

/** The records, by {@link keyOf}, that look different from elsewhere, or that others now name more or less often. */
export type Reach = ReadonlySet<string>;

/** What follows from some documents giving way to others. */
export function reachOf(before: readonly SourceDocument[], after: readonly SourceDocument[]): Reach {
  const [went, came] = [new Set(before), new Set(after)];
  const old = looksOf(before.filter((document) => !came.has(document)));
  const now = looksOf(after.filter((document) => !went.has(document)));
  return new Set([...old.keys(), ...now.keys()].filter((record) => old.get(record) !== now.get(record)));
}

/** Whether a document shows something of these records: it is one of them, or names one. */
export function isReached({ record }: SourceDocument, reach: Reach): boolean {
  if (!record) return false;
  const isOne = record.id !== undefined && reach.has(keyOf(record.kind, record.id));
  return isOne || record.references.some(({ kind, id }) => reach.has(keyOf(kind, id)));
}

function keyOf(kind: string, id: string): string {
  return `${kind}/${id}`;
}

/** What documents say of each record, in one text for each: its name, that it is referred to, and its terms in the chair. */
function looksOf(documents: readonly SourceDocument[]): ReadonlyMap<string, string> {
  const looks = new Map<string, string>();
  const add = (record: string, look: string) => looks.set(record, `${looks.get(record) ?? ''}${look}\n`);
  for (const document of documents) {
    const { record } = document;
    if (!record) continue;
    const { kind, id, label, references, dates } = record;
    if (id !== undefined) add(keyOf(kind, id), label);
    // The terms beside this one name it by its state and year; all of them name the organization that this one names.
    const term = chairIn(document)
      ? JSON.stringify([references.map((each) => each.id), dates.map(({ value }) => value)])
      : '';
    for (const reference of references) add(keyOf(reference.kind, reference.id), term);
  }
  return looks;
}
