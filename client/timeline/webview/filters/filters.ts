/** Choosing by organization, state, person, domain, status and kind, and lanes to compare: a sheet below the toolbar. */
import type { LaneDimension } from '../../../../server/protocol.ts';
import type { Filter } from '../../drawing/filter.ts';
import type { TimelineModel } from '../../drawing/model.ts';
import { html } from '../svg.ts';

export interface FiltersListener {
  onFilter(filter: Filter): void;
}

export interface FiltersScene {
  model: TimelineModel;
  filter: Filter;
  /** What lanes are made of: lanes to compare are its values. */
  dimension: LaneDimension;
}

export class Filters {
  /** Opens and closes the sheet; stands in the toolbar. */
  readonly button = html('button', { type: 'button', class: 'icon-button', hidden: '' });
  /** The sheet, and the chosen values as chips. */
  readonly element = html('div', { class: 'filters', hidden: '' });
  readonly #listener: FiltersListener;

  constructor(listener: FiltersListener) {
    this.#listener = listener;
  }

  show(scene: FiltersScene): void {
    void [scene, this.#listener];
  }
}
