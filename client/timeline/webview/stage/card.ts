/** The card beside a hovered or focused item: title, date in words, status, lanes and problems. */
import * as l10n from '@vscode/l10n';
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { DIMENSION_NAMES, laneNameOf } from '../../drawing/lanes.ts';
import type { Item } from '../../drawing/layout/items.ts';
import { sayWord } from '../../drawing/status.ts';
import { describeCluster } from '../../drawing/words.ts';
import { html } from '../svg.ts';

/** At most so many titles or lanes are listed; the rest is counted. */
const LISTED = 6;

export class Card {
  readonly element = html('div', { class: 'card', 'aria-hidden': 'true', hidden: '' });
  #timer = 0;

  /** Shows the card for `item` below (or, without room, above) `anchor`, both in px of the viewport, after `delay` ms. */
  show(item: Item, anchor: DOMRect, names: LaneNames, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.element.replaceChildren(...(item.type === 'cluster' ? clusterCard(item) : eventCard(item.event, names)));
      this.element.hidden = false;
      this.#place(anchor);
    }, delay);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
  }

  #place(anchor: DOMRect): void {
    const bounds = this.element.offsetParent?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = Math.max(8, Math.min(anchor.left - bounds.left, bounds.width - width - 8));
    const below = anchor.bottom - bounds.top + 8;
    const top = below + height + 8 <= bounds.height ? below : Math.max(8, anchor.top - bounds.top - height - 8);
    this.element.style.setProperty('left', `${Math.round(left)}px`);
    this.element.style.setProperty('top', `${Math.round(top)}px`);
  }
}

function eventCard(event: TimelineEvent, names: LaneNames): HTMLElement[] {
  const parts: HTMLElement[] = [html('div', { class: 'card-title' }, event.title)];
  const when = html('div', { class: 'card-date' }, event.date.words);
  if (event.date.edtf && event.date.edtf !== event.date.words) when.append(' ', html('code', {}, event.date.edtf));
  parts.push(when);
  const facts = html('dl', { class: 'card-facts' });
  const add = (term: string, value: string): void => {
    if (value) facts.append(html('dt', {}, term), html('dd', {}, value));
  };
  add(l10n.t('Kind'), sayWord(event.kind));
  add(l10n.t('Status'), event.status ? sayWord(event.status) : '');
  for (const dimension of ['organization', 'state', 'person', 'domain'] as const) {
    const keys = event.lanes[dimension] ?? [];
    const listed = keys.slice(0, LISTED).map((key) => laneNameOf(names, dimension, key).name);
    if (keys.length > LISTED) listed.push(l10n.t('{0} more', keys.length - LISTED));
    add(DIMENSION_NAMES[dimension], listed.join(', '));
  }
  parts.push(facts);
  if (event.problems.length) {
    const list = html('ul', { class: 'card-problems' });
    for (const problem of event.problems.slice(0, LISTED)) {
      const word = problem.severity === 'error' ? l10n.t('Error') : l10n.t('Warning');
      list.append(html('li', { class: problem.severity }, html('strong', {}, `${word}: `), problem.message));
    }
    parts.push(list);
  }
  return parts;
}

function clusterCard(item: Extract<Item, { type: 'cluster' }>): HTMLElement[] {
  const list = html('ul', { class: 'card-list' });
  for (const event of item.events.slice(0, LISTED)) list.append(html('li', {}, event.title));
  const parts = [html('div', { class: 'card-title' }, describeCluster(item)), list];
  const more = item.events.length - LISTED;
  if (more > 0) parts.push(html('div', { class: 'card-date' }, l10n.t('and {0} more', more)));
  parts.push(html('div', { class: 'card-date' }, l10n.t('Click to zoom in')));
  return parts;
}
