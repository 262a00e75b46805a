/** What can be counted in a dataset, by what the schemas say of its fields. */

import { parseEdtf, yearOf } from '../dataset/dates/edtf.ts';
import { type Severity, severities } from '../dataset/problem.ts';
import { hasRecord, type RecordDocument } from '../dataset/record-index.ts';
import { kinds, type Schema, schemaOf, walkTo } from '../dataset/schema.ts';
import { isTargetKey } from '../dataset/timeline/keys.ts';
import { timelineEntries } from '../dataset/timeline.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { YamlValue } from '../dataset/yaml/tree.ts';

/** A value and how many records have it. */
export interface Count {
  readonly value: string;
  readonly records: number;
}

/** How often records of a kind have which value of a choice. */
export interface ChoiceCounts {
  readonly kind: string;
  readonly field: string;
  /** Whether a record may have several at once. */
  readonly several: boolean;
  /** In the order of the schema; values that no record has are left out. */
  readonly counts: readonly Count[];
}

/** A record that others name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** How many records of the dataset name it. */
  readonly records: number;
}

export interface LongText {
  readonly kind: string;
  readonly id: string | undefined;
  /** With dots between the levels. */
  readonly field: string;
  /** In Unicode code points. */
  readonly characters: number;
}

/** The numbers of a dataset; the shape of the JSON output. */
export interface Numbers {
  readonly dataset: string | undefined;
  readonly today: string;
  readonly files: { readonly read: number; readonly unread: number; readonly withoutRecords: number };
  readonly records: number;
  readonly kinds: readonly Count[];
  /** By the year in which what they tell of is, or begins; in order. */
  readonly years: readonly { readonly year: number; readonly records: number }[];
  /** Records of which no date tells the year. */
  readonly undated: number;
  readonly choices: readonly ChoiceCounts[];
  readonly references: {
    readonly all: number;
    readonly within: number;
    readonly toRegistry: number;
    readonly unknown: number;
  };
  /** The records that are named most often, by kind; the most named first. */
  readonly named: Readonly<Record<string, readonly Named[]>>;
  readonly problems?: Readonly<Record<Severity, number>>;
  /** The rules that found something, the most frequent first. */
  readonly rules?: readonly { readonly rule: string; readonly problems: number }[];
  readonly texts: { readonly characters: number; readonly longest: readonly LongText[] };
}

export interface Counting {
  /** The files that may hold records. */
  readonly uris: readonly string[];
  readonly unread: number;
  /** How many of a kind, and how many texts, are named one by one. */
  readonly top: number;
  /** Whether the files have been checked. */
  readonly checked: boolean;
}

/** Counts everything at once. */
export function numbersOf(workspace: Workspace, counting: Counting): Numbers {
  const steps = countingSteps(workspace, counting);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Counts a little with each step, so that others can have their turn between two; what changes meanwhile may be counted or not. */
export function* countingSteps(
  workspace: Workspace,
  { uris, unread, top, checked }: Counting,
): Generator<void, Numbers> {
  const documents = uris.flatMap((uri) => workspace.documentsOf(uri));
  const records = documents.filter(hasRecord);
  const files = uris.filter((uri) => workspace.textOf(uri) !== undefined);
  const telling = new Set(
    documents.filter(({ role }) => role === 'record' || role === 'manifest').map(({ uri }) => uri),
  );
  return {
    dataset: workspace.manifest.title,
    today: workspace.today.text,
    files: { read: files.length, unread, withoutRecords: files.filter((uri) => !telling.has(uri)).length },
    records: records.length,
    kinds: ranked(tally(records.map(({ record }) => record.kind))),
    ...(yield* yearsOf(workspace, records)),
    choices: yield* choicesOf(records),
    ...(yield* referencesOf(workspace, records, top)),
    ...(checked && problemsOf(workspace, uris)),
    texts: yield* textsOf(records, top),
  };
}

function* yearsOf(
  workspace: Workspace,
  records: readonly RecordDocument[],
): Generator<void, Pick<Numbers, 'years' | 'undated'>> {
  const years = new Map<number, number>();
  let undated = 0;
  for (const document of records) {
    yield;
    const entry = timelineEntries(document, workspace.reader()).find(({ key }) => !isTargetKey(key));
    const date = parseEdtf(entry?.date.edtf, true);
    const year = date && yearOf(date);
    if (year === undefined) undated++;
    else add(years, year);
  }
  return {
    years: [...years].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, records: count })),
    undated,
  };
}

/** The fields at the top of each kind whose values, or whose entries, are chosen from a list. */
function* choicesOf(records: readonly RecordDocument[]): Generator<void, ChoiceCounts[]> {
  const choices = kinds.flatMap((kind) => choicesIn(kind));
  for (const { record } of records) {
    yield;
    for (const { kind, field, counts } of choices) {
      if (kind !== record.kind) continue;
      for (const value of new Set(textsIn(record.value[field]))) add(counts, value);
    }
  }
  return choices.flatMap(({ kind, field, several, values, counts }): ChoiceCounts[] => {
    const known = values.flatMap((value) => countOf(value, counts));
    const others = [...counts.keys()].filter((value) => !values.includes(value)).sort();
    const found = [...known, ...others.flatMap((value) => countOf(value, counts))];
    return found.length > 0 ? [{ kind, field, several, counts: found }] : [];
  });
}

function choicesIn(kind: string) {
  return [...schemaOf(kind).properties].flatMap(([field, schema]) => {
    const values = (schema.items ?? schema).values.map(({ value }) => value);
    const counts = new Map<string, number>();
    return values.length === 0 ? [] : [{ kind, field, several: schema.items !== undefined, values, counts }];
  });
}

function countOf(value: string, counts: ReadonlyMap<string, number>): Count[] {
  const records = counts.get(value);
  return records === undefined ? [] : [{ value, records }];
}

function textsIn(value: YamlValue | undefined): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

function* referencesOf(
  { dataset }: Workspace,
  records: readonly RecordDocument[],
  top: number,
): Generator<void, Pick<Numbers, 'references' | 'named'>> {
  const counts = { all: 0, within: 0, toRegistry: 0, unknown: 0 };
  const byKind = new Map<string, Map<RecordDocument, number>>();
  for (const { record } of records) {
    yield;
    const named = new Set<RecordDocument>();
    for (const { kind, id } of record.references) {
      const target = dataset.find(kind, id);
      counts.all++;
      if (!target) counts.unknown++;
      else if (dataset.isOwn(target)) counts.within++;
      else counts.toRegistry++;
      if (target) named.add(target);
    }
    for (const target of named) {
      const ofKind = byKind.get(target.record.kind) ?? new Map<RecordDocument, number>();
      byKind.set(target.record.kind, ofKind);
      add(ofKind, target);
    }
  }
  const named = kinds.flatMap((kind) => {
    const targets = [...(byKind.get(kind) ?? [])].map(([{ record }, count]) => {
      return { id: record.id ?? '', name: record.label, records: count };
    });
    targets.sort((a, b) => b.records - a.records || compare(a.id, b.id));
    return targets.length > 0 ? [[kind, targets.slice(0, top)] as const] : [];
  });
  return { references: counts, named: Object.fromEntries(named) };
}

function problemsOf(workspace: Workspace, uris: readonly string[]): Pick<Numbers, 'problems' | 'rules'> {
  const found = uris.flatMap((uri) => workspace.problemsOf(uri));
  const bySeverity = tally(found.map(({ severity }) => severity));
  const problems = Object.fromEntries(severities.map((severity) => [severity, bySeverity.get(severity) ?? 0]));
  const rules = ranked(tally(found.map(({ rule }) => rule)));
  return {
    problems: problems as Record<Severity, number>,
    rules: rules.map(({ value, records }) => ({ rule: value, problems: records })),
  };
}

/** Made once, since the walk remembers what it says of each schema. */
const isProse = (schema: Schema) =>
  schema.types.includes('string') && !schema.reference && !schema.format && schema.values.length === 0;

/** How much is written, and the longest texts, the longest first. */
function* textsOf(records: readonly RecordDocument[], top: number): Generator<void, Numbers['texts']> {
  let all = 0;
  let longest: LongText[] = [];
  /** The length of a text that is too short by now. */
  let short = -1;
  const trim = () => {
    longest = longest.sort((a, b) => b.characters - a.characters).slice(0, top);
  };
  for (const { record } of records) {
    yield;
    for (const { path, value } of walkTo(record.kind, record.value, isProse)) {
      if (typeof value !== 'string') continue;
      const characters = codePoints(value);
      all += characters;
      if (characters <= short) continue;
      longest.push({ kind: record.kind, id: record.id, field: path.join('.'), characters });
      if (longest.length < 2 * top) continue;
      trim();
      short = longest.at(-1)?.characters ?? Infinity;
    }
  }
  trim();
  return { characters: all, longest };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function tally<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) add(counts, value);
  return counts;
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The most frequent first, of equals in the order of the alphabet. */
function ranked(counts: ReadonlyMap<string, number>): Count[] {
  return [...counts]
    .map(([value, records]) => ({ value, records }))
    .sort((a, b) => b.records - a.records || compare(a.value, b.value));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
