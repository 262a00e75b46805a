/** The help sheet: which keys and gestures do what, and what the shapes mean. */
import * as l10n from '@vscode/l10n';
import { iconButton } from '../icons.ts';
import { html } from '../svg.ts';
import { legend } from './legend.ts';

/** What is done, and the keys that do it; a group has a heading. */
const GROUPS: readonly (readonly [
  heading: string,
  rows: readonly (readonly [keys: readonly string[], does: string])[],
])[] = [
  [
    l10n.t('Go from event to event'),
    [
      [['←', '→'], l10n.t('Earlier or later in the lane')],
      [['↑', '↓'], l10n.t('Nearest in time in the lane above or below')],
      [['Home', 'End'], l10n.t('First or last of the lane')],
      [['Page Up', 'Page Down'], l10n.t('A screen of lanes up or down')],
      [['Enter'], l10n.t('Open the text of the record; zoom into a group')],
      [['Space'], l10n.t('Select the record and show it in its text')],
      [['E'], l10n.t('Show all rows of the lane, or fewer')],
      [['D'], l10n.t('Open or close the details')],
      [['Esc'], l10n.t('Close what is open; select nothing')],
    ],
  ],
  [
    l10n.t('Look at another time'),
    [
      [['+', '−'], l10n.t('Zoom in or out')],
      [['0'], l10n.t('Fit everything')],
      [['F'], l10n.t('Fit the selection')],
      [['T'], l10n.t('Go to today')],
      [['Shift+←', 'Shift+→'], l10n.t('Move through time')],
      [['Shift+↑', 'Shift+↓'], l10n.t('Scroll through lanes')],
    ],
  ],
  [
    l10n.t('Find'),
    [
      [['/'], l10n.t('Search')],
      [['?'], l10n.t('This sheet')],
    ],
  ],
];

const GESTURES: readonly (readonly [gesture: string, does: string])[] = [
  [l10n.t('Wheel'), l10n.t('Scroll through lanes')],
  [l10n.t('Shift+wheel'), l10n.t('Move through time')],
  [l10n.t('Ctrl+wheel, pinch'), l10n.t('Zoom at the pointer')],
  [l10n.t('Drag'), l10n.t('Move through time and lanes')],
  [l10n.t('Click'), l10n.t('Select; zoom into a group')],
  [l10n.t('Double-click'), l10n.t('Open the text of the record')],
];

export class Help {
  /** Opens the sheet; stands in the toolbar. */
  readonly button = iconButton('help', l10n.t('Keys and gestures (?)'), () => this.open());
  readonly element = html('dialog', { class: 'help', 'aria-labelledby': 'help-title' });

  constructor() {
    this.button.setAttribute('aria-haspopup', 'dialog');
    // A click beside the sheet is one on the dialog itself, since all of the sheet is covered by what it holds.
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) this.element.close();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === '?') this.element.close();
    });
  }

  /** Shows the sheet; the focus comes back to where it was once it is closed. */
  open(): void {
    if (!this.element.hasChildNodes()) this.element.append(this.#content());
    this.element.showModal();
  }

  #content(): HTMLElement {
    const close = iconButton('clear', l10n.t('Close'), () => this.element.close());
    const head = html('header', {}, html('h2', { id: 'help-title' }, l10n.t('Keys and gestures')), close);
    const sheet = html('div', { class: 'help-sheet' }, head);
    for (const [heading, rows] of GROUPS) {
      const list = rows.map(([keys, does]) =>
        row(
          keys.map((key) => html('kbd', {}, key)),
          does,
        ),
      );
      sheet.append(html('section', {}, html('h3', {}, heading), html('dl', {}, ...list)));
    }
    const gestures = GESTURES.map(([gesture, does]) => row([gesture], does));
    sheet.append(html('section', {}, html('h3', {}, l10n.t('With the pointer')), html('dl', {}, ...gestures)));
    sheet.append(legend());
    return sheet;
  }
}

function row(terms: readonly (HTMLElement | string)[], does: string): HTMLElement {
  return html('div', {}, html('dt', {}, ...terms), html('dd', {}, does));
}
