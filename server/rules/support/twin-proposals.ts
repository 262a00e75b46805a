/** Which proposals are told of twice: those made on one occasion by one proposer to one addressee, held against one another. */
import { dayToIso, earliest, latest } from '../../dataset/edtf.ts';
import type { Overview } from '../../dataset/overview.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { YamlValue } from '../../dataset/yaml-tree.ts';
import { dateIn } from './dates.ts';
import { finderOf, likeness, type TellingWords, tellingWords } from './likeness.ts';
import { lineage } from './organizations.ts';
import { listIn, mapIn, textIn, uniqueById } from './values.ts';

/** How alike titles are that mean the same. */
const SAME = 0.65;
/** How alike titles must be where type and domains are the same. */
const SAME_FIELD = 0.5;
/** Of proposals that share a word, the first ones are looked at; where more do, the word tells nothing. */
const MOST_COMPARED = 50;

/** Roles in which a party's proposal it is. */
const PROPOSING = new Set<unknown>([undefined, 'proposer', 'co-sponsor', 'announcer']);
/** Statuses that say themselves that another record carries on. */
const CARRIED_ON = new Set<unknown>(['merged', 'superseded']);

/**
 * What proposals may have been made on together, as `kind/id` of the record that they all refer to: the meeting, else the
 * chairmanship, else (on one day) the addressee.
 */
export function occasionOf(property: (name: string) => YamlValue | undefined): string | undefined {
  const meeting = property('made_at');
  if (meeting !== undefined) return named('summit', meeting);
  const context = property('context');
  if (context !== undefined) return named('chairmanship', context);
  return named('organization', mapIn(property('addressed_to')).organization);
}

function named(kind: string, id: YamlValue | undefined): string | undefined {
  const text = textIn(id);
  return text === undefined ? undefined : `${kind}/${text}`;
}

/** For each proposal made on an occasion another record of it, if there is one. */
export const twins: Overview<string> = {
  name: 'duplicate-proposal',
  derive(occasion, reader) {
    const [kind, id] = [occasion.slice(0, occasion.indexOf('/')), occasion.slice(occasion.indexOf('/') + 1)];
    const found = new Map<string, string>();
    if (!reader.find(kind, id)) return found;
    const views = uniqueById(reader.referrers('proposal', kind, id)).filter(
      (view) => occasionOf((name) => view.get(name)) === occasion && !CARRIED_ON.has(view.get('status')),
    );
    for (const group of groupsOf(views, kind === 'organization')) pairUp(reader, group, found);
    return found;
  },
};

/** Proposals of one proposer to one addressee. */
interface Group {
  readonly proposer: string;
  readonly addressee: string;
  readonly views: RecordView[];
}

/** Groups with more than one proposal; a proposal of two states is in two. */
function groupsOf(views: readonly RecordView[], byDay: boolean): Group[] {
  const groups = new Map<string, Group>();
  if (views.length < 2) return [];
  for (const view of views) {
    const day = byDay ? dayOf(view) : '';
    if (day === undefined) continue;
    const addressee = textIn(mapIn(view.get('addressed_to')).organization) ?? '';
    for (const proposer of proposersOf(view)) {
      const name = `${day} ${addressee} ${proposer}`;
      const group = groups.get(name);
      if (group) group.views.push(view);
      else groups.set(name, { proposer, addressee, views: [view] });
    }
  }
  return [...groups.values()].filter((group) => group.views.length > 1);
}

/** The states whose proposal it is, else the organizations or persons. */
function proposersOf(view: RecordView): Set<string> {
  const parties = listIn(view.get('parties')).map(mapIn);
  const proposing = parties.filter(({ role }) => PROPOSING.has(role));
  return new Set(proposing.flatMap(({ state, organization, person }) => textIn(state ?? organization ?? person) ?? []));
}

/** The one day on which a proposal certainly was made. */
function dayOf(view: RecordView): string | undefined {
  const date = dateIn(view.get('date'), [])?.date;
  return date && earliest(date.start) === latest(date.end) ? dayToIso(date.start.first) : undefined;
}

/** The one year in which a proposal certainly was made. */
function yearOf(view: RecordView): string | undefined {
  const date = dateIn(view.get('date'), [])?.date;
  const [first, last] = date ? [earliest(date.start), latest(date.end)] : [];
  if (!Number.isFinite(first) || !Number.isFinite(last)) return undefined;
  const year = dayToIso(first!).slice(0, 4);
  return year === dayToIso(last!).slice(0, 4) ? year : undefined;
}

/** What is compared of a proposal. */
interface Candidate {
  readonly view: RecordView;
  readonly names: readonly { readonly folded: string; readonly words: TellingWords }[];
  readonly isLatin: boolean;
  readonly year: string | undefined;
  readonly body: YamlValue | undefined;
  readonly type: YamlValue | undefined;
  /** Its type and its domains in one text; nothing where one of the two is missing. */
  readonly field: string | undefined;
}

function candidateOf(view: RecordView, ignored: RegExp | undefined): Candidate {
  const type = view.get('type');
  const domains = listIn(view.get('domains'))
    .flatMap((domain) => textIn(domain) ?? [])
    .sort();
  const id = view.id.replaceAll('-', ' ');
  return {
    view,
    names: view.foldedNames
      .filter((name) => name !== id)
      .map((folded) => ({ folded, words: tellingWords(folded, ignored) })),
    isLatin: /\p{Script=Latin}/u.test(view.label),
    year: yearOf(view),
    body: mapIn(view.get('addressed_to')).body,
    type,
    field: typeof type === 'string' && domains.length > 0 ? `${type} ${domains.join(' ')}` : undefined,
  };
}

/** Finds for each proposal of a group the first one that tells of the same. */
function pairUp(reader: Reader, { proposer, addressee, views }: Group, found: Map<string, string>): void {
  const known = [...lineage(reader, addressee), reader.find('state', proposer)];
  const ignored = finderOf(known.flatMap((view) => view?.foldedNames ?? []));
  const candidates = views.map((view) => candidateOf(view, ignored));
  const index = indexOf(candidates);
  for (const candidate of candidates) {
    const { id } = candidate.view;
    if (found.has(id)) continue;
    const twin = nearest(index, candidate).find((other) => isTwin(candidate, other))?.view.id;
    if (twin === undefined) continue;
    found.set(id, twin);
    if (!found.has(twin)) found.set(twin, id);
  }
}

type Index = ReadonlyMap<string, readonly Candidate[]>;

function indexOf(candidates: readonly Candidate[]): Index {
  const index = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const known = index.get(key);
      if (known) known.push(candidate);
      else index.set(key, [candidate]);
    }
  }
  return index;
}

/** Under what a proposal is found: its words, its names as a whole, and its field in either sort of script. */
function keysOf({ names, field, isLatin }: Candidate): Set<string> {
  const keys = new Set(
    names.flatMap(({ folded, words }) => [`=${folded}`, ...words.subjects, ...words.sorts, ...words.numbers]),
  );
  return field === undefined ? keys : keys.add(fieldKey(field, isLatin));
}

function fieldKey(field: string, isLatin: boolean): string {
  return `${isLatin ? 'latin' : 'other'}:${field}`;
}

/** Some of the proposals that may be the same: those that share the rarest words first. */
function nearest(index: Index, candidate: Candidate): Candidate[] {
  const near = new Set<Candidate>();
  const { field, isLatin } = candidate;
  const keys = [...keysOf(candidate), ...(field === undefined ? [] : [fieldKey(field, !isLatin)])];
  const lists = keys.map((key) => index.get(key) ?? []).sort((a, b) => a.length - b.length);
  for (const list of lists) {
    for (const other of list) {
      if (near.size >= MOST_COMPARED) return [...near];
      if (other !== candidate) near.add(other);
    }
  }
  return [...near];
}

function isTwin(a: Candidate, b: Candidate): boolean {
  const differ = (one: YamlValue | undefined, other: YamlValue | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  if (differ(a.year, b.year) || differ(a.body, b.body)) return false;
  return isAlike(a, b) && !areConnected(a.view, b.view);
}

function isAlike(a: Candidate, b: Candidate): boolean {
  let likest = 0;
  for (const name of a.names) {
    for (const other of b.names) {
      if (name.folded === other.folded) return true;
      likest = Math.max(likest, likeness(name.words, other.words));
    }
  }
  if (likest === 1 || (a.type === b.type && likest >= SAME)) return true;
  // Words of two languages cannot be compared.
  return a.field !== undefined && a.field === b.field && (likest >= SAME_FIELD || a.isLatin !== b.isLatin);
}

/** Whether two proposals know of each other, or are parts of one. */
function areConnected(a: RecordView, b: RecordView): boolean {
  const [relations, others] = [relationsOf(a), relationsOf(b)];
  if (relations.some(({ proposal }) => proposal === b.id) || others.some(({ proposal }) => proposal === a.id))
    return true;
  const wholes = new Set(
    relations.flatMap(({ type, proposal }) => (type === 'part-of' ? (textIn(proposal) ?? []) : [])),
  );
  return others.some(
    ({ type, proposal }) => type === 'part-of' && typeof proposal === 'string' && wholes.has(proposal),
  );
}

function relationsOf(view: RecordView) {
  return listIn(view.get('relations')).map(mapIn);
}
