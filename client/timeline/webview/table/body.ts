/** The rows of the table that exist: those near the screen, and the one that Tab reaches, which is never without an element. */
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { recordOf } from '../../drawing/links.ts';
import { setChildren } from '../children.ts';
import { html } from '../svg.ts';
import { rowsNear, stretches } from './near.ts';
import { Row } from './row.ts';

export class Body {
  readonly element = html('tbody');
  /** Px; what it is is up to the style sheet, and {@link measure} reads it. */
  rowHeight = 28;
  #events: readonly TimelineEvent[] = [];
  #names: LaneNames | null = null;
  #places = new Map<string, number>();
  #selected: string | null = null;
  #selectedPlace = -1;
  /** Key of the row that the keyboard has been to. */
  #visited: string | null = null;
  /** Which of its cells has the focus instead of the whole row. */
  #cell: HTMLElement | null = null;
  #rows = new Map<string, Row>();
  readonly #gaps = [gap(), gap(), gap()];
  #shown = '';

  get count(): number {
    return this.#events.length;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** The place of the row that Tab reaches: where the keyboard was, or what is selected, or the first; -1 without rows. */
  get current(): number {
    const visited = this.#visited === null ? undefined : this.#places.get(this.#visited);
    return visited ?? (this.#selectedPlace >= 0 ? this.#selectedPlace : this.count > 0 ? 0 : -1);
  }

  /** The place of the selected record's row, counted from 0; -1 when there is none. */
  get selected(): number {
    return this.#selectedPlace;
  }

  eventAt(place: number): TimelineEvent | undefined {
    return this.#events[place];
  }

  /** The place of a record's row: of the very entry, or of the first that the record has; -1 for none. */
  placeOf(key: string): number {
    const place = this.#places.get(key);
    if (place !== undefined) return place;
    const record = recordOf(key);
    return this.#events.findIndex((event) => recordOf(event.key) === record);
  }

  /** Takes rows in their order. Where the row with the focus is gone, the one that stands in its place takes over. */
  setEvents(events: readonly TimelineEvent[], names: LaneNames): void {
    const place = this.current;
    this.#events = events;
    this.#names = names;
    this.#places = new Map(events.map((event, index) => [event.key, index]));
    if (this.#visited !== null && !this.#places.has(this.#visited)) {
      this.#visited = this.hasFocus ? (events[Math.min(place, events.length - 1)]?.key ?? null) : null;
    }
    this.#select(this.#selected);
  }

  select(key: string | null): void {
    if (key === this.#selected) return;
    this.#select(key);
    if (!this.hasFocus) this.#visited = null;
  }

  /** Tab is to reach the first row, or the selected one. */
  forgetVisited(): void {
    this.#visited = null;
  }

  /** Notes which row has the focus, and which of its cells, null for the whole row. */
  visit(key: string, cell: HTMLElement | null): void {
    if (this.#visited === key && this.#cell === cell) return;
    this.#moveStop(() => {
      this.#visited = key;
      this.#cell = cell;
    });
  }

  /** The row at a place, if it has an element. */
  rowAt(place: number): Row | undefined {
    const key = this.#events[place]?.key;
    return key === undefined ? undefined : this.#rows.get(key);
  }

  /** Brings the elements in line with a scroll position and the height of what is seen, px. */
  render(scroll: number, room: number): void {
    const { current, rowHeight } = this;
    const hadFocus = this.hasFocus;
    const near = rowsNear(scroll, room, rowHeight, this.count);
    const parts = stretches(near, current);
    const shown = `${parts.map(({ first, end }) => `${first}-${end}`)} ${rowHeight}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const rows = new Map<string, Row>();
    const children: HTMLElement[] = [];
    let [at, gaps] = [0, 0];
    const leaveOut = (end: number): void => {
      const space = this.#gaps[gaps++];
      if (end <= at || !space) return;
      space.firstElementChild?.setAttribute('height', String((end - at) * rowHeight));
      children.push(space);
    };
    for (const { first, end } of parts) {
      leaveOut(first);
      for (const [index, event] of this.#events.slice(first, end).entries()) {
        const row = this.#rows.get(event.key) ?? new Row();
        this.#showRow(row, event, first + index);
        rows.set(event.key, row);
        children.push(row.element);
      }
      at = end;
    }
    leaveOut(this.count);
    this.#rows = rows;
    setChildren(this.element, children);
    this.#moveStop(() => {});
    if (hadFocus && !this.hasFocus) this.focus();
  }

  /** Gives the focus to the row that Tab reaches; it must have an element. */
  focus(): void {
    this.rowAt(this.current)?.element.focus({ preventScroll: true });
  }

  /** Reads how high rows are; true when that has changed. */
  measure(): boolean {
    const [row] = this.#rows.values();
    const height = row?.element.getBoundingClientRect().height ?? 0;
    if (height === 0 || Math.abs(height - this.rowHeight) < 0.05) return false;
    this.rowHeight = height;
    return true;
  }

  #select(key: string | null): void {
    this.#selected = key;
    this.#selectedPlace = key === null ? -1 : this.placeOf(key);
    this.#shown = '';
  }

  #showRow(row: Row, event: TimelineEvent, place: number): void {
    const selected = this.#selected !== null && recordOf(event.key) === recordOf(this.#selected);
    if (this.#names) row.show(event, this.#names, place, selected);
  }

  /** Gives what Tab reaches its number, and takes it from what Tab reached before `change`. */
  #moveStop(change: () => void): void {
    for (const stop of this.element.querySelectorAll('[tabindex="0"]')) stop.setAttribute('tabindex', '-1');
    change();
    const row = this.rowAt(this.current);
    const cell = this.#cell && row?.cells.includes(this.#cell) ? this.#cell : null;
    (cell ?? row?.element)?.setAttribute('tabindex', '0');
  }
}

/** Stands for rows that have no elements. In one cell alone, since a wider one would make columns of its own. */
function gap(): HTMLElement {
  return html('tr', { class: 'gap', 'aria-hidden': 'true' }, html('td'));
}
