/** Where the lines run that tie an entry to others: curves between items of a layout, wherever their lanes are. */
import * as l10n from '@vscode/l10n';
import type { LaneDimension, TieType, TimelineEvent } from '../../../server/protocol.ts';
import type { Item, Lane, Layout } from './layout/items.ts';
import type { Tied } from './links.ts';

/** An item and where it stands: px of world x, px below the first lane's top. */
export interface Stand {
  readonly item: Item;
  readonly lane: Lane;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic curve from an item to what it names. */
export interface TieLine {
  readonly tie: Tied;
  /** Ends and control points: start, two controls, end. */
  readonly points: readonly [Point, Point, Point, Point];
}

/** More lines than these would say nothing any more. */
export const MOST_TIES = 40;
/** Looking for one takes a while where lanes are long. */
const MOST_LOOKED_FOR = 240;
/** Px between the middle of an item and where a line leaves it. */
const GAP = 9.5;
/** An item that is wider is met wherever it is nearest, a narrower one in its middle. */
const NARROW = 30;
/** Marks that stand less than this apart in time are tied around their left side: their labels stand at the right. */
const UPRIGHT = 28;

/** What a tie means, between the titles of its two ends. */
export const TIE_WORDS: Record<TieType, string> = {
  'made-at': l10n.t('made at'),
  target: l10n.t('aims at'),
  parent: l10n.t('part of'),
  step: l10n.t('on its way at'),
  result: l10n.t('led to'),
  outcome: l10n.t('led to'),
  decided: l10n.t('decided at'),
  context: l10n.t('declared for'),
  priority: l10n.t('has the priority'),
  predecessor: l10n.t('comes after'),
  related: l10n.t('is related to'),
};

/** Finds where an entry stands, by its key, in all its lanes. */
export type Stands = (key: string) => readonly Stand[];

/** Looks for each entry once; one that is clustered stands where its "+n" is. Very many are not looked for any more. */
export function standsIn(
  layout: Layout,
  dimension: LaneDimension,
  find: (key: string) => TimelineEvent | undefined,
): Stands {
  const lanes = new Map(layout.lanes.map((lane) => [lane.key, lane]));
  const known = new Map<string, readonly Stand[]>();
  return (key) => {
    let stands = known.get(key);
    if (!stands && known.size < MOST_LOOKED_FOR) {
      const own = find(key)?.lanes[dimension] ?? [];
      stands = (own.length > 0 ? own : ['']).flatMap((laneKey) => {
        const lane = lanes.get(laneKey);
        const item = lane?.at(lane.placeOfEvent(key));
        return lane && item ? [{ item, lane, x0: item.x0, x1: item.x1, y: lane.top + item.y }] : [];
      });
      known.set(key, stands);
    }
    return stands ?? [];
  };
}

/**
 * The lines for ties: within each lane that has both ends, else between the two that are nearest. Ties whose other end is
 * not in the layout, or within the same "+n", have none. What lies beyond [clip0, clip1] (px of world x) is cut off there.
 */
export function tieLines(ties: readonly Tied[], stands: Stands, clip: { clip0: number; clip1: number }): TieLine[] {
  const lines: TieLine[] = [];
  for (const tie of ties) {
    for (const [from, to] of pairs(stands(tie.from), stands(tie.to))) {
      const points = curve(from, to, clip);
      if (points) lines.push({ tie, points });
      if (lines.length === MOST_TIES) return lines;
    }
  }
  return lines;
}

/** A line from a place of its own, as a step of a story has it, to the item that is nearest. */
export function lineFrom(
  tie: Tied,
  from: Point,
  to: readonly Stand[],
  clip: { clip0: number; clip1: number },
): TieLine | null {
  const nearest = [...to].sort((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
  const points = nearest ? curve({ x0: from.x, x1: from.x, y: from.y, small: true }, nearest, clip) : null;
  return points && { tie, points };
}

/** SVG path data of a line, `anchor` px of world x being the origin. */
export function linePath({ points }: TieLine, anchor: number): string {
  const [a, b, c, d] = points.map(({ x, y }) => `${round(x - anchor)} ${round(y)}`);
  return `M${a}C${b} ${c} ${d}`;
}

/** A dot where a line begins and an arrow where it ends. */
export function lineEnds({ points }: TieLine, anchor: number): string {
  const [start, , control, end] = points;
  const length = Math.hypot(end.x - control.x, end.y - control.y) || 1;
  const [dx, dy] = [(end.x - control.x) / length, (end.y - control.y) / length];
  const at = (back: number, aside: number): string =>
    `${round(end.x - anchor - dx * back - dy * aside)} ${round(end.y - dy * back + dx * aside)}`;
  const [x, y] = [round(start.x - anchor), round(start.y)];
  return `M${at(0, 0)}L${at(7, 3.6)}L${at(5.5, 0)}L${at(7, -3.6)}ZM${x - 2.2} ${y}a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0Z`;
}

/** A point of a line; `t` from 0, its start, to 1. */
export function pointAt({ points: [a, b, c, d] }: TieLine, t: number): Point {
  const u = 1 - t;
  const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

function pairs(from: readonly Stand[], to: readonly Stand[]): [Stand, Stand][] {
  const together: [Stand, Stand][] = [];
  let nearest: [Stand, Stand] | null = null;
  for (const a of from) {
    for (const b of to) {
      if (a.item === b.item) return [];
      if (a.lane === b.lane) together.push([a, b]);
      else if (!nearest || Math.abs(a.y - b.y) < Math.abs(nearest[0].y - nearest[1].y)) nearest = [a, b];
    }
  }
  return together.length > 0 || !nearest ? together : [nearest];
}

/** What a curve needs to know of an end; `small`: a mark on a line rather than in a row. */
interface End {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly small?: boolean;
}

function curve(from: End, to: End, { clip0, clip1 }: { clip0: number; clip1: number }): TieLine['points'] | null {
  const ax = meeting(from, to);
  const bx = meeting(to, { ...from, x0: ax, x1: ax });
  if (Math.max(ax, bx) < clip0 || Math.min(ax, bx) > clip1) return null;
  const [dx, dy] = [bx - ax, to.y - from.y];
  const [gapA, gapB] = [from.small ? 5 : GAP, to.small ? 5 : GAP];
  if (Math.abs(dy) < 12) {
    const lift = Math.min(44, 12 + Math.abs(dx) * 0.12);
    const [start, end] = [
      { x: ax, y: from.y - gapA },
      { x: bx, y: to.y - gapB },
    ];
    const top = Math.min(start.y, end.y) - lift;
    return clipped(start, { x: ax + dx * 0.2, y: top }, { x: bx - dx * 0.2, y: top }, end, clip0, clip1);
  }
  if (Math.abs(dx) < UPRIGHT && isNarrow(from) && isNarrow(to)) {
    const bow = Math.min(46, 10 + Math.abs(dy) * 0.12);
    const [start, end] = [
      { x: ax - gapA, y: from.y },
      { x: bx - gapB, y: to.y },
    ];
    return [start, { x: start.x - bow, y: start.y }, { x: end.x - bow, y: end.y }, end];
  }
  const way = Math.sign(dy);
  const start = { x: ax, y: from.y + way * gapA };
  const end = { x: bx, y: to.y - way * gapB };
  const bend = (end.y - start.y) * 0.55;
  return clipped(start, { x: ax, y: start.y + bend }, { x: bx, y: end.y - bend }, end, clip0, clip1);
}

/** Where a line meets an item that looks towards another. */
function meeting(end: End, other: End): number {
  if (isNarrow(end)) return (end.x0 + end.x1) / 2;
  return Math.min(Math.max((other.x0 + other.x1) / 2, end.x0 + 6), end.x1 - 6);
}

function isNarrow({ x0, x1 }: End): boolean {
  return x1 - x0 <= NARROW;
}

/**
 * A far end is taken to be at the edge, at its own height: the line then turns level where one sees it, and no path grows
 * without bound.
 */
function clipped(start: Point, c1: Point, c2: Point, end: Point, clip0: number, clip1: number): TieLine['points'] {
  const held = (x: number): number => Math.min(Math.max(x, clip0), clip1);
  const [a, d] = [
    { x: held(start.x), y: start.y },
    { x: held(end.x), y: end.y },
  ];
  const half = (d.x - a.x) / 2;
  const b = a.x === start.x ? { x: held(c1.x), y: c1.y } : { x: a.x + half, y: a.y };
  const c = d.x === end.x ? { x: held(c2.x), y: c2.y } : { x: d.x - half, y: d.y };
  return [a, b, c, d];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
