/** The block maps and lists around a place, with the column each has and the one it gets. */

/** What indents one level, in blanks. */
export const STEP = 2;

/** A block map or list. */
export interface Level {
  /** Where its keys or dashes stand. */
  readonly column: number;
  /** Where they are to stand. */
  readonly target: number;
  readonly parent: Level | undefined;
}
