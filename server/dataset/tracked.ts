/** Something derived from each document, kept until an answer that it was derived from changes. */
import type { SourceDocument } from './document.ts';
import type { Reader } from './reader.ts';

/** A question by its key, and who has asked it. */
interface Question {
  readonly key: string;
  readonly askers: Set<SourceDocument>;
}

/** Derives a `T` from every document it is given; `reader` remembers what the derivation asked of other records. */
export class Tracked<T> {
  readonly #derive: (document: SourceDocument, reader: Reader) => T;
  readonly #results = new Map<SourceDocument, T>();
  readonly #asked = new Map<SourceDocument, readonly Question[]>();
  readonly #questions = new Map<string, Question>();
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
    for (const key of keys) for (const document of this.#questions.get(key)?.askers ?? []) this.#pending.add(document);
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
    if (reader.asked.size > 0) {
      this.#asked.set(
        document,
        Array.from(reader.asked, (key) => this.#subscribe(document, key)),
      );
    }
    this.#results.set(document, result);
    return result;
  }

  #subscribe(document: SourceDocument, key: string): Question {
    let question = this.#questions.get(key);
    if (question) question.askers.add(document);
    else {
      question = { key, askers: new Set([document]) };
      this.#questions.set(key, question);
    }
    return question;
  }

  #unsubscribe(document: SourceDocument): void {
    for (const { key, askers } of this.#asked.get(document) ?? []) {
      askers.delete(document);
      if (askers.size === 0) this.#questions.delete(key);
    }
    this.#asked.delete(document);
  }
}
