/** Wires model, panes, toolbar, keyboard and host together, one frame at a time. */

import * as l10n from '@vscode/l10n';
import { counted, grouped } from '../../../l10n/language.ts';
import type { LaneDimension, TimelineUpdate, ToWebview } from '../../../server/protocol.ts';
import { Arrangement } from '../drawing/arrangement.ts';
import { describeNothing } from '../drawing/filter/facets.ts';
import { EVERYTHING, type Filter } from '../drawing/filter/filter.ts';
import { TimelineModel } from '../drawing/model.ts';
import { DetailsPane } from './details/pane.ts';
import { Unfolding } from './details/unfolding.ts';
import { Filters } from './filters/filters.ts';
import { Help } from './help/help.ts';
import type { Host } from './host.ts';
import { Notices } from './notices.ts';
import { PrintSheet } from './print/print.ts';
import type { Mode, SavedState } from './saved-state.ts';
import { Saving } from './saving/saving.ts';
import { Selection } from './selection.ts';
import { DrawingPane } from './stage/drawing-pane.ts';
import { listenToKeys, ZOOM_STEP } from './stage/keyboard.ts';
import { html } from './svg.ts';
import { describeSort, type Sort } from './table/columns.ts';
import { Table } from './table/table.ts';
import { Toolbar } from './toolbar.ts';

export class App {
  readonly #host: Host;
  readonly #saved: SavedState;
  readonly #model = new TimelineModel();
  readonly #selection = new Selection();
  readonly #notices = new Notices();
  readonly #arrangement: Arrangement;
  readonly #drawing: DrawingPane;
  readonly #table: Table;
  readonly #details: DetailsPane;
  readonly #unfolding: Unfolding;
  readonly #toolbar: Toolbar;
  readonly #filters: Filters;
  readonly #saving: Saving;
  readonly #help = new Help();
  #mode: Mode;
  #sort: Sort;
  #frame = 0;
  #saveTimer = 0;

  constructor(root: HTMLElement, host: Host) {
    this.#host = host;
    this.#saved = host.load();
    const { dimension, filter, expanded, selection, mode, sort, details } = this.#saved;
    this.#selection.selected = selection;
    this.#mode = mode;
    this.#sort = sort;
    const [model, notices] = [this.#model, this.#notices];
    this.#arrangement = new Arrangement(model, dimension, filter, expanded);
    const onOpen = (key: string, focus: boolean) => this.#open(key, focus);
    this.#drawing = new DrawingPane({
      model,
      arrangement: this.#arrangement,
      selection: this.#selection,
      notices,
      onOpen,
      onFollow: (key) => this.#follow(key, false),
      onStale: (now) => (now ? this.#render() : this.#schedule()),
    });
    this.#table = new Table({ onOpen, onSort: (chosen) => this.#setSort(chosen) });
    this.#details = new DetailsPane(details, {
      host,
      model,
      selection: this.#selection,
      onOpen: (key, focus) => this.#follow(key, focus),
      onClose: () => this.#setDetailed(false),
    });
    this.#unfolding = new Unfolding(this.#details, () => this.#setDetailed(true));
    this.#filters = new Filters({ onFilter: (chosen) => this.#setFilter(chosen) });
    this.#saving = new Saving({
      host,
      model,
      arrangement: this.#arrangement,
      view: () => ({ view: this.#drawing.view, width: this.#drawing.width }),
      state: () => this.#state(),
    });
    this.#toolbar = this.#makeToolbar();
    this.#toolbar.dimension = dimension;
    this.#toolbar.query = filter.text;
    const content = html('div', { class: 'content' }, this.#drawing.element, this.#table.element, notices.empty);
    root.classList.add('timeline');
    root.replaceChildren(
      this.#toolbar.element,
      this.#filters.element,
      notices.banner,
      html('div', { class: 'body' }, content, this.#details.element),
      notices.live,
      this.#help.element,
      new PrintSheet({ model, arrangement: this.#arrangement, sort: () => this.#sort }).element,
    );
    // A file of the timeline has a heading of its own.
    if (!document.querySelector('h1')) root.prepend(html('h1', { class: 'visually-hidden' }, l10n.t('Timeline')));
    this.#listen();
    this.#showMode();
    this.#toolbar.detailed = details;
    this.#details.show();
    this.#drawing.restyle();
    this.#drawing.resize();
    host.post({ type: 'ready', revision: model.revision });
  }

  #makeToolbar(): Toolbar {
    const { explorer } = this.#drawing;
    return new Toolbar(
      {
        onDimension: (dimension) => this.#setDimension(dimension),
        onSearch: (text) => this.#setFilter({ ...this.#arrangement.filter, text }),
        onClear: () => this.#setFilter(EVERYTHING),
        onMode: (mode) => this.#setMode(mode),
        onDetails: () => this.#setDetailed(!this.#details.open),
        onZoom: (way) => explorer.zoom(ZOOM_STEP ** way),
        onFitAll: () => explorer.fitAll(),
        onToday: () => this.#goToday(),
        onLeaveSearch: () => this.#focusContent(),
        onFirstMatch: () => this.#focusFirst(),
      },
      { filters: this.#filters.button, saving: this.#saving.element, help: this.#help.button },
    );
  }

  #listen(): void {
    const { explorer, surface } = this.#drawing;
    const ifDrawn = (act: () => void) => {
      if (this.#mode === 'drawing') act();
    };
    listenToKeys(surface, {
      move: (direction) => explorer.move(direction),
      page: (way) => explorer.page(way),
      pan: (way) => explorer.pan(way),
      toggleLane: () => ifDrawn(() => explorer.toggleLane()),
      open: (focus) => {
        const spot = explorer.current();
        if (spot) this.#drawing.open(spot.item, focus);
      },
      clearSelection: () => {
        this.#drawing.hideCard();
        if (this.#selection.selected !== null) this.#setSelected(null);
        if (this.#details.open) this.#setDetailed(false);
      },
      toggleDetails: () => this.#setDetailed(!this.#details.open),
      zoom: (factor) => ifDrawn(() => explorer.zoom(factor)),
      fitAll: () => ifDrawn(() => explorer.fitAll()),
      fitSelection: () => ifDrawn(() => explorer.fitSelection()),
      goToday: () => this.#goToday(),
      search: () => this.#toolbar.focusSearch(),
      help: () => this.#help.open(),
    });
    this.#host.onMessage((message) => this.#receive(message));
    const theme = new MutationObserver(() => this.#drawing.restyle());
    theme.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', () => this.#drawing.restyle());
    window.addEventListener('pagehide', () => this.#save());
  }

  #receive(message: ToWebview): void {
    switch (message.type) {
      case 'update':
        this.#update(message.update);
        break;
      case 'select':
        this.#select(message.key, message.reveal);
        break;
      case 'details':
        this.#details.receive(message.key, message.details);
        break;
      case 'export':
        void this.#saving.save(message.format);
    }
  }

  #update(update: TimelineUpdate): void {
    const moved = this.#model.known && update.dataset !== this.#model.dataset;
    const applied = this.#model.apply(update);
    if (applied === 'gap') this.#host.post({ type: 'ready', revision: this.#model.revision });
    if (applied !== 'applied') return;
    this.#notices.setBroken(this.#model.broken);
    const first = this.#arrangement.refresh();
    this.#drawing.refresh();
    if (first && this.#saved.dataset === this.#model.dataset) this.#drawing.restore(this.#saved);
    else if (first || moved) this.#drawing.showOpening();
    this.#details.show();
    if (first) this.#render();
    else this.#schedule();
  }

  /** From the host: outlines, and scrolls only if asked and off-screen. Never asks the host to open anything. */
  #select(key: string | null, reveal: boolean): void {
    this.#selection.pendingReveal = reveal ? key : null;
    this.#setSelected(key);
  }

  #setSelected(key: string | null): void {
    this.#selection.selected = key;
    this.#drawing.redecorate();
    this.#details.show();
    this.#schedule();
    this.#save();
  }

  /** The user has chosen a record here: it is selected, its card opens, and the host shows its text. */
  #open(key: string, focus: boolean): void {
    if (this.#model.get(key)) {
      this.#setSelected(key);
      this.#notices.say(l10n.t('Selected {0}', this.#model.get(key)?.title ?? ''));
      this.#unfolding.open();
    }
    this.#host.post({ type: 'open', key, focus });
  }

  /** A record is chosen in the card of another: the drawing goes there as well. */
  #follow(key: string, focus: boolean): void {
    this.#selection.pendingReveal = key;
    this.#open(key, focus);
  }

  #setDimension(dimension: LaneDimension): void {
    this.#arrangement.dimension = dimension;
    if (this.#arrangement.filter.compare.length > 0)
      this.#arrangement.filter = { ...this.#arrangement.filter, compare: [] };
    this.#selection.current = null;
    this.#drawing.scrollToTop();
    this.#schedule();
    this.#save();
  }

  #setFilter(filter: Filter): void {
    this.#arrangement.filter = filter;
    this.#toolbar.query = filter.text;
    this.#drawing.hideCard();
    this.#render();
    this.#save();
    const { events } = this.#arrangement;
    this.#notices.say(
      events.length
        ? counted(this.#model.size, l10n.t('{1} of {0} event|{1} of {0} events'), grouped(events.length))
        : this.#nothing(),
    );
  }

  #setSort(sort: Sort): void {
    this.#sort = sort;
    this.#render();
    this.#save();
    this.#notices.say(l10n.t('Sorted by {0}', describeSort(sort)));
  }

  #goToday(): void {
    const { today } = this.#model;
    if (this.#mode === 'drawing') this.#drawing.explorer.goToday();
    else if (today !== null) this.#table.goToTime(today);
  }

  #setMode(mode: Mode): void {
    this.#mode = mode;
    this.#showMode();
    this.#selection.pendingReveal = this.#selection.selected;
    this.#drawing.resize();
    this.#render();
    this.#save();
  }

  #showMode(): void {
    this.#toolbar.mode = this.#mode;
    this.#drawing.hideCard();
    this.#drawing.element.hidden = this.#mode !== 'drawing';
    this.#table.element.hidden = this.#mode !== 'table';
  }

  #setDetailed(open: boolean): void {
    const hadFocus = this.#details.element.contains(document.activeElement);
    const { selected } = this.#selection;
    const seen = selected !== null && this.#drawing.explorer.sees(selected);
    this.#unfolding.cancel();
    this.#details.open = open;
    this.#toolbar.detailed = open;
    this.#details.show();
    this.#drawing.resize('start');
    if (open && seen) this.#selection.pendingReveal = selected;
    this.#schedule();
    if (hadFocus && !open) this.#focusContent();
  }

  #focusContent(): void {
    if (this.#mode === 'table') this.#table.focus();
    else this.#drawing.explorer.focusCurrent();
  }

  /** From the search box: on to the first match by time; without any, it keeps the focus. */
  #focusFirst(): void {
    const [first] = this.#arrangement.events;
    if (!first) return;
    if (this.#mode === 'drawing' && this.#arrangement.filtered) this.#drawing.explorer.focusRecord(first.key);
    else this.#focusContent();
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => this.#render());
  }

  #render(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const arrangement = this.#arrangement;
    const anew = this.#drawing.arrange();
    const { events, filter, dimension, filtered } = arrangement;
    this.#toolbar.setCount(events.length, this.#model.size, filtered);
    this.#filters.show({ model: this.#model, filter, dimension, events });
    this.#showEmpty();
    if (this.#mode === 'table') this.#renderTable();
    else this.#drawing.render(anew);
    if (this.#model.known) this.#saveSoon();
  }

  #renderTable(): void {
    const { selected, pendingReveal } = this.#selection;
    const { laneNames: names, title } = this.#model;
    this.#table.show({ events: this.#arrangement.events, names, selected, sort: this.#sort, title });
    if (pendingReveal !== null) this.#table.reveal(pendingReveal);
    this.#selection.pendingReveal = null;
  }

  #showEmpty(): void {
    const { events, filtered } = this.#arrangement;
    const state = !this.#model.known ? 'loading' : events.length > 0 ? null : filtered ? 'filtered' : 'none';
    // What lies beneath the notice is out of reach for Tab, too.
    this.#drawing.element.inert = this.#table.element.inert = state !== null;
    this.#notices.setEmpty(state, state === 'filtered' ? this.#nothing() : '', () => {
      this.#setFilter(EVERYTHING);
      this.#toolbar.focusSearch();
    });
  }

  /** What leaves everything out, in words. */
  #nothing(): string {
    const { filter, dimension } = this.#arrangement;
    return describeNothing(filter, this.#model.laneNames, dimension);
  }

  /** For what moves all the time; what someone has chosen is saved at once, as the page may go at any moment. */
  #saveSoon(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = window.setTimeout(() => this.#save(), 60);
  }

  #save(): void {
    clearTimeout(this.#saveTimer);
    if (this.#arrangement.horizon) this.#host.save(this.#state());
  }

  #state(): SavedState {
    return {
      dataset: this.#model.dataset,
      dimension: this.#arrangement.dimension,
      ...this.#drawing.saved,
      filter: this.#arrangement.filter,
      selection: this.#selection.selected,
      expanded: this.#arrangement.opened,
      mode: this.#mode,
      sort: this.#sort,
      details: this.#details.open,
    };
  }
}
