/** Who says what something lies in, and whose word counts more: cities in states, over a whole set of records. */

import type { DatasetRecord } from '../record.ts';
import type { Path } from '../yaml/tree.ts';
import { type Placement, placeKey } from './placement.ts';

/** Whatever holds a record. */
interface Holder {
  readonly record: Pick<DatasetRecord, 'kind' | 'id' | 'placements'>;
}

/** What is said of a name: that it lies in an owner. */
export interface Claim {
  readonly owner: string;
  /** Whether the owner's own record says so. */
  readonly declared: boolean;
  /** How many records say so. */
  readonly count: number;
  /** The first that does, by kind and id, and the path in it. */
  readonly example: { readonly kind: string; readonly id: string; readonly path: Path };
}

/** A record that says that something lies in an owner. */
interface Witness<T> {
  readonly document: T;
  readonly path: Path;
  readonly declared: boolean;
  /** Owners' own records come first, then all by kind, id and path, which no edit elsewhere changes. */
  readonly rank: string;
}

interface Witnesses<T> {
  readonly all: Map<T, Witness<T>>;
  /** The first by rank, until it is gone. */
  first: Witness<T> | undefined;
}

/** All placements of a set of documents by name, each owner with its witnesses. Records without an id bear no witness. */
export class PlaceIndex<T extends Holder> {
  readonly #owners = new Map<string, Map<string, Witnesses<T>>>();

  add(document: T): void {
    if (document.record.id === undefined) return;
    for (const placement of document.record.placements) {
      const owners = entry(this.#owners, placeKey(placement), () => new Map<string, Witnesses<T>>());
      const witnesses = entry<string, Witnesses<T>>(owners, placement.owner, () => ({
        all: new Map(),
        first: undefined,
      }));
      if (witnesses.all.has(document)) continue;
      const witness = witnessOf(document, placement);
      const { all, first } = witnesses;
      if (all.size === 0 || (first && witness.rank < first.rank)) witnesses.first = witness;
      all.set(document, witness);
    }
  }

  remove(document: T): void {
    for (const placement of document.record.placements) {
      const key = placeKey(placement);
      const owners = this.#owners.get(key);
      const witnesses = owners?.get(placement.owner);
      if (!owners || !witnesses?.all.delete(document)) continue;
      if (witnesses.first?.document === document) witnesses.first = undefined;
      if (witnesses.all.size === 0) owners.delete(placement.owner);
      if (owners.size === 0) this.#owners.delete(key);
    }
  }

  /** What is said of a name, one claim an owner. */
  claims(key: string): Claim[] {
    return [...(this.#owners.get(key) ?? [])].map(([owner, witnesses]) => {
      witnesses.first ??= firstOf([...witnesses.all.values()]);
      return claimOf(owner, witnesses.first, witnesses.all.size);
    });
  }

  /** What some of the documents say of a name; each of those that say anything is looked at. */
  claimsAmong(key: string, isMeant: (document: T) => boolean): Claim[] {
    return [...(this.#owners.get(key) ?? [])].flatMap(([owner, { all }]) => {
      const meant = [...all.values()].filter(({ document }) => isMeant(document));
      return meant.length > 0 ? [claimOf(owner, firstOf(meant), meant.length)] : [];
    });
  }
}

/** Claims of two sets of documents as those of one. */
export function mergeClaims(claims: readonly Claim[], others: readonly Claim[]): Claim[] {
  const merged = new Map(claims.map((claim) => [claim.owner, claim]));
  for (const other of others) {
    const known = merged.get(other.owner);
    const isKnownBetter = known !== undefined && (known.declared || !other.declared);
    const better = isKnownBetter ? known : other;
    merged.set(other.owner, { ...better, count: (known?.count ?? 0) + other.count });
  }
  return [...merged.values()];
}

/**
 * Which claims speak against an owner: where the records of owners themselves tell, theirs; else those of as many
 * records or more. None: nothing is known against it.
 */
export function rivalsOf(claims: readonly Claim[], owner: string): Claim[] {
  const own = claims.find((claim) => claim.owner === owner);
  if (own?.declared) return [];
  const declared = claims.filter((claim) => claim.declared);
  const most = Math.max(...claims.map(({ count }) => count));
  const leading = declared.length > 0 ? declared : claims.filter(({ count }) => count === most);
  return leading.filter((claim) => claim !== own).sort((a, b) => (a.owner < b.owner ? -1 : 1));
}

function claimOf(owner: string, { document: { record }, path, declared }: Witness<Holder>, count: number): Claim {
  return { owner, declared, count, example: { kind: record.kind, id: record.id!, path } };
}

function witnessOf<T extends Holder>(document: T, { path, ownerPath }: Placement): Witness<T> {
  const { kind, id } = document.record;
  const declared = ownerPath === undefined;
  return { document, path, declared, rank: [declared ? 0 : 1, kind, id, ...path].join(' ') };
}

function firstOf<T>(witnesses: readonly Witness<T>[]): Witness<T> {
  return witnesses.reduce((first, witness) => (witness.rank < first.rank ? witness : first));
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
