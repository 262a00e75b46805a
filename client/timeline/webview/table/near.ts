/** Which rows of a long table exist: those near the screen and the one that has the focus, with space for all others. */

/** Rows beyond the screen, above and below, that exist before they are scrolled to. */
const AHEAD = 16;
/** The rows that exist change by so many at a time, so that not every step of a scroll changes something. */
const STEP = 8;

/** Rows [first, end). */
export interface Rows {
  readonly first: number;
  readonly end: number;
}

/** The rows near the screen, which is `room` px high and `scroll` px below the first row's top. */
export function rowsNear(scroll: number, room: number, rowHeight: number, count: number): Rows {
  const first = Math.floor((Math.floor(scroll / rowHeight) - AHEAD) / STEP) * STEP;
  const end = Math.ceil((Math.ceil((scroll + room) / rowHeight) + AHEAD) / STEP) * STEP;
  return { first: Math.min(Math.max(0, first), count), end: Math.min(Math.max(0, end), count) };
}

/**
 * The stretches of rows that exist, from top to bottom: those near the screen, and `pinned`, wherever it is; -1 for
 * none.
 */
export function stretches(near: Rows, pinned: number): Rows[] {
  if (pinned < 0 || (pinned >= near.first && pinned < near.end)) return [near];
  const one = { first: pinned, end: pinned + 1 };
  return pinned < near.first ? [one, near] : [near, one];
}
