/** Random choices that are the same in every run: a seeded generator of numbers and what is drawn with it. */

/** Draws from a fixed sequence; two with one seed draw the same. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to 1; mulberry32, by Tommy Ettinger, public domain. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** `count` of a list, each at most once, in the list's order. */
  some<T>(list: readonly T[], count: number): T[] {
    let left = Math.min(count, list.length);
    return list.filter((_, index) => {
      const isIn = this.next() * (list.length - index) < left;
      if (isIn) left--;
      return isIn;
    });
  }

  /** A day between two years, both included, as YYYY-MM-DD; never later in a month than the 28th. */
  day(first: number, last: number): string {
    const [year, month, day] = [this.between(first, last), this.between(1, 12), this.between(1, 28)];
    return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  }
}
