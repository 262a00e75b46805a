/** What is chosen, in one line: the lanes that are compared, and a chip for each value with a button that takes it back. */
import * as l10n from '@vscode/l10n';
import type { LaneNames } from '../../../../server/protocol.ts';
import { briefName, FACET_NAMES, facetName } from '../../drawing/filter/facets.ts';
import { FACETS, type Facet, type Filter } from '../../drawing/filter/filter.ts';
import { icon, iconButton } from '../icons.ts';
import { html } from '../svg.ts';

export interface ChipsListener {
  onRemove(facet: Facet, key: string): void;
  onStopComparing(): void;
  /** The last of the line's buttons has gone: the focus goes on to where one can choose anew. */
  onEmptied(): void;
}

export interface ChipsScene {
  readonly filter: Filter;
  readonly names: LaneNames;
  /** "OTS 12, CSTO 8, 2 shared"; null while nothing is compared. */
  readonly comparison: string | null;
  /** Whether values are told here, and not in the open sheet. */
  readonly values: boolean;
}

export class Chips {
  readonly element = html('div', { class: 'choices', hidden: '' });
  readonly #summary = html('span', { class: 'comparison-words' });
  readonly #comparison: HTMLElement;
  readonly #list = html('ul', { class: 'chips', 'aria-label': l10n.t('Chosen values') });
  readonly #listener: ChipsListener;
  #shown = '';

  constructor(listener: ChipsListener) {
    this.#listener = listener;
    const stop = html('button', { type: 'button', class: 'link' }, l10n.t('Stop comparing'));
    stop.addEventListener('click', () => this.#act(0, () => listener.onStopComparing()));
    this.#comparison = html('div', { class: 'comparison', hidden: '' }, icon('compare'), this.#summary, stop);
    this.element.append(this.#comparison, this.#list);
    // One line, however many there are: the plain wheel moves along it.
    const along = ({ deltaY }: WheelEvent): void => {
      this.#list.scrollLeft += deltaY;
    };
    this.#list.addEventListener('wheel', along, { passive: true });
  }

  show({ filter, names, comparison, values }: ChipsScene): void {
    const chips = values
      ? FACETS.flatMap((facet) =>
          (filter.facets[facet] ?? []).map((key) => ({ facet, key, ...named(facet, key, names) })),
        )
      : [];
    this.#comparison.hidden = comparison === null;
    if (this.#summary.textContent !== (comparison ?? '')) this.#summary.textContent = comparison ?? '';
    const shown = JSON.stringify(chips);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#list.replaceChildren(...chips.map(({ facet, key, brief, full }) => this.#chip(facet, key, brief, full)));
    }
    this.#list.hidden = chips.length === 0;
    this.element.hidden = comparison === null && chips.length === 0;
  }

  #chip(facet: Facet, key: string, brief: string, full: string): HTMLElement {
    const label = l10n.t('Remove {0} {1}', FACET_NAMES[facet].toLowerCase(), brief);
    const take = () => {
      const place = this.#buttons().indexOf(remove);
      this.#act(place, () => this.#listener.onRemove(facet, key));
    };
    const remove = iconButton('clear', label, take, 'chip-remove');
    const words = html('span', { class: 'chip-name', title: `${FACET_NAMES[facet]}: ${full}` }, brief);
    return html('li', { class: 'chip' }, words, remove);
  }

  /** What has the focus goes: what comes to stand in its place takes it. */
  #act(place: number, act: () => void): void {
    act();
    const buttons = this.#buttons();
    const next = buttons[Math.min(place, buttons.length - 1)];
    if (next) next.focus();
    else this.#listener.onEmptied();
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')].filter((button) => !button.closest('[hidden]'));
  }
}

function named(facet: Facet, key: string, names: LaneNames): { brief: string; full: string } {
  return { brief: briefName(facet, key, names), full: facetName(facet, key, names).name };
}
