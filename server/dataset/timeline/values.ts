/** Values of records as the timeline takes them: whatever is not of the sort that is wanted counts as missing. */
import type { YamlRecord, YamlValue } from '../yaml/tree.ts';

export function isMap(value: YamlValue | undefined): value is YamlRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The map, or an empty one. */
export function map(value: YamlValue | undefined): YamlRecord {
  return isMap(value) ? value : {};
}

/** The list, or an empty one. */
export function list(value: YamlValue | undefined): readonly YamlValue[] {
  return Array.isArray(value) ? value : [];
}

/** A text with anything in it. */
export function text(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The text as a list of one, or none. */
export function texts(value: YamlValue | undefined): string[] {
  const one = text(value);
  return one === undefined ? [] : [one];
}

/** Each value once, in the order of their first places. */
export function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

/** The key of a record. */
export function keyOf(kind: string, id: string): string {
  return `${kind}/${id}`;
}
