/** What becomes of an open text in a long chain: edits, now and then something else altogether, and what it was at first. */
import fc from 'fast-check';
import { soup } from './text-bytes.ts';
import { type Edit, edit, edited } from './text-edits.ts';

/** An edit, a text that takes the place of all, or that everything is undone, without which hardly anything would be left soon. */
type Change = Edit | string | 'undo';

export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 20, arbitrary: edit },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: soup },
);

/** A text after a change. @param first what it was before all changes */
export function changed(text: string, what: Change, first: string): string {
  if (what === 'undo') return first;
  return typeof what === 'string' ? what : edited(text, what);
}
