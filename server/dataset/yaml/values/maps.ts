/** Maps as they grow, and the texts of their keys. */
import type { YamlValue } from '../tree.ts';
import { mayBeNoText, plainScalar } from './core-schema.ts';
import { decline } from './cursor.ts';

/** A map that is being read. */
export type GrowingMap = Record<string, YamlValue>;

/**
 * An empty map without a prototype. Made this way, maps with the same keys share their layout; those that are born
 * without a prototype have a table each, which takes four times the memory.
 */
export function newMap(): GrowingMap {
  return Object.setPrototypeOf({}, null);
}

/** Puts a value into a map, in which no key may stand twice. */
export function put(map: GrowingMap, key: string, value: YamlValue): void {
  if (map[key] !== undefined) decline();
  map[key] = value;
}

/** The key that stands without quotes in a passage of a text, as values are looked up by it. */
export function keyText(text: string, start: number, end: number): string {
  const source = text.slice(start, end);
  if (source === '' || source === '<<') decline();
  if (!mayBeNoText(source.charCodeAt(0))) return source;
  return String(plainScalar(source) ?? '');
}
