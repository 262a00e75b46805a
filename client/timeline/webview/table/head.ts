/** The head of the table: a button for each column that sorts by it. One tab stop; ←/→ go from column to column, ↓ to the rows. */
import { badgePath } from '../../drawing/glyphs.ts';
import { html, svg } from '../svg.ts';
import { COLUMN_NAMES, COLUMNS, type Column, firstSort, type Sort } from './columns.ts';

export interface HeadListener {
  onSort(sort: Sort): void;
  /** ↓ in the head: on to the rows. */
  onLeave(): void;
}

export class Head {
  readonly element: HTMLElement;
  readonly #cells = new Map<Column, { cell: HTMLElement; button: HTMLElement }>();
  readonly #listener: HeadListener;
  #sort: Sort = firstSort('date');
  #current: Column = 'date';

  constructor(listener: HeadListener) {
    this.#listener = listener;
    for (const column of COLUMNS) this.#cells.set(column, this.#makeCell(column));
    const cells = Array.from(this.#cells.values(), ({ cell }) => cell);
    this.element = html('thead', {}, html('tr', { 'aria-rowindex': 1 }, ...cells));
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  show(sort: Sort): void {
    this.#sort = sort;
    for (const [column, { cell }] of this.#cells) {
      if (column !== sort.column) cell.removeAttribute('aria-sort');
      else cell.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
    }
    this.#setCurrent(this.#current);
  }

  /** Gives the focus to the column that was used last. */
  focus(): void {
    this.#setCurrent(this.#current);
    this.#cells.get(this.#current)?.button.focus();
  }

  #makeCell(column: Column): { cell: HTMLElement; button: HTMLElement } {
    const button = html('button', { type: 'button', class: 'sorter', tabindex: -1 });
    button.append(html('span', { class: 'head-word' }, COLUMN_NAMES[column]));
    if (column === 'problems') button.append(icon('head-sign', badgePath('warning')));
    // Points up; the style sheet turns it.
    button.append(icon('arrow', 'M0 4V-4M-3.5 -.5L0 -4L3.5 -.5'));
    button.addEventListener('click', () => {
      const { column: sorted, descending } = this.#sort;
      this.#listener.onSort(sorted === column ? { column, descending: !descending } : firstSort(column));
    });
    button.addEventListener('focus', () => this.#setCurrent(column));
    return { cell: html('th', { scope: 'col', class: column }, button), button };
  }

  /** A column that has no room any longer cannot be the tab stop. */
  #setCurrent(column: Column): void {
    const shown = this.#shown();
    this.#current = shown.includes(column) ? column : (shown[0] ?? 'date');
    for (const [name, { button }] of this.#cells) {
      button.setAttribute('tabindex', name === this.#current ? '0' : '-1');
    }
  }

  #shown(): Column[] {
    return COLUMNS.filter((column) => this.#cells.get(column)?.cell.offsetWidth);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = this.#shown();
    const at = shown.indexOf(this.#current);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to !== undefined) {
      this.#current = shown[Math.min(Math.max(0, to), shown.length - 1)] ?? this.#current;
      this.focus();
    } else if (event.key === 'ArrowDown') this.#listener.onLeave();
    else return;
    event.preventDefault();
  }
}

function icon(name: string, d: string): SVGSVGElement {
  return svg(
    'svg',
    { class: name, width: 14, height: 14, viewBox: '-7 -7 14 14', 'aria-hidden': 'true' },
    svg('path', { d }),
  );
}
