/** Keeps a client's timeline of one dataset up to date: everything once, then only what has changed. */
import type { SourceDocument } from './dataset/document.ts';
import { dayToIso } from './dataset/edtf.ts';
import { type TimelineEntry, timelineEntries } from './dataset/timeline.ts';
import type { Tracked } from './dataset/tracked.ts';
import type { Workspace } from './dataset/workspace.ts';
import type { Converter } from './features/convert.ts';
import type { LaneDimension, TimelineEvent, TimelineUpdate } from './protocol.ts';

/** The kinds whose records are lanes; the other dimensions are named after themselves. */
const LANE_KINDS: Partial<Record<LaneDimension, string>> = {
  organization: 'organization',
  state: 'state',
  person: 'person',
};

export class TimelineFeed {
  readonly #id: string;
  readonly #workspace: Workspace;
  readonly #converter: Converter;
  readonly #entries: Tracked<TimelineEntry[]>;
  /** What was sent, by file and by key: the event and its JSON. */
  readonly #sent = new Map<string, Map<string, { event: TimelineEvent; json: string }>>();
  readonly #broken = new Set<string>();
  #revision = 0;

  constructor(id: string, workspace: Workspace, converter: Converter) {
    this.#id = id;
    this.#workspace = workspace;
    this.#converter = converter;
    this.#entries = workspace.derive(timelineEntries);
  }

  /** The whole timeline. */
  whole(): TimelineUpdate {
    this.#refresh(this.#workspace.uris);
    const events = [...this.#sent.values()].flatMap((byKey) => [...byKey.values()].map(({ event }) => event));
    return this.#update(true, events, []);
  }

  /** What has changed since the last update, given the files whose problems or places may differ; `undefined` for nothing. */
  changes(stale: Iterable<string>): TimelineUpdate | undefined {
    const brokenBefore = [...this.#broken].join('\n');
    const { changed, removed } = this.#refresh(stale);
    const quiet = changed.length === 0 && removed.length === 0 && [...this.#broken].join('\n') === brokenBefore;
    return quiet ? undefined : this.#update(false, changed, removed);
  }

  #refresh(stale: Iterable<string>): { changed: TimelineEvent[]; removed: string[] } {
    const uris = new Set(stale);
    for (const document of this.#entries.pending) uris.add(document.uri);
    const changed: TimelineEvent[] = [];
    const removed: string[] = [];
    for (const uri of uris) {
      const documents = this.#workspace.documentsOf(uri);
      const broken = documents.some(({ yaml, role }) => role !== 'foreign' && yaml.errors.length > 0);
      if (broken) this.#broken.add(uri);
      else this.#broken.delete(uri);
      const before = this.#sent.get(uri);
      const now = new Map<string, { event: TimelineEvent; json: string }>();
      for (const event of documents.flatMap((document) => this.#eventsOf(document))) {
        const json = JSON.stringify(event);
        now.set(event.key, { event, json });
        if (before?.get(event.key)?.json !== json) changed.push(event);
      }
      for (const [key, old] of before ?? []) {
        if (now.has(key)) continue;
        // While the text is broken, what it said before stays: it is on its way to be said again.
        if (broken) now.set(key, old);
        else removed.push(key);
      }
      if (now.size > 0) this.#sent.set(uri, now);
      else this.#sent.delete(uri);
    }
    return { changed, removed };
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

  #update(whole: boolean, events: TimelineEvent[], removed: string[]): TimelineUpdate {
    this.#revision++;
    return {
      dataset: this.#id,
      title: this.#workspace.manifest.title ?? decodeURIComponent(this.#id.slice(this.#id.lastIndexOf('/') + 1)),
      revision: this.#revision,
      whole,
      today: dayToIso(this.#workspace.today.start.first),
      events,
      removed,
      laneNames: this.#laneNames(events),
      broken: [...this.#broken].sort(),
    };
  }

  #laneNames(events: readonly TimelineEvent[]): TimelineUpdate['laneNames'] {
    const names: TimelineUpdate['laneNames'] = { organization: {}, state: {}, person: {}, domain: {}, kind: {} };
    for (const { lanes } of events) {
      for (const [dimension, keys] of Object.entries(lanes) as [LaneDimension, string[]][]) {
        const kind = LANE_KINDS[dimension];
        for (const key of keys) {
          names[dimension][key] ??= kind
            ? (this.#workspace.dataset.find(kind, key)?.record.label ?? key)
            : key.replace(/-/g, ' ');
        }
      }
    }
    return names;
  }
}
