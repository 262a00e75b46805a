/** What a refactoring is: another way to write what stands somewhere, offered to whoever has the cursor there. */
import type { Fix } from '../../dataset/problem.ts';
import type { Selection } from './selection.ts';

export interface Refactoring {
  /** The kind of code action, by which people bind keys to it. */
  readonly kind: string;
  /** What it can do at a place, the likeliest first; nothing is offered that would leave the text as it is or break it. */
  readonly offers: (selection: Selection) => readonly Fix[];
}
