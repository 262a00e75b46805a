/** From keys to commands; what they do is the app's business. */
import type { Direction } from '../../drawing/layout/navigation.ts';

export interface Commands {
  move(direction: Direction): void;
  /** A screen of lanes up or down. */
  page(way: -1 | 1): void;
  /** Moves what is shown, and leaves the focus where it is. */
  pan(way: Way): void;
  /** Enter and Space: open the focused item, with or without taking the focus there. */
  open(focus: boolean): void;
  /** All rows of the focused item's lane, or as many as have room. */
  toggleLane(): void;
  clearSelection(): void;
  zoom(factor: number): void;
  fitAll(): void;
  fitSelection(): void;
  goToday(): void;
  toggleDetails(): void;
  search(): void;
  help(): void;
}

export type Way = 'left' | 'right' | 'up' | 'down';

/** One step of + or −. */
export const ZOOM_STEP = 1.6;

const ARROWS: Record<string, Way> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const MOVES: Record<string, Direction> = { ...ARROWS, Home: 'home', End: 'end' };

const zoomIn = (commands: Commands): void => commands.zoom(ZOOM_STEP);
const zoomOut = (commands: Commands): void => commands.zoom(1 / ZOOM_STEP);

/** What keys do wherever the focus is, letters in either case. */
const ANYWHERE: Record<string, (commands: Commands) => void> = {
  '+': zoomIn,
  '=': zoomIn,
  '-': zoomOut,
  _: zoomOut,
  0: (commands) => commands.fitAll(),
  f: (commands) => commands.fitSelection(),
  t: (commands) => commands.goToday(),
  d: (commands) => commands.toggleDetails(),
  e: (commands) => commands.toggleLane(),
  '/': (commands) => commands.search(),
  '?': (commands) => commands.help(),
  escape: (commands) => commands.clearSelection(),
};

/**
 * Arrows and Enter work on the drawing, arrows also before anything has the focus; zoom, fit, today, search and the like
 * work anywhere but in a field, a menu or a dialog.
 */
export function listenToKeys(surface: Element, commands: Commands): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, select, textarea, dialog, [role=menu]')) return;
    const within = surface.contains(target);
    const begins = target === document.body && surface.checkVisibility();
    const taken =
      ((within || begins) && onMove(event, commands)) ||
      (within && onItem(event, commands)) ||
      anywhere(event, commands);
    if (taken) event.preventDefault();
  });
}

function onMove({ key, shiftKey }: KeyboardEvent, commands: Commands): boolean {
  const arrow = ARROWS[key];
  const direction = MOVES[key];
  if (arrow && shiftKey) commands.pan(arrow);
  else if (direction) commands.move(direction);
  else if (key === 'PageUp' || key === 'PageDown') commands.page(key === 'PageUp' ? -1 : 1);
  else return false;
  return true;
}

function onItem(event: KeyboardEvent, commands: Commands): boolean {
  if (event.key === 'Enter' || event.key === ' ') {
    commands.open(event.key === 'Enter');
    return true;
  }
  return false;
}

function anywhere({ key }: KeyboardEvent, commands: Commands): boolean {
  const act = ANYWHERE[key.toLowerCase()];
  act?.(commands);
  return act !== undefined;
}
