/** Choosing by organization, state, person, domain, status and kind, and lanes to compare: a sheet below the toolbar. */
import * as l10n from '@vscode/l10n';
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { compareLanes, describeComparison } from '../../drawing/filter/comparison.ts';
import { facetValues } from '../../drawing/filter/facets.ts';
import { EVERYTHING, FACETS, type Facet, type Filter, toggled, withValues } from '../../drawing/filter/filter.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import { icon, iconButton } from '../icons.ts';
import { html } from '../svg.ts';
import { Chips } from './chips.ts';
import { CompareForm } from './compare-form.ts';
import { FacetGroup } from './facet-group.ts';

export interface FiltersListener {
  onFilter(filter: Filter): void;
}

export interface FiltersScene {
  model: TimelineModel;
  filter: Filter;
  /** What lanes are made of: lanes to compare are its values. */
  dimension: LaneDimension;
  /** What the filter keeps. */
  events: readonly TimelineEvent[];
}

/** Facets below each other in one column of the sheet: short ones share it. Lanes to compare come last. */
const COLUMNS: readonly (readonly Facet[])[] = [
  ['organization'],
  ['state'],
  ['person', 'domain'],
  ['status'],
  ['kind'],
];

/** What a scene was when it was shown last: nothing is done for the same again, and it comes with every frame. */
interface Shown {
  readonly all: readonly TimelineEvent[];
  readonly kept: readonly TimelineEvent[];
  readonly names: LaneNames;
  readonly filter: Filter;
  readonly dimension: LaneDimension;
}

export class Filters {
  /** Opens and closes the sheet; stands in the toolbar. */
  readonly button: HTMLButtonElement;
  /** The sheet, and the chosen values as chips. */
  readonly element: HTMLElement;
  readonly #listener: FiltersListener;
  readonly #number = html('span', { class: 'filter-number', hidden: '' });
  readonly #sheet: HTMLElement;
  readonly #groups: ReadonlyMap<Facet, FacetGroup>;
  readonly #compare: CompareForm;
  readonly #chips: Chips;
  #filter: Filter = EVERYTHING;
  #shown: Shown | null = null;

  constructor(listener: FiltersListener) {
    this.#listener = listener;
    this.button = html(
      'button',
      { type: 'button', class: 'icon-button', 'aria-expanded': 'false', 'aria-controls': 'filters' },
      icon('filter'),
      html('span', { class: 'button-word' }, l10n.t('Filter')),
      ' ',
      this.#number,
    );
    this.#groups = new Map(
      FACETS.map((facet) => [
        facet,
        new FacetGroup(facet, {
          onToggle: (of, key) => this.#choose(toggled(this.#filter, of, key)),
          onClear: (of) => this.#choose(withValues(this.#filter, of, [])),
        }),
      ]),
    );
    this.#compare = new CompareForm((filter) => {
      this.#choose(filter);
      this.#close();
    });
    this.#chips = new Chips({
      onRemove: (facet, key) => this.#choose(toggled(this.#filter, facet, key)),
      onStopComparing: () => this.#choose({ ...this.#filter, compare: [] }),
      onEmptied: () => this.button.focus(),
    });
    const close = iconButton('clear', l10n.t('Close filters'), () => this.#close(), 'sheet-close');
    close.title = l10n.t('Close (Esc)');
    const columns = COLUMNS.map((facets) =>
      html('div', { class: 'facet-column' }, ...facets.flatMap((facet) => this.#groups.get(facet)?.element ?? [])),
    );
    columns.at(-1)?.append(this.#compare.element);
    this.#sheet = html(
      'section',
      { class: 'filter-sheet', id: 'filters', 'aria-label': l10n.t('Filters'), hidden: '' },
      html('div', { class: 'facets' }, ...columns),
      close,
    );
    this.element = html('div', { class: 'filters' }, this.#sheet, this.#chips.element);
    this.button.addEventListener('click', () => (this.open ? this.#close() : this.#open()));
    for (const place of [this.button, this.#sheet]) {
      place.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !this.open) return;
        event.preventDefault();
        this.#close();
      });
    }
    this.#tellNumber();
  }

  get open(): boolean {
    return !this.#sheet.hidden;
  }

  show({ model, filter, dimension, events: kept }: FiltersScene): void {
    const { events: all, laneNames: names } = model;
    const shown = this.#shown;
    if (
      shown?.all === all &&
      shown.kept === kept &&
      shown.names === names &&
      shown.filter === filter &&
      shown.dimension === dimension
    )
      return;
    this.#filter = filter;
    this.#shown = { all, kept, names, filter, dimension };
    this.#tellNumber();
    this.#draw();
  }

  #choose(filter: Filter): void {
    this.#listener.onFilter(filter);
  }

  #open(): void {
    this.#sheet.hidden = false;
    this.#tell();
    const first = [...this.#sheet.querySelectorAll<HTMLElement>('input, select')];
    first.find((field) => field.checkVisibility())?.focus();
  }

  #close(): void {
    this.#sheet.hidden = true;
    this.#tell();
    this.button.focus();
  }

  #tell(): void {
    this.button.setAttribute('aria-expanded', String(this.open));
    this.#draw();
  }

  /** "Filter, 3 chosen": how many values are, wherever the chips are told. */
  #tellNumber(): void {
    const number = Object.values(this.#filter.facets).reduce((sum, values) => sum + values.length, 0);
    const label = number ? l10n.t('Filter: {0} chosen', number) : l10n.t('Filter');
    this.#number.hidden = number === 0;
    this.#number.textContent = String(number);
    this.button.setAttribute('aria-label', label);
    this.button.title = label;
  }

  #draw(): void {
    if (!this.#shown) return;
    const { all, kept, names, filter, dimension } = this.#shown;
    const { compare } = filter;
    this.#chips.show({
      filter,
      names,
      comparison: compare.length ? describeComparison(compareLanes(kept, dimension, compare, names)) : null,
      values: !this.open,
    });
    if (!this.open) return;
    const values = facetValues(all, filter, names, dimension);
    for (const [facet, group] of this.#groups) group.show(values[facet]);
    this.#compare.show({ filter, dimension, names, values });
  }
}
