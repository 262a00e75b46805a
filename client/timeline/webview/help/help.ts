/** The help sheet: which keys and gestures do what, and what the shapes mean. */
import { iconButton } from '../icons.ts';
import { html } from '../svg.ts';
import { legend } from './legend.ts';

/** What is done, and the keys that do it; a group has a heading. */
const GROUPS: readonly (readonly [
  heading: string,
  rows: readonly (readonly [keys: readonly string[], does: string])[],
])[] = [
  [
    'Go from event to event',
    [
      [['←', '→'], 'Earlier or later in the lane'],
      [['↑', '↓'], 'Nearest in time in the lane above or below'],
      [['Home', 'End'], 'First or last of the lane'],
      [['Page Up', 'Page Down'], 'A screen of lanes up or down'],
      [['Enter'], 'Open the text of the record; zoom into a group'],
      [['Space'], 'Select the record and show it in its text'],
      [['E'], 'Show all rows of the lane, or fewer'],
      [['D'], 'Open or close the details'],
      [['Esc'], 'Close what is open; select nothing'],
    ],
  ],
  [
    'Look at another time',
    [
      [['+', '−'], 'Zoom in or out'],
      [['0'], 'Fit everything'],
      [['F'], 'Fit the selection'],
      [['T'], 'Go to today'],
      [['Shift+←', 'Shift+→'], 'Move through time'],
      [['Shift+↑', 'Shift+↓'], 'Scroll through lanes'],
    ],
  ],
  [
    'Find',
    [
      [['/'], 'Search'],
      [['?'], 'This sheet'],
    ],
  ],
];

const GESTURES: readonly (readonly [gesture: string, does: string])[] = [
  ['Wheel', 'Scroll through lanes'],
  ['Shift+wheel', 'Move through time'],
  ['Ctrl+wheel, pinch', 'Zoom at the pointer'],
  ['Drag', 'Move through time and lanes'],
  ['Click', 'Select; zoom into a group'],
  ['Double-click', 'Open the text of the record'],
];

export class Help {
  /** Opens the sheet; stands in the toolbar. */
  readonly button = iconButton('help', 'Keys and gestures (?)', () => this.open());
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
    const close = iconButton('clear', 'Close', () => this.element.close());
    const head = html('header', {}, html('h2', { id: 'help-title' }, 'Keys and gestures'), close);
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
    sheet.append(html('section', {}, html('h3', {}, 'With the pointer'), html('dl', {}, ...gestures)));
    sheet.append(legend());
    return sheet;
  }
}

function row(terms: readonly (HTMLElement | string)[], does: string): HTMLElement {
  return html('div', {}, html('dt', {}, ...terms), html('dd', {}, does));
}
