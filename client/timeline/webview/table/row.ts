/** One row of the table: a cell for each column, and a second line under the title for what has no room in a column. */
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { SCREEN } from '../../drawing/ink.ts';
import { html, setAttributes } from '../svg.ts';
import { COLUMNS, type Column, problemLines, wordsOf } from './columns.ts';
import { markSign, problemSign } from './sign.ts';

/** What of an event stands below its title where a column has no room. */
const SECOND_LINE = ['status', 'kind', 'organization'] as const;

export class Row {
  readonly element = html('tr', { tabindex: -1 });
  /** In the order of the columns. */
  readonly cells: readonly HTMLElement[] = COLUMNS.map((column) =>
    column === 'title' ? html('th', { scope: 'row', class: 'title' }) : html('td', { class: column }),
  );
  #event: TimelineEvent | null = null;
  #names: LaneNames | null = null;
  #selected: boolean | null = null;

  constructor() {
    this.element.append(...this.cells);
  }

  /** Brings the row in line with an event at a place, counted from 0; touches only what has changed. */
  show(event: TimelineEvent, names: LaneNames, place: number, selected: boolean): void {
    // The head is the first row of all.
    setAttributes(this.element, { 'aria-rowindex': place + 2 });
    if (this.#selected !== selected) {
      this.#selected = selected;
      this.element.setAttribute('aria-selected', String(selected));
    }
    if (this.#event === event && this.#names === names) return;
    this.#event = event;
    this.#names = names;
    const { words, edtf } = event.date;
    setAttributes(this.element, { 'data-key': event.key, title: problemLines(event) || null });
    this.cells[0]?.setAttribute('title', edtf === words ? words : `${words} (${edtf})`);
    for (const [index, column] of COLUMNS.entries()) {
      this.cells[index]?.replaceChildren(...contents(event, column, names));
    }
  }
}

function contents(event: TimelineEvent, column: Column, names: LaneNames): (Element | string)[] {
  const words = wordsOf(event, column, names);
  switch (column) {
    case 'date':
      return [html('span', { class: 'words' }, words)];
    case 'title': {
      const rest = SECOND_LINE.map((other) => wordsOf(event, other, names)).filter(Boolean);
      const second = html('span', { class: 'second-line' }, markSign(event, SCREEN), rest.join(' · '));
      return [html('span', { class: 'words', dir: 'auto' }, words), second];
    }
    case 'status':
      return words ? [markSign(event, SCREEN), words] : [];
    case 'organization':
      return words ? [html('span', { title: wordsOf(event, column, names, true) }, words)] : [];
    case 'problems': {
      const sign = problemSign(event, SCREEN);
      const count = html('span', { 'aria-hidden': 'true' }, String(event.problems.length));
      return sign ? [sign, count, html('span', { class: 'visually-hidden' }, words)] : [];
    }
    default:
      return words ? [words] : [];
  }
}
