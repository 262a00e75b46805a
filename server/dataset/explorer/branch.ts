/** The branches of a tree of records: records, and groups of them, in the order in which they are shown. */
import { modelWord } from '../../../l10n/language.ts';
import { dayToIso, type EdtfDate, knownSide, monthInWords, yearOf as yearOfDate } from '../dates/edtf.ts';
import { kinds, schemaOf } from '../schema.ts';
import { capitalised } from '../timeline/words.ts';
import type { Entry } from './entry.ts';

/**
 * What a branch is: a record; a value of a field that records have in common; those that have none, or lead nowhere; the
 * records of a kind; those of a year, of a month, or of a first letter.
 */
export type BranchType = 'record' | 'value' | 'none' | 'kind' | 'year' | 'month' | 'letter';

/** A record with what stands below it, or a group. */
export interface Branch {
  readonly type: BranchType;
  /** Tells it from its siblings, whatever happens to these. */
  readonly step: string;
  /** What a group is called; for a record see `entry`. */
  readonly label: string;
  /** The record, of those that are one. */
  readonly entry?: Entry;
  /** What stands below, in no order. */
  readonly members: readonly Entry[];
  /** By what the members have been split already. */
  readonly split: Split;
}

/** How far records of a branch have been told apart. */
export type Split = 'not' | 'kind' | 'year' | 'month' | 'letter';

/** How records are put in order. */
export interface Order {
  readonly dateOf: (entry: Entry) => EdtfDate | undefined;
  readonly nameOf: (entry: Entry) => string;
  readonly membersOf: (entry: Entry) => readonly Entry[];
}

/** So many records of all kinds stand side by side; of more, each kind but the first has a branch of its own. */
const FEW = 10;
/** More records of one kind than this are told apart by year or by name. */
const MANY = 100;
/** Those that others stand below come first, and what happens before what is written. A new kind comes after these. */
const FIRST_KINDS = ['summit', 'chairmanship', 'proposal', 'document', 'organization'];

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Compares names as people of most languages would look for them. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}

/** What the records of a kind are called together. */
export function kindName(kind: string): string {
  return capitalised(modelWord(schemaOf(kind).folder ?? kind));
}

/** Kinds in the order in which their records are shown. */
export const kindOrder: readonly string[] = [
  ...FIRST_KINDS.filter((kind) => kinds.includes(kind)),
  ...kinds.filter((kind) => !FIRST_KINDS.includes(kind)),
];

/** The branches for some records; `split` says what they have been told apart by so far. */
export function branchesFor(entries: readonly Entry[], order: Order, split: Split = 'not'): Branch[] {
  if (split !== 'not') return withinKind(entries, order, split);
  const runs = runsByKind(entries);
  const areFew = entries.length <= FEW || runs.length === 1;
  return runs.flatMap(([kind, run], at): Branch[] => {
    if (areFew || at === 0) return withinKind(run, order, 'kind');
    return [kindBranch(kind, run)];
  });
}

/** The branch with all records of a kind. */
export function kindBranch(kind: string, members: readonly Entry[]): Branch {
  return { type: 'kind', step: `kind:${kind}`, label: kindName(kind), members, split: 'kind' };
}

/** The branch of a record. */
export function recordBranch(entry: Entry, { nameOf, membersOf }: Order): Branch {
  return { type: 'record', step: entry.step, label: nameOf(entry), entry, members: membersOf(entry), split: 'not' };
}

/** Records by kind, in the order of kinds. */
export function runsByKind(entries: readonly Entry[]): [kind: string, run: Entry[]][] {
  const runs = new Map<string, Entry[]>(kindOrder.map((kind) => [kind, []]));
  for (const entry of entries) runs.get(entry.document.record.kind)!.push(entry);
  return [...runs].filter(([, run]) => run.length > 0);
}

/** Records of one kind: all of them side by side, or where these are many by year, then by month, or by first letter. */
function withinKind(run: readonly Entry[], order: Order, split: Split): Branch[] {
  if (run.length > MANY && split === 'kind' && run.some((entry) => yearOf(order.dateOf(entry)))) {
    return byTime(run, order, 'year', (date) => yearOf(date));
  }
  if (run.length > MANY && split === 'year') return byTime(run, order, 'month', (date) => monthOf(date));
  if (run.length > MANY && split !== 'letter') return byLetter(run, order);
  return inOrder(run, order).map((entry) => recordBranch(entry, order));
}

/** The newest first, and those without a time last. */
function byTime(
  run: readonly Entry[],
  order: Order,
  type: 'year' | 'month',
  timeOf: (date: EdtfDate | undefined) => string | undefined,
): Branch[] {
  const groups = new Map<string, Entry[]>();
  const rest: Entry[] = [];
  for (const entry of run) {
    const time = timeOf(order.dateOf(entry));
    if (time === undefined) rest.push(entry);
    else if (groups.has(time)) groups.get(time)!.push(entry);
    else groups.set(time, [entry]);
  }
  // Where all are of one time it tells nothing apart.
  if (groups.size === 0 || (groups.size === 1 && rest.length === 0)) return withinKind(run, order, type);
  const branches = [...groups]
    .sort(([a], [b]) => Number(b.replace('-', '')) - Number(a.replace('-', '')))
    .map(([time, members]): Branch => timeBranch(type, time, members));
  if (type === 'month') return [...branches, ...withinKind(rest, order, 'month')];
  if (rest.length === 0) return branches;
  return [...branches, { type: 'none', step: `none:${type}`, label: '', members: rest, split: 'month' }];
}

/** The branch of a year or of a month. */
export function timeBranch(
  type: 'year' | 'month',
  time: string,
  members: readonly Entry[],
  split: Split = type,
): Branch {
  const label = type === 'year' ? time : monthInWords(Number(time.slice(0, -3)), Number(time.slice(-2)));
  return { type, step: `${type}:${time}`, label, members, split };
}

function byLetter(run: readonly Entry[], order: Order): Branch[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of run) {
    const letter = firstLetter(order.nameOf(entry));
    const members = groups.get(letter);
    if (members) members.push(entry);
    else groups.set(letter, [entry]);
  }
  return [...groups]
    .sort(([a], [b]) => byName(a, b))
    .map(([letter, members]) => ({
      type: 'letter',
      step: `letter:${letter}`,
      label: letter,
      members,
      split: 'letter',
    }));
}

/** The first letter or digit of a name without its accents, so that Ö stands with O; `…` where there is none. */
function firstLetter(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name.normalize('NFD'))?.[0].toUpperCase() ?? '…';
}

/** The newest first, those without a date after them by name. */
function inOrder(run: readonly Entry[], order: Order): Entry[] {
  const keyed = run.map((entry) => ({ entry, day: dayOf(order.dateOf(entry)), name: order.nameOf(entry) }));
  keyed.sort(
    (a, b) =>
      (a.day === b.day ? 0 : b.day - a.day) ||
      byName(a.name, b.name) ||
      (a.entry.step < b.entry.step ? -1 : Number(a.entry.step > b.entry.step)),
  );
  return keyed.map(({ entry }) => entry);
}

/** The first day that a date can be; of one open to the past the last. */
function dayOf(date: EdtfDate | undefined): number {
  if (!date) return -Infinity;
  return Number.isFinite(date.start.first) ? date.start.first : date.end.last;
}

/** The year of a date, if it has four digits; beyond them nothing is told apart by year. */
export function yearOf(date: EdtfDate | undefined): string | undefined {
  const year = date && yearOfDate(date);
  return year !== undefined && year >= 0 && year <= 9999 ? String(year).padStart(4, '0') : undefined;
}

function monthOf(date: EdtfDate | undefined): string | undefined {
  if (!date || yearOf(date) === undefined) return undefined;
  const { first, last } = knownSide(date);
  const month = dayToIso(first).slice(0, -3);
  return month === dayToIso(last).slice(0, -3) ? month : undefined;
}
