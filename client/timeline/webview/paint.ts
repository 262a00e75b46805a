/** Draws one item: a mark, a band or a "+n" pill. Rebuilds its few elements only when what they show has changed. */
import type { TimelineEvent } from '../../../server/protocol.ts';
import { badgePath, barPath, bracketPath, type End, formSign, HALF, markPath, whiskerPath } from '../drawing/glyphs.ts';
import type { BandItem, ClusterItem, Item, Lane, MarkItem } from '../drawing/items.ts';
import * as size from '../drawing/metrics.ts';
import { formOf, shapeOf } from '../drawing/status.ts';
import type { TextRuler } from '../drawing/text.ts';
import { at, setAttributes, svg } from './svg.ts';

/** What painting needs to know of the drawing; px of world x. */
export interface Paint {
  /** World x of local x = 0. */
  anchor: number;
  /** Nothing is drawn beyond these, so that no path grows without bound. */
  clip0: number;
  clip1: number;
  ruler: TextRuler;
  bandLabels(event: TimelineEvent): string[];
}

/** A label that follows the left edge of the screen while its glyph runs beneath; local px. */
export interface Sticky {
  tag: SVGGElement;
  /** Where the glyph begins and ends, relative to the drawn group's origin at `origin`. */
  origin: number;
  x0: number;
  x1: number;
  width: number;
}

/** What an element was last drawn from, and its sticky label if it has one. */
interface Drawn {
  event: TimelineEvent | null;
  signature: string;
  sticky: Sticky | null;
}

const drawn = new WeakMap<SVGGElement, Drawn>();

/** Brings `group` in line with `item`; returns its sticky label, if it has one. */
export function paintItem(group: SVGGElement, item: Item, lane: Lane, paint: Paint): Sticky | null {
  const x0 = Math.max(item.x0, paint.clip0);
  const x1 = Math.min(item.x1, paint.clip1);
  const left = Math.round(x0 - paint.anchor);
  const width = Math.max(1, Math.round(x1 - paint.anchor) - left);
  const cut = { start: item.x0 < paint.clip0, end: item.x1 > paint.clip1 };
  group.setAttribute('transform', at(left, item.y));
  const event = item.type === 'cluster' ? null : item.event;
  const signature = [
    item.type,
    width,
    cut.start,
    cut.end,
    item.type === 'mark' ? `${item.inside} ${Math.round(item.labelRoom)}` : '',
    item.type === 'cluster' ? item.events.length : '',
    item.type === 'band' ? `${item.turn % 2} ${item.y} ${lane.height}` : '',
  ].join(' ');
  const before = drawn.get(group);
  if (before && before.event === event && before.signature === signature) {
    if (before.sticky) before.sticky.origin = left;
    return before.sticky;
  }
  group.replaceChildren();
  let sticky: Sticky | null = null;
  if (item.type === 'mark') sticky = paintMark(group, item, width, cut, paint);
  else if (item.type === 'band') sticky = paintBand(group, item, lane, width, cut, paint);
  else paintCluster(group, item, width);
  if (sticky) sticky.origin = left;
  drawn.set(group, { event, signature, sticky });
  return sticky;
}

interface Cut {
  start: boolean;
  end: boolean;
}

function paintMark(group: SVGGElement, item: MarkItem, width: number, cut: Cut, paint: Paint): Sticky | null {
  const { event, form } = item;
  const shape = shapeOf(event.kind);
  const status = formOf(event.status);
  const { approximate, uncertain } = event.date;
  group.setAttribute(
    'class',
    [
      'item mark',
      `form-${status.form}`,
      `tone-${status.tone}`,
      `date-${form}`,
      approximate && 'approximate',
      uncertain && 'uncertain',
      event.problems.length && 'has-problems',
    ]
      .filter(Boolean)
      .join(' '),
  );
  const start: End = cut.start ? 'cut' : item.openStart ? 'arrow' : 'cap';
  const end: End = cut.end ? 'cut' : item.openEnd ? 'arrow' : 'cap';
  const r = size.MARK_RADIUS;
  let tagX = 0;
  if (form === 'point') {
    const middle = at(width / 2, 0);
    group.append(svg('path', { class: 'glyph shape', d: markPath(shape, r), transform: middle }));
    const sign = formSign(status.form, shape, r);
    if (sign) group.append(svg('path', { class: sign.fill ? 'sign solid' : 'sign', d: sign.d, transform: middle }));
    if (approximate) group.append(svg('path', { class: 'whisker', d: whiskerPath(r), transform: middle }));
  } else if (form === 'bar' && width < size.TAG_MIN && !item.openStart && !item.openEnd) {
    group.append(svg('path', { class: 'glyph shape', d: barPath(shape, width, r, start, end) }));
    const sign = formSign(status.form, shape, r - 0.5);
    if (sign) {
      const middle = at(width / 2, 0);
      group.append(svg('path', { class: sign.fill ? 'sign solid' : 'sign', d: sign.d, transform: middle }));
    }
  } else {
    const fade = approximate ? fadeMask(start === 'cap', end === 'cap') : null;
    group.append(
      form === 'bar'
        ? svg('path', { class: 'glyph bar', d: barPath(shape, width, HALF, start, end), mask: fade })
        : svg('path', { class: 'glyph bracket', d: bracketPath(shape, width, start, end), mask: fade }),
    );
    tagX = item.openStart && !cut.start ? 16 : 11;
  }
  return paintLabel(group, item, width, tagX, paint);
}

/** The status mark (of bars and brackets), the sign of a problem, and the words. */
function paintLabel(group: SVGGElement, item: MarkItem, width: number, tagX: number, paint: Paint): Sticky | null {
  const { event } = item;
  const parts: Element[] = [];
  let x = width + size.LABEL_GAP;
  if (tagX) {
    const shape = shapeOf(event.kind);
    const { form } = formOf(event.status);
    const r = 3.6;
    const middle = at(tagX, 0);
    parts.push(svg('path', { class: 'tag shape', d: markPath(shape, r), transform: middle }));
    const sign = formSign(form, shape, r);
    if (sign) parts.push(svg('path', { class: sign.fill ? 'sign solid' : 'sign', d: sign.d, transform: middle }));
    if (item.inside) x = tagX + 9;
  }
  const worst = event.problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  if (event.problems.length) {
    parts.push(svg('path', { class: `badge ${worst}`, d: badgePath(worst), transform: at(x + 4, 0) }));
    x += size.BADGE;
  }
  const prefix = item.prefix ? paint.ruler.width(item.prefix) : 0;
  const room = item.labelRoom - prefix;
  const title =
    room >= size.LABEL_MIN || item.labelRoom >= paint.ruler.width(item.prefix + event.title)
      ? paint.ruler.fit(event.title, room)
      : '';
  const words = `${item.prefix}${title}`.trimEnd();
  if (words) parts.push(svg('text', { class: item.inside ? 'label' : 'label free', x, dy: '0.35em' }, words));
  if (!item.inside) {
    group.append(...parts);
    return null;
  }
  const tag = svg('g', {}, ...parts);
  group.append(tag);
  return { tag, origin: 0, x0: 0, x1: width, width: x + paint.ruler.width(words) + 8 };
}

function paintBand(
  group: SVGGElement,
  item: BandItem,
  lane: Lane,
  width: number,
  cut: Cut,
  paint: Paint,
): Sticky | null {
  const { event } = item;
  const { approximate, uncertain } = event.date;
  const { form, tone } = formOf(event.status);
  setAttributes(group, {
    class: [
      'item band',
      `turn-${item.turn % 2}`,
      `form-${form}`,
      `tone-${tone}`,
      `date-${item.form}`,
      approximate && 'approximate',
      uncertain && 'uncertain',
      event.problems.length && 'has-problems',
    ]
      .filter(Boolean)
      .join(' '),
  });
  const start: End = cut.start ? 'cut' : item.openStart ? 'arrow' : 'cap';
  const end: End = cut.end ? 'cut' : item.openEnd ? 'arrow' : 'cap';
  const fade = approximate ? fadeMask(start === 'cap', end === 'cap') : null;
  if (item.form !== 'bracket') {
    group.append(svg('rect', { class: 'wash', x: 0, y: -item.y, width, height: lane.height, mask: fade }));
    if (!cut.start && !item.openStart)
      group.append(svg('path', { class: 'edge', d: `M.5 ${-item.y}V${lane.height - item.y}` }));
  }
  group.append(
    item.form === 'bracket'
      ? svg('path', { class: 'glyph bracket', d: bracketPath('square', width, start, end), mask: fade })
      : svg('path', { class: 'glyph strip', d: barPath('square', width, HALF, start, end), mask: fade }),
  );
  const tag = svg('g');
  let x = item.openStart && !cut.start ? 14 : 8;
  const worst = event.problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  if (event.problems.length) {
    tag.append(svg('path', { class: `badge ${worst}`, d: badgePath(worst), transform: at(x + 4, 0) }));
    x += size.BADGE;
  }
  const prefix = `${approximate ? 'c. ' : ''}${uncertain ? '? ' : ''}`;
  const room = width - x - (item.openEnd ? 14 : 6) - paint.ruler.width(prefix);
  const names = paint.bandLabels(event);
  const name = names.find((candidate) => paint.ruler.width(candidate) <= room) ?? paint.ruler.fit(names[0] ?? '', room);
  const words = `${prefix}${name}`.trimEnd();
  if (words && room > 0) tag.append(svg('text', { class: 'label', x, dy: '0.35em' }, words));
  group.append(tag);
  return { tag, origin: 0, x0: 0, x1: width, width: x + paint.ruler.width(words) + 8 };
}

function paintCluster(group: SVGGElement, item: ClusterItem, width: number): void {
  group.setAttribute('class', 'item cluster');
  const problem = item.events.some((event) => event.problems.some(({ severity }) => severity === 'error'));
  const label = `+${item.events.length}`;
  group.append(
    svg('rect', { class: 'glyph pill', x: 0, y: -HALF, width, height: 2 * HALF, rx: HALF }),
    svg('text', { class: 'label', x: width / 2, dy: '0.35em', 'text-anchor': 'middle' }, label),
  );
  if (problem) group.append(svg('path', { class: 'badge error', d: badgePath('error'), transform: at(width + 7, 0) }));
}

function fadeMask(start: boolean, end: boolean): string | null {
  if (start && end) return 'url(#tl-fade-both)';
  if (start) return 'url(#tl-fade-start)';
  return end ? 'url(#tl-fade-end)' : null;
}

/** The masks that {@link paintItem} refers to; they fade out an end whatever the colour is. */
export function fadeMasks(): SVGDefsElement {
  const defs = svg('defs');
  for (const [name, stops] of [
    ['both', [0, 1, 1, 0]],
    ['start', [0, 1, 1, 1]],
    ['end', [1, 1, 1, 0]],
  ] as const) {
    const offsets = [0, 0.25, 0.75, 1];
    const gradient = svg('linearGradient', { id: `tl-fade-${name}-ramp` });
    for (const [index, stop] of stops.entries()) {
      gradient.append(svg('stop', { offset: offsets[index], 'stop-color': '#fff', 'stop-opacity': stop ? 1 : 0.06 }));
    }
    const mask = svg('mask', {
      id: `tl-fade-${name}`,
      maskContentUnits: 'objectBoundingBox',
      x: '-5%',
      y: '-20%',
      width: '110%',
      height: '140%',
    });
    mask.append(svg('rect', { x: -0.05, y: -0.2, width: 1.1, height: 1.4, fill: `url(#tl-fade-${name}-ramp)` }));
    defs.append(gradient, mask);
  }
  return defs;
}
