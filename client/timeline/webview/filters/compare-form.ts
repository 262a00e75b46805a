/** Choosing lanes to compare: two to four of those that the present dimension has, on all domains or on one. */

import * as l10n from '@vscode/l10n';
import type { LaneDimension, LaneNames } from '../../../../server/protocol.ts';
import { type FacetValues, facetName, PLURALS } from '../../drawing/filter/facets.ts';
import { comparing, type Filter, MOST_COMPARED, withValues } from '../../drawing/filter/filter.ts';
import { byName, DIMENSION_NAMES } from '../../drawing/lanes.ts';
import { html } from '../svg.ts';

const PLACES = [l10n.t('First'), l10n.t('Second'), l10n.t('Third'), l10n.t('Fourth')] as const;

export interface CompareScene {
  readonly filter: Filter;
  readonly dimension: LaneDimension;
  readonly names: LaneNames;
  readonly values: FacetValues;
}

export class CompareForm {
  readonly element: HTMLFieldSetElement;
  readonly #legend = html('legend');
  readonly #lanes = PLACES.slice(0, MOST_COMPARED).map(() => html('select', { class: 'field' }));
  readonly #domain = html('select', { class: 'field', 'aria-label': l10n.t('Domain to compare on') });
  readonly #on = html(
    'label',
    { class: 'compare-on' },
    html('span', { 'aria-hidden': 'true' }, l10n.t('on')),
    this.#domain,
  );
  readonly #go = html('button', { type: 'button', class: 'primary' }, l10n.t('Compare'));
  #scene: CompareScene | null = null;
  #options = '';

  constructor(onCompare: (filter: Filter) => void) {
    this.element = html('fieldset', { class: 'facet compare' }, this.#legend, ...this.#lanes, this.#on, this.#go);
    for (const select of this.#lanes) select.addEventListener('change', () => this.#refresh());
    this.#go.addEventListener('click', () => {
      if (this.#scene) onCompare(this.#chosenFilter(this.#scene));
    });
  }

  show(scene: CompareScene): void {
    const before = this.#scene;
    this.#scene = scene;
    const { dimension, filter, names, values } = scene;
    const keys = [...new Set([...values[dimension].map(({ key }) => key), ...filter.compare])].filter(Boolean);
    this.element.hidden = keys.length < 2;
    this.#on.hidden = dimension === 'domain' || !values.domain.some(({ key }) => key);
    const lanes = optionsOf(keys, dimension, names);
    const domains = optionsOf(
      values.domain.map(({ key }) => key),
      'domain',
      names,
    );
    const options = JSON.stringify([dimension, lanes, domains]);
    if (options !== this.#options) this.#fill(dimension, lanes, domains);
    this.#options = options;
    const anew = before?.dimension !== dimension;
    const compared = suggested(scene);
    if (anew || suggested(before).join('\n') !== compared.join('\n')) this.#choose(compared);
    if (anew || before.filter.facets.domain !== filter.facets.domain) {
      const [domain = '', ...others] = filter.facets.domain ?? [];
      choose(this.#domain, others.length ? '' : domain);
    }
    this.#refresh();
  }

  #fill(dimension: LaneDimension, lanes: readonly Option[], domains: readonly Option[]): void {
    this.#legend.textContent = l10n.t('Compare {0}', PLURALS[dimension]);
    const chosen = this.#chosen();
    for (const [place, select] of this.#lanes.entries()) {
      select.setAttribute(
        'aria-label',
        l10n.t('{0} {1} to compare', PLACES[place] ?? '', DIMENSION_NAMES[dimension].toLowerCase()),
      );
      fill(select, place < 2 ? l10n.t('Choose…') : l10n.t('Add another…'), lanes);
    }
    const domain = this.#domain.value;
    fill(this.#domain, l10n.t('all domains'), domains);
    choose(this.#domain, domain);
    this.#choose(chosen);
  }

  #choose(keys: readonly string[]): void {
    for (const [place, select] of this.#lanes.entries()) choose(select, keys[place] ?? '');
  }

  #chosen(): string[] {
    return [...new Set(this.#lanes.map(({ value }) => value))].filter(Boolean);
  }

  /** One empty field more than there are lanes, and nothing to press before there are two. */
  #refresh(): void {
    const chosen = this.#chosen();
    const shown = Math.max(2, chosen.length + 1);
    for (const [place, select] of this.#lanes.entries()) select.hidden = place >= shown && select.value === '';
    this.#go.disabled = chosen.length < 2;
  }

  #chosenFilter({ filter, dimension }: CompareScene): Filter {
    const compared = comparing(filter, dimension, this.#chosen());
    if (this.#on.hidden) return compared;
    const domain = this.#domain.value;
    // Several domains can be ticked and not be told here: they stay.
    if (domain === '' && (filter.facets.domain?.length ?? 0) > 1) return compared;
    return withValues(compared, 'domain', domain === '' ? [] : [domain]);
  }
}

/** The lanes that are compared, or those that would be first: the chosen ones. */
function suggested({ filter, dimension }: CompareScene): readonly string[] {
  const chosen = filter.compare.length ? filter.compare : (filter.facets[dimension] ?? []);
  return chosen.filter(Boolean).slice(0, MOST_COMPARED);
}

/** Chooses an option, or the first where there is no such one (any more). */
function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  if (select.selectedIndex < 0) select.value = '';
}

interface Option {
  readonly key: string;
  readonly name: string;
}

function optionsOf(keys: readonly string[], dimension: LaneDimension, names: LaneNames): Option[] {
  return keys
    .filter(Boolean)
    .map((key) => ({ key, name: facetName(dimension, key, names).name }))
    .sort(byName);
}

function fill(select: HTMLSelectElement, none: string, options: readonly Option[]): void {
  select.replaceChildren(
    html('option', { value: '' }, none),
    ...options.map(({ key, name }) => html('option', { value: key }, name)),
  );
}
