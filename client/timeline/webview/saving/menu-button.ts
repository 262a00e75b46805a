/** A button with a menu below it, as screen readers and keyboards expect one: arrows, Home, End, first letters, Esc. */
import { html } from '../svg.ts';

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  /** What comes of it, in a few words. */
  readonly hint: string;
}

export class MenuButton<T> {
  /** Button and menu. */
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #menu: HTMLElement;
  readonly #items: readonly HTMLButtonElement[];

  /** `id` is the menu's in the document. */
  constructor(id: string, button: HTMLButtonElement, choices: readonly Choice<T>[], onChoice: (value: T) => void) {
    this.#button = button;
    this.#items = choices.map(({ value, label, hint }) => {
      const parts = [html('span', { class: 'menu-label' }, label), ' ', html('span', { class: 'menu-hint' }, hint)];
      const item = html('button', { type: 'button', class: 'menu-item', role: 'menuitem', tabindex: -1 }, ...parts);
      item.addEventListener('click', () => {
        this.#close(true);
        onChoice(value);
      });
      return item;
    });
    this.#menu = html('div', { class: 'menu', role: 'menu', id, hidden: '' }, ...this.#items);
    this.#menu.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
    for (const [name, value] of Object.entries({ haspopup: 'menu', expanded: 'false', controls: id }))
      button.setAttribute(`aria-${name}`, value);
    this.element = html('div', { class: 'menu-button' }, button, this.#menu);
    button.addEventListener('click', () => (this.#menu.hidden ? this.#open(0) : this.#close(true)));
    this.element.addEventListener('keydown', (event) => this.#press(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.element.contains(relatedTarget as Node | null)) this.#close(false);
    });
  }

  #open(index: number): void {
    this.#menu.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#focus(index);
  }

  #close(returning: boolean): void {
    if (this.#menu.hidden) return;
    this.#menu.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    if (returning) this.#button.focus();
  }

  #focus(index: number): void {
    this.#items.at(index % this.#items.length)?.focus();
  }

  #press(event: KeyboardEvent): void {
    const at = this.#items.indexOf(document.activeElement as HTMLButtonElement);
    const action = this.#menu.hidden ? this.#whenClosed(event.key) : this.#whenOpen(event, at);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  #whenClosed(key: string): (() => void) | undefined {
    if (key === 'ArrowDown') return () => this.#open(0);
    if (key === 'ArrowUp') return () => this.#open(-1);
    return undefined;
  }

  #whenOpen({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, at: number): (() => void) | undefined {
    switch (key) {
      case 'ArrowDown':
        return () => this.#focus(at + 1);
      case 'ArrowUp':
        return () => this.#focus(at < 0 ? -1 : at - 1);
      case 'Home':
        return () => this.#focus(0);
      case 'End':
        return () => this.#focus(-1);
      case 'Escape':
        return () => this.#close(true);
    }
    if (key.length > 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
    const turned = [...this.#items.slice(at + 1), ...this.#items.slice(0, at + 1)];
    const found = turned.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
    return () => found?.focus();
  }
}
