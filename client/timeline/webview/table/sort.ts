/** Sorts events by a column. The order of words is worked out once, so that the same column sorts quickly ever after. */
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { type Column, type Sort, wordsOf } from './columns.ts';

/** Without `numeric`, which is four times as slow: {@link readable} makes numbers equally long instead. */
const COLLATOR = new Intl.Collator('en');

/** As many digits as the longest number has that is sorted by its value. */
const DIGITS = 12;

export class Sorter {
  readonly #words = new Map<Column, WordOrder>();

  /**
   * The events in another order. Ties stay in the order given, whichever way; what says nothing in the column comes
   * last, whichever way. Dates sort by start, then by end.
   */
  sort(events: readonly TimelineEvent[], { column, descending }: Sort, names: LaneNames): TimelineEvent[] {
    const ranks = this.#ranks(events, column, names);
    const way = descending ? -1 : 1;
    const order = Array.from(events.keys()).sort((a, b) => {
      const [first, second] = [ranks[a]!, ranks[b]!];
      if (first === second) return a - b;
      if (first < 0 || second < 0) return second - first;
      return (first - second) * way;
    });
    return order.map((index) => events[index]!);
  }

  /** A number for each event, the same for those that tie; -1 where there is nothing to sort by. */
  #ranks(events: readonly TimelineEvent[], column: Column, names: LaneNames): Float64Array {
    if (column === 'date') return rankDates(events);
    if (column === 'problems') return Float64Array.from(events, countProblems);
    const order = this.#words.get(column) ?? new WordOrder();
    this.#words.set(column, order);
    return order.rank(events.map((event) => wordsOf(event, column, names)));
  }
}

/** Errors weigh more than any number of warnings. */
function countProblems({ problems }: TimelineEvent): number {
  return problems.reduce((sum, { severity }) => sum + (severity === 'error' ? 1e6 : 1), 0);
}

function rankDates(events: readonly TimelineEvent[]): Float64Array {
  const starts = Float64Array.from(events, ({ date }) => date.min ?? Number.NEGATIVE_INFINITY);
  const ends = Float64Array.from(events, ({ date }) => date.max ?? Number.POSITIVE_INFINITY);
  const compare = (a: number, b: number): number => byValue(starts[a]!, starts[b]!) || byValue(ends[a]!, ends[b]!);
  const ranks = new Float64Array(events.length);
  let rank = 0;
  let before = -1;
  for (const index of Array.from(events.keys()).sort(compare)) {
    if (before >= 0 && compare(before, index) !== 0) rank++;
    ranks[index] = rank;
    before = index;
  }
  return ranks;
}

/** Not by difference: that of two infinities is no number. */
function byValue(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

/** Words in the order of the alphabet. Keeps what it has sorted: after an edit only what is new finds its place. */
class WordOrder {
  #sorted: { readonly words: string; readonly key: string }[] = [];
  #ranks = new Map<string, number>([['', -1]]);

  rank(all: readonly string[]): Float64Array {
    const fresh = new Set(all.filter((words) => !this.#ranks.has(words)));
    if (fresh.size > 0) this.#learn(fresh, all);
    return Float64Array.from(all, (words) => this.#ranks.get(words) ?? -1);
  }

  #learn(fresh: ReadonlySet<string>, all: readonly string[]): void {
    // Words that nobody uses any longer do no harm, unless they are most of all.
    const used = this.#sorted.length > 2 * all.length ? new Set(all) : null;
    const kept = used ? this.#sorted.filter(({ words }) => used.has(words)) : this.#sorted;
    this.#sorted = [...kept, ...Array.from(fresh, (words) => ({ words, key: readable(words) }))];
    this.#sorted.sort((a, b) => COLLATOR.compare(a.key, b.key));
    this.#ranks = new Map([['', -1]]);
    let rank = 0;
    for (const [index, { words, key }] of this.#sorted.entries()) {
      const before = this.#sorted[index - 1];
      if (before && COLLATOR.compare(before.key, key) !== 0) rank++;
      this.#ranks.set(words, rank);
    }
  }
}

/** The words with all numbers equally long, so that "9th" comes before "10th". */
function readable(words: string): string {
  return words.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(DIGITS, '0'));
}
