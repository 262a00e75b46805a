/** Names of what lies in something else, such as cities in states, as one record gives them. */
import { fold } from '../names/names.ts';
import { schemaAt } from '../schema.ts';
import { below } from '../ways.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';

/** One place where a record names something and says what it lies in. */
export interface Placement {
  readonly path: Path;
  /** The name, folded. */
  readonly name: string;
  /** The kind of record that it lies in, and the id of that record. */
  readonly kind: string;
  readonly owner: string;
  /** Where the owner stands; absent where the record itself is the owner. */
  readonly ownerPath: Path | undefined;
}

/** A text that the schema marks as the name of something that lies in a record of a kind. */
export interface PlacedName {
  readonly path: Path;
  readonly text: string;
  readonly kind: string;
}

/** As much of a record as it takes to find out what lies where. */
interface Bearer {
  readonly kind: string;
  readonly id: string | undefined;
  readonly value: YamlRecord;
}

/** The names of a record with what they lie in: a reference beside the name, or the record itself. */
export function placementsOf(record: Bearer, names: readonly PlacedName[]): Placement[] {
  return names.flatMap(({ path, text, kind }) => {
    const owner = record.kind === kind ? { id: record.id, path: undefined } : besides(record, path.slice(0, -1), kind);
    const name = fold(text);
    if (owner?.id === undefined || name === '') return [];
    return [{ path, name, kind, owner: owner.id, ownerPath: owner.path }];
  });
}

/** The reference to a record of a kind in the map at a path. */
function besides(record: Bearer, path: Path, kind: string): { id: string; path: Path } | undefined {
  let map: YamlValue | undefined = record.value;
  for (const step of path) map = (map as YamlRecord | undefined)?.[step];
  for (const [key, schema] of schemaAt(record.kind, path)?.properties ?? []) {
    const id = schema.reference === kind ? (map as YamlRecord)[key] : undefined;
    if (typeof id === 'string') return { id, path: below(path, key) };
  }
  return undefined;
}

/** The key under which a name is found. */
export function placeKey({ kind, name }: Pick<Placement, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}
