/** The latest of many rows, so that a report stays as long as a person reads and memory does not grow with the dataset. */

interface Dated<T> {
  readonly time: number;
  readonly row: T;
}

/** Keeps the rows with the greatest times, and counts all. */
export class Latest<T> {
  readonly #most: number;
  #kept: Dated<T>[] = [];
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** `time` is any number that grows with time; −∞ for none. */
  add(time: number, row: T): void {
    this.count++;
    this.#kept.push({ time, row });
    if (this.#kept.length >= 2 * this.#most) this.#trim();
  }

  /** The latest first; of one time in the order in which they came. */
  get rows(): readonly T[] {
    this.#trim();
    return this.#kept.map(({ row }) => row);
  }

  /** How many there are beyond those that are kept. */
  get more(): number {
    return Math.max(0, this.count - this.#most);
  }

  #trim(): void {
    // The difference of two that have no time is no number, and so decides nothing.
    this.#kept.sort((a, b) => b.time - a.time || 0);
    this.#kept = this.#kept.slice(0, this.#most);
  }
}
