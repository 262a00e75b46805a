/** Samples and what is said of them: median, 99th percentile, and how many times one is faster than another. */

/** Times of one thing done again and again, in milliseconds (or whatever else is counted). */
export interface Summary {
  readonly median: number;
  readonly p99: number;
  readonly samples: number;
}

/** Of at least one sample. */
export function summarize(samples: readonly number[]): Summary {
  const sorted = ascending(samples);
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), samples: sorted.length };
}

/** Of at least one sample. */
export function median(samples: readonly number[]): number {
  return quantile(ascending(samples), 0.5);
}

/** By linear interpolation between the two nearest ranks; `sorted` is ascending and not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)]!;
  return below + (sorted[Math.ceil(rank)]! - below) * (rank - Math.floor(rank));
}

function ascending(samples: readonly number[]): number[] {
  return [...samples].sort((a, b) => a - b);
}
