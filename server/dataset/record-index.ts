/** The index over a set of documents: by id, by name, by kind, and by what they refer to. */
import type { SourceDocument } from './document.ts';
import { PlaceIndex } from './placements/place-index.ts';

/** A document that is known to hold a record. */
export type RecordDocument = SourceDocument & { readonly record: NonNullable<SourceDocument['record']> };

type Index = Map<string, Set<RecordDocument>>;

/** Finds documents; knows nothing of what they mean. Keys come from {@link idKey}, folded names, and kinds. */
export class RecordIndex {
  /** By id in lower case, whatever the kind. */
  readonly byId: Index = new Map();
  readonly byName: Index = new Map();
  readonly byKind: Index = new Map();
  /** By the ids in lower case that they had before, whatever the kind. */
  readonly byFormerId: Index = new Map();
  /** By the id in lower case that they refer to, whatever the kind wanted there. */
  readonly byTarget: Index = new Map();

  /** What they say of names that lie in other records. */
  readonly places = new PlaceIndex<RecordDocument>();
  #changes = 0;

  /** How often it has changed. */
  get changes(): number {
    return this.#changes;
  }

  add(document: SourceDocument): void {
    if (!hasRecord(document)) return;
    for (const [index, key] of this.#entries(document)) addTo(index, key, document);
    this.places.add(document);
    this.#changes++;
  }

  remove(document: SourceDocument): void {
    if (!hasRecord(document)) return;
    for (const [index, key] of this.#entries(document)) removeFrom(index, key, document);
    this.places.remove(document);
    this.#changes++;
  }

  *#entries(document: RecordDocument): Generator<[Index, string]> {
    const { record } = document;
    yield [this.byKind, record.kind];
    if (record.id !== undefined) yield [this.byId, idKey(record.id)];
    for (const id of record.formerIds) yield [this.byFormerId, idKey(id)];
    for (const name of record.foldedNames) yield [this.byName, name];
    for (const reference of record.references) yield [this.byTarget, idKey(reference.id)];
  }
}

/** The form in which ids are compared: two that differ in case only are the same to people and to file systems. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

/** Narrows to documents with a record. */
export function hasRecord(document: SourceDocument): document is RecordDocument {
  return document.record !== undefined;
}

function addTo(index: Index, key: string, document: RecordDocument): void {
  const set = index.get(key);
  if (set) set.add(document);
  else index.set(key, new Set([document]));
}

function removeFrom(index: Index, key: string, document: RecordDocument): void {
  const set = index.get(key);
  set?.delete(document);
  if (set?.size === 0) index.delete(key);
}
