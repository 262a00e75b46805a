/** The slim bar above the drawing: lanes, search with its count, and the zoom buttons. */
import type { LaneDimension } from '../../../server/protocol.ts';
import { DIMENSION_NAMES } from '../drawing/lanes.ts';
import type { Mode } from './saved-state.ts';
import { html, svg } from './svg.ts';

export interface ToolbarListener {
  onDimension(dimension: LaneDimension): void;
  onSearch(query: string): void;
  /** Takes back whatever leaves something out. */
  onClear(): void;
  onMode(mode: Mode): void;
  /** Opens or closes the card of the selected record. */
  onDetails(): void;
  onZoom(way: 1 | -1): void;
  onFitAll(): void;
  onToday(): void;
  /** Esc or ↓ in the search box: on to the drawing. */
  onLeaveSearch(): void;
}

/** 16 × 16, drawn with a 1.3 px stroke. */
const ICONS = {
  search: 'M10.5 10.5L14 14M12 7A5 5 0 1 1 2 7A5 5 0 1 1 12 7Z',
  clear: 'M4 4L12 12M12 4L4 12',
  minus: 'M3 8H13',
  plus: 'M3 8H13M8 3V13',
  fit: 'M1.5 3V13M14.5 3V13M4 8H12M6.5 5.5L4 8L6.5 10.5M9.5 5.5L12 8L9.5 10.5',
  timeline: 'M2 4H9M5 8H13M3 12H8',
  table: 'M2 3H14V13H2ZM2 6.5H14M2 10H14M6.5 3V13',
  details: 'M2 3H14V13H2ZM9.5 3V13',
  today: 'M2.5 4H13.5V13.5H2.5ZM2.5 7H13.5M5.5 2V5M10.5 2V5M8 9V11.5',
} as const;

export class Toolbar {
  readonly element: HTMLElement;
  readonly #dimension = html('select', { class: 'dimension', 'aria-label': 'Lanes by' });
  readonly #search = html('input', {
    type: 'text',
    class: 'search-input',
    placeholder: 'Search',
    'aria-label': 'Search titles and names',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #count = html('span', { class: 'count' });
  readonly #clear: HTMLButtonElement;
  readonly #modes: Record<Mode, HTMLButtonElement>;
  readonly #details: HTMLButtonElement;

  /** `parts`: controls that others own and that stand in the bar. */
  constructor(listener: ToolbarListener, parts: { filters: HTMLElement; saving: HTMLElement }) {
    for (const [value, name] of Object.entries(DIMENSION_NAMES)) {
      this.#dimension.append(html('option', { value }, name));
    }
    this.#dimension.addEventListener('change', () => listener.onDimension(this.#dimension.value as LaneDimension));
    this.#clear = button('clear', 'Clear search and filters', 'clear', () => {
      listener.onClear();
      this.#search.focus();
    });
    this.#modes = {
      drawing: button('timeline', 'Show as a timeline', 'icon-button', () => listener.onMode('drawing')),
      table: button('table', 'Show as a table', 'icon-button', () => listener.onMode('table')),
    };
    this.#details = button('details', 'Details of the selected record', 'icon-button', () => listener.onDetails());
    this.#search.addEventListener('input', () => listener.onSearch(this.#search.value));
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#search.value !== '') {
        event.preventDefault();
        this.query = '';
        listener.onSearch('');
      } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
        event.preventDefault();
        listener.onLeaveSearch();
      }
    });
    this.element = html(
      'header',
      { class: 'toolbar' },
      html('label', { class: 'lanes-by' }, html('span', { class: 'lanes-by-word' }, 'Lanes by'), this.#dimension),
      html('div', { class: 'search' }, icon('search'), this.#search, this.#count, this.#clear),
      parts.filters,
      html('div', { class: 'modes', role: 'group', 'aria-label': 'Show as' }, this.#modes.drawing, this.#modes.table),
      html(
        'div',
        { class: 'buttons' },
        button('today', 'Go to today (T)', 'icon-button', listener.onToday, 'Today'),
        button('fit', 'Fit everything (0)', 'icon-button', listener.onFitAll, 'Fit'),
        button('minus', 'Zoom out (−)', 'icon-button', () => listener.onZoom(-1)),
        button('plus', 'Zoom in (+)', 'icon-button', () => listener.onZoom(1)),
        parts.saving,
        this.#details,
      ),
    );
  }

  set query(query: string) {
    if (this.#search.value !== query) this.#search.value = query;
  }

  set dimension(dimension: LaneDimension) {
    this.#dimension.value = dimension;
  }

  set mode(mode: Mode) {
    for (const [name, element] of Object.entries(this.#modes)) {
      element.setAttribute('aria-pressed', String(name === mode));
    }
  }

  set detailed(open: boolean) {
    this.#details.setAttribute('aria-pressed', String(open));
  }

  /** "37 of 412", always, and Clear while something is filtered. */
  setCount(shown: number, all: number, filtered: boolean): void {
    this.#count.textContent = `${shown} of ${all}`;
    this.#clear.hidden = !filtered;
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }
}

function icon(name: keyof typeof ICONS): SVGSVGElement {
  return svg(
    'svg',
    { class: 'icon', width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: ICONS[name] }),
  );
}

function button(
  name: keyof typeof ICONS,
  label: string,
  className: string,
  onClick: () => void,
  text?: string,
): HTMLButtonElement {
  const element = html('button', { type: 'button', class: className, title: label, 'aria-label': label }, icon(name));
  if (text) element.append(html('span', { class: 'button-word' }, text));
  element.addEventListener('click', onClick);
  return element;
}
