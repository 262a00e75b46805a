/** What names lie in, where the dataset leaves no doubt: a city that is said brings its state along. */
import type { Dataset } from '../dataset/dataset.ts';
import { valueAt } from '../dataset/drafts/proposed-id.ts';
import { fold } from '../dataset/names/names.ts';
import { placeKey } from '../dataset/placements/placement.ts';
import { type Schema, schemaAt, walkTo } from '../dataset/schema.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';

/** Whether a text names something that lies in a record. */
const isPlaced = ({ within }: Schema) => within !== undefined;

/** The record, with what its names lie in put beside them. */
export function withOwners(kind: string, record: YamlRecord, dataset: Dataset): YamlRecord {
  for (const { path, value, schema } of walkTo(kind, record, isPlaced)) {
    const owner = path.slice(0, -1);
    if (typeof value !== 'string' || owner.length === 0) continue;
    const claims = dataset.claims(placeKey({ kind: schema.within!, name: fold(value) }));
    const beside = [...(schemaAt(kind, owner)?.properties ?? [])].find(([, each]) => each.reference === schema.within);
    const map = valueAt(record, owner) as Record<string, YamlValue>;
    if (beside && claims.length === 1 && map[beside[0]] === undefined) map[beside[0]] = claims[0]!.owner;
  }
  return record;
}
