/** Something derived from each document, kept until an answer that it was derived from changes. */
import type { SourceDocument } from './document.ts';
import type { Key } from './questions.ts';
import type { Reader } from './reader.ts';

/** Derives a `T` from every document it is given; `reader` remembers what the derivation asked of other records. */
export class Tracked<T> {
  readonly #derive: (document: SourceDocument, reader: Reader) => T;
  readonly #results = new Map<SourceDocument, T>();
  readonly #asked = new Map<SourceDocument, readonly Key[]>();
  /** Who has asked each question. Most are asked by one document alone, which needs no set then. */
  readonly #askers = new Map<Key, SourceDocument | Set<SourceDocument>>();
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
  fire(keys: Iterable<Key>): void {
    for (const key of keys) {
      const askers = this.#askers.get(key);
      if (askers instanceof Set) for (const document of askers) this.#pending.add(document);
      else if (askers) this.#pending.add(askers);
    }
  }

  /** Lets go of a document that is no more. */
  forget(document: SourceDocument): void {
    for (const key of this.#asked.get(document) ?? []) this.#unsubscribe(document, key);
    this.#asked.delete(document);
    this.#results.delete(document);
    this.#pending.delete(document);
  }

  /** Derives a document's result now. */
  run(document: SourceDocument, reader: Reader): T {
    this.#pending.delete(document);
    const result = this.#derive(document, reader);
    this.#remember(document, reader.asked);
    this.#results.set(document, result);
    return result;
  }

  /** What is asked about a document is nearly the same each time. */
  #remember(document: SourceDocument, asked: ReadonlySet<Key>): void {
    const before = this.#asked.get(document) ?? [];
    const dropped = before.filter((key) => !asked.has(key));
    if (dropped.length === 0 && before.length === asked.size) return;
    for (const key of dropped) this.#unsubscribe(document, key);
    for (const key of asked) this.#subscribe(document, key);
    if (asked.size > 0) this.#asked.set(document, [...asked]);
    else this.#asked.delete(document);
  }

  #subscribe(document: SourceDocument, key: Key): void {
    const askers = this.#askers.get(key);
    if (askers instanceof Set) askers.add(document);
    else if (!askers) this.#askers.set(key, document);
    else if (askers !== document) this.#askers.set(key, new Set([askers, document]));
  }

  #unsubscribe(document: SourceDocument, key: Key): void {
    const askers = this.#askers.get(key);
    if (askers instanceof Set) askers.delete(document);
    if (askers === document || (askers instanceof Set && askers.size === 0)) this.#askers.delete(key);
  }
}
