/** Which events are shown: chosen values of facets, and words over names; folds case, accents and the Turkic letters. */
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../server/protocol.ts';

/** What events can be chosen by: what lanes are made of, and the status. */
export type Facet = LaneDimension | 'status';

export const FACETS: readonly Facet[] = ['organization', 'state', 'person', 'domain', 'status', 'kind'];

export interface Filter {
  /** Words that must all occur. */
  readonly text: string;
  /** Chosen values by facet: an event must have one of each facet that has any. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Keys of the lanes to compare: only these are shown, in this order. Empty for all lanes. */
  readonly compare: readonly string[];
}

export const EVERYTHING: Filter = { text: '', facets: {}, compare: [] };

/** Whether a filter leaves anything out. */
export function isActive({ text, facets, compare }: Filter): boolean {
  return text.trim() !== '' || compare.length > 0 || Object.values(facets).some((values) => values.length > 0);
}

const EXTRA: Record<string, string> = {
  ı: 'i',
  ə: 'e',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ө: 'о',
  ү: 'у',
  ң: 'н',
  қ: 'к',
  ғ: 'г',
};

/** Lower case without marks: `Türkiye`, `TURKIYE` and `turkiye` become the same. Idempotent. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıəøłđßæœөүңқғ]/g, (letter) => EXTRA[letter] ?? letter)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** Makes the test for a filter; one that is empty keeps everything. Lanes to compare are chosen when lanes are made. */
export function makeFilter({ text, facets }: Filter, laneNames: LaneNames): (event: TimelineEvent) => boolean {
  const words = fold(text).split(' ').filter(Boolean);
  const chosen = FACETS.flatMap((facet) => (facets[facet]?.length ? [[facet, new Set(facets[facet])] as const] : []));
  return (event) => {
    if (!chosen.every(([facet, values]) => valuesOf(event, facet).some((value) => values.has(value)))) return false;
    if (words.length === 0) return true;
    const found = haystack(event, laneNames);
    return words.every((word) => found.includes(word));
  };
}

/** What an event has of a facet. */
export function valuesOf(event: TimelineEvent, facet: Facet): readonly string[] {
  if (facet === 'status') return event.status === undefined ? [] : [event.status];
  return event.lanes[facet] ?? [];
}

const cache = new WeakMap<TimelineEvent, { names: object; text: string }>();

function haystack(event: TimelineEvent, laneNames: LaneNames): string {
  const known = cache.get(event);
  if (known?.names === laneNames) return known.text;
  const parts = [event.title, event.id, event.kind, event.status ?? '', event.date.edtf, event.date.words];
  for (const [dimension, keys] of Object.entries(event.lanes)) {
    for (const key of keys)
      parts.push(
        key,
        laneNames[dimension as LaneDimension]?.[key]?.name ?? '',
        laneNames[dimension as LaneDimension]?.[key]?.short ?? '',
      );
  }
  const text = parts.map(fold).join(' ');
  cache.set(event, { names: laneNames, text });
  return text;
}
