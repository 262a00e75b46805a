/** The slim bar above the drawing: lanes, search with its count, and the zoom buttons. */

import * as l10n from '@vscode/l10n';
import { grouped } from '../../../l10n/language.ts';
import type { LaneDimension } from '../../../server/protocol.ts';
import { DIMENSION_NAMES } from '../drawing/lanes.ts';
import { icon, iconButton } from './icons.ts';
import type { Mode } from './saved-state.ts';
import { html } from './svg.ts';

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
  /** Esc in the search box: on to what is shown. */
  onLeaveSearch(): void;
  /** Enter or ↓ in the search box: on to the first that it has found. */
  onFirstMatch(): void;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly #dimension = html('select', { class: 'dimension', 'aria-label': l10n.t('Lanes by') });
  readonly #search = html('input', {
    type: 'text',
    class: 'search-input',
    placeholder: l10n.t('Search'),
    'aria-label': l10n.t('Search titles and names'),
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #count = html('span', { class: 'count' });
  readonly #clear: HTMLButtonElement;
  readonly #modes: Record<Mode, HTMLButtonElement>;
  readonly #details: HTMLButtonElement;
  /** What a table has no use for. */
  readonly #ofDrawing: readonly HTMLButtonElement[];

  /** `parts`: controls that others own and that stand in the bar. */
  constructor(listener: ToolbarListener, parts: { filters: HTMLElement; saving: HTMLElement; help: HTMLElement }) {
    for (const [value, name] of Object.entries(DIMENSION_NAMES)) {
      this.#dimension.append(html('option', { value }, name));
    }
    this.#dimension.addEventListener('change', () => listener.onDimension(this.#dimension.value as LaneDimension));
    const clear = () => {
      listener.onClear();
      this.#search.focus();
    };
    this.#clear = iconButton('clear', l10n.t('Clear search and filters'), clear, 'clear');
    this.#modes = {
      drawing: iconButton('timeline', l10n.t('Show as a timeline'), () => listener.onMode('drawing')),
      table: iconButton('table', l10n.t('Show as a table'), () => listener.onMode('table')),
    };
    this.#details = iconButton('details', l10n.t('Details of the selected record (D)'), () => listener.onDetails());
    this.#ofDrawing = [
      worded(iconButton('fit', l10n.t('Fit everything (0)'), listener.onFitAll), l10n.t('Fit')),
      iconButton('minus', l10n.t('Zoom out (−)'), () => listener.onZoom(-1)),
      iconButton('plus', l10n.t('Zoom in (+)'), () => listener.onZoom(1)),
    ];
    this.#search.addEventListener('input', () => listener.onSearch(this.#search.value));
    this.#search.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape' && this.#search.value !== '') {
        this.query = '';
        listener.onSearch('');
      } else if (event.key === 'Escape') listener.onLeaveSearch();
      else if (event.key === 'ArrowDown' || event.key === 'Enter') listener.onFirstMatch();
      else return;
      event.preventDefault();
    });
    this.element = html(
      'header',
      { class: 'toolbar' },
      html(
        'label',
        { class: 'lanes-by' },
        html('span', { class: 'lanes-by-word' }, l10n.t('Lanes by')),
        this.#dimension,
      ),
      html('div', { class: 'search' }, icon('search'), this.#search, this.#count, this.#clear),
      parts.filters,
      html(
        'div',
        { class: 'modes', role: 'group', 'aria-label': l10n.t('Show as') },
        this.#modes.drawing,
        this.#modes.table,
      ),
      html(
        'div',
        { class: 'buttons' },
        worded(iconButton('today', l10n.t('Go to today (T)'), listener.onToday), l10n.t('Today')),
        ...this.#ofDrawing,
        parts.saving,
        this.#details,
        parts.help,
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
    for (const element of this.#ofDrawing) element.hidden = mode !== 'drawing';
  }

  set detailed(open: boolean) {
    this.#details.setAttribute('aria-pressed', String(open));
  }

  /** "37 of 412", always, and Clear while something is filtered. */
  setCount(shown: number, all: number, filtered: boolean): void {
    const count = l10n.t('{0} of {1}', grouped(shown), grouped(all));
    if (this.#count.textContent !== count) this.#count.textContent = count;
    this.#clear.hidden = !filtered;
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }
}

/** With a word beside the icon, where there is room. */
function worded(button: HTMLButtonElement, word: string): HTMLButtonElement {
  button.append(html('span', { class: 'button-word' }, word));
  return button;
}
