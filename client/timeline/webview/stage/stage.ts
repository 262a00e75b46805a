/**
 * The drawing. One `<g class="world">` moves while time pans; what it holds is drawn anew only when half a screen has gone
 * by, the lanes have scrolled past what is drawn, or the layout has changed.
 */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import type { LaneDimension, TimelineEvent } from '../../../../server/protocol.ts';
import { type HandoverMark, handoverShapes } from '../../drawing/handovers.ts';
import { SCREEN } from '../../drawing/ink.ts';
import { DIMENSION_NAMES } from '../../drawing/lanes.ts';
import type { Item, Lane, Layout } from '../../drawing/layout/items.ts';
import { rightEnd, type VisibleLane, visiblePart } from '../../drawing/layout/layout.ts';
import { AXIS, MARGIN_Y } from '../../drawing/layout/metrics.ts';
import { fadeMasks, type Paint } from '../../drawing/paint.ts';
import { at } from '../../drawing/shapes.ts';
import type { TextRuler } from '../../drawing/text.ts';
import { describeItem } from '../../drawing/words.ts';
import { setChildren } from '../children.ts';
import { html, setAttributes, svg, toElement } from '../svg.ts';
import { Axis } from './axis.ts';
import { Heads } from './heads.ts';
import { type Clip, itemOf, type Sticky, stick, updateItem } from './paint-items.ts';
import { type Chosen, Ties } from './ties.ts';
import type { View } from './viewport.ts';

export interface Scene {
  layout: Layout;
  dimension: LaneDimension;
  today: number | null;
  expanded: ReadonlySet<string>;
  /** Ids of items that are drawn wherever they are: the one with the focus must not vanish. */
  pinned: ReadonlySet<string>;
  /** Whether an item is (or, for a cluster, holds) the selected record. */
  isSelected(item: Item): boolean;
  /** The one item that Tab reaches. */
  current: string | null;
  /** Whose ties are shown; null for nobody's. */
  chosen: Chosen | null;
  /** Signs between the bands of a lane of which `items` are drawn. */
  handovers(lane: Lane, items: readonly Item[]): HandoverMark[];
  bandLabels(event: TimelineEvent): string[];
}

export class Stage {
  readonly surface = svg('svg', { class: 'surface', role: 'application' });
  readonly #sheet = html('div', { class: 'sheet' }, this.surface);
  readonly scroller = html('div', { class: 'scroller', tabindex: -1 }, this.#sheet);
  readonly #world = svg('g', { class: 'world' });
  readonly #lanes = svg('g', { class: 'lanes' });
  readonly #handovers = svg('g', { class: 'handovers', 'aria-hidden': 'true' });
  readonly #axis = new Axis();
  readonly #heads = new Heads();
  readonly #ties = new Ties();
  /** What is drawn, by the keys of lanes and the ids of items. */
  #laneGroups = new Map<string, SVGGElement>();
  #elements = new Map<string, SVGGElement>();
  #stickies: Sticky[] = [];
  /** Instant at local x = 0, ms UTC. */
  #anchor = 0;
  #scrolled = 0;
  /** What stays where it is while one zooms: a part of a lane, px below the axis; `top` is where it was scrolled to for that. */
  #held: { who: string; y: number; lane: string; share: number; top: number } | null = null;
  #clip: Clip | null = null;
  #drawn: { left: number; scroll: number; pxPerMs: number; layout: Layout } | null = null;
  /** Px: the heads' width, and the whole panel. */
  head = 0;
  width = 0;
  height = 0;
  ruler!: TextRuler;
  boldRuler!: TextRuler;

  constructor() {
    const { grid, todayLine, front } = this.#axis;
    this.#world.append(grid, todayLine, this.#ties.back, this.#lanes, this.#handovers, this.#ties.front, front);
    this.surface.append(toElement(fadeMasks()), this.#world, this.#heads.root);
  }

  get plotWidth(): number {
    return Math.max(50, this.width - this.head);
  }

  get plotHeight(): number {
    return Math.max(0, this.height - AXIS);
  }

  elementOf(id: string): SVGGElement | undefined {
    return this.#elements.get(id);
  }

  resize(head: number): void {
    this.head = head;
    this.width = this.scroller.clientWidth;
    this.height = this.scroller.clientHeight;
    this.surface.setAttribute('width', String(this.width));
    this.surface.setAttribute('height', String(this.height));
    this.#drawn = null;
  }

  /** Makes the next {@link show} draw anew. */
  invalidate(): void {
    this.#drawn = null;
  }

  /**
   * Takes over a layout before it is shown. At another scale lanes have other heights: what is at `y`, px below the axis,
   * stays there. `who` says whose place that is: as long as it is the same one and nobody scrolls, the place in its lane is
   * the one of the beginning, so that it does not matter how many layouts come in between.
   */
  adopt(layout: Layout, who: string, y: number): void {
    const { scroller } = this;
    const before = this.#drawn?.layout;
    const top = scroller.scrollTop;
    this.#sheet.style.setProperty('height', `${Math.ceil(layout.height) + AXIS}px`);
    if (!before || before.pxPerMs === layout.pxPerMs) return;
    if (this.#held?.who !== who || this.#held.top !== top) {
      const lane = before.lanes.find((each) => each.top + each.height > top + y);
      if (!lane) return;
      this.#held = { who, y, lane: lane.key, share: (top + y - lane.top) / lane.height, top };
    }
    const { lane: key, share } = this.#held;
    const lane = layout.lanes.find((each) => each.key === key);
    if (!lane) return;
    const wanted = Math.max(0, Math.round(lane.top + share * lane.height - this.#held.y));
    if (wanted !== top) scroller.scrollTop = wanted;
    this.#held.top = scroller.scrollTop;
  }

  /** Shows the scene at a view and scroll position (px): moves what is drawn, or draws. True when it drew. */
  show(scene: Scene, view: View, scroll: number): boolean {
    const left = view.t0 * view.pxPerMs;
    const drawn = this.#drawn;
    const stale =
      !drawn ||
      drawn.layout !== scene.layout ||
      drawn.pxPerMs !== view.pxPerMs ||
      Math.abs(drawn.left - left) > this.plotWidth / 2 ||
      Math.abs(drawn.scroll - scroll) > MARGIN_Y - 20;
    if (stale) this.#draw(scene, view, scroll);
    else this.#retie(scene);
    this.#world.setAttribute(
      'transform',
      `translate(${Math.round(this.head + (this.#anchor - view.t0) * view.pxPerMs)},0)`,
    );
    if (stale || this.#scrolled !== scroll) {
      this.#scrolled = scroll;
      for (const layer of [this.#lanes, this.#handovers, this.#ties.back, this.#ties.front]) {
        layer.setAttribute('transform', `translate(0,${AXIS - scroll})`);
      }
      this.#heads.scrollTo(scroll);
    }
    const local = Math.round((view.t0 - this.#anchor) * view.pxPerMs);
    this.#axis.stick(local, local + this.plotWidth);
    for (const sticky of this.#stickies) stick(sticky, local);
    const anchor = this.#anchor * view.pxPerMs;
    this.#ties.stick({ anchor, left, right: left + this.plotWidth, top: scroll, bottom: scroll + this.plotHeight });
    return stale;
  }

  #draw(scene: Scene, view: View, scroll: number): void {
    const { layout } = scene;
    const { pxPerMs } = view;
    const left = view.t0 * pxPerMs;
    const margin = this.plotWidth / 2;
    if (this.#drawn?.pxPerMs !== pxPerMs || Math.abs(view.t0 - this.#anchor) * pxPerMs > 50_000) this.#anchor = view.t0;
    const anchor = this.#anchor * pxPerMs;
    const window = {
      x0: left - margin,
      x1: left + this.plotWidth + margin,
      y0: scroll - MARGIN_Y,
      y1: scroll + this.plotHeight + MARGIN_Y,
    };
    const clip: Clip = {
      anchor,
      // Snapped, so that a long bar keeps its path while one pans.
      clip0: anchor + Math.floor((window.x0 - anchor) / margin - 1) * margin,
      clip1: anchor + Math.ceil((window.x1 - anchor) / margin + 1) * margin,
    };
    const part = visiblePart(layout, window, scene.pinned);
    this.#axis.draw({
      from: window.x0 / pxPerMs,
      to: window.x1 / pxPerMs,
      anchor: this.#anchor,
      pxPerMs,
      height: this.height,
      today: scene.today,
      ruler: this.ruler,
      boldRuler: this.boldRuler,
      ink: SCREEN,
    });
    this.#heads.draw({
      lanes: part.map(({ lane }) => lane),
      width: this.head,
      height: this.height,
      caption: DIMENSION_NAMES[scene.dimension],
      expanded: scene.expanded,
      ruler: this.ruler,
      boldRuler: this.boldRuler,
      ink: SCREEN,
    });
    this.#clip = clip;
    this.#ties.draw(scene, clip, this.ruler);
    this.#drawLanes(part, scene, clip);
    this.#drawn = { left, scroll, pxPerMs, layout };
  }

  #drawLanes(part: readonly VisibleLane[], scene: Scene, clip: Clip): void {
    const paint: Paint = { ink: SCREEN, ruler: this.ruler, bandLabels: scene.bandLabels };
    const stickies: Sticky[] = [];
    const [lanesBefore, itemsBefore] = [this.#laneGroups, this.#elements];
    this.#laneGroups = new Map();
    this.#elements = new Map();
    const line = { class: 'lane-line', stroke: SCREEN.lane };
    for (const { lane, items, places } of part) {
      const group = lanesBefore.get(lane.key) ?? svg('g', { class: 'lane', role: 'group' }, svg('path', line));
      this.#laneGroups.set(lane.key, group);
      const label = `${lane.name}, ${counted(lane.count, l10n.t('{0} event|{0} events'))}`;
      setAttributes(group, { transform: at(0, lane.top), 'aria-label': label });
      const d = `M${clip.clip0 - clip.anchor} ${lane.height - 0.5}H${clip.clip1 - clip.anchor}`;
      group.firstElementChild?.setAttribute('d', d);
      const placeOf = new Map(items.map((item, nth) => [item.id, places[nth]! + 1]));
      const behindFirst = [...items].sort((a, b) => Number(a.type !== 'band') - Number(b.type !== 'band'));
      const elements = behindFirst.map((item) => {
        const element = itemsBefore.get(item.id) ?? svg('g', { role: 'button' });
        this.#elements.set(item.id, element);
        const sticky = updateItem(element, item, lane, clip, paint);
        if (sticky) stickies.push(sticky);
        if (item.type !== 'cluster') element.setAttribute('data-key', item.event.key);
        element.setAttribute('aria-label', describeItem(item, lane, placeOf.get(item.id) ?? 0));
        return element;
      });
      setChildren(group, [group.firstElementChild!, ...elements]);
    }
    setChildren(this.#lanes, [...this.#laneGroups.values()]);
    this.#stickies = stickies;
    this.#handovers.replaceChildren(
      ...part.flatMap(({ lane, items }) => {
        const shapes = handoverShapes(scene.handovers(lane, items), clip, SCREEN);
        const place = { transform: `translate(0,${lane.top})` };
        return shapes.length > 0 ? [svg('g', place, ...shapes.map(toElement))] : [];
      }),
    );
    // At the end, because an outline has the browser measure what is drawn.
    this.#decorateAll(scene, true);
  }

  /** Marks selection, the tab stop and ties without drawing anew. */
  redecorate(scene: Scene): void {
    if (!this.#retie(scene)) this.#decorateAll(scene, false);
  }

  /** Draws the ties anew if they are others than before; true if so. */
  #retie(scene: Scene): boolean {
    const retied = this.#clip !== null && this.#ties.draw(scene, this.#clip, this.ruler);
    if (retied) this.#decorateAll(scene, false);
    return retied;
  }

  /** `painted` where items have been drawn anew. */
  #decorateAll(scene: Scene, painted: boolean): void {
    for (const element of this.#elements.values()) {
      this.#decorate(element, itemOf(element), scene, painted);
    }
  }

  #decorate(element: SVGGElement, item: Item, scene: Scene, painted: boolean): void {
    const selected = scene.isSelected(item);
    const current = item.id === scene.current;
    element.setAttribute('tabindex', current ? '0' : '-1');
    const tied = !selected && this.#ties.holds(item);
    element.classList.toggle('selected', selected);
    element.classList.toggle('tied', tied);
    if (selected) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
    const old = element.querySelector(':scope > .ring');
    if (!selected && !current && !tied) old?.remove();
    else if (!old || painted) {
      old?.remove();
      element.prepend(ringOf(item, element));
    }
  }
}

/** The outline of a selected, focused or tied item, just outside its glyph and label. */
function ringOf(item: Item, element: SVGGElement): SVGRectElement {
  let x0 = -5;
  let x1 = 0;
  for (const child of element.children) {
    if (child.classList.contains('wash') || child.classList.contains('edge')) continue;
    const box = (child as SVGGraphicsElement).getBBox();
    const shift = /translate\((-?[\d.]+)/.exec(child.getAttribute('transform') ?? '');
    x1 = Math.max(x1, box.x + box.width + Number(shift?.[1] ?? 0));
    x0 = Math.min(x0, box.x + Number(shift?.[1] ?? 0) - 4);
  }
  x1 = Math.max(x1, Math.min(rightEnd(item), item.x1) - item.x0);
  return svg('rect', { class: 'ring', x: x0, y: -10.5, width: Math.min(x1, 1e6) - x0 + 5, height: 21, rx: 5 });
}
