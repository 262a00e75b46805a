/** Which proposals are told of twice: those made on one occasion by one proposer to one addressee, held against one another. */
import { dayToIso, earliest, latest } from '../../dataset/dates/edtf.ts';
import type { Making } from '../../dataset/kept.ts';
import type { Overview, Reader, RecordView } from '../../dataset/reader.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { edtfIn } from './dates.ts';
import { likeness, type TellingWords, tellingWords, type WordedNames, wordedNames } from './likeness.ts';
import { once } from './once.ts';
import { lineage } from './organizations.ts';
import { listIn, mapIn, textIn, uniqueById } from './values.ts';

/** How alike titles are that mean the same. */
const SAME = 0.65;
/** How alike titles must be where type and domains are the same. */
const SAME_FIELD = 0.5;
/** Of proposals that share a word, the first ones are looked at; where more do, the word tells nothing. */
const MOST_COMPARED = 20;

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
    const proposals = reader.referrers('proposal', kind, id);
    if (proposals.length < 2 || !reader.find(kind, id)) return found;
    const views = uniqueById(proposals).filter(
      (view) => view.alone(occasionOf) === occasion && !CARRIED_ON.has(view.get('status')),
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
    const day = byDay ? view.alone(dayOf) : '';
    if (day === undefined) continue;
    const { addressee, proposers } = view.alone(partiesOf);
    for (const proposer of proposers) {
      const name = `${day} ${addressee} ${proposer}`;
      const group = groups.get(name);
      if (group) group.views.push(view);
      else groups.set(name, { proposer, addressee, views: [view] });
    }
  }
  return [...groups.values()].filter((group) => group.views.length > 1);
}

/** To whom it is addressed, and the states whose proposal it is, else the organizations or persons. */
const partiesOf: Making<{ readonly addressee: string; readonly proposers: ReadonlySet<string> }> = (get) => {
  const proposing = listIn(get('parties'))
    .map(mapIn)
    .filter(({ role }) => PROPOSING.has(role));
  return {
    addressee: textIn(mapIn(get('addressed_to')).organization) ?? '',
    proposers: new Set(
      proposing.flatMap(({ state, organization, person }) => textIn(state ?? organization ?? person) ?? []),
    ),
  };
};

/** The one day on which a proposal certainly was made. */
const dayOf: Making<string | undefined> = (get) => {
  const date = edtfIn(get('date'));
  return date && earliest(date.start) === latest(date.end) ? dayToIso(date.start.first) : undefined;
};

/** Whether two proposals certainly were made each in one year, and these are two. */
function areOfTwoYears(a: RecordView, b: RecordView): boolean {
  const [year, other] = [yearOf(a), yearOf(b)];
  return year !== undefined && other !== undefined && year !== other;
}

function yearOf(view: RecordView): string | undefined {
  const date = edtfIn(view.get('date'));
  if (!date || !Number.isFinite(earliest(date.start)) || !Number.isFinite(latest(date.end))) return undefined;
  const [first, last] = [date.start.first, date.end.last].map((day) => dayToIso(day).slice(0, 4));
  return first === last ? first : undefined;
}

/** What is compared of a proposal. */
interface Candidate {
  readonly view: RecordView;
  readonly names: readonly { readonly folded: string; readonly words: TellingWords }[];
  readonly isLatin: boolean;
  readonly type: YamlValue | undefined;
  /** Its type and its domains in one text; nothing where one of the two is missing. */
  readonly field: string | undefined;
  /** Under what it is found: its words, its names as a whole, and its field in either sort of script. */
  readonly keys: ReadonlySet<string>;
}

function candidateOf(view: RecordView, ignored: readonly WordedNames[]): Candidate {
  const type = view.get('type');
  const domains = listIn(view.get('domains')).flatMap((domain) => textIn(domain) ?? []);
  const field = typeof type === 'string' && domains.length > 0 ? `${type} ${domains.sort().join(' ')}` : undefined;
  const isLatin = /\p{Script=Latin}/u.test(view.label);
  const id = view.id.replaceAll('-', ' ');
  const names = view.foldedNames
    .filter((name) => name !== id)
    .map((folded) => ({ folded, words: tellingWords(folded, ignored) }));
  const keys = new Set<string>();
  for (const { folded, words } of names) {
    keys.add(`=${folded}`);
    for (const list of [words.subjects, words.sorts, words.numbers]) for (const word of list) keys.add(word);
  }
  if (field !== undefined) keys.add(fieldKey(field, isLatin));
  return { view, names, isLatin, type, field, keys };
}

function fieldKey(field: string, isLatin: boolean): string {
  return `${isLatin ? 'latin' : 'other'}:${field}`;
}

const namesOf = once((view: RecordView) => wordedNames(view.foldedNames));

/** Finds for each proposal of a group the first one that tells of the same. */
function pairUp(reader: Reader, { proposer, addressee, views }: Group, found: Map<string, string>): void {
  // Who is addressed and who proposes goes without saying.
  const state = reader.find('state', proposer);
  const ignored = [...lineage(reader, addressee), ...(state ? [state] : [])].map((view) => namesOf(view));
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
    for (const key of candidate.keys) {
      const known = index.get(key);
      if (known) known.push(candidate);
      else index.set(key, [candidate]);
    }
  }
  return index;
}

/** Some of the proposals that may be the same: those that share the rarest words first. */
function nearest(index: Index, candidate: Candidate): Candidate[] {
  const near = new Set<Candidate>();
  const { keys, field, isLatin } = candidate;
  const wanted = [...keys, ...(field === undefined ? [] : [fieldKey(field, !isLatin)])];
  const lists = wanted.flatMap((key) => [index.get(key) ?? []]).sort((a, b) => a.length - b.length);
  for (const list of lists) {
    for (const other of list) {
      if (near.size >= MOST_COMPARED) return [...near];
      if (other !== candidate) near.add(other);
    }
  }
  return [...near];
}

function isTwin(a: Candidate, b: Candidate): boolean {
  return (
    isAlike(a, b) && !areOfTwoBodies(a.view, b.view) && !areOfTwoYears(a.view, b.view) && !areConnected(a.view, b.view)
  );
}

function areOfTwoBodies(a: RecordView, b: RecordView): boolean {
  const [body, other] = [a, b].map((view) => mapIn(view.get('addressed_to')).body);
  return body !== undefined && other !== undefined && body !== other;
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
