/** How far a change reaches: whether what other files show of it in hints, lenses and colours is no longer so. */
import type { Dataset } from './dataset/dataset.ts';
import type { SourceDocument } from './dataset/document.ts';
import { idKey, type RecordDocument, type RecordIndex } from './dataset/record-index.ts';
import { chairIn } from './rules/support/terms.ts';

/** The records, by {@link keyOf}, that look different from elsewhere, or that others now name more or less often. */
type Reach = ReadonlySet<string>;

/** What follows from some documents giving way to others in a dataset over a registry. */
export function reachOf(
  before: readonly SourceDocument[],
  after: readonly SourceDocument[],
  { registry }: Pick<Dataset, 'registry'>,
): Reach {
  const [went, came] = [new Set(before), new Set(after)];
  const [old, now] = [
    before.filter((document) => !came.has(document)),
    after.filter((document) => !went.has(document)),
  ];
  const [oldLooks, newLooks] = [looksOf(old), looksOf(now)];
  const records = [...oldLooks.keys(), ...newLooks.keys()].filter(
    (record) => oldLooks.get(record) !== newLooks.get(record),
  );
  const [hidden, hides] = [shippedAs(old, registry), shippedAs(now, registry)];
  const appearing = [...hidden, ...hides].filter((document) => hidden.has(document) !== hides.has(document));
  return new Set([...records, ...looksOf(appearing).keys()]);
}

/** The registry's records whose place documents take. */
function shippedAs(documents: readonly SourceDocument[], registry: RecordIndex): Set<RecordDocument> {
  const found = new Set<RecordDocument>();
  for (const { record } of documents) {
    if (record?.id === undefined) continue;
    for (const shipped of registry.byId.get(idKey(record.id)) ?? []) {
      if (shipped.record.kind === record.kind && shipped.record.id === record.id) found.add(shipped);
    }
  }
  return found;
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

/** What documents say of each record, in one text for each: its name, from where it is referred to, and its terms in the chair. */
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
    for (const reference of references)
      add(keyOf(reference.kind, reference.id), `${kind} ${reference.path[0]} ${term}`);
  }
  return looks;
}
