/** Where the overview's window goes, by key or by its edges being dragged; pure. */
import type { Horizon } from '../../drawing/layout/extent.ts';
import { DAY } from '../../drawing/time.ts';

/** The share of the window that an arrow key moves it by, and that a page does. */
const ARROW = 0.1;
const PAGE = 0.9;

/**
 * The window after a key of a slider, or null for keys that mean nothing here. Arrows and pages move it, up and right
 * towards the future; with Shift they move its end alone. Home and End move it to the horizon's ends, with Shift its
 * edge. Whoever shows the time keeps a moved window within what may be shown. Times are ms UTC.
 */
export function stepped(window: Horizon, horizon: Horizon, key: string, resizes: boolean): Horizon | null {
  const span = window.end - window.start;
  if (key === 'Home') {
    return resizes ? edgeTo(window, horizon, 'start', horizon.start) : moved(window, horizon.start - window.start);
  }
  if (key === 'End') {
    return resizes ? edgeTo(window, horizon, 'end', horizon.end) : moved(window, horizon.end - window.start);
  }
  const share = SHARES[key];
  if (share === undefined) return null;
  return resizes ? edgeTo(window, horizon, 'end', window.end + share * span) : moved(window, share * span);
}

const SHARES: Record<string, number> = {
  ArrowLeft: -ARROW,
  ArrowDown: -ARROW,
  ArrowRight: ARROW,
  ArrowUp: ARROW,
  PageDown: -PAGE,
  PageUp: PAGE,
};

function moved({ start, end }: Horizon, by: number): Horizon {
  return { start: start + by, end: end + by };
}

/** The window with one edge at `time`: never shorter than a day, and no farther than the horizon. */
export function edgeTo(window: Horizon, horizon: Horizon, edge: 'start' | 'end', time: number): Horizon {
  if (edge === 'start') return { ...window, start: Math.max(horizon.start, Math.min(time, window.end - DAY)) };
  return { ...window, end: Math.min(Math.max(horizon.end, window.end), Math.max(time, window.start + DAY)) };
}
