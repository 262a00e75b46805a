/** The card of the selected record: what it says, its citations, and ways to every record it is tied to. */
import * as l10n from '@vscode/l10n';
import { iconButton } from '../icons.ts';
import { html } from '../svg.ts';
import { cardParts } from './card-parts.ts';
import type { CardText, Mention } from './card-text.ts';

export interface DetailsListener {
  /** A record is to be shown: in its text, or in the drawing if it is there and no text is beside. */
  onOpen(key: string, focus: boolean): void;
  onClose(): void;
}

/** What the card shows: a record, perhaps with more of it on its way, or that there is none, once that is known. */
export type DetailsScene =
  | { readonly type: 'record'; readonly card: CardText; readonly waiting: boolean }
  | { readonly type: 'none'; readonly known: boolean };

/** Ms before a card says that it is still reading: most answers are there sooner, and nothing flickers. */
const PATIENCE = 400;

export class Details {
  readonly #title = html('h2', { class: 'details-title', tabindex: -1, dir: 'auto' });
  readonly #parts = html('div', { class: 'details-parts' });
  readonly #waiting = html('p', { class: 'details-quiet', hidden: '' }, l10n.t('Reading the record…'));
  readonly element: HTMLElement;
  readonly #listener: DetailsListener;
  #key: string | null = null;
  #shown = '';
  #timer = 0;

  constructor(listener: DetailsListener) {
    this.#listener = listener;
    const close = iconButton('clear', l10n.t('Close details'), () => listener.onClose());
    close.title = l10n.t('Close details (D)');
    const head = html('div', { class: 'details-head' }, this.#title, close);
    const attributes = { class: 'details', 'aria-label': l10n.t('Details'), hidden: '' };
    this.element = html('aside', attributes, head, this.#parts, this.#waiting);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      listener.onClose();
    });
  }

  /** Shows a record, or that none is selected; null hides the card. What has not changed stays, with scroll and focus. */
  show(scene: DetailsScene | null): void {
    this.element.hidden = scene === null;
    this.#wait(scene?.type === 'record' && scene.waiting);
    if (!scene) return;
    const shown = JSON.stringify(scene.type === 'record' ? scene.card : scene.known);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = this.#focusedPlace();
    const key = scene.type === 'record' ? scene.card.key : null;
    if (scene.type === 'none') {
      this.#title.textContent = scene.known ? l10n.t('No record is selected') : l10n.t('Details');
      const hint = html('p', { class: 'details-quiet' }, l10n.t('Choose one to see what it says.'));
      this.#parts.replaceChildren(...(scene.known ? [hint] : []));
    } else {
      const { card } = scene;
      this.#title.textContent = card.title;
      const opener = (mention: Mention, place: string) => this.#mention(mention, place);
      this.#parts.replaceChildren(...cardParts(card, opener, () => this.#listener.onOpen(card.key, true)));
    }
    const other = key !== this.#key;
    this.#key = key;
    if (other) this.element.scrollTop = 0;
    if (focused !== null) this.#focus(other ? '' : focused);
  }

  #wait(waiting: boolean): void {
    clearTimeout(this.#timer);
    this.#parts.setAttribute('aria-busy', String(waiting));
    if (!waiting) {
      this.#waiting.hidden = true;
      return;
    }
    this.#timer = window.setTimeout(() => {
      this.#waiting.hidden = false;
    }, PATIENCE);
  }

  #mention({ key, title, opens }: Mention, place: string): HTMLElement {
    if (!opens) return html('span', { dir: 'auto' }, title);
    const attributes = { type: 'button', class: 'details-link', 'data-at': place, 'data-key': key, dir: 'auto' };
    const button = html('button', attributes, title);
    button.addEventListener('click', (event) => this.#listener.onOpen(key, event.ctrlKey || event.metaKey));
    return button;
  }

  /** Where among the parts the focus is; null when it is not there. */
  #focusedPlace(): string | null {
    const active = document.activeElement;
    return active && this.#parts.contains(active) ? (active.getAttribute('data-at') ?? '') : null;
  }

  /** Gives the focus back to what stands at a place, else to the title. */
  #focus(place: string): void {
    const all = [...this.#parts.querySelectorAll<HTMLElement>('[data-at]')];
    const same = all.find((element) => element.getAttribute('data-at') === place);
    (same ?? this.#title).focus({ preventScroll: true });
  }
}
