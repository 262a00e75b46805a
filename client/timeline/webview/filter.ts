/** Free-text filter over titles, names and the words of a record; folds case, accents and the Turkic letters. */
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../server/protocol.ts';

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

/** Makes the test for one query; every word of it must occur. An empty query keeps everything. */
export function makeFilter(query: string, laneNames: LaneNames): (event: TimelineEvent) => boolean {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  return (event) => {
    const text = haystack(event, laneNames);
    return words.every((word) => text.includes(word));
  };
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
