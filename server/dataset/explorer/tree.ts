/** A dataset as a tree of records: below their organizations and meetings, or by state, domain, status or year; whole, or as far as a search goes. */
import type { EdtfDate } from '../dates/edtf.ts';
import { searchRecords } from '../names/symbol-search.ts';
import type { RecordDocument } from '../record-index.ts';
import { capitalised, choiceInWords } from '../timeline/words.ts';
import type { Workspace } from '../workspace.ts';
import {
  type Branch,
  branchesFor,
  byName,
  kindBranch,
  type Order,
  recordBranch,
  runsByKind,
  timeBranch,
  yearOf,
} from './branch.ts';
import { Entries } from './entries.ts';
import { dateOf, type Entry, isGrouped, type Purpose, type Value, valuesOf } from './entry.ts';
import { nameFor } from './entry-name.ts';
import { isTopmost, parentsAmong } from './parents.ts';

/** What a tree is arranged by. */
export type Grouping = 'organization' | 'state' | 'domain' | 'status' | 'year';

/** How many records stand in a branch, and what is wrong with them and with the record that the branch is. */
export interface Totals {
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface TreeOptions {
  readonly grouping: Grouping;
  /** What is searched for; empty for nothing. */
  readonly query?: string;
  /** True where problems are not to be shown. */
  readonly isSilent?: boolean;
  /** Records of texts that are broken right now, as they were before. */
  readonly lost?: Iterable<RecordDocument>;
}

/** So many records that are found are more than anybody looks through. */
const MOST_FOUND = 1000;
/** More records than this that stand one below the other are more than anybody opens. */
const DEEPEST = 1000;

const PURPOSES: Readonly<Record<Grouping, Purpose>> = {
  organization: 'under',
  state: 'state',
  domain: 'domain',
  status: 'status',
  year: 'date',
};

/** Whether a tree can be arranged by that. */
export function isGrouping(value: string): value is Grouping {
  return Object.hasOwn(PURPOSES, value);
}

/** The tree as of now: made anew when the dataset has changed, from what is known of each record. */
export class Tree {
  readonly entries: Entries;
  /** How many records the search has found; `undefined` where nothing is searched for. */
  readonly found: number | undefined;
  /** Whether there are more that answer the search. */
  readonly isCut: boolean = false;
  readonly #members = new Map<Entry, Entry[]>();
  readonly #parents: ReadonlyMap<Entry, Entry>;
  readonly #totals = new Map<Entry, Totals>();
  readonly #dates = new Map<Entry, EdtfDate | undefined>();
  readonly #children = new Map<Branch, readonly Branch[]>();
  readonly #purpose: Purpose;
  /** Those that are shown: all, or what has been found. */
  readonly #shown: readonly Entry[];
  readonly #order: Order;
  #roots: readonly Branch[] | undefined;

  private constructor(entries: Entries, parents: ReadonlyMap<Entry, Entry>, { grouping, query = '' }: TreeOptions) {
    this.entries = entries;
    this.#purpose = PURPOSES[grouping];
    this.#parents = parents;
    this.#order = {
      dateOf: (entry) => this.dateOf(entry),
      nameOf: (entry) => this.nameOf(entry),
      membersOf: (entry) => this.#members.get(entry) ?? [],
    };
    this.#shown = entries.own;
    if (query.trim() !== '') {
      const documents = [entries.own, entries.shipped].map((all) => all.map(({ document }) => document));
      const hits = searchRecords(documents[0]!, documents[1]!, query, MOST_FOUND + 1);
      const found = new Set(hits.slice(0, MOST_FOUND).map(({ document }) => document));
      this.#shown = [...entries.own, ...entries.shipped].filter(({ document }) => found.has(document));
      this.found = found.size;
      this.isCut = hits.length > MOST_FOUND;
    }
    if (this.#purpose === 'under') this.#putBelow();
  }

  /** Makes a tree in small steps, between which others may have their turn as long as they leave the dataset as it is. */
  static *making(workspace: Workspace, options: TreeOptions): Generator<void, Tree> {
    const entries = new Entries(workspace);
    yield* entries.read(options.lost ?? [], options.isSilent);
    const isNested = PURPOSES[options.grouping] === 'under';
    const parents = isNested ? yield* parentsAmong(entries) : new Map<Entry, Entry>();
    const tree = new Tree(entries, parents, options);
    if (PURPOSES[options.grouping] !== 'date') return tree;
    for (const entry of entries.own) {
      tree.dateOf(entry);
      yield;
    }
    return tree;
  }

  /** Makes a tree at once. */
  static of(workspace: Workspace, options: TreeOptions): Tree {
    const making = Tree.making(workspace, options);
    for (;;) {
      const { done, value } = making.next();
      if (done) return value;
    }
  }

  /** The topmost branches. */
  get roots(): readonly Branch[] {
    this.#roots ??= this.#purpose === 'under' ? this.#topmost() : this.#grouped();
    return this.#roots;
  }

  /** The branches directly below one. */
  childrenOf(branch: Branch): readonly Branch[] {
    let children = this.#children.get(branch);
    if (!children) {
      children = branchesFor(branch.members, this.#order, branch.split);
      this.#children.set(branch, children);
    }
    return children;
  }

  /** The branch at the end of a way of steps from the top; `undefined` where it leads nowhere (any more). */
  at(path: readonly string[]): Branch | undefined {
    let found: Branch | undefined;
    for (const step of path) {
      found = (found ? this.childrenOf(found) : this.roots).find((branch) => branch.step === step);
      if (!found) return undefined;
    }
    return found;
  }

  /** The way from the top to the first place of a record; empty where it is not in the tree, or too deep. */
  wayTo(kind: string, id: string): Branch[] {
    const entry = this.entries.find(kind, id);
    const line = entry && this.#lineOf(entry);
    return line && line.size <= DEEPEST ? (this.#search(this.roots, entry, line) ?? []) : [];
  }

  /** The records that one stands below, and itself: what does not hold one of these need not be looked into. */
  #lineOf(entry: Entry): ReadonlySet<Entry> {
    const line = new Set<Entry>();
    for (let each: Entry | undefined = entry; each; each = this.#parents.get(each)) line.add(each);
    return line;
  }

  #search(among: readonly Branch[], entry: Entry, line: ReadonlySet<Entry>): Branch[] | undefined {
    for (const branch of among) {
      if (branch.entry === entry) return [branch];
      const mayHold = branch.entry ? line.has(branch.entry) || branch.members.includes(entry) : true;
      if (!mayHold || !branch.members.some((member) => line.has(member))) continue;
      const rest = this.#search(this.childrenOf(branch), entry, line);
      if (rest) return [branch, ...rest];
    }
    return undefined;
  }

  /** What stands in a branch. */
  totalsOf({ entry, members }: Branch): Totals {
    if (entry && this.#purpose === 'under') return this.#totalsOf(entry);
    const totals = { records: 0, errors: entry?.errors ?? 0, warnings: entry?.warnings ?? 0 };
    for (const member of members) {
      const { records, errors, warnings } = this.#totalsOf(member);
      totals.records += records + (member.isOwn ? 1 : 0);
      totals.errors += errors;
      totals.warnings += warnings;
    }
    return totals;
  }

  #totalsOf(entry: Entry): Totals {
    const known = this.#totals.get(entry);
    if (known) return known;
    // Records may stand deeper below each other than functions may call themselves: the lowest are counted first.
    const all = [entry];
    for (const each of all) for (const member of this.#members.get(each) ?? []) all.push(member);
    for (const each of all.reverse()) {
      const sum = { records: 0, errors: each.errors, warnings: each.warnings };
      for (const member of this.#members.get(each) ?? []) {
        const below = this.#totals.get(member)!;
        sum.records += below.records + (member.isOwn ? 1 : 0);
        sum.errors += below.errors;
        sum.warnings += below.warnings;
      }
      this.#totals.set(each, sum);
    }
    return this.#totals.get(entry)!;
  }

  /** The day of a record, or the time within which it was. */
  dateOf(entry: Entry): EdtfDate | undefined {
    if (!this.#dates.has(entry)) this.#dates.set(entry, dateOf(entry.document.record, this.#find));
    return this.#dates.get(entry);
  }

  /** What a record is called. */
  nameOf(entry: Entry): string {
    return nameFor(entry.document.record, this.#find, this.#parents.get(entry)?.document.record);
  }

  readonly #find = (kind: string, id: string): RecordDocument | undefined => this.entries.find(kind, id)?.document;

  /** Puts what is shown, and everything that it stands below, below its parents. */
  #putBelow(): void {
    const placed = new Set<Entry>();
    for (const shown of this.#shown) {
      for (let entry: Entry | undefined = shown; entry && !placed.has(entry); entry = this.#parents.get(entry)) {
        placed.add(entry);
        const parent = this.#parents.get(entry);
        if (!parent) continue;
        const members = this.#members.get(parent);
        if (members) members.push(entry);
        else this.#members.set(parent, [entry]);
      }
    }
    for (const entry of placed) if (!this.#parents.has(entry)) this.#tops.push(entry);
  }

  readonly #tops: Entry[] = [];

  /** Those that stand below nothing: of a kind that can stand at the top side by side, the others by kind. */
  #topmost(): Branch[] {
    const tops = this.#tops.filter(({ document }) => isTopmost(document.record.kind));
    const astray = this.#tops.filter(
      ({ document: { record } }) => !isTopmost(record.kind) && isGrouped(record.kind, 'under'),
    );
    const others = this.#tops.filter(({ document: { record } }) => !isGrouped(record.kind, 'under'));
    const shown = tops.map((entry) => recordBranch(entry, this.#order)).sort((a, b) => byName(a.label, b.label));
    return [...shown, ...noneBranch(astray), ...runsByKind(others).map(([kind, run]) => kindBranch(kind, run))];
  }

  #grouped(): Branch[] {
    const purpose = this.#purpose;
    const groups = new Map<string, { readonly value: Value | undefined; readonly members: Entry[] }>();
    const none: Entry[] = [];
    const others: Entry[] = [];
    for (const entry of this.#shown) {
      const { record } = entry.document;
      if (!isGrouped(record.kind, purpose)) {
        others.push(entry);
        continue;
      }
      const values = purpose === 'date' ? this.#yearOf(entry) : valuesOf(record, purpose);
      if (values.length === 0) none.push(entry);
      for (const value of values) {
        const text = typeof value === 'string' ? value : value.text;
        const group = groups.get(text);
        if (group) group.members.push(entry);
        else groups.set(text, { value: typeof value === 'string' ? undefined : value, members: [entry] });
      }
    }
    const branches = [...groups].map(([text, { value, members }]) => this.#group(text, value, members));
    const apart = new Set(branches.map(({ entry }) => entry));
    return [
      ...this.#sorted(branches, groups),
      ...noneBranch(none),
      ...runsByKind(others.filter((entry) => !apart.has(entry))).map(([kind, run]) => kindBranch(kind, run)),
    ];
  }

  #yearOf(entry: Entry): string[] {
    const year = yearOf(this.dateOf(entry));
    return year === undefined ? [] : [year];
  }

  #group(text: string, value: Value | undefined, members: Entry[]): Branch {
    if (!value) return timeBranch('year', text, members, 'not');
    const entry = value.kind === undefined ? undefined : this.entries.find(value.kind, text);
    if (entry) return { ...recordBranch(entry, this.#order), members };
    const label = value.kind === undefined ? capitalised(choiceInWords(text)) : text;
    return { type: 'value', step: `value:${text}`, label, members, split: 'not' };
  }

  /** Years the newest first, choices of one field as its schema has them, everything else by name. */
  #sorted(branches: Branch[], groups: ReadonlyMap<string, { readonly value: Value | undefined }>): Branch[] {
    if (this.#purpose === 'date') return branches.sort((a, b) => Number(b.label) - Number(a.label));
    if (this.#purpose !== 'status') return branches.sort((a, b) => byName(a.label, b.label));
    const places = new Map([...groups].map(([text, { value }]) => [`value:${text}`, placeIn(text, value)]));
    return branches.sort((a, b) => places.get(a.step)! - places.get(b.step)! || byName(a.label, b.label));
  }
}

/** Where a choice stands among those of its field; one that is none comes last. */
function placeIn(text: string, value: Value | undefined): number {
  const at = value?.schema.values.findIndex((choice) => choice.value === text) ?? -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

function noneBranch(members: readonly Entry[]): Branch[] {
  return members.length > 0 ? [{ type: 'none', step: 'none', label: '', members, split: 'not' }] : [];
}
