/** What the shapes of a drawing mean: kinds, statuses, dates and signs, each with events of which the drawing shows it. */

import * as l10n from '@vscode/l10n';
import { capitalized, modelWord } from '../../../l10n/language.ts';
import type { TimelineDate, TimelineEvent } from '../../../server/protocol.ts';
import type { Ink } from './ink.ts';
import { layoutTimeline, rightEnd } from './layout/layout.ts';
import { paintItem, placeItem } from './paint.ts';
import type { Shape as Drawn } from './shapes.ts';
import { type Form, formOf, KINDS, type Shape, STATUSES, sayWord, shapeOf } from './status.ts';
import type { TextRuler } from './text.ts';
import { DAY } from './time.ts';

export interface Meaning {
  /** The kind, the form of a status, the form of a date or the sign that is explained. */
  readonly name: string;
  /** Of the items that they are laid out as, the last shows it. */
  readonly events: readonly TimelineEvent[];
  /** What a screen reader says of the glyph. */
  readonly look: string;
  readonly words: string;
}

const SHAPES: Readonly<Record<Shape, string>> = {
  circle: l10n.t('Circle'),
  diamond: l10n.t('Diamond'),
  square: l10n.t('Square'),
  hexagon: l10n.t('Hexagon'),
  pentagon: l10n.t('Pentagon'),
  dome: l10n.t('Half disc'),
  shield: l10n.t('Shield'),
  bookmark: l10n.t('Bookmark'),
  triangle: l10n.t('Triangle'),
};

const FORMS: Readonly<Record<Form, string>> = {
  filled: l10n.t('Filled'),
  hollow: l10n.t('Outline'),
  dotted: l10n.t('Outline with a dot'),
  half: l10n.t('Half filled'),
  crossed: l10n.t('Crossed out'),
  slashed: l10n.t('Struck through'),
};

/** Of any kind, one that nobody knows included. */
export function kindMeaning(kind: string): Meaning {
  return { name: kind, events: [sample({}, { kind })], look: SHAPES[shapeOf(kind)], words: sayWord(kind) };
}

export function kindMeanings(): Meaning[] {
  return Array.from(KINDS.keys(), kindMeaning);
}

export function statusMeanings(): Meaning[] {
  return (Object.keys(FORMS) as Form[]).map((name) => {
    const named = [...STATUSES.keys()].filter((status) => formOf(status).form === name);
    const events = [sample({}, { status: named[0] ?? '' })];
    return { name, events, look: FORMS[name], words: capitalized(named.map(modelWord).join(', ')) };
  });
}

/** A year, of which some moment is meant or all. */
const MOMENT: Partial<TimelineDate> = { precision: 'year', max: 365 * DAY };
const PERIOD: Partial<TimelineDate> = { ...MOMENT, shape: 'period' };

export function dateMeanings(): Meaning[] {
  const dated = (name: string, date: Partial<TimelineDate>, look: string, words: string): Meaning => ({
    name,
    events: [sample(date, { kind: 'document', status: 'adopted' })],
    look,
    words,
  });
  return [
    dated('point', {}, l10n.t('A single mark'), l10n.t('On that day')),
    dated('bracket', MOMENT, l10n.t('A hollow dashed bracket'), l10n.t('Some time within: a month, a half, a year')),
    dated('bar', PERIOD, l10n.t('A solid bar'), l10n.t('All the time from its beginning to its end')),
    dated(
      'open',
      { ...PERIOD, max: null, open: 'end' },
      l10n.t('An arrow'),
      l10n.t('No end is known, or no beginning'),
    ),
    dated('approximate', { approximate: true }, l10n.t('Ends that fade and “c.”'), l10n.t('About then')),
    dated('uncertain', { uncertain: true }, l10n.t('A dashed outline and “?”'), l10n.t('Perhaps then')),
  ];
}

export function signMeanings(): Meaning[] {
  const chair = sample(PERIOD, { kind: 'chairmanship', role: 'band', title: l10n.t('Chair') });
  const crowd = Array.from({ length: 9 }, (_, place) => sample({}, { key: `crowd/${place}` }));
  const problem = (severity: 'error' | 'warning') => [sample({}, { problems: [{ severity, message: '' }] })];
  return [
    { name: 'band', events: [chair], look: l10n.t('A band'), words: l10n.t('Who has the chair') },
    { name: 'cluster', events: crowd, look: l10n.t('“+8”'), words: l10n.t('So many more events') },
    {
      name: 'error',
      events: problem('error'),
      look: l10n.t('A disc with “!”'),
      words: l10n.t('The record has errors'),
    },
    {
      name: 'warning',
      events: problem('warning'),
      look: l10n.t('A triangle with “!”'),
      words: l10n.t('The record has warnings'),
    },
  ];
}

function sample(date: Partial<TimelineDate>, more: Partial<TimelineEvent>): TimelineEvent {
  const day = { min: 0, max: DAY, precision: 'day', shape: 'moment', open: null } as const;
  const start = { line: 0, character: 0 };
  return {
    key: 'sample/sample',
    kind: 'summit',
    id: 'sample',
    title: '',
    date: { edtf: '', words: '', ...day, approximate: false, uncertain: false, ...date },
    lanes: {},
    role: 'mark',
    links: [],
    problems: [],
    location: { uri: '', range: { start, end: start } },
    ...more,
  };
}

/** The glyph of a meaning as the drawing has it, around y = 0 from x = 0 on; `year` is the width of a year; all px. */
export function glyphOf(
  { events }: Meaning,
  year: number,
  ink: Ink,
  ruler: TextRuler,
): { shapes: Drawn[]; className: string; width: number } {
  const marks = events.filter(({ role }) => role === 'mark');
  const bands = events.filter(({ role }) => role === 'band');
  const { lanes } = layoutTimeline([{ key: '', name: '', marks, bands }], {
    pxPerMs: year / (365 * DAY),
    horizon: { start: 0, end: 365 * DAY },
    labelWidth: (text) => ruler.width(text),
    viewport: { width: 0, height: 0 },
    expanded: new Set(),
    detail: { rows: 1, slot: 0 },
  });
  const [lane] = lanes;
  const item = lane?.items.at(-1);
  if (!lane || !item) throw new Error('A sample without a drawing');
  const place = placeItem(item, item.x0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const { className, shapes } = paintItem(item, lane, place, { ink, ruler, bandLabels: ({ title }) => [title] });
  // The wash of a band is as high as its lane, and there is none here.
  const drawn = shapes.filter(({ attributes }) => attributes.class !== 'wash' && attributes.class !== 'edge');
  return { shapes: drawn, className: className.replace('item ', ''), width: rightEnd(item) - item.x0 };
}
