/** What a status and a kind look like: a shape each, and a tone that only repeats what the shape already says. */
import { capitalized, modelWord } from '../../../l10n/language.ts';

/** How a mark is filled: done, still to come, to come and certain, under way, called off, put off or replaced. */
export type Form = 'filled' | 'hollow' | 'dotted' | 'half' | 'crossed' | 'slashed';

/** Names a CSS class `tone-…`. */
export type Tone = 'done' | 'planned' | 'active' | 'off' | 'neutral';

export type Shape =
  | 'circle'
  | 'diamond'
  | 'square'
  | 'hexagon'
  | 'pentagon'
  | 'dome'
  | 'shield'
  | 'bookmark'
  | 'triangle';

/** Every status that a record can have, in the order in which things go. */
export const STATUSES: ReadonlyMap<string, readonly [Form, Tone]> = new Map<string, readonly [Form, Tone]>([
  ['held', ['filled', 'done']],
  ['adopted', ['filled', 'done']],
  ['implemented', ['filled', 'done']],
  ['ended', ['filled', 'done']],
  ['planned', ['hollow', 'planned']],
  ['announced', ['hollow', 'planned']],
  ['proposed', ['hollow', 'planned']],
  ['confirmed', ['dotted', 'planned']],
  ['under-consideration', ['half', 'active']],
  ['agreed', ['half', 'active']],
  ['in-implementation', ['half', 'active']],
  ['current', ['half', 'active']],
  ['cancelled', ['crossed', 'off']],
  ['rejected', ['crossed', 'off']],
  ['withdrawn', ['crossed', 'off']],
  ['postponed', ['slashed', 'off']],
  ['lapsed', ['slashed', 'off']],
  ['superseded', ['slashed', 'off']],
  ['merged', ['slashed', 'off']],
]);

/** Every kind of record; some stand only beside others. */
export const KINDS: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['summit', 'circle'],
  ['proposal', 'diamond'],
  ['document', 'square'],
  ['organization', 'hexagon'],
  ['chairmanship', 'pentagon'],
  ['person', 'dome'],
  ['state', 'shield'],
  ['source', 'bookmark'],
]);

/** What has no status, or one that nobody knows, is neither done nor to come: its tone is neutral. */
export function formOf(status: string | undefined): { form: Form; tone: Tone } {
  const [form, tone] = STATUSES.get(status ?? '') ?? (['filled', 'neutral'] as const);
  return { form, tone };
}

/** The shape of a kind; a triangle for those that nobody knows. */
export function shapeOf(kind: string): Shape {
  return KINDS.get(kind) ?? 'triangle';
}

/** "under-consideration" → "Under consideration". */
export function sayWord(word: string): string {
  return capitalized(modelWord(word));
}
