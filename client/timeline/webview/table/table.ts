/** The same events in rows: for reading, sorting and screen readers. */
import type { LaneNames, TimelineEvent } from '../../../../server/protocol.ts';
import { html } from '../svg.ts';
import type { Sort } from './columns.ts';

export interface TableScene {
  /** What the filter keeps, in drawing order. */
  events: readonly TimelineEvent[];
  names: LaneNames;
  /** Key of the record that is selected. */
  selected: string | null;
  sort: Sort;
  title: string;
}

export interface TableListener {
  onOpen(key: string, focus: boolean): void;
  onSort(sort: Sort): void;
}

export class Table {
  readonly element = html('div', { class: 'table', hidden: '' });
  readonly #listener: TableListener;

  constructor(listener: TableListener) {
    this.#listener = listener;
  }

  show(scene: TableScene): void {
    void [scene, this.#listener];
  }

  /** Gives the focus to the selected row, or else the first. */
  focus(): void {}

  /** Brings the row of a record on screen; nothing when it is there already or not shown at all. */
  reveal(key: string): void {
    void key;
  }
}
