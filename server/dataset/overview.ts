/** What many documents want to know of one large group, worked out once for all of them: the terms of a chair, the numbers of a series. */
import { type Key, key } from './questions.ts';
import { sameValue } from './record.ts';
import type { YamlValue } from './yaml/tree.ts';

/** Whoever is asked, and remembers what. */
interface Asked {
  readonly asked: ReadonlySet<Key>;
}

/** How a group's parts are worked out, with a reader of the dataset. */
export interface Derivation<T extends YamlValue, R extends Asked> {
  readonly name: string;
  /**
   * @param subject what the group is about, such as the id of an organization
   * @param memory what the derivation has put there the last time, for itself alone; the parts must not depend on it
   */
  readonly derive: (subject: string, reader: R, memory: Map<string, unknown>) => ReadonlyMap<string, T>;
}

interface Entry<R extends Asked> {
  readonly overview: Derivation<YamlValue, R>;
  readonly subject: string;
  readonly memory: Map<string, unknown>;
  parts: ReadonlyMap<string, YamlValue>;
  asked: ReadonlySet<Key>;
}

/** Keeps overviews until an answer that they were derived from changes. */
export class Overviews<R extends Asked> {
  readonly #entries = new Map<string, Entry<R>>();
  readonly #askers = new Map<Key, Set<Entry<R>>>();
  readonly #stale = new Set<Entry<R>>();
  #changed = new Set<Key>();

  /** One member's part; derived now where nobody has asked for the group yet. */
  part<T extends YamlValue>(
    overview: Derivation<T, R>,
    subject: string,
    member: string,
    makeReader: () => R,
  ): T | undefined {
    const name = `${overview.name}/${subject}`;
    let entry = this.#entries.get(name);
    if (!entry || this.#stale.has(entry)) {
      const isNew = entry === undefined;
      entry ??= { overview, subject, memory: new Map(), parts: new Map(), asked: new Set() };
      this.#entries.set(name, entry);
      const before = entry.parts;
      this.#derive(entry, makeReader());
      // Nobody has seen a part of one that is new.
      if (!isNew) this.#compare(entry, before);
    }
    return entry.parts.get(member) as T | undefined;
  }

  /** Remembers which overviews an answer that has changed concerns. */
  fire(keys: Iterable<Key>): void {
    for (const key of keys) for (const entry of this.#askers.get(key) ?? []) this.#stale.add(entry);
  }

  /** Derives again what is out of date. @returns the keys of all parts that have changed by it */
  settle(makeReader: () => R): Set<Key> {
    const changed = this.#changed;
    // One overview may read another, and is added to the set while it is walked.
    for (const entry of this.#stale) {
      const before = entry.parts;
      this.#derive(entry, makeReader());
      this.#compare(entry, before);
    }
    this.#changed = new Set();
    return changed;
  }

  /** Forgets them all. */
  clear(): void {
    for (const known of [this.#entries, this.#askers, this.#stale, this.#changed]) known.clear();
  }

  #derive(entry: Entry<R>, reader: R): void {
    this.#stale.delete(entry);
    entry.parts = entry.overview.derive(entry.subject, reader, entry.memory);
    // What is asked of a large group is nearly the same each time.
    for (const key of entry.asked) {
      if (reader.asked.has(key)) continue;
      const askers = this.#askers.get(key);
      askers?.delete(entry);
      if (askers?.size === 0) this.#askers.delete(key);
    }
    for (const key of reader.asked) {
      if (entry.asked.has(key)) continue;
      const askers = this.#askers.get(key);
      if (askers) askers.add(entry);
      else this.#askers.set(key, new Set([entry]));
    }
    entry.asked = reader.asked;
  }

  #compare({ overview, subject, parts }: Entry<R>, before: ReadonlyMap<string, YamlValue>): void {
    for (const member of new Set([...before.keys(), ...parts.keys()])) {
      if (sameValue(before.get(member), parts.get(member))) continue;
      const fired = key.part(overview.name, subject, member);
      this.#changed.add(fired);
      this.fire([fired]);
    }
  }
}
