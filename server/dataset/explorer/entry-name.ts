/** What a record is called in a tree: its display name, and where its kind has none the records that tell it from others. */
import { type DatasetRecord, labelProperty } from '../record.ts';
import { schemaOf } from '../schema.ts';
import { clip } from '../timeline/words.ts';
import type { Find } from './entry.ts';

const LONGEST = 200;
/** Signs that would turn the letters of a whole row around. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/** The name on one line; `below` is the record that it stands below, which need not be named again. */
export function nameFor(record: DatasetRecord, find: Find, below?: DatasetRecord): string {
  return (
    tidy(labelProperty(record.kind) ? record.label : (composed(record, find, below) ?? record.label)) ||
    tidy(record.id ?? '') ||
    record.kind
  );
}

/** A text on one line, in which no sign turns the letters of what stands around it. */
export function tidy(text: string): string {
  return clip(text.replace(TURNING, ''), LONGEST);
}

/** The names of the records that a reader looks for first. */
function composed(record: DatasetRecord, find: Find, below: DatasetRecord | undefined): string | undefined {
  const { lead, properties } = schemaOf(record.kind);
  const names = lead.flatMap((name) => {
    const kind = properties.get(name)?.reference;
    const id = record.value[name];
    if (kind === undefined || typeof id !== 'string' || (below?.kind === kind && below.id === id)) return [];
    return [find(kind, id)?.record.label ?? id];
  });
  return names.length > 0 ? names.join(' · ') : undefined;
}
