/** Which column a comment on a line of its own moves to: it stays with the entries whose column it has. */
import { type Level, STEP } from './level.ts';

/** The first token of a line: where the line begins, the token's column now and later, and what it stands in. */
export interface LineStart {
  readonly line: number;
  readonly column: number;
  readonly target: number;
  readonly level: Level | undefined;
}

/** The last token before a comment: what it stands in, and whether a value is to follow. */
export interface LastToken {
  readonly level: Level | undefined;
  readonly isOpen: boolean;
}

/**
 * The column that a comment gets. One in the column of the next line goes with it. One further in belongs to what stands
 * above, one further out to whatever around the next line has its column: code commented out at the margin stays there.
 */
export function commentTarget(column: number, last: LastToken, next: LineStart | undefined): number {
  if (column === next?.column) return next.target;
  if (next && column < next.column) return furtherOut(column, next);
  const floor = next?.column ?? -1;
  if (last.isOpen && last.level && column > last.level.column && floor <= last.level.column) {
    return last.level.target + STEP;
  }
  for (let level = last.level; level && level.column > floor; level = level.parent) {
    if (level.column <= column) return isOutermost(level) ? outermost(level).target : level.target;
  }
  return next?.target ?? 0;
}

/** Of what is around the next line, the outermost that does not lie further out than the comment. */
function furtherOut(column: number, next: LineStart): number {
  let target = next.target;
  for (let level = next.level; level && level.column >= column; level = level.parent) target = level.target;
  return target;
}

/** Whether nothing lies further out: a list may stand in the column of the key that it belongs to. */
function isOutermost(level: Level): boolean {
  return level.column === outermost(level).column;
}

function outermost(level: Level): Level {
  let current = level;
  while (current.parent) current = current.parent;
  return current;
}
