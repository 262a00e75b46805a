/** What a row of the tables of facts is, and how its field path is read. */

/** One thing that a document says, and the field of the record that must hold it. */
export interface Fact {
  /** Publisher and date of the document, then what it says. */
  readonly says: string;
  /** `kind/id` of the record. */
  readonly record: string;
  /** Keys with dots between them, `[key=value]` to choose from a list, `[]` for any of a list, `length` to count one. */
  readonly path: string;
  /** The value; a pattern for text in an editor's words; `undefined` where the document does not say. */
  readonly expected: unknown;
}

/** `[what the document says, field path, expected value]` */
export type Row = readonly [says: string, path: string, expected: unknown];

/** Facts of one document, grouped by the record that holds them. */
export function facts(document: string, records: Readonly<Record<string, readonly Row[]>>): Fact[] {
  return Object.entries(records).flatMap(([record, rows]) =>
    rows.map(([says, path, expected]) => ({ says: `${document}: ${says}`, record, path, expected })),
  );
}

/** Everything that a path leads to: no value, one, or, where it has `[]`, any number. */
export function valuesAt(record: unknown, path: string): unknown[] {
  let values: unknown[] = [record];
  for (const step of path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []) {
    values = values.flatMap((value) => take(value, step)).filter((value) => value !== undefined);
  }
  return values;
}

function take(value: unknown, step: string): unknown[] {
  if (!step.startsWith('[')) return [(value as Record<string, unknown> | null)?.[step]];
  if (!Array.isArray(value)) return [];
  const [key, wanted] = step.slice(1, -1).split('=');
  return key ? value.filter((item) => (item as Record<string, unknown>)[key] === wanted) : value;
}
