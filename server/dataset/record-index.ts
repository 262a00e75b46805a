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
    this.#eachEntry(document, addTo);
    this.places.add(document);
    this.#changes++;
  }

  remove(document: SourceDocument): void {
    if (!hasRecord(document)) return;
    this.#eachEntry(document, removeFrom);
    this.places.remove(document);
    this.#changes++;
  }

  #eachEntry(document: RecordDocument, visit: (index: Index, key: string, document: RecordDocument) => void): void {
    const { record } = document;
    visit(this.byKind, record.kind, document);
    if (record.id !== undefined) visit(this.byId, idKey(record.id), document);
    for (const id of record.formerIds) visit(this.byFormerId, idKey(id), document);
    for (const name of record.foldedNames) visit(this.byName, name, document);
    for (const reference of record.references) visit(this.byTarget, idKey(reference.id), document);
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
