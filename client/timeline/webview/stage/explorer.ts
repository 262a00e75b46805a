/** Moves the view and the focus on the user's behalf: arrows, reveal, zoom, fit, today. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { Arrangement } from '../../drawing/arrangement.ts';
import { extentOf } from '../../drawing/layout/extent.ts';
import type { ClusterItem, Item } from '../../drawing/layout/items.ts';
import { ROW } from '../../drawing/layout/metrics.ts';
import { type Direction, findEvent, findItem, nearestTo, type Spot, step } from '../../drawing/layout/navigation.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import { DAY } from '../../drawing/time.ts';
import { describeCluster, describeRange } from '../../drawing/words.ts';
import type { Notices } from '../notices.ts';
import type { Selection } from '../selection.ts';
import type { Commands, Way } from './keyboard.ts';
import type { Stage } from './stage.ts';
import type { Viewport } from './viewport.ts';

/** Days shown on both sides of a record that is fitted to the screen. */
const AROUND = 15 * DAY;

interface Parts {
  model: TimelineModel;
  arrangement: Arrangement;
  selection: Selection;
  stage: Stage;
  viewport: Viewport;
  notices: Notices;
  /** Draws at once. */
  render(): void;
}

type Moves = 'move' | 'page' | 'pan' | 'toggleLane' | 'zoom' | 'fitAll' | 'fitSelection' | 'goToday';

export class Explorer implements Pick<Commands, Moves> {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  move(direction: Direction): void {
    const { layout } = this.#parts.arrangement;
    const from = this.current();
    const to = from && layout ? step(layout, from, direction) : this.nearest();
    if (to) this.#focusOn(to);
  }

  page(way: -1 | 1): void {
    const { arrangement, stage } = this.#parts;
    const { layout } = arrangement;
    const from = this.current() ?? this.nearest();
    if (!layout || !from) return;
    const heightOf = ({ lane, item }: Spot): number => lane.top + item.y;
    const target = heightOf(from) + way * Math.max(ROW, stage.plotHeight - 2 * ROW);
    const y = Math.max(0, Math.min(layout.height, target));
    const far = nearestTo(layout, (from.item.start + from.item.end) / 2, y - 2 * ROW, y + 2 * ROW);
    const on = far && (heightOf(far) - heightOf(from)) * way > 0;
    const to = on ? far : step(layout, from, way < 0 ? 'up' : 'down');
    if (to) this.#focusOn(to);
  }

  pan(way: Way): void {
    const { stage, viewport } = this.#parts;
    const forward = way === 'right' || way === 'down' ? 1 : -1;
    if (way === 'up' || way === 'down') {
      stage.scroller.scrollTop += forward * 3 * ROW;
      return;
    }
    const { pxPerMs } = viewport.view;
    viewport.show(viewport.center + (forward * stage.plotWidth) / 4 / pxPerMs, pxPerMs * DAY, true);
    this.#sayRange();
  }

  toggleLane(): void {
    const { arrangement, notices, render } = this.#parts;
    const spot = this.current() ?? this.nearest();
    if (!spot) return;
    const { key, name, count, items } = spot.lane;
    const all = arrangement.expanded.has(key);
    if (!all && items.every(({ type }) => type !== 'cluster')) {
      notices.say(l10n.t('{0} shows all its events', name));
      return;
    }
    const [event] = eventsOf(spot.item);
    const focused = document.activeElement?.closest('.item') != null;
    arrangement.toggleExpanded(key);
    render();
    notices.say(
      all
        ? l10n.t('{0} shows fewer rows', name)
        : counted(count, l10n.t('{1} shows {0} event|{1} shows {0} events'), name),
    );
    const lane = arrangement.layout?.lanes.find((candidate) => candidate.key === key);
    const index = lane?.items.findIndex((item) => eventsOf(item).some((held) => held.key === event?.key)) ?? -1;
    const item = lane?.items[index];
    if (focused && lane && item) this.#focusOn({ lane, item, index });
  }

  /** The item Tab reaches. */
  current(): Spot | null {
    const { arrangement, selection } = this.#parts;
    return arrangement.layout && selection.current !== null ? findItem(arrangement.layout, selection.current) : null;
  }

  /** What is nearest to the middle of the screen. */
  nearest(): Spot | null {
    const { arrangement, stage, viewport } = this.#parts;
    const top = stage.scroller.scrollTop;
    return arrangement.layout && nearestTo(arrangement.layout, viewport.center, top, top + stage.plotHeight);
  }

  focusCurrent(): void {
    const spot = this.current() ?? this.nearest();
    if (spot) this.#focusOn(spot);
  }

  focusElement(): void {
    const { selection, stage } = this.#parts;
    if (selection.current !== null) stage.elementOf(selection.current)?.focus({ preventScroll: true });
  }

  /** Gives the focus to a record, or to the cluster that holds it, and brings it on screen. */
  focusRecord(key: string): void {
    const { layout } = this.#parts.arrangement;
    const spot = layout && findEvent(layout, key);
    if (spot) this.#focusOn(spot);
  }

  /** Scrolls so that a record is on screen; leaves everything alone if it already is, or is not shown at all. */
  revealRecord(key: string): void {
    const { layout } = this.#parts.arrangement;
    const spot = layout && findEvent(layout, key);
    if (spot) this.#reveal(spot);
  }

  /** Whether a record is on screen. */
  sees(key: string): boolean {
    const { layout } = this.#parts.arrangement;
    const spot = layout && findEvent(layout, key);
    return spot != null && this.#isAcross(spot.item) && this.#isDown(spot) === 0;
  }

  zoom(factor: number): void {
    const { stage, viewport } = this.#parts;
    const spot = document.activeElement?.closest('.item') ? this.current() : null;
    const { t0, pxPerMs } = viewport.view;
    const middle = spot ? (spot.item.start + spot.item.end) / 2 : Number.NaN;
    const visible = middle > t0 && middle < t0 + stage.plotWidth / pxPerMs;
    viewport.zoomBy(factor, visible ? middle : undefined);
    this.#sayRange();
  }

  fitAll(): void {
    const { arrangement, viewport } = this.#parts;
    const some = arrangement.filteredHorizon();
    if (some) viewport.fit(some.start, some.end, true, 0);
    else viewport.fitAll(true);
    this.#sayRange();
  }

  fitSelection(): void {
    const { arrangement, selection, viewport } = this.#parts;
    const { layout } = arrangement;
    const spot = (selection.selected !== null && layout && findEvent(layout, selection.selected)) || this.current();
    if (!spot) return;
    // Of a cluster that hides the selected record, the record alone is meant.
    const hidden = spot.item.type === 'cluster' && spot.item.events.find(({ key }) => key === selection.selected);
    const { horizon } = arrangement;
    const { start, end } = hidden && horizon ? extentOf(hidden.date, horizon) : spot.item;
    viewport.fit(start - AROUND, end + AROUND, true);
    this.#sayRange();
  }

  goToday(): void {
    const { model, viewport } = this.#parts;
    if (model.today === null) return;
    viewport.show(model.today + DAY / 2, viewport.view.pxPerMs * DAY, true);
    this.#sayRange();
  }

  /** A cluster opens by zooming to its extent; false when no zoom can part its events. */
  zoomInto(item: ClusterItem): boolean {
    const { notices, stage, viewport } = this.#parts;
    notices.say(describeCluster(item));
    const span = item.end - item.start;
    const parted = (span / DAY) * stage.plotWidth > 200;
    const closer = stage.plotWidth / Math.max(span, DAY) > viewport.view.pxPerMs * 1.15;
    if (!parted || !closer) return false;
    viewport.fit(item.start, item.end, true);
    return true;
  }

  #focusOn(spot: Spot): void {
    const { selection, stage, render } = this.#parts;
    selection.current = spot.item.id;
    this.#reveal(spot);
    stage.invalidate();
    render();
    this.focusElement();
  }

  #reveal(spot: Spot): void {
    const { stage, viewport } = this.#parts;
    const { lane, item } = spot;
    if (!this.#isAcross(item)) {
      const target = item.x1 - item.x0 > stage.plotWidth ? item.start : (item.start + item.end) / 2;
      viewport.show(target, viewport.view.pxPerMs * DAY, true);
    }
    const y = lane.top + item.y;
    const way = this.#isDown(spot);
    if (way < 0) stage.scroller.scrollTop = y - 2 * ROW;
    else if (way > 0) stage.scroller.scrollTop = y - stage.plotHeight + 2 * ROW;
  }

  /** Whether an item is within the time on screen: a short one counts when it is whole, a long one when a good part is. */
  #isAcross({ x0, x1 }: Item): boolean {
    const { stage, viewport } = this.#parts;
    const { t0, pxPerMs } = viewport.view;
    const left = t0 * pxPerMs;
    return Math.min(x1, left + stage.plotWidth) - Math.max(x0, left) >= Math.min(x1 - x0, 60) - 0.5;
  }

  /** -1 for an item above what is scrolled to, 1 for one below, else 0. */
  #isDown({ lane, item }: Spot): -1 | 0 | 1 {
    const { scroller, plotHeight } = this.#parts.stage;
    const y = lane.top + item.y;
    if (y < scroller.scrollTop + ROW) return -1;
    return y > scroller.scrollTop + plotHeight - ROW ? 1 : 0;
  }

  #sayRange(): void {
    const { notices, viewport } = this.#parts;
    notices.say(() => {
      const half = viewport.width / 2 / viewport.view.pxPerMs;
      return l10n.t('Showing {0}', describeRange(viewport.center - half, viewport.center + half));
    });
  }
}

function eventsOf(item: Item): readonly TimelineEvent[] {
  return item.type === 'cluster' ? item.events : [item.event];
}
