/** A new record: what someone has said of it, and a guess for everything else that it must have. */
import { DatasetRecord, labelProperty } from '../record.ts';
import { type Schema, schemaOf } from '../schema.ts';
import { shapeErrors } from '../shape.ts';
import type { Workspace } from '../workspace.ts';
import type { Path, YamlRecord, YamlValue } from '../yaml/tree.ts';
import { fieldsFromId } from './id-habit.ts';
import { Placeholders } from './placeholders.ts';

/** A record with all that it needs. */
export interface Draft {
  readonly kind: string;
  readonly id: string;
  /** In the order of the schema. */
  readonly value: YamlRecord;
  /** Where guesses stand: what a person is to look at. */
  readonly gaps: readonly Path[];
}

/** Rounds after which a record that still lacks something is left as it is. */
const MOST_ROUNDS = 10;

/** The id that a record gets, and whether that is no more than a guess. */
export interface DraftId {
  readonly id: string;
  readonly isGuess: boolean;
}

/** Completes a record of a kind; what its id tells of its references counts as said. */
export function completed(workspace: Workspace, kind: string, { id, isGuess }: DraftId, given: YamlRecord): Draft {
  const { properties, required } = schemaOf(kind);
  const known: Record<string, YamlValue> = Object.assign(Object.create(null), given, { kind, id });
  const told = fieldsFromId(kind, id, workspace.dataset);
  for (const name of required) {
    const text = told.get(name);
    if (!(name in known) && text !== undefined && properties.get(name)?.reference) known[name] = text;
  }
  const label = labelProperty(kind);
  const placeholders = new Placeholders(workspace, { kind, id, origin: new DatasetRecord(kind, known) });
  const gaps: Path[] = isGuess ? [['id']] : [];
  const guess = (path: Path) => {
    gaps.push(path);
    return placeholders.value(path);
  };
  for (const name of properties.keys()) {
    if (!(name in known) && (required.includes(name) || name === label)) known[name] = guess([name]);
  }
  fillWithin(kind, known, guess);
  return { kind, id, value: ordered(schemaOf(kind), known) as YamlRecord, gaps };
}

/** Fills in what maps within the record lack. */
function fillWithin(kind: string, value: YamlRecord, guess: (path: Path) => YamlValue): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const lacking = shapeErrors(kind, value).flatMap((error) => {
      if (error.type === 'missing') return error.keys.map((key) => [...error.path, key]);
      return error.type === 'choice' ? [[...error.path, error.keys[0]!]] : [];
    });
    if (lacking.length === 0) return;
    for (const path of lacking) put(value, path, guess(path));
  }
}

function put(record: YamlRecord, path: Path, value: YamlValue): void {
  let owner: YamlValue = record;
  for (const step of path.slice(0, -1)) owner = (owner as Record<string | number, YamlValue>)[step]!;
  (owner as Record<string | number, YamlValue>)[path.at(-1)!] = value;
}

/** The same value with the keys of each map in the order of its schema; keys that it does not know come last. */
function ordered(schema: Schema | undefined, value: YamlValue): YamlValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => ordered(schema?.items, item));
  const names = [...(schema?.properties.keys() ?? [])].filter((name) => name in value);
  const sorted: Record<string, YamlValue> = Object.create(null);
  for (const name of new Set([...names, ...Object.keys(value)])) {
    sorted[name] = ordered(schema?.properties.get(name) ?? schema?.additional, (value as YamlRecord)[name]!);
  }
  return sorted;
}
