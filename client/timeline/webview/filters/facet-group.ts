/** One facet in the sheet: a box to tick for each value, with a field to find one where there are many. */

import * as l10n from '@vscode/l10n';
import { counted, grouped } from '../../../../l10n/language.ts';
import { FACET_NAMES, type FacetValue, findValues } from '../../drawing/filter/facets.ts';
import type { Facet } from '../../drawing/filter/filter.ts';
import { html } from '../svg.ts';

/** So many values are shown at first; one or two more would not be worth a button. */
const FEW = 8;
const SPARE = 2;
/** No more are ever listed: beyond that one finds by name. */
const MOST = 200;

export interface FacetListener {
  onToggle(facet: Facet, key: string): void;
  onClear(facet: Facet): void;
}

interface Row {
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly name: HTMLElement;
  readonly count: HTMLElement;
}

export class FacetGroup {
  readonly element: HTMLFieldSetElement;
  readonly #facet: Facet;
  readonly #listener: FacetListener;
  readonly #clear: HTMLButtonElement;
  readonly #find: HTMLInputElement;
  readonly #list = html('div', { class: 'facet-values' });
  readonly #hint = html('p', { class: 'facet-hint', hidden: '' });
  readonly #all = html('button', { type: 'button', class: 'link', 'aria-expanded': 'false' });
  readonly #rows = new Map<string, Row>();
  #values: readonly FacetValue[] = [];
  #showsAll = false;

  constructor(facet: Facet, listener: FacetListener) {
    this.#facet = facet;
    this.#listener = listener;
    const noun = FACET_NAMES[facet].toLowerCase();
    this.#clear = html(
      'button',
      { type: 'button', class: 'link facet-clear', 'aria-label': l10n.t('Clear {0}', noun) },
      l10n.t('Clear'),
    );
    this.#find = html('input', {
      type: 'text',
      class: 'field',
      placeholder: l10n.t('Find…'),
      'aria-label': l10n.t('Find {0}', noun),
      spellcheck: 'false',
      autocomplete: 'off',
    });
    this.element = html(
      'fieldset',
      { class: 'facet', 'data-facet': facet },
      html('legend', {}, FACET_NAMES[facet]),
      this.#clear,
      this.#find,
      this.#list,
      this.#hint,
      this.#all,
    );
    this.#clear.addEventListener('click', () => {
      listener.onClear(facet);
      this.#list.querySelector('input')?.focus();
    });
    this.#find.addEventListener('input', () => this.#draw());
    this.#find.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#find.value === '') return;
      event.stopPropagation();
      event.preventDefault();
      this.#find.value = '';
      this.#draw();
    });
    this.#all.addEventListener('click', () => {
      this.#showsAll = !this.#showsAll;
      this.#draw();
    });
  }

  /** Shows the values; a facet that no event has anything of is not there at all. */
  show(values: readonly FacetValue[]): void {
    this.#values = values;
    this.element.hidden = !values.some(({ key, chosen }) => key !== '' || chosen);
    if (!this.element.hidden) this.#draw();
  }

  #draw(): void {
    const values = this.#values;
    const many = values.length > FEW + SPARE;
    const query = many ? this.#find.value : '';
    const found = new Set(findValues(values, query));
    const most = query.trim() || this.#showsAll ? MOST : many ? FEW : FEW + SPARE;
    let left = most;
    const shown = values.filter((value) => value.chosen || (found.has(value) && left-- > 0));
    this.#clear.hidden = !values.some(({ chosen }) => chosen);
    this.#find.hidden = !many;
    this.#place(shown);
    const over = found.size - most;
    this.#hint.textContent =
      found.size === 0
        ? l10n.t('Nothing is called “{0}”', query.trim())
        : over > 0 && most === MOST
          ? counted(over, l10n.t('{0} more can be found by name|{0} more can be found by name'))
          : '';
    this.#hint.hidden = this.#hint.textContent === '';
    this.#all.hidden = !many || query.trim() !== '';
    this.#all.textContent = this.#showsAll ? l10n.t('Show fewer') : l10n.t('Show all {0}', grouped(values.length));
    this.#all.setAttribute('aria-expanded', String(this.#showsAll));
  }

  /** Rows stay the same elements, so that a box keeps the focus while counts and order change. */
  #place(values: readonly FacetValue[]): void {
    const elements = values.map((value) => this.#row(value));
    if (elements.length === this.#list.children.length && elements.every((row, i) => row === this.#list.children[i]))
      return;
    const focused = document.activeElement;
    this.#list.replaceChildren(...elements);
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus({ preventScroll: true });
    const keys = new Set(values.map(({ key }) => key));
    for (const key of this.#rows.keys()) if (!keys.has(key)) this.#rows.delete(key);
  }

  #row({ key, name, short, count, chosen }: FacetValue): HTMLElement {
    let row = this.#rows.get(key);
    if (!row) {
      row = makeRow();
      row.box.addEventListener('change', () => this.#listener.onToggle(this.#facet, key));
      this.#rows.set(key, row);
    }
    row.name.textContent = name;
    row.count.textContent = grouped(count);
    row.box.checked = chosen;
    row.element.title = this.#facet === 'organization' && short ? `${name} (${short})` : name;
    row.element.classList.toggle('unused', count === 0);
    return row.element;
  }
}

function makeRow(): Row {
  const box = html('input', { type: 'checkbox', class: 'box' });
  const name = html('span', { class: 'choice-name' });
  const count = html('span', { class: 'choice-count' });
  return { element: html('label', { class: 'choice' }, box, name, count), box, name, count };
}
