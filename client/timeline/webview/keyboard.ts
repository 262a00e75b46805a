/** From keys to commands; what they do is the app's business. */
import type { Direction } from '../drawing/navigation.ts';

export interface Commands {
  move(direction: Direction): void;
  /** Enter and Space: open the focused item, with or without taking the focus there. */
  open(focus: boolean): void;
  clearSelection(): void;
  zoom(factor: number): void;
  fitAll(): void;
  fitSelection(): void;
  goToday(): void;
  toggleDetails(): void;
  search(): void;
}

/** One step of + or −. */
export const ZOOM_STEP = 1.6;

const MOVES: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
};

/** Arrows, Enter and Esc work on the drawing; zoom, fit, today and search work anywhere but in a field. */
export function listenToKeys(surface: Element, commands: Commands): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, select, textarea')) return;
    const within = target !== null && surface.contains(target);
    if ((within && onDrawing(event, commands)) || anywhere(event, commands)) event.preventDefault();
  });
}

function onDrawing(event: KeyboardEvent, commands: Commands): boolean {
  const direction = MOVES[event.key];
  if (direction) {
    commands.move(direction);
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    commands.open(event.key === 'Enter');
    return true;
  }
  return false;
}

function anywhere(event: KeyboardEvent, commands: Commands): boolean {
  switch (event.key) {
    case '+':
    case '=':
      commands.zoom(ZOOM_STEP);
      return true;
    case '-':
    case '_':
      commands.zoom(1 / ZOOM_STEP);
      return true;
    case '0':
      commands.fitAll();
      return true;
    case 'f':
    case 'F':
      commands.fitSelection();
      return true;
    case 't':
    case 'T':
      commands.goToday();
      return true;
    case 'd':
    case 'D':
      commands.toggleDetails();
      return true;
    case '/':
      commands.search();
      return true;
    case 'Escape':
      commands.clearSelection();
      return true;
    default:
      return false;
  }
}
