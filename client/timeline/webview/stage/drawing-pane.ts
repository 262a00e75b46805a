/** The drawn timeline: stage, view, pointer, hover card and overview, brought in line with the arrangement when asked. */
import * as l10n from '@vscode/l10n';
import type { Arrangement } from '../../drawing/arrangement.ts';
import { handoverMarks } from '../../drawing/handovers.ts';
import type { Item } from '../../drawing/layout/items.ts';
import { AXIS, headWidth } from '../../drawing/layout/metrics.ts';
import { findItem } from '../../drawing/layout/navigation.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import type { TextRuler } from '../../drawing/text.ts';
import { DAY } from '../../drawing/time.ts';
import type { Notices } from '../notices.ts';
import { Overview } from '../overview/overview.ts';
import type { SavedState } from '../saved-state.ts';
import type { Selection } from '../selection.ts';
import { html } from '../svg.ts';
import { Card } from './card.ts';
import { Explorer } from './explorer.ts';
import { rulerForFont } from './font.ts';
import { listenToPointer } from './pointer.ts';
import { type Scene, Stage } from './stage.ts';
import { type View, Viewport } from './viewport.ts';

export interface DrawingParts {
  model: TimelineModel;
  arrangement: Arrangement;
  selection: Selection;
  notices: Notices;
  /** The user has chosen a record. */
  onOpen(key: string, focus: boolean): void;
  /** The user has gone along a tie to another record. */
  onFollow(key: string): void;
  /** What is shown is out of date: {@link DrawingPane.render} wants to be called, at once or with the next frame. */
  onStale(now: boolean): void;
}

export class DrawingPane {
  readonly element: HTMLElement;
  readonly explorer: Explorer;
  readonly #parts: DrawingParts;
  readonly #stage = new Stage();
  readonly #card = new Card();
  readonly #viewport: Viewport;
  readonly #overview: Overview;
  #ruler!: TextRuler;
  /** Room for lanes while no card stands beside, px; the drawing's own size, and that of its heads, as one text. */
  #room = { width: 50, height: 0 };
  #size = '';
  /** Key of the entry that keys have brought the focus to. */
  #walked: string | null = null;

  constructor(parts: DrawingParts) {
    this.#parts = parts;
    const { model, arrangement, selection, notices, onStale } = parts;
    const stage = this.#stage;
    this.#viewport = new Viewport(stage.surface, {
      onView: () => onStale(false),
      onDragY: (dy) => {
        stage.scroller.scrollTop -= dy;
      },
    });
    const viewport = this.#viewport;
    const render = () => onStale(true);
    this.explorer = new Explorer({ model, arrangement, selection, stage, viewport, notices, render });
    this.#overview = new Overview({
      onMove: (start) => viewport.panBy((start - viewport.view.t0) * viewport.view.pxPerMs),
      onWindow: (start, end) => viewport.fit(start, end, false, 0, 0),
      onFitAll: () => this.explorer.fitAll(),
      onWheel: (event, time) => this.#turnWheel(event, time),
    });
    const area = html('div', { class: 'stage' }, stage.scroller, this.#card.element);
    this.element = html('div', { class: 'drawing' }, area, this.#overview.element);
    stage.scroller.addEventListener('scroll', () => onStale(false), { passive: true });
    listenToPointer(stage.surface, {
      onHover: (item, element) => this.#hover(item, element),
      onOpen: (item, focus) => this.open(item, focus),
      onExpand: (laneKey) => this.#toggleExpanded(laneKey),
      onFocus: (item, element) => this.#focused(item, element),
    });
    stage.surface.addEventListener('click', ({ target }) => {
      const sign = target instanceof Element ? target.closest('[data-follow]') : null;
      if (sign) parts.onFollow(sign.getAttribute('data-follow') ?? '');
    });
    stage.scroller.addEventListener('focusout', () => this.#walkTo(null));
    new ResizeObserver(() => this.resize()).observe(this.element);
  }

  /** What keys are heard on. */
  get surface(): SVGSVGElement {
    return this.#stage.surface;
  }

  get view(): View {
    return this.#viewport.view;
  }

  /** Width of the plot, px. */
  get width(): number {
    return this.#stage.plotWidth;
  }

  /** What of the view outlives the page. */
  get saved(): Pick<SavedState, 'view' | 'scroll'> {
    const { center, view } = this.#viewport;
    return {
      view: { center: Math.round(center), pxPerDay: view.pxPerMs * DAY },
      scroll: this.#stage.scroller.scrollTop,
    };
  }

  /** The model has changed. */
  refresh(): void {
    const { model, arrangement } = this.#parts;
    this.#stage.surface.setAttribute('aria-label', l10n.t('Timeline of {0}', model.title));
    if (arrangement.horizon) this.#viewport.setHorizon(arrangement.horizon);
  }

  /** Shows time and lanes as they were when the page was left. */
  restore({ view, scroll }: Pick<SavedState, 'view' | 'scroll'>): void {
    if (view) this.#viewport.show(view.center, view.pxPerDay);
    else this.showOpening();
    this.#parts.onStale(true);
    this.#stage.scroller.scrollTop = scroll;
  }

  /** Shows where nearly all events are. */
  showOpening(): void {
    const first = this.#parts.arrangement.opening();
    if (first) this.#viewport.fit(first.start, first.end, false, 0);
    else this.#viewport.fitAll();
  }

  scrollToTop(): void {
    this.#stage.scroller.scrollTop = 0;
  }

  /** Lays out what has changed; true when there is a new layout. */
  arrange(): boolean {
    return this.#parts.arrangement.arrange(this.#viewport.view.pxPerMs, this.#ruler, this.#room);
  }

  /** Draws; `anew` when there is a new layout. */
  render(anew: boolean): void {
    const { arrangement, selection } = this.#parts;
    const { layout } = arrangement;
    if (!layout) return;
    const stage = this.#stage;
    if (anew) {
      stage.adopt(layout, ...this.#held());
      if (selection.current !== null && !findItem(layout, selection.current)) selection.current = null;
    }
    if (selection.pendingReveal !== null) {
      this.explorer.revealRecord(selection.pendingReveal);
      selection.pendingReveal = null;
    }
    selection.current ??= this.explorer.nearest()?.item.id ?? null;
    const hadFocus = document.activeElement?.closest('.item') != null;
    stage.show(this.#scene(layout), this.#viewport.view, stage.scroller.scrollTop);
    if (hadFocus && !document.activeElement?.closest('.item')) this.explorer.focusElement();
    this.#showOverview();
  }

  /** Marks selection and the tab stop without drawing anew. */
  redecorate(): void {
    const { layout } = this.#parts.arrangement;
    if (layout) this.#stage.redecorate(this.#scene(layout));
  }

  /** Opens an item: a record, or what a cluster holds. */
  open(item: Item, focus: boolean): void {
    this.#parts.selection.current = item.id;
    if (item.type !== 'cluster') this.#parts.onOpen(item.event.key, focus);
    else if (!this.explorer.zoomInto(item)) this.explorer.toggleLane();
  }

  hideCard(): void {
    this.#card.hide();
  }

  /**
   * Takes the size that it has been given. What opens beside it must move nothing under the pointer: heads and rows go by
   * the panel as a whole, and the visible time keeps its `start`.
   */
  resize(keep: 'middle' | 'start' = 'middle'): void {
    const { clientWidth, clientHeight } = this.element;
    const panel = this.element.closest('.body');
    if (clientWidth === 0 || !panel) return;
    const head = headWidth(panel.clientWidth);
    const size = `${clientWidth} ${clientHeight} ${head}`;
    if (this.#size === size) return;
    this.#size = size;
    this.#overview.resize(clientWidth, clientHeight);
    this.#stage.resize(head);
    this.#viewport.resize(head, this.#stage.plotWidth, keep);
    const [width, height] = [Math.max(50, panel.clientWidth - head), Math.max(0, panel.clientHeight - AXIS)];
    if (width !== this.#room.width || height !== this.#room.height) this.#parts.arrangement.invalidate();
    this.#room = { width, height };
    this.#parts.onStale(false);
  }

  /** Reads what depends on the theme: the font and the wish for less motion. */
  restyle(): void {
    const style = getComputedStyle(this.#stage.surface);
    this.#ruler = rulerForFont(`${style.fontWeight} ${style.fontSize} ${style.fontFamily}`);
    this.#stage.ruler = this.#ruler;
    this.#stage.boldRuler = rulerForFont(`600 ${style.fontSize} ${style.fontFamily}`);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#viewport.reducedMotion = still || document.body.classList.contains('vscode-reduce-motion');
    this.#parts.arrangement.invalidate();
    this.#stage.invalidate();
    this.#parts.onStale(false);
  }

  /** What zooming leaves where it is, and how far below the axis that is, px: the hand, else what has the focus, else the top. */
  #held(): [who: string, y: number] {
    const { handY } = this.#viewport;
    const { surface, plotHeight } = this.#stage;
    const focused = handY === null ? document.activeElement?.closest('.item') : null;
    const box = focused?.getBoundingClientRect();
    const y = (handY ?? (box ? (box.top + box.bottom) / 2 : 0)) - surface.getBoundingClientRect().top - AXIS;
    if (y < 0 || y >= plotHeight) return ['top', 0];
    return focused ? [`item ${focused.getAttribute('data-key')}`, y] : [`hand ${y}`, y];
  }

  #toggleExpanded(laneKey: string): void {
    this.#parts.arrangement.toggleExpanded(laneKey);
    this.#parts.onStale(false);
  }

  #showOverview(): void {
    const { arrangement, model } = this.#parts;
    const { events, horizon } = arrangement;
    const { t0, pxPerMs } = this.#viewport.view;
    if (!horizon) return;
    const window = { start: t0, end: t0 + this.#stage.plotWidth / pxPerMs };
    this.#overview.show({ events, horizon, window, today: model.today, head: this.#stage.head });
  }

  /** A wheel turned elsewhere does what it does over the drawing, at an instant (ms UTC). */
  #turnWheel({ deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey }: WheelEvent, time: number): void {
    const { surface, scroller, head, plotHeight } = this.#stage;
    const { t0, pxPerMs } = this.#viewport.view;
    const { left, top } = surface.getBoundingClientRect();
    const at = { clientX: left + head + (time - t0) * pxPerMs, clientY: top };
    const keys = { ctrlKey, metaKey, shiftKey };
    const turn = new WheelEvent('wheel', { deltaX, deltaY, deltaMode, ...keys, ...at, cancelable: true });
    // What zooms or pans is taken; the browser would scroll by the rest if it were a real one.
    if (surface.dispatchEvent(turn)) scroller.scrollTop += deltaY * ([1, 16, plotHeight][deltaMode] ?? 1);
  }

  #scene(layout: Scene['layout']): Scene {
    const { arrangement, model, selection } = this.#parts;
    const { selected } = selection;
    const focused = this.#walked;
    return {
      layout,
      dimension: arrangement.dimension,
      today: model.today,
      expanded: arrangement.expanded,
      pinned: selection.pinned,
      isSelected: (item) => selection.holds(item),
      current: selection.current,
      chosen: selected === null && focused === null ? null : { links: model.links, selected, focused },
      handovers: (lane, items) => handoverMarks(lane, items, arrangement.dimension, model.handovers, model.laneNames),
      bandLabels: (event) => arrangement.bandLabels(event),
    };
  }

  #hover(item: Item | null, element: Element | null): void {
    if (item && element) this.#card.show(item, glyphBox(element), this.#parts.model.laneNames, 120);
    else this.#card.hide();
  }

  #focused(item: Item, element: Element): void {
    const { model, selection } = this.#parts;
    if (selection.current !== item.id) {
      selection.current = item.id;
      this.redecorate();
    }
    if (!element.matches(':focus-visible')) return;
    this.#card.show(item, glyphBox(element), model.laneNames, 200);
    this.#walkTo(item.type === 'cluster' ? null : item.event.key);
  }

  #walkTo(key: string | null): void {
    if (this.#walked === key) return;
    this.#walked = key;
    this.#parts.onStale(false);
  }
}

/** The box of an item's glyph without its outline, limited to what is on screen. */
function glyphBox(element: Element): DOMRect {
  const glyph = element.querySelector('.glyph') ?? element;
  const box = glyph.getBoundingClientRect();
  const left = Math.max(box.left, 0);
  return new DOMRect(left, box.top, Math.max(0, box.right - left), box.height);
}
