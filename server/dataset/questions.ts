/** What can be asked of a dataset, each question under a key of its own, and whose answers a change makes others. */
import { type Claim, rivalsOf } from './placements/place-index.ts';
import { sameValue } from './record.ts';
import { idKey, type RecordDocument } from './record-index.ts';

/**
 * What stands for a question: a number of 30 bits, worked out from its parts. Thousands of texts would take most of the
 * memory. Two questions with one number have somebody checked in vain once in a long while; nobody is ever left out.
 */
export type Key = number;

/** FNV-1a (Fowler, Noll, Vo) over the parts, none of which holds the sign that parts them. */
function keyOf(...parts: readonly string[]): Key {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

/** What can be asked about. One question, one key; a change fires the keys whose answers it changes. */
export const key = {
  /** Which records have this id. */
  id: (id: string) => keyOf('id', idKey(id)),
  /** Which records go by this folded name. */
  name: (folded: string) => keyOf('name', folded),
  /** Which ids a kind has. */
  kind: (kind: string) => keyOf('kind', kind),
  /** Which records of a kind have a name or an id like this folded text. */
  similar: (kind: string, folded: string) => keyOf('similar', kind, folded),
  /** The value of one top-level property of a record. */
  property: (kind: string, id: string, name: string) => keyOf('property', kind, id, name),
  /** Which records had this id before. */
  former: (id: string) => keyOf('former', idKey(id)),
  /** How many documents a file has. */
  file: (uri: string) => keyOf('file', uri),
  /** What speaks against a name lying in an owner. */
  placement: (place: string, owner: string) => keyOf('placement', place, owner),
  /** What a file that holds no records has in it. */
  text: (path: string) => keyOf('text', path),
  /** Which records of a kind refer to a record. */
  referrers: (from: string, kind: string, id: string) => keyOf('referrers', from, kind, id),
  /** The value of one top-level property of any record of a kind that refers to a record. */
  column: (from: string, kind: string, id: string, name: string) => keyOf('column', from, kind, id, name),
  /** One member's part of an overview of a group. */
  part: (overview: string, subject: string, member: string) => keyOf('part', overview, subject, member),
  /** Which day counts as today. */
  today: () => keyOf('today'),
};

/** The questions asked, each once, and how often anything was asked at all. */
export class Questions extends Set<Key> {
  count = 0;
  readonly #areKept: boolean;

  /** Where nothing is going to change, questions are counted and not kept. */
  constructor(areKept: boolean) {
    super();
    this.#areKept = areKept;
  }

  /** Notes a question, given as one of {@link key} and what it is about. */
  ask<T extends readonly string[]>(question: (...about: T) => Key, ...about: T): void {
    this.count++;
    if (this.#areKept) super.add(question(...about));
  }

  /** Notes a question, whether others are kept or not. */
  override add(question: Key): this {
    this.count++;
    return super.add(question);
  }

  /** Counts a question that is known to have been asked before. */
  again(): void {
    this.count++;
  }
}

/** Stands for every owner of a name of whom no record speaks. */
export const NOBODY = '';

/** The keys of those owners of a name against whom something else speaks than before. */
export function changedPlacements(place: string, before: readonly Claim[], after: readonly Claim[]): Key[] {
  const owners = new Set([NOBODY, ...[...before, ...after].map(({ owner }) => owner)]);
  const answer = (claims: readonly Claim[], owner: string) =>
    JSON.stringify(rivalsOf(claims, owner).map(({ owner: rival, declared, example }) => [rival, declared, example]));
  return [...owners]
    .filter((owner) => answer(before, owner) !== answer(after, owner))
    .map((owner) => key.placement(place, owner));
}

/**
 * Every key whose answer may differ once `before` has given way to `after`; either may be missing. Who has read a property
 * of a record that comes or goes has asked for its id, a name, a former id or a reference first, which are among them.
 */
export function changedKeys(before: RecordDocument | undefined, after: RecordDocument | undefined): Set<Key> {
  const fired = new Set<Key>();
  const [old, now] = [before?.record, after?.record];
  const sameIdentity = old !== undefined && now !== undefined && old.kind === now.kind && old.id === now.id;
  for (const record of [old, now]) {
    if (!record || sameIdentity) continue;
    fired.add(key.kind(record.kind));
    if (record.id !== undefined) fired.add(key.id(record.id));
  }
  for (const name of difference(old?.foldedNames ?? [], now?.foldedNames ?? [])) fired.add(key.name(name));
  for (const id of difference(old?.formerIds ?? [], now?.formerIds ?? [])) fired.add(key.former(id));
  const targets = [old, now].map((record) =>
    (record?.references ?? []).map(({ kind, id }) => key.referrers(record!.kind, kind, id)),
  );
  for (const target of difference(targets[0]!, targets[1]!)) fired.add(target);
  if (sameIdentity && now.id !== undefined) {
    const targets = new Map(
      [...old.references, ...now.references].map((target) => [`${target.kind}/${target.id}`, target]),
    );
    for (const name of new Set([...Object.keys(old.value), ...Object.keys(now.value)])) {
      if (sameValue(old.value[name], now.value[name])) continue;
      fired.add(key.property(now.kind, now.id, name));
      for (const { kind, id } of targets.values()) fired.add(key.column(now.kind, kind, id, name));
    }
  }
  return fired;
}

/** What is in one list but not in both. */
function difference<T>(a: readonly T[], b: readonly T[]): Set<T> {
  const [left, right] = [new Set(a), new Set(b)];
  return new Set([...a.filter((item) => !right.has(item)), ...b.filter((item) => !left.has(item))]);
}
