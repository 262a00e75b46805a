/** The snapshot that rules and features read: a dataset's own records over the shipped registry, found by id, name, kind and reference. */

import type { SourceDocument } from './document.ts';
import { Lookalikes } from './names/lookalikes.ts';
import { matchRank } from './names/names.ts';
import { type Claim, mergeClaims } from './placements/place-index.ts';
import { hasRecord, idKey, type RecordDocument, RecordIndex } from './record-index.ts';
import { StoredTexts } from './stored-texts/stored-texts.ts';

/** Read-only to everyone but the workspace that keeps it. */
export class Dataset {
  readonly registry: RecordIndex;
  readonly own = new RecordIndex();
  /** Files of the dataset that hold no records, as far as someone has asked for them. */
  readonly texts = new StoredTexts();
  /** What mistyped ids and names may mean, as far as someone has asked. */
  readonly lookalikes = new Lookalikes(this);
  readonly #sizes = new Map<string, number>();
  /** At which change of its own documents each list of the index has been put in order. */
  readonly #orderedAt = new WeakMap<readonly RecordDocument[], number>();

  constructor(registry: RecordIndex) {
    this.registry = registry;
  }

  /** The record of a kind with exactly this id; of several the first by file and place. */
  find(kind: string, id: string): RecordDocument | undefined {
    return this.withId(id).find(({ record }) => record.kind === kind && record.id === id);
  }

  /** Every record whose id is this one but for case, whatever its kind. */
  withId(id: string): RecordDocument[] {
    const key = idKey(id);
    return this.#merged(this.own.byId.get(key), this.registry.byId.get(key));
  }

  /** Every record that had this id before but for case, whatever its kind. */
  formerly(id: string): RecordDocument[] {
    const key = idKey(id);
    return this.#merged(this.own.byFormerId.get(key), this.registry.byFormerId.get(key));
  }

  /** The first of the dataset's own records of a kind whose id is this one but for case, one aside. */
  twins(kind: string, id: string, except: unknown, most: number): RecordDocument[] {
    const fits = (document: RecordDocument) => document !== except && document.record.kind === kind;
    return this.#merged(this.own.byId.get(idKey(id)), [], fits, most);
  }

  /** How many documents with anything in them a file of the dataset's own has, records or not. */
  sizeOf(uri: string): number {
    return this.#sizes.get(uri) ?? 0;
  }

  /** Counts a document in or out of its file. */
  count({ uri, yaml }: SourceDocument, by: 1 | -1): void {
    if (yaml.value === null && yaml.errors.length === 0) return;
    const size = this.sizeOf(uri) + by;
    if (size === 0) this.#sizes.delete(uri);
    else this.#sizes.set(uri, size);
  }

  /** Every record of a kind that goes by a name, or the first ones by id; the name must be folded. */
  named(kind: string, folded: string, most?: number): RecordDocument[] {
    const [own, shipped] = [this.own, this.registry].map((index) => index.byName(kind).get(folded));
    return this.#merged(own, shipped, undefined, most);
  }

  /** Every record of a kind, the dataset's own first. */
  ofKind(kind: string): RecordDocument[] {
    return this.#merged([...(this.own.byKind.get(kind) ?? [])], this.registry.byKind.get(kind));
  }

  /** The records of a kind in no order, for questions whose answer is put in order itself. */
  *eachOfKind(kind: string): Generator<RecordDocument> {
    yield* this.own.byKind.get(kind) ?? [];
    for (const document of this.registry.byKind.get(kind) ?? []) if (!this.isReplaced(document)) yield document;
  }

  /** Every record that refers to this one, or every one of the kind `from`. */
  referrers(kind: string, id: string, from?: string): RecordDocument[] {
    const key = idKey(id);
    return this.#merged(
      this.own.byTarget.get(key),
      this.registry.byTarget.get(key),
      ({ record }) =>
        (from === undefined || record.kind === from) &&
        record.references.some((reference) => reference.kind === kind && reference.id === id),
    );
  }

  /** What records say of a name that lies in another record, by its key. */
  claims(key: string): Claim[] {
    const shipped = this.registry.places.claimsAmong(key, (document) => !this.isReplaced(document));
    return mergeClaims(this.own.places.claims(key), shipped);
  }

  /**
   * Records of a kind that answer a folded query by id or any name, best first: whole names, then beginnings of names,
   * then of later words; the dataset's own before the registry's. An empty query gives all.
   */
  search(kind: string, foldedQuery: string, limit: number): RecordDocument[] {
    const ranked: { document: RecordDocument; rank: number }[] = [];
    for (const document of this.ofKind(kind)) {
      let rank = 0;
      for (const name of document.record.foldedNames) rank = Math.max(rank, matchRank(name, foldedQuery));
      if (rank > 0 || foldedQuery === '') ranked.push({ document, rank });
    }
    ranked.sort((a, b) => b.rank - a.rank);
    return ranked.slice(0, limit).map((entry) => entry.document);
  }

  /** True for a record of the dataset itself, false for one that the registry ships. */
  isOwn(document: RecordDocument): boolean {
    return this.own.byKind.get(document.record.kind)?.has(document) === true;
  }

  /** True for a registry record whose place one of the dataset's own records has taken. */
  isReplaced(document: RecordDocument): boolean {
    const { kind, id } = document.record;
    const own = this.own.byId.get(idKey(id ?? ''));
    return own?.some(({ record }) => record.kind === kind && record.id === id) === true;
  }

  /** The dataset's own documents of those under a key in order, and the registry's after them; no more than `most`. */
  #merged(
    own: RecordDocument[] = [],
    shipped: Iterable<RecordDocument> = [],
    fits: (document: RecordDocument) => boolean = () => true,
    most = Number.POSITIVE_INFINITY,
  ): RecordDocument[] {
    const found: RecordDocument[] = [];
    const isFull = (document: RecordDocument) => fits(document) && found.push(document) >= most;
    if (this.#inOrder(own).some(isFull)) return found;
    for (const document of shipped) if (!this.isReplaced(document) && isFull(document)) break;
    return found;
  }

  /** A list of the index, put in order where it stands: thousands may ask for one of thousands. */
  #inOrder(documents: RecordDocument[]): readonly RecordDocument[] {
    const { changes } = this.own;
    if (documents.length > 1 && this.#orderedAt.get(documents) !== changes) {
      this.#orderedAt.set(documents.sort(byIdentity), changes);
    }
    return documents;
  }
}

/** By file, then by place: an order that does not depend on the history of edits. */
export function inOrder(a: SourceDocument, b: SourceDocument): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.start - b.start;
}

/** By id, so that moving a document changes no answer; by place only where several share one. */
function byIdentity(a: RecordDocument, b: RecordDocument): number {
  const left = a.record.id ?? '';
  const right = b.record.id ?? '';
  if (left !== right) return left < right ? -1 : 1;
  return inOrder(a, b);
}

/** Builds an index over documents that do not change. */
export function indexOf(documents: Iterable<SourceDocument>): RecordIndex {
  const index = new RecordIndex();
  for (const document of documents) if (hasRecord(document)) index.add(document);
  return index;
}
