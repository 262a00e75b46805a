/** Documents that have come and are not in the index yet: they are let in one by one, while more are on their way. */
import type { Dataset } from './dataset.ts';
import type { SourceDocument } from './document.ts';
import { replace } from './exchange.ts';

export class Arrivals {
  readonly #dataset: Dataset;
  /** In the order in which they came. */
  readonly #waiting = new Set<SourceDocument>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** How many are waiting. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Takes documents out, be they in the index or not, and has others wait. */
  exchange(removed: readonly SourceDocument[], added: readonly SourceDocument[]): void {
    const known = removed.filter((document) => !this.#waiting.delete(document));
    if (known.length > 0) replace(this.#dataset, known, []);
    for (const document of added) this.#waiting.add(document);
  }

  /** Lets a document in, unless it is. */
  admit(document: SourceDocument): void {
    if (this.#waiting.delete(document)) replace(this.#dataset, [], [document]);
  }

  /** Lets in those that have waited longest, until `pause`, which is asked after each, ends it. */
  admitSome(pause: () => boolean): void {
    for (const document of this.#waiting) {
      this.admit(document);
      if (pause()) break;
    }
  }
}
