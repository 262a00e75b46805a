/** What a status and a kind look like: a shape each, and a tone that only repeats what the shape already says. */

/** How a mark is filled: done, still to come, to come and certain, under way, called off, put off or replaced. */
export type Form = 'filled' | 'hollow' | 'dotted' | 'half' | 'crossed' | 'slashed';

/** Names a CSS class `tone-…`. */
export type Tone = 'done' | 'planned' | 'active' | 'off' | 'neutral';

export type Shape = 'circle' | 'diamond' | 'square' | 'hexagon' | 'pentagon' | 'triangle';

const FORMS: Record<string, [Form, Tone]> = {
  held: ['filled', 'done'],
  adopted: ['filled', 'done'],
  implemented: ['filled', 'done'],
  ended: ['filled', 'done'],
  planned: ['hollow', 'planned'],
  announced: ['hollow', 'planned'],
  proposed: ['hollow', 'planned'],
  confirmed: ['dotted', 'planned'],
  'under-consideration': ['half', 'active'],
  agreed: ['half', 'active'],
  'in-implementation': ['half', 'active'],
  current: ['half', 'active'],
  cancelled: ['crossed', 'off'],
  rejected: ['crossed', 'off'],
  withdrawn: ['crossed', 'off'],
  postponed: ['slashed', 'off'],
  lapsed: ['slashed', 'off'],
  superseded: ['slashed', 'off'],
  merged: ['slashed', 'off'],
};

const SHAPES: Record<string, Shape> = {
  summit: 'circle',
  proposal: 'diamond',
  document: 'square',
  organization: 'hexagon',
  chairmanship: 'pentagon',
};

export function formOf(status: string | undefined): { form: Form; tone: Tone } {
  const [form, tone] = (status && FORMS[status]) || (['filled', 'neutral'] as const);
  return { form, tone };
}

export function shapeOf(kind: string): Shape {
  return SHAPES[kind] ?? 'triangle';
}

/** "under-consideration" → "Under consideration". */
export function sayWord(word: string): string {
  const spaced = word.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
