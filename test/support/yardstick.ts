/** Times as ratios to a piece of everyday work on the same machine in the same minute: milliseconds say more about who else uses it. */

/**
 * Sorts ten thousand words as a page does that shows a list.
 * It refers to nothing around it, so that a page can run it, too.
 * @returns how long that took, in milliseconds; the best of three times
 */
export function everydayWork(): number {
  const words = Array.from({ length: 10_000 }, (_, index) => `${(index * 7919) % 10_007} of ten thousand`);
  const { compare } = new Intl.Collator('en');
  const times = [0, 1, 2].map(() => {
    const began = performance.now();
    [...words].sort(compare);
    return performance.now() - began;
  });
  return Math.min(...times);
}

/** How many times as long as everyday work something takes: the best of some rounds, each beside a measurement of that. */
export function timesEverydayWork(work: (round: number) => unknown, rounds = 5): number {
  let [usual, own] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    usual = Math.min(usual, everydayWork());
    const began = performance.now();
    work(round);
    own = Math.min(own, performance.now() - began);
  }
  return own / usual;
}

/** How many times as long as other work something takes: the best of some rounds of each, by turns. */
export function timesAsLong(work: () => unknown, other: () => unknown, rounds = 5): number {
  const best = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    for (const [index, each] of [work, other].entries()) {
      const began = performance.now();
      each();
      best[index] = Math.min(best[index]!, performance.now() - began);
    }
  }
  return best[0]! / best[1]!;
}
