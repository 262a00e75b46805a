/** The passage of a long text that is most like a few given words. */
import type { Span } from '../text.ts';

/** A word as it is compared, and where it stands. */
export interface Word extends Span {
  readonly form: string;
}

/** Longer quotes are not looked for: aligning takes words times words. */
const MOST_WORDS = 600;
/** A word that a quote has more often than this is too common to tell where the quote may be. */
const MOST_PLACES = 8;
/** How many stretches of the text are looked at closely. */
const CANDIDATES = 3;
/** How much of a quote may be otherwise in the passage that is taken for it. */
const MOST_DIFFERENCE = 0.6;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʻʼ-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text; capitals, apostrophes and hyphens do not tell them apart. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    form: word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]/gu, ''),
    start: index,
    end: index + word.length,
  }));
}

/**
 * The span of the passage that is most like the words of a quote; nothing where no passage is much like them. Rare words
 * in common vote for where the quote may begin; the stretches with most votes are then aligned with it word by word.
 */
export function nearestPassage(text: readonly Word[], quote: readonly Word[]): Span | undefined {
  if (quote.length === 0 || quote.length > MOST_WORDS) return undefined;
  let best: Alignment | undefined;
  for (const [from, to] of stretches(text, quote)) {
    const found = align(text, from, to, quote);
    if (!best || found.cost < best.cost) best = found;
  }
  if (!best || best.cost > quote.length * MOST_DIFFERENCE || best.end <= best.start) return undefined;
  return { start: text[best.start]!.start, end: text[best.end - 1]!.end };
}

/** Stretches of the text, as word indices, in which the quote may stand: those where most of its words are at their distances. */
function stretches(text: readonly Word[], quote: readonly Word[]): [from: number, to: number][] {
  const places = new Map<string, number[]>();
  for (const [i, { form }] of quote.entries()) places.set(form, [...(places.get(form) ?? []), i]);
  const counts = new Map<string, number>();
  for (const { form } of text) if (places.has(form)) counts.set(form, (counts.get(form) ?? 0) + 1);
  const size = Math.max(4, Math.ceil(quote.length / 4));
  const votes = new Map<number, number>();
  for (const [i, { form }] of text.entries()) {
    const at = places.get(form);
    if (!at || at.length > MOST_PLACES) continue;
    const weight = 1 / counts.get(form)!;
    for (const place of at) {
      const bucket = Math.floor((i - place) / size);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      // What begins near the edge of a bucket may have its votes on both sides of it.
      votes.set(bucket - 1, (votes.get(bucket - 1) ?? 0) + weight / 2);
    }
  }
  const leading = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
  return leading.map(([bucket]) => {
    const begin = bucket * size;
    return [Math.max(0, begin - size), Math.min(text.length, begin + quote.length + 3 * size)];
  });
}

interface Alignment {
  /** How many words are otherwise, missing or added. */
  readonly cost: number;
  /** Word indices in the text. */
  readonly start: number;
  readonly end: number;
}

/** The part of a stretch that differs least from the whole quote (Sellers' approximate matching, over words). */
function align(text: readonly Word[], from: number, to: number, quote: readonly Word[]): Alignment {
  const width = to - from;
  let last = new Float64Array(width + 1);
  let starts = Int32Array.from({ length: width + 1 }, (_, j) => j);
  for (const [i, { form }] of quote.entries()) {
    const row = new Float64Array(width + 1).fill(i + 1);
    const rowStarts = new Int32Array(width + 1);
    for (let j = 1; j <= width; j++) {
      const changed = last[j - 1]! + difference(form, text[from + j - 1]!.form);
      const missing = last[j]! + 1;
      const added = row[j - 1]! + 1;
      row[j] = Math.min(changed, missing, added);
      rowStarts[j] = changed <= row[j]! ? starts[j - 1]! : missing <= row[j]! ? starts[j]! : rowStarts[j - 1]!;
    }
    last = row;
    starts = rowStarts;
  }
  let end = 0;
  for (let j = 1; j <= width; j++) if (last[j]! < last[end]!) end = j;
  return { cost: last[end]!, start: from + starts[end]!, end: from + end };
}

/** Forms of one word, and slips of the pen, are nearer to each other than other words. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  let same = 0;
  while (same < shared && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same >= 3 && same >= Math.max(a.length, b.length) / 2 ? 0.5 : 1;
}
