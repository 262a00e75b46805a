/** The legend below a picture: the signs that occur in it, each with a word or two. */
import { badgePath, barPath, bracketPath, formSign, HALF, markPath, whiskerPath } from './glyphs.ts';
import type { Ink } from './ink.ts';
import type { Item } from './items.ts';
import { type Attributes, at, type Shape, shape } from './shapes.ts';
import { type Form, formOf, sayWord, shapeOf } from './status.ts';
import type { TextRuler } from './text.ts';

const LINE = 22;
/** Between a sign and its words, and between entries, px. */
const GAP = 6;
const SPACE = 20;
const RADIUS = 5.5;
const LONG = 26;

const FORMS: Readonly<Record<Form, string>> = {
  filled: 'Held, adopted or done',
  hollow: 'Planned or proposed',
  dotted: 'Confirmed',
  half: 'Under way',
  crossed: 'Called off or rejected',
  slashed: 'Put off or replaced',
};

interface Entry {
  /** Drawn around y = 0 from x = 0 on. */
  readonly sign: readonly Shape[];
  readonly width: number;
  readonly words: string;
}

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
  for (const { sign, words, width: taken } of entriesOf(items, ink)) {
    const whole = taken + GAP + ruler.width(words);
    if (x > 0 && x + whole > width) [x, y] = [0, y + LINE];
    const text = shape('text', { x: taken + GAP, dy: '0.35em', fill: ink.muted }, words);
    shapes.push(shape('g', { transform: at(x, y + LINE / 2) }, ...sign, text));
    x += whole + SPACE;
  }
  return { shapes, height: shapes.length === 0 ? 0 : y + LINE };
}

/** What occurs, in the order: kinds, statuses, dates, all else. */
function entriesOf(items: readonly Item[], ink: Ink): Entry[] {
  const kinds = new Set<string>();
  const forms = new Set<Form>();
  const seen = new Set<string>();
  for (const item of items) {
    const events = item.type === 'cluster' ? item.events : [item.event];
    if (item.type === 'cluster') seen.add('cluster');
    for (const { kind, status, problems } of events) {
      if (item.type === 'band') seen.add('band');
      else {
        kinds.add(kind);
        if (status !== undefined) forms.add(formOf(status).form);
      }
      for (const { severity } of problems) seen.add(severity);
    }
    if (item.type === 'cluster') continue;
    const { approximate, uncertain } = item.event.date;
    if (item.type === 'mark') seen.add(item.form);
    if (approximate) seen.add('approximate');
    if (uncertain) seen.add('uncertain');
    if (item.openStart || item.openEnd) seen.add('open');
  }
  const others = datesAndSigns(ink).filter(([name]) => seen.has(name));
  return [
    ...[...kinds].sort().map((kind) => mark(sayWord(kind), markPath(shapeOf(kind), RADIUS), ink)),
    ...(Object.keys(FORMS) as Form[]).filter((form) => forms.has(form)).map((form) => formEntry(form, ink)),
    ...others.map(([, entry]) => entry),
  ];
}

function mark(words: string, d: string, ink: Ink, more: Attributes = {}, ...signs: Shape[]): Entry {
  const outline = { fill: ink.muted, stroke: ink.muted, 'stroke-width': 1.5, 'stroke-linejoin': 'round' };
  return { words, width: 2 * RADIUS, sign: [shape('path', { ...outline, d, transform: at(6, 0), ...more }), ...signs] };
}

function formEntry(form: Form, ink: Ink): Entry {
  const sign = formSign(form, 'circle', RADIUS);
  const drawn = sign?.fill ? { fill: ink.muted } : { fill: 'none', stroke: ink.muted, 'stroke-width': 1.6 };
  const signs = sign ? [shape('path', { d: sign.d, transform: at(6, 0), ...drawn })] : [];
  const fill = form === 'filled' ? ink.muted : ink.ground;
  return mark(FORMS[form], markPath('circle', RADIUS), ink, { fill }, ...signs);
}

/** Forms of dates, and the signs that have nothing to do with either kind or status. */
function datesAndSigns(ink: Ink): [string, Entry][] {
  const line = { stroke: ink.muted, 'stroke-width': 1.5, 'stroke-linejoin': 'round' };
  const long = (words: string, d: string, more: Attributes = {}): Entry => ({
    words,
    width: LONG,
    sign: [shape('path', { ...line, d, fill: ink.tones.off.tint, ...more })],
  });
  const whiskers = shape('path', { ...line, d: whiskerPath(RADIUS), transform: at(13, 0), fill: 'none' });
  const dot = shape('path', { d: markPath('circle', RADIUS), transform: at(13, 0), fill: ink.muted });
  const pill = { x: 0, y: -HALF, width: LONG, height: 2 * HALF, rx: HALF, fill: ink.pill, stroke: ink.stripLine };
  const plus = { x: LONG / 2, dy: '0.35em', 'text-anchor': 'middle', 'font-weight': 600, fill: ink.text };
  const badge = (severity: 'error' | 'warning', words: string): Entry => ({
    words,
    width: 11,
    sign: [shape('path', { d: badgePath(severity), transform: at(5, 0), fill: ink[severity], 'fill-rule': 'evenodd' })],
  });
  return [
    ['bracket', long('Some time within', bracketPath('circle', LONG, 'cap', 'cap'), { fill: 'none' })],
    ['bar', long('From when to when', barPath('circle', LONG, HALF, 'cap', 'cap'))],
    ['approximate', { words: '“c.”: about then', width: LONG, sign: [whiskers, dot] }],
    ['uncertain', long('“?”: perhaps', barPath('circle', LONG, HALF, 'cap', 'cap'), { 'stroke-dasharray': '3 2.2' })],
    ['open', long('No end known', barPath('square', LONG, HALF - 2, 'cap', 'arrow'))],
    ['band', long('In the chair', barPath('square', LONG, HALF, 'cap', 'cap'), { fill: ink.strip[1], stroke: 'none' })],
    [
      'cluster',
      {
        words: 'Several together',
        width: LONG,
        sign: [shape('rect', pill), shape('text', plus, '+3')],
      },
    ],
    ['error', badge('error', 'Record with an error')],
    ['warning', badge('warning', 'Record with a warning')],
  ];
}
