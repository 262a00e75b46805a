/** Maps as they grow, and the texts of their keys. */
import type { YamlRecord, YamlValue } from '../tree.ts';
import { mayBeNoText, plainScalar } from './core-schema.ts';
import { decline } from './cursor.ts';

/** A map without a prototype, in which no key may stand twice. */
export class MapBuilder {
  readonly value: YamlRecord = Object.create(null);

  add(key: string, value: YamlValue): void {
    const record = this.value as Record<string, YamlValue>;
    if (record[key] !== undefined) decline();
    record[key] = value;
  }
}

/** The key that stands without quotes in a passage of a text, as values are looked up by it. */
export function keyText(text: string, start: number, end: number): string {
  const source = text.slice(start, end);
  if (source === '' || source === '<<') decline();
  if (!mayBeNoText(source.charCodeAt(0))) return source;
  return String(plainScalar(source) ?? '');
}
