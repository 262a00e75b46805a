/** The timeline of one dataset as the webview knows it: applies whole and incremental updates. */
import type { LaneNames, TimelineEvent, TimelineUpdate } from '../../../server/protocol.ts';
import { type Handover, handoversOf } from './handovers.ts';
import { Links } from './links.ts';
import { DAY } from './time.ts';

/** `applied`; `stale`: older than what is known, ignored; `gap`: an update in between was missed, ask for the whole. */
export type Applied = 'applied' | 'stale' | 'gap';

export class TimelineModel {
  dataset = '';
  title = '';
  revision = 0;
  /** Start of today, ms UTC; null before the first update or when the host sends something unreadable. */
  today: number | null = null;
  broken: readonly string[] = [];
  laneNames: LaneNames = {
    organization: {},
    state: {},
    person: {},
    domain: {},
    kind: {},
  };
  readonly #events = new Map<string, TimelineEvent>();
  #sorted: TimelineEvent[] | null = null;
  #links: Links | null = null;
  #handovers: ReadonlyMap<string, readonly Handover[]> | null = null;
  #known = false;

  /** Whether any update has arrived yet. */
  get known(): boolean {
    return this.#known;
  }

  get size(): number {
    return this.#events.size;
  }

  get(key: string): TimelineEvent | undefined {
    return this.#events.get(key);
  }

  /** All events in drawing order: by start, summits before what came of them, then by key. */
  get events(): readonly TimelineEvent[] {
    this.#sorted ??= inOrder(this.#events.values());
    return this.#sorted;
  }

  /** Which events are tied to which. */
  get links(): Links {
    this.#links ??= new Links(this.events);
    return this.#links;
  }

  /** Where terms of a chair follow one another, by the keys of both. */
  get handovers(): ReadonlyMap<string, readonly Handover[]> {
    this.#handovers ??= handoversOf(this.events);
    return this.#handovers;
  }

  apply(update: TimelineUpdate): Applied {
    if (update.whole) {
      this.#events.clear();
    } else {
      if (!this.#known || update.dataset !== this.dataset) return 'gap';
      if (update.revision <= this.revision) return 'stale';
      if (update.revision !== this.revision + 1) return 'gap';
    }
    for (const key of update.removed) this.#events.delete(key);
    for (const event of update.events) this.#events.set(event.key, event);
    this.#sorted = null;
    this.#links = null;
    this.#handovers = null;
    this.#known = true;
    this.dataset = update.dataset;
    this.title = update.title;
    this.revision = update.revision;
    this.laneNames = update.whole ? update.laneNames : merged(this.laneNames, update.laneNames);
    this.broken = update.broken;
    const today = Date.parse(`${update.today}T00:00:00Z`);
    this.today = Number.isNaN(today) ? null : today;
    return 'applied';
  }
}

/** Names with the new ones among them; the same object when there are none, so that what hangs on it stays. */
function merged(known: LaneNames, fresh: LaneNames): LaneNames {
  const dimensions = Object.keys(known) as (keyof LaneNames)[];
  if (dimensions.every((dimension) => Object.keys(fresh[dimension]).length === 0)) return known;
  return Object.fromEntries(
    dimensions.map((dimension) => [dimension, { ...known[dimension], ...fresh[dimension] }]),
  ) as LaneNames;
}

/** Sorts by {@link compareEvents}. Events start on few days, so that most need not be compared with one another. */
function inOrder(events: Iterable<TimelineEvent>): TimelineEvent[] {
  const byDay = new Map<number, TimelineEvent[]>();
  for (const event of events) {
    const day = Math.floor(startOf(event) / DAY);
    const together = byDay.get(day);
    if (together) together.push(event);
    else byDay.set(day, [event]);
  }
  const sorted: TimelineEvent[] = [];
  for (const day of Float64Array.from(byDay.keys()).sort()) {
    for (const event of byDay.get(day)!.sort(compareEvents)) sorted.push(event);
  }
  return sorted;
}

function startOf({ date }: TimelineEvent): number {
  return date.min ?? Number.NEGATIVE_INFINITY;
}

const RANK: Record<string, number> = { chairmanship: 0, summit: 1, document: 2 };

/** Order of events: start (open to the past first), then kind, then key; total, so that rows never depend on arrival. */
export function compareEvents(a: TimelineEvent, b: TimelineEvent): number {
  const byStart = startOf(a) - startOf(b);
  if (byStart) return byStart; // NaN when both are open to the past: falls through, as it should
  const byKind = (RANK[a.kind] ?? 3) - (RANK[b.kind] ?? 3);
  if (byKind) return byKind;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
