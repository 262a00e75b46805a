/** What the shapes of the drawing mean: kinds, statuses, dates and signs, each drawn as it is drawn there. */
import type { TimelineDate, TimelineEvent } from '../../../server/protocol.ts';
import { SCREEN } from '../drawing/ink.ts';
import { layoutTimeline } from '../drawing/layout.ts';
import { paintItem, placeItem } from '../drawing/paint.ts';
import { at } from '../drawing/shapes.ts';
import { type Form, formOf, KINDS, type Shape, STATUSES, sayWord } from '../drawing/status.ts';
import { DAY } from '../drawing/time.ts';
import { html, svg, toElement } from './svg.ts';

/** Who is drawn, what a screen reader says of the glyph, and what it means. */
type Row = readonly [events: readonly TimelineEvent[], look: string, meaning: string];

const SHAPES: Readonly<Record<Shape, string>> = {
  circle: 'Circle',
  diamond: 'Diamond',
  square: 'Square',
  hexagon: 'Hexagon',
  pentagon: 'Pentagon',
  dome: 'Half disc',
  shield: 'Shield',
  bookmark: 'Bookmark',
  triangle: 'Triangle',
};

const FORMS: Readonly<Record<Form, string>> = {
  filled: 'Filled',
  hollow: 'Outline',
  dotted: 'Outline with a dot',
  half: 'Half filled',
  crossed: 'Crossed out',
  slashed: 'Struck through',
};

/** Size of a glyph's picture; a year is drawn `YEAR` wide; px. */
const WIDTH = 92;
const HEIGHT = 24;
const YEAR = 60;
/** About what a character of the few words in glyphs takes, px. */
const CHARACTER = 7;

/** The legend under a heading of the second level, for a sheet to hold. */
export function legend(): HTMLElement {
  return html(
    'div',
    { class: 'legend' },
    html('h2', {}, 'What the shapes mean'),
    section('What it is', kinds()),
    section('How it stands', statuses()),
    section('How well its date is known', dates()),
    section('Signs', signs()),
  );
}

function kinds(): Row[] {
  return [...KINDS].map(([kind, shape]) => [[sample({}, { kind })], SHAPES[shape], sayWord(kind)]);
}

function statuses(): Row[] {
  return (Object.keys(FORMS) as Form[]).map((form) => {
    const named = [...STATUSES.keys()].filter((status) => formOf(status).form === form);
    return [[sample({}, { status: named[0] ?? '' })], FORMS[form], sayWord(named.join(', '))];
  });
}

/** A year, of which some moment is meant or all. */
const MOMENT: Partial<TimelineDate> = { precision: 'year', max: 365 * DAY };
const PERIOD: Partial<TimelineDate> = { ...MOMENT, shape: 'period' };

function dates(): Row[] {
  const known = { kind: 'document', status: 'adopted' };
  return [
    [[sample({}, known)], 'A single mark', 'On that day'],
    [[sample(MOMENT, known)], 'A hollow dashed bracket', 'Some time within: a month, a half, a year'],
    [[sample(PERIOD, known)], 'A solid bar', 'All the time from its beginning to its end'],
    [[sample({ ...PERIOD, max: null, open: 'end' }, known)], 'An arrow', 'No end is known, or no beginning'],
    [[sample({ approximate: true }, known)], 'Ends that fade and “c.”', 'About then'],
    [[sample({ uncertain: true }, known)], 'A dashed outline and “?”', 'Perhaps then'],
  ];
}

function signs(): Row[] {
  const problem = (severity: 'error' | 'warning') => sample({}, { problems: [{ severity, message: '' }] });
  return [
    [[sample(PERIOD, { kind: 'chairmanship', role: 'band', title: 'Chair' })], 'A band', 'Who has the chair'],
    [Array.from({ length: 9 }, (_, place) => sample({}, { key: `crowd/${place}` })), '“+8”', 'So many more events'],
    [[problem('error')], 'A disc with “!”', 'The record has errors'],
    [[problem('warning')], 'A triangle with “!”', 'The record has warnings'],
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

function section(heading: string, rows: readonly Row[]): HTMLElement {
  const list = rows.map(([events, look, meaning]) => {
    const picture = { class: 'legend-glyph', width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': look };
    const glyph = svg('svg', picture, drawn(events));
    return html('div', {}, html('dt', {}, glyph), html('dd', {}, meaning));
  });
  return html('section', {}, html('h3', {}, heading), html('dl', {}, ...list));
}

/** The last of the items that events are laid out as, as the drawing has it. */
function drawn(events: readonly TimelineEvent[]): SVGGElement {
  const ruler = {
    width: (text: string) => text.length * CHARACTER,
    fit: (text: string, room: number) => (text.length * CHARACTER <= room ? text : ''),
  };
  const marks = events.filter(({ role }) => role === 'mark');
  const bands = events.filter(({ role }) => role === 'band');
  const layout = layoutTimeline([{ key: '', name: '', marks, bands }], {
    pxPerMs: YEAR / (365 * DAY),
    horizon: { start: 0, end: 365 * DAY },
    labelWidth: ruler.width,
    viewport: { width: WIDTH, height: HEIGHT },
    expanded: new Set(),
    detail: { rows: 1, slot: 0 },
  });
  const [lane] = layout.lanes;
  const item = lane?.items.at(-1);
  if (!lane || !item) throw new Error('A sample without a drawing');
  const place = placeItem(item, item.x0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const bandLabels = (event: TimelineEvent) => [event.title];
  const { className, shapes } = paintItem(item, lane, place, { ink: SCREEN, ruler, bandLabels });
  const group = svg('g', { class: className.replace('item ', ''), transform: at(12, HEIGHT / 2) });
  // The wash of a band is as high as its lane, and there is none here.
  group.append(...shapes.map(toElement).filter((element) => !element.matches('.wash, .edge')));
  return group;
}
