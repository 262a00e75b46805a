/** The legend below a picture: the signs that occur in it, each with a word or two. */
import * as l10n from '@vscode/l10n';
import type { Ink } from '../ink.ts';
import type { Item } from '../layout/items.ts';
import { dateMeanings, glyphOf, kindMeaning, type Meaning, signMeanings, statusMeanings } from '../meanings.ts';
import { at, type Shape, shape } from '../shapes.ts';
import { type Form, formOf } from '../status.ts';
import type { TextRuler } from '../text.ts';

const LINE = 22;
/** Between a sign and its words, and between entries, px. */
const GAP = 6;
const SPACE = 20;
/** Width of a sign for what lasts, px. */
const LONG = 40;

/** In a few words what statuses have in common: there is no room to name them all. */
const FORMS: Readonly<Record<Form, string>> = {
  filled: l10n.t('Held, adopted or done'),
  hollow: l10n.t('Planned or proposed'),
  dotted: l10n.t('Confirmed'),
  half: l10n.t('Under way'),
  crossed: l10n.t('Called off or rejected'),
  slashed: l10n.t('Put off or replaced'),
};

export interface LegendOptions {
  /** Px that a line may take. */
  readonly width: number;
  readonly ink: Ink;
  readonly ruler: TextRuler;
}

/** The legend of the items, in as many lines as it needs; px, from its upper left corner on. */
export function legendShapes(items: readonly Item[], options: LegendOptions): { shapes: Shape[]; height: number } {
  const { width, ink, ruler } = options;
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  for (const meaning of meaningsOf(items)) {
    const glyph = glyphOf(meaning, LONG, ink, ruler);
    const taken = Math.ceil(glyph.width) + GAP;
    const whole = taken + ruler.width(meaning.words);
    if (x > 0 && x + whole > width) [x, y] = [0, y + LINE];
    const text = shape('text', { x: taken, dy: '0.35em', fill: ink.muted }, meaning.words);
    shapes.push(shape('g', { transform: at(x, y + LINE / 2) }, ...glyph.shapes, text));
    x += whole + SPACE;
  }
  return { shapes, height: shapes.length === 0 ? 0 : y + LINE };
}

/** What occurs, in the order: kinds, statuses, dates, all else. */
function meaningsOf(items: readonly Item[]): Meaning[] {
  const kinds = new Set<string>();
  const seen = new Set<string>();
  for (const item of items) {
    const events = item.type === 'cluster' ? item.events : [item.event];
    if (item.type !== 'mark') seen.add(item.type);
    for (const { kind, status, problems } of events) {
      if (item.type !== 'band') {
        kinds.add(kind);
        if (status !== undefined) seen.add(formOf(status).form);
      }
      for (const { severity } of problems) seen.add(severity);
    }
    if (item.type === 'cluster') continue;
    const { approximate, uncertain } = item.event.date;
    // What a single mark means goes without saying.
    if (item.type === 'mark' && item.form !== 'point') seen.add(item.form);
    if (approximate) seen.add('approximate');
    if (uncertain) seen.add('uncertain');
    if (item.openStart || item.openEnd) seen.add('open');
  }
  const statuses = statusMeanings().map((meaning) => ({ ...meaning, words: FORMS[meaning.name as Form] }));
  const others = [...statuses, ...dateMeanings(), ...signMeanings()].filter(({ name }) => seen.has(name));
  return [...[...kinds].sort().map(kindMeaning), ...others];
}
