/** Keeps a client's timeline of one dataset up to date: everything once, then only what has changed. */

import { dayToIso } from './dataset/dates/edtf.ts';
import type { SourceDocument } from './dataset/document.ts';
import { type LaneName, laneName, type TimelineEntry, timelineEntries } from './dataset/timeline.ts';
import type { Tracked } from './dataset/tracked.ts';
import type { Workspace } from './dataset/workspace.ts';
import type { Converter } from './features/convert.ts';
import type { LaneDimension, LaneNames, TimelineEvent, TimelineUpdate } from './protocol.ts';
import { nameOf } from './sources/uri.ts';

/** The dimensions whose lanes are records of the kind of that name; the others are named after themselves. */
const RECORD_LANES: readonly LaneDimension[] = ['organization', 'state', 'person'];

/** An event, and its JSON to compare it by. */
interface Drawn {
  readonly event: TimelineEvent;
  readonly json: string;
}

export class TimelineFeed {
  readonly #id: string;
  readonly #workspace: Workspace;
  readonly #converter: Converter;
  readonly #entries: Tracked<TimelineEntry[]>;
  /** What each file says of each key. Several say something of one key while two records share an id: the first file counts. */
  readonly #claims = new Map<string, Map<string, Drawn>>();
  readonly #keysOf = new Map<string, ReadonlySet<string>>();
  readonly #sent = new Map<string, Drawn>();
  readonly #broken = new Set<string>();
  /** Keys that are kept although no record says anything of them at the moment. */
  readonly #held = new Set<string>();
  readonly #names = noNames();
  #revision = 1;

  constructor(id: string, workspace: Workspace, converter: Converter) {
    this.#id = id;
    this.#workspace = workspace;
    this.#converter = converter;
    this.#entries = workspace.derive(timelineEntries);
    const { changed } = this.#refresh(workspace.uris);
    this.#nameLanes(changed, []);
  }

  /** The whole timeline as of the last {@link changes}. */
  whole(): TimelineUpdate {
    const events = [...this.#sent.values()].map(({ event }) => event);
    return this.#update(true, events, [], this.#names);
  }

  /**
   * What has changed since this was last asked, given the files whose problems or places may differ; `undefined` for
   * nothing. Each answer is one revision, and everyone who shows the dataset needs every one.
   */
  changes(stale: Iterable<string>): TimelineUpdate | undefined {
    const brokenBefore = [...this.#broken].join('\n');
    const { changed, removed } = this.#refresh(stale);
    const names = this.#nameLanes(changed, stale);
    const quiet = changed.length === 0 && removed.length === 0 && names === undefined;
    if (quiet && [...this.#broken].join('\n') === brokenBefore) return undefined;
    this.#revision++;
    return this.#update(false, changed, removed, names ?? noNames());
  }

  #refresh(stale: Iterable<string>): { changed: TimelineEvent[]; removed: string[] } {
    const uris = new Set(stale);
    for (const document of this.#entries.pending) uris.add(document.uri);
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
        if (now.json !== before?.json) changed.push(now.event);
      } else if (before && this.#broken.size > 0 && this.#workspace.documentsOf(before.event.location.uri).length > 0) {
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
    for (const event of this.#workspace.documentsOf(uri).flatMap((document) => this.#eventsOf(document))) {
      if (keys.has(event.key)) continue;
      keys.add(event.key);
      touched.add(event.key);
      const claims = this.#claims.get(event.key) ?? new Map<string, Drawn>();
      claims.set(uri, { event, json: JSON.stringify(event) });
      this.#claims.set(event.key, claims);
    }
    if (keys.size > 0) this.#keysOf.set(uri, keys);
    else this.#keysOf.delete(uri);
    return touched;
  }

  #winner(key: string): Drawn | undefined {
    const claims = this.#claims.get(key);
    const [first] = [...(claims?.keys() ?? [])].sort();
    if (first === undefined) this.#claims.delete(key);
    return first === undefined ? undefined : claims?.get(first);
  }

  #noteWhetherBroken(uri: string): void {
    const documents = this.#workspace.documentsOf(uri);
    if (documents.some(({ yaml, role }) => role !== 'foreign' && yaml.errors.length > 0)) this.#broken.add(uri);
    else this.#broken.delete(uri);
  }

  #eventsOf(document: SourceDocument): TimelineEvent[] {
    const pending = this.#entries.pending.has(document);
    const entries = pending
      ? this.#entries.run(document, this.#workspace.reader())
      : (this.#entries.get(document) ?? []);
    if (entries.length === 0) return [];
    const location = { uri: document.uri, range: this.#converter.range(document, document.spanOf(['id'])) };
    const problems = this.#workspace
      .problemsOf(document.uri)
      .filter((problem) => problem.document === document)
      .flatMap(({ severity, message }) =>
        severity === 'error' || severity === 'warning' ? [{ severity, message }] : [],
      );
    return entries.map((entry) => ({ ...entry, problems, location }));
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

  /** Names the lanes of new events, and those whose records may have been renamed; `undefined` when all are known already. */
  #nameLanes(changed: readonly TimelineEvent[], stale: Iterable<string>): LaneNames | undefined {
    const fresh = noNames();
    let any = false;
    const name = (dimension: LaneDimension, key: string) => {
      const label = this.#laneName(dimension, key);
      if (sameName(this.#names[dimension][key], label)) return;
      this.#names[dimension][key] = label;
      fresh[dimension][key] = label;
      any = true;
    };
    for (const { lanes } of changed) {
      for (const [dimension, keys] of Object.entries(lanes) as [LaneDimension, string[]][]) {
        for (const key of keys) name(dimension, key);
      }
    }
    for (const { record } of [...stale].flatMap((uri) => this.#workspace.documentsOf(uri))) {
      for (const dimension of RECORD_LANES) {
        if (record?.kind === dimension && record.id !== undefined && this.#names[dimension][record.id])
          name(dimension, record.id);
      }
    }
    return any ? fresh : undefined;
  }

  #laneName(dimension: LaneDimension, key: string): LaneName {
    if (!RECORD_LANES.includes(dimension))
      return { name: `${key.charAt(0).toUpperCase()}${key.slice(1).replace(/-/g, ' ')}` };
    const record = this.#workspace.dataset.find(dimension, key)?.record;
    return record ? laneName(record) : { name: key };
  }
}

function noNames(): LaneNames {
  return { organization: {}, state: {}, person: {}, domain: {}, kind: {} };
}

function sameName(a: LaneName | undefined, b: LaneName): boolean {
  return a !== undefined && a.name === b.name && a.short === b.short;
}
