/** The year that a record belongs to, by the date at which what it tells of took place or began. */
import { parseEdtf, yearOf as yearOfDate } from '../../dataset/dates/edtf.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import type { ExportDataset } from '../dataset.ts';

/** Tells the year of a record, as ISO 8601 counts years; null where no date says it. */
export type YearOf = (record: { readonly kind: string; readonly value: YamlRecord }) => number | null;

type Fields = Readonly<Record<string, YamlValue | undefined>>;

/** By kind: the dates of a record that count, the first that says a year; a meeting or a term stands for its own. */
const DATES: Readonly<
  Record<string, (fields: Fields, of: (kind: string, id: YamlValue | undefined) => number | null) => (number | null)[]>
> = {
  summit: ({ date }) => [yearIn(date)],
  proposal: ({ date, made_at, history, context }, of) => [
    yearIn(date),
    of('summit', made_at),
    ...listOf(history).map((step) => yearIn(step.date) ?? of('summit', step.summit)),
    of('chairmanship', context),
  ],
  chairmanship: ({ from, to }) => [yearIn(from), yearIn(to)],
  document: ({ adopted, signed, in_force, adopted_at }, of) => [
    yearIn(adopted),
    yearIn(signed),
    yearIn(in_force),
    of('summit', adopted_at),
  ],
  organization: ({ founded }) => [yearIn(mapOf(founded).signed), yearIn(mapOf(founded).in_force)],
  source: ({ published, updated }) => [yearIn(published), yearIn(updated)],
  state: ({ exists }) => [yearIn(mapOf(exists).from)],
};
/** The kinds that others are dated by. */
const DATING: readonly string[] = ['summit', 'chairmanship'];

/** Reads the years of meetings and terms, by which others are dated: a pass over the dataset that keeps a number for each. */
export async function yearsOf(dataset: ExportDataset): Promise<YearOf> {
  const known = new Map<string, number>();
  const of = (kind: string, id: YamlValue | undefined) => known.get(`${kind}/${String(id)}`) ?? null;
  const yearOf: YearOf = ({ kind, value }) => DATES[kind]?.(value, of).find((year) => year !== null) ?? null;
  for await (const { kind, id, value } of dataset.allRecords()) {
    const year = DATING.includes(kind) ? yearOf({ kind, value }) : null;
    if (year !== null) known.set(`${kind}/${id}`, year);
  }
  return yearOf;
}

function yearIn(value: YamlValue | undefined): number | null {
  const date = parseEdtf(mapOf(value).value ?? value, true);
  return (date && yearOfDate(date)) ?? null;
}

function mapOf(value: YamlValue | undefined): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as YamlRecord) : {};
}

function listOf(value: YamlValue | undefined): Fields[] {
  return Array.isArray(value) ? value.map(mapOf) : [];
}
