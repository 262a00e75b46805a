/** Fields that no schema knows, and so no table has a column for. */
import { type Schema, schemaOf } from '../../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

/** The paths of such fields in a record, with dots between the levels; what is in them is not looked at. */
export function unknownFields(kind: string, value: YamlRecord): string[] {
  const found: string[] = [];
  collect(schemaOf(kind), value, '', found);
  return found;
}

function collect(schema: Schema, value: YamlValue, way: string, found: string[]): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) for (const [index, item] of value.entries()) collect(items, item, `${way}${index}.`, found);
    return;
  }
  // One where a list belongs is taken for a list of one; a map where a single value belongs is no matter of fields.
  const map = schema.properties.size > 0 ? schema : schema.items;
  if (!map || map.properties.size === 0) return;
  for (const name of Object.keys(value)) {
    const inner = map.properties.get(name);
    if (inner) collect(inner, (value as YamlRecord)[name]!, `${way}${name}.`, found);
    else found.push(way + name);
  }
}
