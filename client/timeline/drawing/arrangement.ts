/** From the model to a layout: lanes along a dimension, filtered, at a scale. Computes again only what has become stale. */
import type { LaneDimension, TimelineDate, TimelineEvent } from '../../../server/protocol.ts';
import { type Filter, isActive, isInLanes, makeFilter, signatureOf } from './filter/filter.ts';
import { bandLabels, emptyLane, groupByLane, type LaneSource } from './lanes.ts';
import { type Horizon, horizonOf, opening } from './layout/extent.ts';
import type { Layout } from './layout/items.ts';
import { layoutMeasured } from './layout/layout.ts';
import { type MeasuredLane, measureLane } from './layout/measure.ts';
import type { TimelineModel } from './model.ts';
import type { TextRuler } from './text.ts';

export class Arrangement {
  /** The time all events and today cover; null until there is one. */
  horizon: Horizon | null = null;
  layout: Layout | null = null;
  /** The events that the filter keeps, in drawing order. */
  events: readonly TimelineEvent[] = [];
  readonly #model: TimelineModel;
  readonly #opened: Set<string>;
  #dimension: LaneDimension;
  #filter: Filter;
  #sources: LaneSource[] = [];
  #measured: { ruler: TextRuler; horizon: Horizon; lanes: readonly MeasuredLane[] } | null = null;
  #sourcesStale = true;
  #layoutStale = true;

  /** `opened`: lanes, as `<dimension>:<key>`, that show all their rows. */
  constructor(model: TimelineModel, dimension: LaneDimension, filter: Filter, opened: Iterable<string>) {
    this.#model = model;
    this.#dimension = dimension;
    this.#filter = filter;
    this.#opened = new Set(opened);
  }

  get dimension(): LaneDimension {
    return this.#dimension;
  }

  set dimension(dimension: LaneDimension) {
    this.#dimension = dimension;
    this.#sourcesStale = true;
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    // A blank more in the search box keeps the same events: nothing is to be done.
    this.#sourcesStale ||= signatureOf(filter) !== signatureOf(this.#filter);
    this.#filter = filter;
  }

  get filtered(): boolean {
    return isActive(this.#filter);
  }

  /** What is to be laid out: the lanes of what the filter keeps, in order. */
  get lanes(): readonly LaneSource[] {
    if (this.#sourcesStale) this.#collect();
    return this.#sources;
  }

  get opened(): string[] {
    return [...this.#opened];
  }

  /** Keys of this dimension's lanes that show all their rows. */
  get expanded(): ReadonlySet<string> {
    const prefix = `${this.#dimension}:`;
    return new Set(this.opened.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  }

  toggleExpanded(laneKey: string): void {
    const key = `${this.#dimension}:${laneKey}`;
    if (!this.#opened.delete(key)) this.#opened.add(key);
    this.#layoutStale = true;
  }

  /** The model has changed. True when the horizon is known for the first time. */
  refresh(): boolean {
    this.#sourcesStale = true;
    const first = this.horizon === null;
    this.horizon = horizonOf(this.#dates(), this.#model.today) ?? this.horizon;
    return first && this.horizon !== null;
  }

  /** The size of the panel or the font has changed. */
  invalidate(): void {
    this.#layoutStale = true;
  }

  /** Brings lanes and layout up to date; true when there is a new layout. */
  arrange(pxPerMs: number, ruler: TextRuler, viewport: { width: number; height: number }): boolean {
    if (this.#sourcesStale) this.#collect();
    if (!this.horizon || (!this.#layoutStale && this.layout?.pxPerMs === pxPerMs)) return false;
    const { expanded } = this;
    const fill = this.#filter.compare.length > 0;
    this.layout = layoutMeasured(this.#measure(this.horizon, ruler), { pxPerMs, viewport, expanded, fill });
    this.#layoutStale = false;
    return true;
  }

  /** What to show first. */
  opening(): Horizon | null {
    return opening(this.#dates(), this.#model.today);
  }

  /** The time the filtered events cover, or null while nothing is filtered. */
  filteredHorizon(): Horizon | null {
    if (!this.filtered) return null;
    return horizonOf(
      this.events.map(({ date }) => date),
      null,
    );
  }

  bandLabels(event: TimelineEvent): string[] {
    return bandLabels(event, this.#dimension, this.#model.laneNames);
  }

  #collect(): void {
    const { laneNames, events } = this.#model;
    const { compare, facets } = this.#filter;
    const dimension = this.#dimension;
    const test = makeFilter(this.#filter, laneNames);
    const isKept = (event: TimelineEvent) => test(event) && isInLanes(event, dimension, compare);
    this.events = this.filtered ? events.filter(isKept) : events;
    const lanes = groupByLane(this.events, dimension, laneNames);
    // Whoever asks for one state wants its lane, and not those of all the others that took part.
    const wanted = new Set(facets[dimension]);
    this.#sources =
      compare.length > 0
        ? compare.map((key) => lanes.find((lane) => lane.key === key) ?? emptyLane(key, dimension, laneNames))
        : lanes.filter(({ key }) => wanted.size === 0 || wanted.has(key));
    this.#measured = null;
    this.#sourcesStale = false;
    this.#layoutStale = true;
  }

  /** The lanes as they are at any scale, measured once as long as events and font stay. */
  #measure(horizon: Horizon, ruler: TextRuler): readonly MeasuredLane[] {
    if (this.#measured?.ruler !== ruler || this.#measured.horizon !== horizon) {
      const lanes = this.#sources.map((lane) => measureLane(lane, horizon, (text) => ruler.width(text)));
      this.#measured = { ruler, horizon, lanes };
    }
    return this.#measured.lanes;
  }

  #dates(): TimelineDate[] {
    return this.#model.events.map(({ date }) => date);
  }
}
