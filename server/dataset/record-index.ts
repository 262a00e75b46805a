/** The index over a set of documents: by id, by name, by kind, and by what they refer to. */
import type { SourceDocument } from './document.ts';
import { PlaceIndex } from './placements/place-index.ts';

/** A document that is known to hold a record. */
export type RecordDocument = SourceDocument & { readonly record: NonNullable<SourceDocument['record']> };

/** The documents under a key, each once, in the order in which they came. */
type Index = Map<string, RecordDocument[]>;

/** What is done with each entry of a document. */
type Visit = (index: Index, key: string, document: RecordDocument) => void;

/** Finds documents; knows nothing of what they mean. Keys come from {@link idKey} and kinds. */
export class RecordIndex {
  /** By id in lower case, whatever the kind. */
  readonly byId: Index = new Map();
  /** Groups of thousands, of which it is asked whether they hold a document. */
  readonly byKind = new Map<string, Set<RecordDocument>>();
  /** By the ids in lower case that they had before, whatever the kind. */
  readonly byFormerId: Index = new Map();
  /** By the id in lower case that they refer to, whatever the kind wanted there. */
  readonly byTarget: Index = new Map();

  /** What they say of names that lie in other records. */
  readonly places = new PlaceIndex<RecordDocument>();
  /** By kind, then by name; only of kinds that someone has looked for by name. */
  readonly #byName = new Map<string, Index>();
  #changes = 0;

  /** How often it has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** The documents of a kind by the folded names of their records. Most kinds are never asked for, so their names stay as they are. */
  byName(kind: string): ReadonlyMap<string, RecordDocument[]> {
    let names = this.#byName.get(kind);
    if (!names) {
      names = new Map();
      for (const document of this.byKind.get(kind) ?? []) eachName(names, document, addTo);
      this.#byName.set(kind, names);
    }
    return names;
  }

  add(document: SourceDocument): void {
    if (!hasRecord(document)) return;
    const { kind } = document.record;
    const ofKind = this.byKind.get(kind);
    if (ofKind) ofKind.add(document);
    else this.byKind.set(kind, new Set([document]));
    this.#eachEntry(document, addTo);
    this.places.add(document);
    this.#changes++;
  }

  remove(document: SourceDocument): void {
    if (!hasRecord(document)) return;
    const { kind } = document.record;
    const ofKind = this.byKind.get(kind);
    ofKind?.delete(document);
    if (ofKind?.size === 0) this.byKind.delete(kind);
    this.#eachEntry(document, removeFrom);
    this.places.remove(document);
    this.#changes++;
  }

  #eachEntry(document: RecordDocument, visit: Visit): void {
    const { record } = document;
    if (record.id !== undefined) visit(this.byId, idKey(record.id), document);
    for (const id of record.formerIds) visit(this.byFormerId, idKey(id), document);
    const names = this.#byName.get(record.kind);
    if (names) eachName(names, document, visit);
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

function eachName(names: Index, document: RecordDocument, visit: Visit): void {
  for (const name of document.record.foldedNames) visit(names, name, document);
}

/** All entries of a document are made in a row, so that it is there already just where it is the last one. */
function addTo(index: Index, key: string, document: RecordDocument): void {
  const documents = index.get(key);
  if (!documents) index.set(key, [document]);
  else if (documents.at(-1) !== document) documents.push(document);
}

function removeFrom(index: Index, key: string, document: RecordDocument): void {
  const documents = index.get(key);
  const at = documents?.indexOf(document) ?? -1;
  if (at < 0) return;
  if (documents!.length > 1) documents!.splice(at, 1);
  else index.delete(key);
}
