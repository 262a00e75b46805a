/** Something derived from each document, kept until an answer that it was derived from changes. */
import type { SourceDocument } from './document.ts';
import type { Reader } from './reader.ts';

/** Derives a `T` from every document it is given; `reader` remembers what the derivation asked of other records. */
export class Tracked<T> {
  readonly #derive: (document: SourceDocument, reader: Reader) => T;
  readonly #results = new Map<SourceDocument, T>();
  readonly #asked = new Map<SourceDocument, ReadonlySet<string>>();
  readonly #askers = new Map<string, Set<SourceDocument>>();
  readonly #pending = new Set<SourceDocument>();

  constructor(derive: (document: SourceDocument, reader: Reader) => T) {
    this.#derive = derive;
  }

  /** Documents whose result is missing or out of date. */
  get pending(): ReadonlySet<SourceDocument> {
    return this.#pending;
  }

  /** The last result for a document. */
  get(document: SourceDocument): T | undefined {
    return this.#results.get(document);
  }

  /** Asks for a document's result to be derived (again). */
  mark(document: SourceDocument): void {
    this.#pending.add(document);
  }

  /** Marks every document that asked about one of these keys. */
  fire(keys: Iterable<string>): void {
    for (const key of keys) for (const document of this.#askers.get(key) ?? []) this.#pending.add(document);
  }

  /** Lets go of a document that is no more. */
  forget(document: SourceDocument): void {
    this.#unsubscribe(document);
    this.#results.delete(document);
    this.#pending.delete(document);
  }

  /** Derives a document's result now. */
  run(document: SourceDocument, reader: Reader): T {
    this.#pending.delete(document);
    const result = this.#derive(document, reader);
    this.#unsubscribe(document);
    this.#asked.set(document, reader.asked);
    for (const key of reader.asked) {
      const askers = this.#askers.get(key);
      if (askers) askers.add(document);
      else this.#askers.set(key, new Set([document]));
    }
    this.#results.set(document, result);
    return result;
  }

  #unsubscribe(document: SourceDocument): void {
    for (const key of this.#asked.get(document) ?? []) {
      const askers = this.#askers.get(key);
      askers?.delete(document);
      if (askers?.size === 0) this.#askers.delete(key);
    }
    this.#asked.delete(document);
  }
}
