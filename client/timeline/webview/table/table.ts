/**
 * The same events in rows: for reading, sorting and screen readers. A grid, so that a screen reader hands on the keys
 * that go from row to row, and does not look for rows with a cursor of its own, which would find only those near the
 * screen: the others do not exist until one gets there. `aria-rowindex` says which they are.
 */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { html } from '../svg.ts';
import { Body } from './body.ts';
import { describeSort, type Sort } from './columns.ts';
import { listenToRows, type Way } from './hands.ts';
import { Head } from './head.ts';
import { Sorter } from './sort.ts';

export interface TableScene {
  /** What the filter keeps, in drawing order. */
  events: readonly TimelineEvent[];
  names: LaneNames;
  /** Key of the record that is selected. */
  selected: string | null;
  sort: Sort;
  title: string;
}

export interface TableListener {
  onOpen(key: string, focus: boolean): void;
  onSort(sort: Sort): void;
}

/** A row, and how far below the head it stands, px. */
interface Seen {
  readonly key: string;
  readonly offset: number;
}

export class Table {
  readonly element = html('div', { class: 'table', hidden: '' });
  readonly #caption = html('caption', { class: 'visually-hidden', id: 'table-caption' });
  readonly #head: Head;
  readonly #body = new Body();
  readonly #grid: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #sorter = new Sorter();
  #scene: TableScene | null = null;
  /** Px; what is known of them while the table is not on screen. */
  #scroll = 0;
  #room = 0;

  constructor(listener: TableListener) {
    const body = this.#body;
    this.#head = new Head({ onSort: listener.onSort, onLeave: () => this.#goTo(body.current) });
    const attributes = { role: 'grid', 'aria-readonly': 'true', 'aria-labelledby': 'table-caption' };
    this.#grid = html('table', attributes, this.#caption, this.#head.element, body.element);
    this.#scroller = html('div', { class: 'table-scroller' }, this.#grid);
    this.element.append(this.#scroller);
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    listenToRows(body.element, {
      onOpen: listener.onOpen,
      onMove: (way) => this.#move(way),
      onVisit: (key, cell) => body.visit(key, cell),
    });
    new ResizeObserver(() => this.#resize()).observe(this.#scroller);
  }

  show(scene: TableScene): void {
    const before = this.#scene;
    this.#scene = scene;
    const { events, names, selected, sort } = scene;
    const body = this.#body;
    this.#fit();
    this.#scroller.hidden = events.length === 0;
    body.select(selected);
    const sorted = before?.sort.column === sort.column && before.sort.descending === sort.descending;
    if (!sorted || before.events !== events || before.names !== names) {
      const seen = sorted ? this.#seen() : [];
      // Who sorts wants to see what comes first, unless the focus is on a row: that is followed.
      if (!sorted && before && !body.hasFocus) body.forgetVisited();
      if (!sorted && before) this.#scroll = 0;
      body.setEvents(this.#sorter.sort(events, sort, names), names);
      this.#describe(scene);
      this.#head.show(sort);
      this.#follow(seen);
      if (!sorted && body.hasFocus) this.#bring(body.current);
    }
    this.#render();
    if (body.measure()) this.#render();
  }

  /** Gives the focus to the selected row, or else to where it was, or else to the first. */
  focus(): void {
    this.#goTo(this.#body.selected >= 0 ? this.#body.selected : this.#body.current);
  }

  /** Brings the row of a record on screen; nothing when it is there already or not shown at all. */
  reveal(key: string): void {
    this.#bring(this.#body.placeOf(key), true);
    this.#render();
  }

  /** Brings the row on screen whose start is nearest to an instant, ms UTC; Tab and arrows go on from there. */
  goToTime(time: number): void {
    const away = ({ date: { min, max } }: TimelineEvent): number => Math.abs((min ?? max ?? Number.MAX_VALUE) - time);
    let nearest: TimelineEvent | undefined;
    for (const event of this.#scene?.events ?? []) if (!nearest || away(event) < away(nearest)) nearest = event;
    if (!nearest) return;
    const { hasFocus } = this.#body;
    this.#body.visit(nearest.key, null);
    this.reveal(nearest.key);
    if (hasFocus) this.#body.focus();
  }

  #describe({ events, sort, title }: TableScene): void {
    this.#caption.textContent = `${title}: ${l10n.t('{0} by {1}', counted(events.length, l10n.t('{0} event|{0} events')), describeSort(sort))}`;
    this.#grid.setAttribute('aria-rowcount', String(events.length + 1));
  }

  #scrolled(): void {
    // A table that is not on screen is not scrolled: it only has no place to be.
    if (this.#scroller.clientHeight === 0) return;
    this.#scroll = this.#scroller.scrollTop;
    this.#render();
  }

  /** Makes the rows for where the table is scrolled to, and scrolls there. */
  #render(): void {
    if (this.#scroller.clientHeight === 0) return;
    this.#room = Math.max(0, this.#scroller.clientHeight - this.#head.element.offsetHeight);
    const most = Math.max(0, this.#body.count * this.#body.rowHeight - this.#room);
    this.#scroll = Math.min(this.#scroll, most);
    this.#body.render(this.#scroll, this.#room);
    if (Math.abs(this.#scroller.scrollTop - this.#scroll) >= 1) this.#scroller.scrollTop = this.#scroll;
  }

  #resize(): void {
    if (this.#scroller.clientHeight === 0) return;
    this.#fit();
    if (this.#scene) this.#head.show(this.#scene.sort);
  }

  /** Where other columns have room and rows another height, what is looked at stays where it is. */
  #fit(): void {
    const { current, hasFocus, selected } = this.#body;
    const watched = hasFocus ? current : selected;
    const wasSeen = this.#isSeen(watched);
    const seen = this.#seen();
    if (this.#body.measure()) this.#follow(seen);
    this.#render();
    if (!wasSeen || this.#isSeen(watched)) return;
    this.#bring(watched);
    this.#render();
  }

  /** Rows on screen, those first that are to stay where they are; nothing at the very top, where new rows may push in. */
  #seen(): Seen[] {
    const { current, hasFocus, rowHeight } = this.#body;
    const first = Math.floor(this.#scroll / rowHeight);
    const places = Array.from({ length: Math.ceil(this.#room / rowHeight) + 1 }, (_, index) => first + index);
    if (hasFocus && this.#isSeen(current)) places.unshift(current);
    else if (this.#scroll <= 0) return [];
    return places.flatMap((place) => {
      const key = this.#body.eventAt(place)?.key;
      return key === undefined ? [] : [{ key, offset: place * rowHeight - this.#scroll }];
    });
  }

  /** Scrolls so that the first of these rows that is still there stands where it stood. */
  #follow(seen: readonly Seen[]): void {
    for (const { key, offset } of seen) {
      const place = this.#body.placeOf(key);
      if (place < 0) continue;
      this.#scroll = Math.max(0, place * this.#body.rowHeight - offset);
      return;
    }
  }

  #isSeen(place: number): boolean {
    const top = place * this.#body.rowHeight - this.#scroll;
    return place >= 0 && top >= -1 && top + this.#body.rowHeight <= this.#room + 1;
  }

  /** Scrolls a row on screen, no farther than it must or else to the middle. */
  #bring(place: number, toMiddle = false): void {
    if (place < 0 || this.#isSeen(place)) return;
    const { rowHeight } = this.#body;
    const top = place * rowHeight;
    const lowest = top + rowHeight - this.#room;
    const to = toMiddle ? (top + lowest) / 2 : top < this.#scroll ? top : lowest;
    this.#scroll = Math.max(0, to);
  }

  #move(way: Way): void {
    const { current, count, rowHeight } = this.#body;
    const page = Math.max(1, Math.floor(this.#room / rowHeight) - 1);
    if (way === 'up' && current === 0) this.#head.focus();
    else
      this.#goTo(
        {
          up: current - 1,
          down: current + 1,
          pageUp: current - page,
          pageDown: current + page,
          first: 0,
          last: count - 1,
        }[way],
      );
  }

  #goTo(place: number): void {
    const event = this.#body.eventAt(Math.min(Math.max(0, place), this.#body.count - 1));
    if (!event) return;
    this.#body.visit(event.key, null);
    this.#bring(this.#body.current);
    this.#render();
    this.#body.focus();
  }
}
