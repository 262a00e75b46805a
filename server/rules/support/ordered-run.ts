/** A run of numbered and dated things, searched by halves: who stands before a day, after it, or against a number's place. */
import { type EdtfDate, earliest, latest } from '../../dataset/dates/edtf.ts';
import type { Numbered } from './sequence.ts';

/** Things in the order of their numbers, each number once; a long run is searched for thousands of others. */
export class OrderedRun<T extends Numbered> {
  readonly #items: readonly T[];
  readonly #ordinals: readonly number[];
  /** For each place the latest beginning up to there, which never falls from place to place; and the earliest end from there on. */
  readonly #begun: number[] = [];
  readonly #over: number[] = [];

  constructor(items: readonly T[]) {
    this.#items = items;
    this.#ordinals = items.map(({ ordinal }) => ordinal);
    for (const { date } of items) this.#begun.push(Math.max(earliest(date.start), this.#begun.at(-1) ?? -Infinity));
    for (const { date } of items.toReversed())
      this.#over.push(Math.min(latest(date.end), this.#over.at(-1) ?? Infinity));
    this.#over.reverse();
  }

  /** The last one that certainly is before a date. */
  lastBefore(date: EdtfDate): T | undefined {
    return this.#items[below(this.#over, earliest(date.start)) - 1];
  }

  /** The first one that certainly is after a date. */
  firstAfter(date: EdtfDate): T | undefined {
    return this.#items[below(this.#begun, latest(date.end) + 1)];
  }

  /** The last one that cannot be right beside something: of a higher number and before it, or of a lower one and after it. */
  lastAgainst({ ordinal, date }: Numbered): T | undefined {
    const higher = this.lastBefore(date);
    if (higher && higher.ordinal > ordinal) return higher;
    const place = below(this.#ordinals, ordinal);
    const end = latest(date.end);
    if (place === 0 || this.#begun[place - 1]! <= end) return undefined;
    // One that is dated to the day stands next.
    let at = place - 1;
    while (earliest(this.#items[at]!.date.start) <= end) at--;
    return this.#items[at];
  }
}

/** How many of some sorted numbers are below another. */
export function below(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
