/** Draws one item: a mark, a band or a "+n" pill, as shapes around its own origin. */
import * as l10n from '@vscode/l10n';
import type { TimelineEvent } from '../../../server/protocol.ts';
import { badgePath, barPath, bracketPath, type End, HALF, whiskerPath } from './glyphs.ts';
import type { Ink } from './ink.ts';
import type { BandItem, ClusterItem, Item, Lane, MarkItem } from './layout/items.ts';
import * as size from './layout/metrics.ts';
import { type Attributes, at, type Shape, shape } from './shapes.ts';
import { formShapes, markShapes } from './sign.ts';
import { formOf, shapeOf } from './status.ts';
import type { TextRuler } from './text.ts';

/** What painting needs to know of the drawing. */
export interface Paint {
  readonly ink: Ink;
  readonly ruler: TextRuler;
  bandLabels(event: TimelineEvent): string[];
}

/** Where an item is drawn: px right of the drawing's origin, and which ends run off it. */
export interface Placement {
  readonly left: number;
  readonly width: number;
  readonly cut: { readonly start: boolean; readonly end: boolean };
}

/** Classes of the item's group, and what is in it. */
export interface Painted {
  readonly className: string;
  readonly shapes: readonly Shape[];
  /**
   * Set when the last of the shapes is a label that follows the left edge of the screen while its glyph runs beneath: the
   * width of the glyph and of the label, px.
   */
  readonly sticky: { readonly room: number; readonly width: number } | null;
}

/** Clips an item to [clip0, clip1], so that no path grows without bound; all px of world x, `anchor` being the origin. */
export function placeItem(item: Item, anchor: number, clip0: number, clip1: number): Placement {
  const left = Math.round(Math.max(item.x0, clip0) - anchor);
  const width = Math.max(1, Math.round(Math.min(item.x1, clip1) - anchor) - left);
  return { left, width, cut: { start: item.x0 < clip0, end: item.x1 > clip1 } };
}

/** What an item's shapes depend on besides its event, as one text. */
export function signatureOf(item: Item, lane: Lane, { width, cut }: Placement): string {
  const own =
    item.type === 'mark'
      ? `${item.inside} ${Math.round(item.labelRoom)}`
      : item.type === 'cluster'
        ? `${item.events.length} ${hasError(item)}`
        : `${item.turn % 2} ${item.y} ${lane.height}`;
  return `${item.type} ${width} ${cut.start} ${cut.end} ${own}`;
}

export function paintItem(item: Item, lane: Lane, place: Placement, paint: Paint): Painted {
  if (item.type === 'mark') return paintMark(item, place, paint);
  if (item.type === 'band') return paintBand(item, lane, place, paint);
  return paintCluster(item, place.width, paint);
}

function paintMark(item: MarkItem, place: Placement, paint: Paint): Painted {
  const { event, form } = item;
  const { width } = place;
  const kind = shapeOf(event.kind);
  const status = formOf(event.status);
  const tone = paint.ink.tones[status.tone];
  const { approximate, uncertain } = event.date;
  const [start, end] = endsOf(item, place);
  const dashes = uncertain ? '3 2.2' : null;
  const r = size.MARK_RADIUS;
  const outline = { stroke: tone.line, 'stroke-width': 1.5, 'stroke-linejoin': 'round' };
  const filled = status.form !== 'filled' ? paint.ink.ground : uncertain ? tone.faint : tone.line;
  const mask = approximate ? fadeMask(start === 'cap', end === 'cap') : null;
  const shapes: Shape[] = [];
  let tagX = 0;
  if (form === 'point') {
    const transform = at(width / 2, 0);
    const look = { class: 'glyph shape', transform };
    shapes.push(...markShapes(event.kind, event.status, r, paint.ink, look, dashes));
    if (approximate) shapes.push(whisker(r, transform, tone.line));
  } else if (form === 'bar' && width < size.TAG_MIN && !item.openStart && !item.openEnd) {
    const body = { class: 'glyph shape', d: barPath(kind, width, r, start, end), fill: filled, mask };
    shapes.push(shape('path', { ...outline, ...body, 'stroke-dasharray': dashes }));
    shapes.push(...formShapes(event.kind, event.status, r - 0.5, paint.ink, at(width / 2, 0)));
  } else {
    const body: Attributes =
      form === 'bar'
        ? { class: 'glyph bar', d: barPath(kind, width, HALF, start, end), fill: tone.tint, 'stroke-width': 1.25 }
        : { class: 'glyph bracket', d: bracketPath(kind, width, start, end), fill: 'none' };
    shapes.push(shape('path', { ...outline, ...body, mask, 'stroke-dasharray': dashes }));
    tagX = item.openStart && !place.cut.start ? 16 : 11;
  }
  const label = labelOf(item, width, tagX, paint);
  const className = classOf('mark', event, `date-${form}`);
  if (!item.inside) return { className, shapes: [...shapes, ...label.shapes], sticky: null };
  return { className, shapes: [...shapes, shape('g', {}, ...label.shapes)], sticky: { room: width, width: label.end } };
}

/** The status mark (of bars and brackets), the sign of a problem, and the words; `end` is where they end, px. */
function labelOf(item: MarkItem, width: number, tagX: number, paint: Paint): { shapes: Shape[]; end: number } {
  const { event } = item;
  const { ink, ruler } = paint;
  const status = formOf(event.status);
  const tone = ink.tones[status.tone];
  const shapes: Shape[] = [];
  let x = width + size.LABEL_GAP;
  if (tagX) {
    const look = { class: 'tag shape', transform: at(tagX, 0) };
    shapes.push(...markShapes(event.kind, event.status, 3.6, ink, look));
    if (item.inside) x = tagX + 9;
  }
  if (event.problems.length) {
    shapes.push(badge(worstOf(event), x + 4, ink));
    x += size.BADGE;
  }
  const prefix = item.prefix ? ruler.width(item.prefix) : 0;
  const room = item.labelRoom - prefix;
  const fits = room >= size.LABEL_MIN || item.labelRoom >= ruler.width(item.prefix + event.title);
  const words = `${item.prefix}${fits ? ruler.fit(event.title, room) : ''}`.trimEnd();
  if (words) {
    const crossed = status.form === 'crossed' ? 'line-through' : null;
    // Lines behind a label give way to it.
    const halo = { 'paint-order': 'stroke', stroke: ink.ground, 'stroke-width': 3, 'stroke-linejoin': 'round' };
    const free = item.inside ? { class: 'label' } : { class: 'label free', ...(crossed ? {} : halo) };
    shapes.push(shape('text', { ...free, x, dy: '0.35em', fill: tone.label, 'text-decoration': crossed }, words));
  }
  return { shapes, end: x + ruler.width(words) + 8 };
}

function paintBand(item: BandItem, lane: Lane, place: Placement, paint: Paint): Painted {
  const { event } = item;
  const { width, cut } = place;
  const { ink, ruler } = paint;
  const { approximate, uncertain } = event.date;
  const [start, end] = endsOf(item, place);
  const turn = item.turn % 2 ? 1 : 0;
  const mask = approximate ? fadeMask(start === 'cap', end === 'cap') : null;
  const shapes: Shape[] = [];
  if (item.form === 'bracket') {
    const body = { class: 'glyph bracket', d: bracketPath('square', width, start, end), fill: 'none', mask };
    const line = { stroke: ink.stripLine, 'stroke-width': 1.5, 'stroke-dasharray': uncertain ? '3 2.2' : null };
    shapes.push(shape('path', { ...body, ...line }));
  } else {
    const box = { x: 0, y: -item.y, width, height: lane.height };
    shapes.push(shape('rect', { class: 'wash', ...box, mask, fill: ink.wash[turn] }));
    if (!cut.start && !item.openStart) {
      const d = `M.5 ${-item.y}V${lane.height - item.y}`;
      shapes.push(shape('path', { class: 'edge', d, fill: 'none', stroke: ink.lane }));
    }
    const d = barPath('square', width, HALF, start, end);
    const edge = uncertain ? { stroke: ink.stripLine, 'stroke-dasharray': '3 2.2' } : { stroke: ink.stripEdge };
    shapes.push(shape('path', { class: 'glyph strip', d, mask, fill: ink.strip[turn], 'stroke-width': 1, ...edge }));
  }
  const tag: Shape[] = [];
  let x = item.openStart && !cut.start ? 14 : 8;
  if (event.problems.length) {
    tag.push(badge(worstOf(event), x + 4, ink));
    x += size.BADGE;
  }
  const prefix = `${approximate ? l10n.t('c. ') : ''}${uncertain ? '? ' : ''}`;
  const room = width - x - (item.openEnd ? 14 : 6) - ruler.width(prefix);
  const names = paint.bandLabels(event);
  const name = names.find((candidate) => ruler.width(candidate) <= room) ?? ruler.fit(names[0] ?? '', room);
  const words = `${prefix}${name}`.trimEnd();
  if (words && room > 0) {
    const fill = ink.tones[formOf(event.status).tone].label;
    tag.push(shape('text', { class: 'label', x, dy: '0.35em', fill }, words));
  }
  shapes.push(shape('g', {}, ...tag));
  const className = classOf(`band turn-${turn}`, event, `date-${item.form}`);
  return { className, shapes, sticky: { room: width, width: x + ruler.width(words) + 8 } };
}

function paintCluster(item: ClusterItem, width: number, { ink }: Paint): Painted {
  const box = { x: 0, y: -HALF, width, height: 2 * HALF, rx: HALF };
  const text = {
    class: 'label',
    x: width / 2,
    dy: '0.35em',
    'text-anchor': 'middle',
    'font-weight': 600,
    fill: ink.text,
  };
  const shapes = [
    shape('rect', { class: 'glyph pill', ...box, fill: ink.pill, stroke: ink.stripLine, 'stroke-width': 1 }),
    shape('text', text, `+${item.events.length}`),
  ];
  if (hasError(item)) shapes.push(badge('error', width + 7, ink));
  return { className: 'item cluster', shapes, sticky: null };
}

function hasError({ events }: ClusterItem): boolean {
  return events.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}

function endsOf(item: MarkItem | BandItem, { cut }: Placement): [End, End] {
  const start = cut.start ? 'cut' : item.openStart ? 'arrow' : 'cap';
  const end = cut.end ? 'cut' : item.openEnd ? 'arrow' : 'cap';
  return [start, end];
}

function classOf(type: string, event: TimelineEvent, date: string): string {
  const { form, tone } = formOf(event.status);
  const { approximate, uncertain } = event.date;
  let classes = `item ${type} form-${form} tone-${tone} ${date}`;
  if (approximate) classes += ' approximate';
  if (uncertain) classes += ' uncertain';
  if (event.problems.length) classes += ' has-problems';
  return classes;
}

function whisker(r: number, transform: string, stroke: string): Shape {
  const line = { stroke, fill: 'none', 'stroke-width': 1.8, 'stroke-linecap': 'round' };
  return shape('path', { class: 'whisker', d: whiskerPath(r), transform, ...line });
}

function worstOf(event: TimelineEvent): 'error' | 'warning' {
  return event.problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** The sign of a problem, around `x` px. */
function badge(worst: 'error' | 'warning', x: number, ink: Ink): Shape {
  const d = badgePath(worst);
  return shape('path', { class: `badge ${worst}`, d, transform: at(x, 0), fill: ink[worst], 'fill-rule': 'evenodd' });
}

function fadeMask(start: boolean, end: boolean): string | null {
  if (start && end) return 'url(#tl-fade-both)';
  if (start) return 'url(#tl-fade-start)';
  return end ? 'url(#tl-fade-end)' : null;
}

/** The masks that {@link paintItem} refers to; they fade out an end whatever the colour is. */
export function fadeMasks(): Shape {
  const masks: Shape[] = [];
  for (const [name, stops] of [
    ['both', [0, 1, 1, 0]],
    ['start', [0, 1, 1, 1]],
    ['end', [1, 1, 1, 0]],
  ] as const) {
    const offsets = [0, 0.25, 0.75, 1];
    const ramp = stops.map((stop, index) =>
      shape('stop', { offset: offsets[index], 'stop-color': '#fff', 'stop-opacity': stop ? 1 : 0.06 }),
    );
    const area = { maskContentUnits: 'objectBoundingBox', x: '-5%', y: '-20%', width: '110%', height: '140%' };
    const box = { x: -0.05, y: -0.2, width: 1.1, height: 1.4, fill: `url(#tl-fade-${name}-ramp)` };
    masks.push(shape('linearGradient', { id: `tl-fade-${name}-ramp` }, ...ramp));
    masks.push(shape('mask', { id: `tl-fade-${name}`, ...area }, shape('rect', box)));
  }
  return shape('defs', {}, ...masks);
}
