/** Which entries are tied to which, both ways; worked out once for each state of the events. */
import type { TieType, TimelineEvent } from '../../../server/protocol.ts';

/** A tie between two entries of the timeline, by their keys. */
export interface Tied {
  readonly from: string;
  readonly to: string;
  readonly type: TieType;
}

/** Ties that say from the other end what one of another type says. */
const TURNED: Partial<Record<TieType, TieType>> = { outcome: 'made-at', priority: 'context' };

export class Links {
  readonly #events = new Map<string, TimelineEvent>();
  readonly #byRecord = new Map<string, TimelineEvent[]>();
  readonly #ties = new Map<string, Tied[]>();

  /** Ties to what is not among the events are left out. */
  constructor(events: readonly TimelineEvent[]) {
    for (const event of events) {
      this.#events.set(event.key, event);
      const record = recordOf(event.key);
      if (event.key === record) this.#byRecord.set(record, [event, ...this.entriesOf(record)]);
      else add(this.#byRecord, record, event);
    }
    const seen = new Set<string>();
    for (const event of events) {
      for (const tie of this.#from(event)) {
        const pair = `${tie.from} ${tie.to}`;
        if (!seen.has(pair)) this.#keep(tie);
        seen.add(pair);
      }
    }
  }

  /** The entries of a record: its main one first, then its facets. */
  entriesOf(record: string): readonly TimelineEvent[] {
    return this.#byRecord.get(record) ?? [];
  }

  /** The entry with this key, or the first of the record that it names. */
  find(key: string): TimelineEvent | undefined {
    return this.#events.get(key) ?? this.entriesOf(recordOf(key))[0];
  }

  /** All ties from and to the entries of a record. */
  tiesOf(record: string): readonly Tied[] {
    return this.#ties.get(record) ?? [];
  }

  *#from({ key, links, story = [] }: TimelineEvent): Iterable<Tied> {
    for (const link of links) {
      const to = this.find(link.to)?.key;
      if (to === undefined || to === key) continue;
      const own = link.type === 'parent' && recordOf(to) === recordOf(key);
      const turned = own ? 'target' : TURNED[link.type];
      yield turned ? { from: to, to: key, type: turned } : { from: key, to, type: link.type };
    }
    for (const { summit, document } of story) {
      for (const named of [summit, document]) {
        const to = named === undefined ? undefined : this.find(named)?.key;
        if (to !== undefined && to !== key) yield { from: key, to, type: 'step' };
      }
    }
  }

  #keep(tie: Tied): void {
    const [from, to] = [recordOf(tie.from), recordOf(tie.to)];
    add(this.#ties, from, tie);
    if (to !== from) add(this.#ties, to, tie);
  }
}

/** The part of an event key that names the record: without `#facet`. */
export function recordOf(key: string): string {
  const hash = key.indexOf('#');
  return hash < 0 ? key : key.slice(0, hash);
}

/** Appends a value to the list that a map has for a key. */
export function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
