/** Maps as they grow, and the texts of their keys. */
import type { YamlValue } from '../tree.ts';
import { mayBeNoText, plainScalar } from './core-schema.ts';
import { type Cursor, decline } from './cursor.ts';

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

/** Reads the key that stands without quotes in a passage of the text, as values are looked up by it. */
export function plainKey({ text, tree }: Cursor, start: number, end: number): string {
  const source = text.slice(start, end);
  if (source === '' || source === '<<') decline();
  const value = mayBeNoText(source.charCodeAt(0)) ? plainScalar(source) : source;
  tree?.scalar(value, 'plain', start, end);
  return String(value ?? '');
}
