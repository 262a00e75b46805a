/** Wires model, layout, drawing, viewport, keyboard and host together, one frame at a time. */
import type { LaneDimension, TimelineUpdate } from '../../../server/protocol.ts';
import { Arrangement } from './arrangement.ts';
import { Card } from './card.ts';
import { Explorer } from './explorer.ts';
import type { Host, SavedState } from './host.ts';
import type { Item } from './items.ts';
import { listenToKeys, ZOOM_STEP } from './keyboard.ts';
import { headWidth } from './metrics.ts';
import { TimelineModel } from './model.ts';
import { findItem } from './navigation.ts';
import { Notices } from './notices.ts';
import { listenToPointer } from './pointer.ts';
import { Selection } from './selection.ts';
import { type Scene, Stage } from './stage.ts';
import { html } from './svg.ts';
import { rulerForFont, type TextRuler } from './text.ts';
import { DAY } from './time.ts';
import { Toolbar } from './toolbar.ts';
import { Viewport } from './viewport.ts';

export class App {
  readonly #host: Host;
  readonly #saved: SavedState;
  readonly #model = new TimelineModel();
  readonly #selection = new Selection();
  readonly #stage = new Stage();
  readonly #card = new Card();
  readonly #notices = new Notices();
  readonly #arrangement: Arrangement;
  readonly #viewport: Viewport;
  readonly #explorer: Explorer;
  readonly #toolbar: Toolbar;
  #ruler!: TextRuler;
  #frame = 0;
  #saveTimer = 0;

  constructor(root: HTMLElement, host: Host) {
    this.#host = host;
    this.#saved = host.load();
    this.#selection.selected = this.#saved.selection;
    this.#arrangement = new Arrangement(this.#model, this.#saved.dimension, this.#saved.filter, this.#saved.expanded);
    this.#viewport = new Viewport(this.#stage.surface, {
      onView: () => this.#schedule(),
      onDragY: (dy) => {
        this.#stage.scroller.scrollTop -= dy;
      },
    });
    this.#explorer = new Explorer({
      model: this.#model,
      arrangement: this.#arrangement,
      selection: this.#selection,
      stage: this.#stage,
      viewport: this.#viewport,
      notices: this.#notices,
      render: () => this.#render(),
    });
    this.#toolbar = new Toolbar({
      onDimension: (dimension) => this.#setDimension(dimension),
      onFilter: (query) => this.#setFilter(query),
      onZoom: (way) => this.#explorer.zoom(ZOOM_STEP ** way),
      onFitAll: () => this.#explorer.fitAll(),
      onToday: () => this.#explorer.goToday(),
      onLeaveSearch: () => this.#explorer.focusCurrent(),
    });
    this.#toolbar.dimension = this.#arrangement.dimension;
    this.#toolbar.query = this.#arrangement.filter;
    const area = html('div', { class: 'stage' }, this.#stage.scroller, this.#notices.empty, this.#card.element);
    root.classList.add('timeline');
    root.replaceChildren(this.#toolbar.element, this.#notices.banner, area, this.#notices.live);
    this.#listen();
    this.#restyle();
    this.#resize();
    host.post({ type: 'ready', revision: this.#model.revision });
  }

  #listen(): void {
    const { surface, scroller } = this.#stage;
    scroller.addEventListener('scroll', () => this.#schedule(), { passive: true });
    listenToPointer(surface, {
      onHover: (item, element) => this.#hover(item, element),
      onOpen: (item, focus) => this.#open(item, focus),
      onExpand: (laneKey) => this.#toggleExpanded(laneKey),
      onFocus: (item, element) => this.#focused(item, element),
    });
    const explorer = this.#explorer;
    listenToKeys(surface, {
      move: (direction) => explorer.move(direction),
      open: (focus) => {
        const spot = explorer.current();
        if (spot) this.#open(spot.item, focus);
      },
      clearSelection: () => {
        this.#card.hide();
        if (this.#selection.selected !== null) this.#setSelected(null);
      },
      zoom: (factor) => explorer.zoom(factor),
      fitAll: () => explorer.fitAll(),
      fitSelection: () => explorer.fitSelection(),
      goToday: () => explorer.goToday(),
      search: () => this.#toolbar.focusSearch(),
    });
    this.#host.onMessage((message) => {
      if (message.type === 'update') this.#update(message.update);
      else this.#select(message.key, message.reveal);
    });
    new ResizeObserver(() => this.#resize()).observe(scroller);
    const theme = new MutationObserver(() => this.#restyle());
    theme.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    window.addEventListener('pagehide', () => this.#save());
  }

  #update(update: TimelineUpdate): void {
    const moved = this.#model.known && update.dataset !== this.#model.dataset;
    const applied = this.#model.apply(update);
    if (applied === 'gap') this.#host.post({ type: 'ready', revision: this.#model.revision });
    if (applied !== 'applied') return;
    this.#stage.surface.setAttribute('aria-label', `Timeline of ${this.#model.title}`);
    this.#notices.setBroken(this.#model.broken);
    const first = this.#arrangement.refresh();
    if (this.#arrangement.horizon) this.#viewport.setHorizon(this.#arrangement.horizon);
    if (first) this.#restoreView();
    else if (moved) this.#showOpening();
    this.#schedule();
  }

  #restoreView(): void {
    const { view, dataset, scroll } = this.#saved;
    const same = dataset === this.#model.dataset;
    if (view && same) this.#viewport.show(view.center, view.pxPerDay);
    else this.#showOpening();
    this.#render();
    if (same) this.#stage.scroller.scrollTop = scroll;
  }

  #showOpening(): void {
    const first = this.#arrangement.opening();
    if (first) this.#viewport.fit(first.start, first.end, false, 0);
    else this.#viewport.fitAll();
  }

  /** From the host: outlines, and scrolls only if asked and off-screen. Never posts. */
  #select(key: string | null, reveal: boolean): void {
    this.#selection.pendingReveal = reveal ? key : null;
    this.#setSelected(key);
    this.#schedule();
  }

  #setSelected(key: string | null): void {
    this.#selection.selected = key;
    this.#redecorate();
    this.#saveSoon();
  }

  #open(item: Item, focus: boolean): void {
    this.#selection.current = item.id;
    if (item.type === 'cluster') {
      if (!this.#explorer.zoomInto(item)) this.#toggleExpanded(item.laneKey);
      return;
    }
    this.#setSelected(item.event.key);
    this.#host.post({ type: 'open', key: item.event.key, focus });
  }

  #setDimension(dimension: LaneDimension): void {
    this.#arrangement.dimension = dimension;
    this.#selection.current = null;
    this.#stage.scroller.scrollTop = 0;
    this.#schedule();
  }

  #setFilter(query: string): void {
    this.#arrangement.filter = query;
    this.#toolbar.query = query;
    this.#card.hide();
    this.#render();
    this.#notices.say(`${this.#arrangement.shown} of ${this.#model.size} events`);
  }

  #toggleExpanded(laneKey: string): void {
    this.#arrangement.toggleExpanded(laneKey);
    this.#schedule();
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => this.#render());
  }

  #render(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const arrangement = this.#arrangement;
    const { plotWidth: width, plotHeight: height, scroller } = this.#stage;
    const anew = arrangement.arrange(this.#viewport.view.pxPerMs, this.#ruler, { width, height });
    this.#toolbar.setCount(arrangement.shown, this.#model.size, arrangement.filtered);
    this.#showEmpty();
    const { layout } = arrangement;
    if (!layout) return;
    const selection = this.#selection;
    if (anew) {
      this.#stage.setContentHeight(layout.height);
      if (selection.current !== null && !findItem(layout, selection.current)) selection.current = null;
    }
    if (selection.pendingReveal !== null) {
      this.#explorer.revealRecord(selection.pendingReveal);
      selection.pendingReveal = null;
    }
    selection.current ??= this.#explorer.nearest()?.item.id ?? null;
    const hadFocus = document.activeElement?.closest('.item') != null;
    this.#stage.show(this.#scene(layout), this.#viewport.view, scroller.scrollTop);
    if (hadFocus && !document.activeElement?.closest('.item')) this.#explorer.focusElement();
    this.#saveSoon();
  }

  #scene(layout: Scene['layout']): Scene {
    return {
      layout,
      dimension: this.#arrangement.dimension,
      today: this.#model.today,
      expanded: this.#arrangement.expanded,
      pinned: this.#selection.pinned,
      isSelected: (item) => this.#selection.holds(item),
      current: this.#selection.current,
      bandLabels: (event) => this.#arrangement.bandLabels(event),
    };
  }

  #redecorate(): void {
    const { layout } = this.#arrangement;
    if (layout) this.#stage.redecorate(this.#scene(layout));
  }

  #showEmpty(): void {
    const { shown, filtered, filter } = this.#arrangement;
    const state = !this.#model.known ? 'loading' : shown > 0 ? null : filtered ? 'filtered' : 'none';
    this.#notices.setEmpty(state, filter, () => this.#setFilter(''));
  }

  #hover(item: Item | null, element: Element | null): void {
    if (item && element) this.#card.show(item, glyphBox(element), this.#model.laneNames, 120);
    else this.#card.hide();
  }

  #focused(item: Item, element: Element): void {
    if (this.#selection.current !== item.id) {
      this.#selection.current = item.id;
      this.#redecorate();
    }
    if (element.matches(':focus-visible')) this.#card.show(item, glyphBox(element), this.#model.laneNames, 200);
  }

  #resize(): void {
    const { scroller } = this.#stage;
    if (scroller.clientWidth === 0) return;
    const head = headWidth(scroller.clientWidth);
    this.#stage.resize(head);
    this.#viewport.resize(head, this.#stage.plotWidth, this.#stage.plotHeight);
    this.#arrangement.invalidate();
    this.#schedule();
  }

  /** Reads what depends on the theme: the font and the wish for less motion. */
  #restyle(): void {
    const style = getComputedStyle(this.#stage.surface);
    this.#ruler = rulerForFont(`${style.fontWeight} ${style.fontSize} ${style.fontFamily}`);
    this.#stage.ruler = this.#ruler;
    this.#stage.boldRuler = rulerForFont(`600 ${style.fontSize} ${style.fontFamily}`);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#viewport.reducedMotion = still || document.body.classList.contains('vscode-reduce-motion');
    this.#arrangement.invalidate();
    this.#stage.invalidate();
    this.#schedule();
  }

  #saveSoon(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = window.setTimeout(() => this.#save(), 60);
  }

  #save(): void {
    clearTimeout(this.#saveTimer);
    if (!this.#arrangement.horizon) return;
    this.#host.save({
      dataset: this.#model.dataset,
      dimension: this.#arrangement.dimension,
      view: { center: Math.round(this.#viewport.center), pxPerDay: this.#viewport.view.pxPerMs * DAY },
      filter: this.#arrangement.filter,
      selection: this.#selection.selected,
      scroll: this.#stage.scroller.scrollTop,
      expanded: this.#arrangement.opened,
    });
  }
}

/** The box of an item's glyph without its outline, limited to what is on screen. */
function glyphBox(element: Element): DOMRect {
  const glyph = element.querySelector('.glyph') ?? element;
  const box = glyph.getBoundingClientRect();
  const left = Math.max(box.left, 0);
  return new DOMRect(left, box.top, Math.max(0, box.right - left), box.height);
}
