/** The timeline as one still picture: title, axis, every lane to its last row, and what the signs mean. */

import * as l10n from '@vscode/l10n';
import { counted, listed } from '../../../../l10n/language.ts';
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { Arrangement } from '../arrangement.ts';
import { axisShapes, type CellName, stuckAt } from '../axis.ts';
import { handoverMarks, handoverShapes } from '../handovers.ts';
import { cornerShapes, headEdge, headGround, headShapes, laneLine, wrap } from '../head.ts';
import type { Ink } from '../ink.ts';
import { DIMENSION_NAMES, type LaneSource } from '../lanes.ts';
import { extentOf, type Horizon } from '../layout/extent.ts';
import type { Detail, Item, Lane, Layout } from '../layout/items.ts';
import { layoutTimeline } from '../layout/layout.ts';
import { AXIS, headWidth } from '../layout/metrics.ts';
import type { TimelineModel } from '../model.ts';
import { fadeMasks, paintItem, placeItem } from '../paint.ts';
import { at, type Shape, shape } from '../shapes.ts';
import { sayWord } from '../status.ts';
import type { TextRuler } from '../text.ts';
import { dayInWords } from '../time.ts';
import { describeCluster, describeRange } from '../words.ts';
import { BOLD, PICTURE_FONT, PICTURE_FONT_SIZE } from './picture-font.ts';
import { legendShapes } from './picture-legend.ts';

export interface PictureOptions {
  readonly model: TimelineModel;
  /** Lanes and filter. */
  readonly arrangement: Arrangement;
  /** The time to show, ms UTC. */
  readonly range: Horizon;
  /** Of the whole picture, px. */
  readonly width: number;
  readonly ink: Ink;
  /** Measure the font of pictures, the second in bold. */
  readonly ruler: TextRuler;
  readonly boldRuler: TextRuler;
  /** From this height of the lanes on what is dense is gathered as "+n", px; for files as much as viewers can open. */
  readonly tallest?: number;
}

export interface Picture {
  /** An `<svg>` that needs nothing else. */
  readonly shape: Shape;
  /** Px. */
  readonly width: number;
  readonly height: number;
  /** Where the axis begins, each lane, and what stands below the last: where pages may part the picture; px. */
  readonly axis: number;
  readonly lanes: readonly number[];
  readonly below: number;
  /** Events that are drawn. */
  readonly shown: number;
}

const MARGIN = 16;
const TITLE = 18;
const LINE = 24;
/** Canvases and many viewers hold little more, px. */
const TALLEST = 16_000;
/** Everything, else as much as a panel shows at most, and ever less. */
const DETAILS: readonly Detail[] = [
  { rows: Number.POSITIVE_INFINITY, slot: 0 },
  { rows: 14, slot: 0 },
  { rows: 8, slot: 60 },
  { rows: 3, slot: 200 },
];

export function picture(options: PictureOptions): Picture {
  const { model, range, ink, boldRuler } = options;
  const head = headWidth(options.width);
  const width = Math.max(options.width, head + 2 * MARGIN + 200);
  const plot = width - head - 2 * MARGIN;
  const layout = layoutFor(options, plot / (range.end - range.start));
  const items = layout.lanes.flatMap((lane) => lane.items);
  const shown = new Set(items.flatMap(keysOf)).size;

  const title = wrap(model.title, width - 2 * MARGIN, 2, scaled(boldRuler, TITLE / PICTURE_FONT_SIZE));
  const text = { x: MARGIN, fill: ink.text };
  const words = title.map((line, index) =>
    shape('text', { ...text, y: MARGIN + TITLE + index * LINE, 'font-size': TITLE, 'font-weight': BOLD }, line),
  );
  const top = MARGIN + title.length * LINE + LINE;
  const about = describe(options, shown);
  const subtitle = options.ruler.fit(about, width - 2 * MARGIN);
  words.push(shape('text', { ...text, y: top - 10, fill: ink.muted }, subtitle));

  const height = AXIS + layout.height;
  const legend = legendShapes(items, { width: width - 2 * MARGIN, ink, ruler: options.ruler });
  const whole = top + height + 14 + legend.height + MARGIN;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    width,
    height: whole,
    viewBox: `0 0 ${width} ${whole}`,
    'font-family': PICTURE_FONT,
    'font-size': PICTURE_FONT_SIZE,
    fill: ink.text,
  };
  const drawn = shape(
    'svg',
    root,
    shape('title', {}, model.title),
    shape('desc', {}, l10n.t('Timeline. {0}', about)),
    fadeMasks(),
    shape('rect', { width, height: whole, fill: ink.ground }),
    shape('g', { transform: at(MARGIN, top) }, ...drawing(layout, options, { head, plot, height })),
    // What runs out of the drawing at its right ends where the drawing does.
    shape('rect', { x: width - MARGIN, y: top, width: MARGIN, height, fill: ink.ground }),
    shape('rect', { ...frame(top, width, height), fill: 'none', stroke: ink.border }),
    ...words,
    shape('g', { transform: at(MARGIN, top + height + 14) }, ...legend.shapes),
  );
  const lanes = layout.lanes.map((lane) => top + AXIS + lane.top);
  return { shape: drawn, width, height: whole, axis: top, lanes, below: top + height, shown };
}

function frame(top: number, width: number, height: number) {
  return { x: MARGIN + 0.5, y: top + 0.5, width: width - 2 * MARGIN - 1, height: height - 1 };
}

interface Size {
  readonly head: number;
  readonly plot: number;
  /** Of axis and lanes, px. */
  readonly height: number;
}

/** Axis, lanes and their heads; the origin is the upper left corner of all. */
function drawing(layout: Layout, options: PictureOptions, { head, plot, height }: Size): Shape[] {
  const { model, arrangement, range, ink, ruler, boldRuler } = options;
  const { start, end } = range;
  const { pxPerMs } = layout;
  const today = model.today !== null && model.today >= start && model.today < end ? model.today : null;
  const axis = axisShapes({ from: start, to: end, anchor: start, pxPerMs, height, today, ruler, boldRuler, ink });
  const names = axis.names.flatMap((name) => nameShapes(name, plot));
  const heads = layout.lanes.map((lane) => {
    const { words } = headShapes(lane, { width: head, action: '', ruler, boldRuler, ink });
    return shape('g', { transform: at(0, AXIS + lane.top) }, laneLine(lane, 0, head + plot, ink), ...words);
  });
  const anchor = start * pxPerMs;
  const clip = { anchor, clip0: anchor, clip1: anchor + plot };
  const lanes = layout.lanes.map((lane) => {
    const items = itemShapes(lane, anchor, plot, options);
    const signs = handoverMarks(lane, lane.items, arrangement.dimension, model.handovers, model.laneNames);
    const layer = (parts: Shape[]) => shape('g', { transform: at(0, AXIS + lane.top) }, ...parts);
    return {
      ground: layer(items.flatMap(({ ground }) => ground)),
      marks: layer([...items.map(({ mark }) => mark), ...handoverShapes(signs, clip, ink).map(unfollowed)]),
    };
  });
  return [
    shape(
      'g',
      { transform: at(head, 0) },
      ...lanes.map(({ ground }) => ground),
      ...axis.grid,
      ...(axis.today ? [axis.today] : []),
      ...lanes.map(({ marks }) => marks),
      ...axis.front,
      ...names,
      ...(axis.pill ? [axis.pill] : []),
    ),
    headGround(head, height, ink),
    ...cornerShapes(head, DIMENSION_NAMES[arrangement.dimension], ink),
    ...heads,
    headEdge(head, height, ink),
  ];
}

/** What is drawn of each item, and of terms in the chair the ground of their lane: opaque here, it must not cover the grid. */
function itemShapes(lane: Lane, anchor: number, plot: number, options: PictureOptions) {
  const { arrangement, ink, ruler } = options;
  const paint = { ink, ruler, bandLabels: arrangement.bandLabels.bind(arrangement) };
  const behindFirst = [...lane.items].sort((a, b) => Number(a.type !== 'band') - Number(b.type !== 'band'));
  return behindFirst.map((item) => {
    // A mark for one day is drawn whole or not at all; what lasts ends where the picture does.
    const isPoint = item.type === 'mark' && item.form === 'point';
    const place = isPoint
      ? placeItem(item, anchor, -Infinity, Infinity)
      : placeItem(item, anchor, anchor, anchor + plot);
    const room = item.type === 'mark' && !item.inside ? anchor + plot - item.labelX - 4 : Number.POSITIVE_INFINITY;
    const fitted = item.type === 'mark' && item.labelRoom > room ? { ...item, labelRoom: room } : item;
    const { className, shapes } = paintItem(fitted, lane, place, paint);
    const words = shape('title', {}, item.type === 'cluster' ? describeCluster(item) : inWords(item.event));
    const transform = at(place.left, item.y);
    const isGround = ({ attributes }: Shape) => attributes.class === 'wash';
    const mark = shape('g', { class: className, transform }, words, ...shapes.filter((part) => !isGround(part)));
    return { mark, ground: shapes.filter(isGround).map((part) => shape('g', { transform }, part)) };
  });
}

/** A sign that leads nowhere: a picture is not clicked. */
function unfollowed(sign: Shape): Shape {
  return { ...sign, attributes: { ...sign.attributes, 'data-follow': null } };
}

/** The name of a cell of the axis where all its letters can be seen. */
function nameShapes(name: CellName, plot: number): Shape[] {
  const x = stuckAt(name, 0, plot);
  const x0 = name.tier === 'upper' ? x : x - name.width / 2;
  if (x0 < 1 || x0 + name.width > plot - 1) return [];
  return [{ ...name.shape, attributes: { ...name.shape.attributes, x } }];
}

/** A range with room at its right for the names of what is last; `width` is the picture's, px. */
export function withRoom({ start, end }: Horizon, width: number): Horizon {
  const plot = width - headWidth(width) - 2 * MARGIN;
  const room = Math.min(200, plot * 0.3);
  return { start, end: end + ((end - start) * room) / (plot - room) };
}

/** Every lane to its last row, as far as that makes a picture one can open; events outside the range take no row. */
function layoutFor({ arrangement, range, ruler, tallest = TALLEST }: PictureOptions, pxPerMs: number): Layout {
  const { horizon, filter } = arrangement;
  if (!horizon) throw new Error('There is nothing to draw.');
  const inRange = (date: Parameters<typeof extentOf>[0]) => {
    const { start, end } = extentOf(date, horizon);
    return start < range.end && end > range.start;
  };
  const lanes: LaneSource[] = arrangement.lanes
    .map((lane) => ({
      ...lane,
      bands: lane.bands.filter(({ date }) => inRange(date)),
      marks: lane.marks.filter(({ date }) => inRange(date)),
    }))
    .filter(({ bands, marks }) => bands.length + marks.length > 0 || filter.compare.length > 0);
  const viewport = { width: 0, height: 0 };
  const common = { pxPerMs, horizon, labelWidth: (text: string) => ruler.width(text), viewport };
  let layout: Layout | undefined;
  for (const detail of DETAILS) {
    layout = layoutTimeline(lanes, { ...common, expanded: new Set(), detail });
    if (layout.height <= tallest) break;
  }
  return layout!;
}

/** "73 of 77 events, January 2019 to March 2028, as of 22 November 2025". */
function describe({ model, arrangement, range }: PictureOptions, shown: number): string {
  const count =
    shown === model.size
      ? counted(shown, l10n.t('{0} event|{0} events'))
      : counted(model.size, l10n.t('{1} of {0} event|{1} of {0} events'), String(shown));
  const parts = [count, describeRange(range.start, range.end)];
  if (model.today !== null) parts.push(l10n.t('as of {0}', dayInWords(model.today)));
  const chosen = filterInWords(model, arrangement);
  return chosen ? l10n.t('{0}; only {1}', parts.join(', '), chosen) : parts.join(', ');
}

/** "“water”, OTS or CSTO, Planned": what the filter asks for. */
function filterInWords({ laneNames }: TimelineModel, { filter }: Arrangement): string {
  const { text, facets } = filter;
  const wanted = Object.entries(facets).map(([facet, values]) =>
    listed(
      values.map((key) => {
        const name = facet === 'status' ? undefined : laneNames[facet as keyof typeof laneNames]?.[key];
        return name?.short ?? name?.name ?? sayWord(key);
      }),
      'disjunction',
    ),
  );
  return [...(text.trim() === '' ? [] : [l10n.t('“{0}”', text.trim())]), ...wanted.filter(Boolean)].join(', ');
}

/** What a reader of the file is told of an item who points at it. */
function inWords({ title, date, status, problems }: TimelineEvent): string {
  const parts = [title, date.words, ...(status === undefined ? [] : [sayWord(status)])];
  return [...parts, ...problems.map(({ message }) => message)].join('\n');
}

function keysOf(item: Item): string[] {
  return item.type === 'cluster' ? item.events.map(({ key }) => key) : [item.event.key];
}

function scaled(ruler: TextRuler, factor: number): TextRuler {
  return { width: (text) => ruler.width(text) * factor, fit: (text, room) => ruler.fit(text, room / factor) };
}
