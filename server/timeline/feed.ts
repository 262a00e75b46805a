/** Keeps a client's timeline of one dataset up to date: everything once, then only what has changed. */

import { dayToIso } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { schemaOf } from '../dataset/schema.ts';
import { type LaneName, laneName } from '../dataset/timeline.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from '../features/convert.ts';
import type { LaneDimension, LaneNames, TimelineEvent, TimelineUpdate } from '../protocol.ts';
import { nameOf } from '../sources/uri.ts';
import { type Drawn, TimelineEvents } from './events.ts';

/** The dimensions whose lanes are records of the kind of that name; the others are named after themselves. */
const RECORD_LANES: readonly LaneDimension[] = ['organization', 'state', 'person'];

/** A lane of a dimension. */
type Lane = readonly [dimension: LaneDimension, key: string];

export class TimelineFeed {
  readonly #id: string;
  readonly #workspace: Workspace;
  readonly #events: TimelineEvents;
  /** What each file says of each key. Several say something of one key while two records share an id: the first file counts. */
  readonly #claims = new Map<string, Map<string, Drawn>>();
  readonly #keysOf = new Map<string, ReadonlySet<string>>();
  readonly #sent = new Map<string, Drawn>();
  readonly #broken = new Set<string>();
  /** Keys that are kept although no record says anything of them at the moment. */
  readonly #held = new Set<string>();
  readonly #names = noNames();
  /** The lanes whose names are in the records of a file. */
  readonly #namedIn = new Map<string, readonly Lane[]>();
  /** What was last told beside events and names. */
  #told = '';
  #revision = 1;

  constructor(id: string, workspace: Workspace, converter: Converter) {
    this.#id = id;
    this.#workspace = workspace;
    this.#events = new TimelineEvents(workspace, converter);
    // Files have come as they were read; a timeline of the same files is to be the same again.
    const uris = [...workspace.uris].sort();
    const { changed } = this.#refresh(uris);
    this.#nameLanes(changed, uris);
    this.#told = this.#head();
  }

  /** The whole timeline as of the last {@link changes}. */
  whole(): TimelineUpdate {
    const events = [...this.#sent.values()].map(({ event }) => event);
    const names = noNames();
    for (const [dimension, key] of lanesOf(events)) names[dimension][key] = this.#names[dimension][key]!;
    return this.#update(true, events, [], names);
  }

  /**
   * What has changed since this was last asked, given the files whose problems or places may differ; `undefined` for
   * nothing. Each answer is one revision, and everyone who shows the dataset needs every one.
   */
  changes(stale: Iterable<string>): TimelineUpdate | undefined {
    const uris = [...stale];
    const { changed, removed } = this.#refresh(uris);
    const names = this.#nameLanes(changed, uris);
    const head = this.#head();
    if (changed.length === 0 && removed.length === 0 && names === undefined && head === this.#told) return undefined;
    this.#told = head;
    this.#revision++;
    return this.#update(false, changed, removed, names ?? noNames());
  }

  #refresh(stale: Iterable<string>): { changed: TimelineEvent[]; removed: string[] } {
    const uris = new Set([...stale, ...this.#events.pending]);
    const touched = new Set(this.#held);
    this.#held.clear();
    for (const uri of uris) {
      this.#noteWhetherBroken(uri);
      for (const key of this.#claim(uri)) touched.add(key);
    }
    const changed: TimelineEvent[] = [];
    const removed: string[] = [];
    for (const key of touched) {
      const before = this.#sent.get(key);
      const now = this.#winner(key);
      if (now) {
        this.#sent.set(key, now);
        if (now !== before && now.json !== before?.json) changed.push(now.event);
      } else if (before && this.#broken.size > 0 && this.#workspace.documentsOf(before.uri).length > 0) {
        // While a text is broken, what it and those that refer to it said before stays: it is about to be said again.
        this.#held.add(key);
      } else if (before) {
        this.#sent.delete(key);
        removed.push(key);
      }
    }
    return { changed, removed };
  }

  /** Takes down anew what a file says. @returns the keys of which it says something, or did */
  #claim(uri: string): Set<string> {
    const touched = new Set(this.#keysOf.get(uri));
    for (const key of touched) this.#claims.get(key)?.delete(uri);
    const keys = new Set<string>();
    for (const drawn of this.#events.of(uri)) {
      const { key } = drawn.event;
      if (keys.has(key)) continue;
      keys.add(key);
      touched.add(key);
      const claims = this.#claims.get(key) ?? new Map<string, Drawn>();
      claims.set(uri, drawn);
      this.#claims.set(key, claims);
    }
    if (keys.size > 0) this.#keysOf.set(uri, keys);
    else this.#keysOf.delete(uri);
    return touched;
  }

  #winner(key: string): Drawn | undefined {
    const claims = this.#claims.get(key);
    if (claims?.size === 1) return claims.values().next().value;
    const [first] = [...(claims?.keys() ?? [])].sort();
    if (first === undefined) this.#claims.delete(key);
    return first === undefined ? undefined : claims?.get(first);
  }

  #noteWhetherBroken(uri: string): void {
    // A slip at the very beginning hides that the text is one of ours, which it was a moment ago.
    const wasOurs = this.#keysOf.has(uri) || this.#broken.has(uri);
    const documents = this.#workspace.documentsOf(uri);
    if (documents.some(({ yaml, role }) => yaml.errors.length > 0 && (wasOurs || role !== 'foreign'))) {
      this.#broken.add(uri);
    } else this.#broken.delete(uri);
  }

  /** What an update says beside events and names, without its number, as text to compare it by. */
  #head(): string {
    const { title, today, broken } = this.#update(false, [], [], noNames());
    return JSON.stringify([title, today, broken]);
  }

  #update(whole: boolean, events: TimelineEvent[], removed: string[], laneNames: LaneNames): TimelineUpdate {
    return {
      dataset: this.#id,
      title: this.#workspace.manifest.title ?? nameOf(this.#id),
      revision: this.#revision,
      whole,
      today: dayToIso(this.#workspace.today.start.first),
      events,
      removed,
      laneNames,
      broken: [...this.#broken].sort(),
    };
  }

  /** Names lanes that are new, and those whose records stand or stood in files that have changed; `undefined` when all is as told. */
  #nameLanes(changed: readonly TimelineEvent[], stale: Iterable<string>): LaneNames | undefined {
    const fresh = noNames();
    let any = false;
    const name = ([dimension, key]: Lane) => {
      const label = this.#laneName(dimension, key);
      if (JSON.stringify(this.#names[dimension][key]) === JSON.stringify(label)) return;
      this.#names[dimension][key] = label;
      fresh[dimension][key] = label;
      any = true;
    };
    for (const uri of stale) {
      const before = this.#namedIn.get(uri) ?? [];
      const now = this.#workspace.documentsOf(uri).flatMap(laneNamedBy);
      if (now.length > 0) this.#namedIn.set(uri, now);
      else this.#namedIn.delete(uri);
      for (const lane of [...before, ...now]) if (this.#names[lane[0]][lane[1]]) name(lane);
    }
    for (const lane of lanesOf(changed)) if (!this.#names[lane[0]][lane[1]]) name(lane);
    return any ? fresh : undefined;
  }

  #laneName(dimension: LaneDimension, key: string): LaneName {
    if (!RECORD_LANES.includes(dimension)) {
      const words = (dimension === 'kind' && schemaOf(key).folder) || key;
      return { name: `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/-/g, ' ')}` };
    }
    const record = this.#workspace.dataset.find(dimension, key)?.record;
    return record ? laneName(record) : { name: key };
  }
}

/** The lane that has its name from the record of a document, if there can be one. */
function laneNamedBy({ record }: SourceDocument): Lane[] {
  const dimension = RECORD_LANES.find((lane) => lane === record?.kind);
  return dimension && record?.id !== undefined ? [[dimension, record.id]] : [];
}

/** The lanes of some events, as often as they are in them. */
function* lanesOf(events: readonly TimelineEvent[]): Generator<Lane> {
  for (const { lanes } of events) {
    for (const [dimension, keys] of Object.entries(lanes) as [LaneDimension, string[]][]) {
      for (const key of keys) yield [dimension, key];
    }
  }
}

/** Maps without a prototype: an id may be any word, such as `constructor`. */
function noNames(): LaneNames {
  const none = () => Object.create(null) as Record<string, LaneName>;
  return { organization: none(), state: none(), person: none(), domain: none(), kind: none() };
}
