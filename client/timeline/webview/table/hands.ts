/** From pointer and keys to what they do with the rows of the table. */

/** Where the keyboard goes from a row. */
export type Way = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

export interface RowsListener {
  /** The user has chosen a row; `focus`: wants to go there. */
  onOpen(key: string, focus: boolean): void;
  onMove(way: Way): void;
  /** A row has got the focus, or a cell of it. */
  onVisit(key: string, cell: HTMLElement | null): void;
}

const WAYS: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
};

/** Listens to all rows that `body` has or will have. */
export function listenToRows(body: HTMLElement, listener: RowsListener): void {
  let clicked: string | null = null;
  body.addEventListener('click', (event) => {
    // The second click of a double click belongs to the double click; who drags over words wants to copy them.
    if (event.detail > 1 || selectsWords(body)) return;
    clicked = keyOf(event.target);
    if (clicked !== null) listener.onOpen(clicked, false);
  });
  body.addEventListener('dblclick', () => {
    // Not what is under the pointer now: what the first click has opened may have moved the rows.
    if (clicked !== null) listener.onOpen(clicked, true);
  });
  body.addEventListener('mousedown', (event) => {
    // A double click opens: it does not select a word as well.
    if (event.detail > 1) event.preventDefault();
  });
  body.addEventListener('focusin', ({ target }) => {
    const key = keyOf(target);
    if (key !== null && target instanceof HTMLElement) listener.onVisit(key, target.closest('td, th'));
  });
  body.addEventListener('pointerover', ({ target }) => {
    if (target instanceof Element) sayWhatIsCut(target.closest('td, th'));
  });
  body.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (onKey(event, listener)) event.preventDefault();
  });
}

function onKey({ key, target }: KeyboardEvent, listener: RowsListener): boolean {
  const row = keyOf(target);
  if (row === null || !(target instanceof HTMLElement)) return false;
  const way = WAYS[key];
  if (way) listener.onMove(way);
  else if (key === 'Enter' || key === ' ') listener.onOpen(row, key === 'Enter');
  else if (key === 'ArrowRight' || key === 'ArrowLeft') moveInRow(target, key === 'ArrowRight' ? 1 : -1);
  else return false;
  return true;
}

/** From a row to its first cell, from cell to cell, and from the first cell back to the row: to hear a single one with its column. */
function moveInRow(from: HTMLElement, step: 1 | -1): void {
  const row = from.closest('tr');
  if (!row) return;
  const cells = [...row.cells].filter(({ offsetWidth }) => offsetWidth > 0);
  const at = cells.indexOf(from as HTMLTableCellElement) + step;
  const to = at < 0 ? row : cells[Math.min(at, cells.length - 1)];
  if (to !== row) to?.setAttribute('tabindex', '-1');
  to?.focus();
}

function keyOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('tr')?.getAttribute('data-key') ?? null) : null;
}

function selectsWords(body: HTMLElement): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && body.contains(selection.anchorNode);
}

/** Words that have no room in their cell can be read in its tooltip. A date has one anyway. */
function sayWhatIsCut(cell: HTMLElement | null): void {
  if (!cell || cell.classList.contains('date')) return;
  const cut = [cell, ...cell.children].some(({ clientWidth, scrollWidth }) => clientWidth && scrollWidth > clientWidth);
  if (cut) cell.title = (cell.querySelector('.words') ?? cell).textContent ?? '';
  else cell.removeAttribute('title');
}
