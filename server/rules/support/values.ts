/** Values as rules meet them: anything that YAML can hold may stand anywhere. */
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

const NO_ENTRIES: YamlRecord = Object.freeze({});
const NO_ITEMS: readonly YamlValue[] = Object.freeze([]);

/** The map that a value is, else one without entries. */
export function mapIn(value: YamlValue | undefined): YamlRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as YamlRecord) : NO_ENTRIES;
}

/** The list that a value is, else one without items. */
export function listIn(value: YamlValue | undefined): readonly YamlValue[] {
  return Array.isArray(value) ? value : NO_ITEMS;
}

/** The text that a value is; nothing where it is another sort of value, or blank. */
export function textIn(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Things without those that share an id: nobody can tell which of them is meant. */
export function uniqueById<T extends { readonly id: string }>(things: readonly T[]): T[] {
  const counts = new Map<string, number>();
  for (const { id } of things) counts.set(id, (counts.get(id) ?? 0) + 1);
  return things.filter(({ id }) => counts.get(id) === 1);
}
