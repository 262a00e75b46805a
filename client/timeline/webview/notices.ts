/** What the panel says in words: the banner over a broken file, the empty states, and the polite live region. */

import * as l10n from '@vscode/l10n';
import { describeBroken } from '../drawing/words.ts';
import { icon } from './icons.ts';
import { around } from './sentence.ts';
import { html, svg } from './svg.ts';

export class Notices {
  readonly banner = html('div', { class: 'banner', role: 'status', hidden: '' });
  readonly empty = html('div', { class: 'empty', hidden: '' });
  readonly live = html('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  #timer = 0;
  #broken = '';
  #shown = '';

  setBroken(uris: readonly string[]): void {
    const text = uris.length ? describeBroken(uris) : '';
    if (text === this.#broken) return;
    this.#broken = text;
    this.banner.hidden = !text;
    this.banner.replaceChildren(...(text ? [icon('warning'), html('span', {}, text)] : []));
  }

  /**
   * `loading`: nothing has arrived yet; `none`: there are no dated records; `filtered`: search and filters hide them all,
   * and `nothing` says so.
   */
  setEmpty(state: 'loading' | 'none' | 'filtered' | null, nothing: string, onClear: () => void): void {
    const shown = `${state ?? ''} ${nothing}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.empty.hidden = state === null;
    if (state === null) {
      this.empty.replaceChildren();
    } else if (state === 'loading') {
      this.empty.replaceChildren(picture(), html('p', { class: 'empty-hint' }, l10n.t('Reading the dataset…')));
    } else if (state === 'none') {
      const hint = html(
        'p',
        { class: 'empty-hint' },
        ...around(
          l10n.t('Give a summit, a proposal or a chairmanship a {0}, and it appears here while you type.'),
          html('code', {}, 'date'),
        ),
      );
      this.empty.replaceChildren(picture(), html('h2', {}, l10n.t('No dated records yet')), hint);
    } else {
      const clear = html('button', { type: 'button', class: 'primary' }, l10n.t('Clear search and filters'));
      clear.addEventListener('click', onClear);
      const hint = html(
        'p',
        { class: 'empty-hint' },
        l10n.t(
          'The search looks at titles, ids, dates, status and all names. Of what is chosen, an event must have one value in each group.',
        ),
      );
      this.empty.replaceChildren(picture(), html('h2', {}, nothing), hint, clear);
    }
  }

  /** Says something to a screen reader once the user has paused; a function is asked only then, when all has come to rest. */
  say(text: string | (() => string)): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.live.textContent = typeof text === 'string' ? text : text();
    }, 250);
  }
}

/** A small timeline with nothing on it. */
function picture(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'empty-picture', width: 132, height: 56, viewBox: '0 0 132 56', 'aria-hidden': 'true' },
    svg('path', { class: 'faint', d: 'M4 12H128M28 6V18M60 6V18M92 6V18M120 6V18' }),
    svg('path', { class: 'dashes', d: 'M22 34H50M66 34H110M22 50H86' }),
    svg('path', { d: 'M8 34A5 5 0 1 1 18 34A5 5 0 1 1 8 34ZM58 29L63 34L58 39L53 34ZM8 45H18V55H8Z' }),
  );
}
