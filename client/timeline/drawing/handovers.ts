/** Where one term of a chair follows another: hand-overs, gaps between terms, and terms that overlap. */
import * as l10n from '@vscode/l10n';
import type { LaneDimension, LaneNames, TimelineEvent } from '../../../server/protocol.ts';
import { HALF, markPath } from './glyphs.ts';
import type { Ink } from './ink.ts';
import { laneNameOf } from './lanes.ts';
import type { BandItem, Item, Lane } from './layout/items.ts';
import { add, recordOf } from './links.ts';
import { at, type Shape, shape } from './shapes.ts';
import { DAY, dayInWords, monthInWords } from './time.ts';

/** One term after another of the same chair. */
export interface Handover {
  readonly from: TimelineEvent;
  readonly to: TimelineEvent;
  /** `gap`: nobody is known in between; `overlap`: both are said to be in the chair at once. */
  readonly type: 'handover' | 'gap' | 'overlap';
}

/** How far a date of a precision may lie beside the truth, ms; what is not listed, a year. */
const LEEWAY: Partial<Record<TimelineEvent['date']['precision'], number>> = {
  day: DAY,
  month: 31 * DAY,
  quarter: 92 * DAY,
  half: 184 * DAY,
};
const YEAR = 366 * DAY;

/** All hand-overs among events, which are in drawing order, by the keys of both terms. */
export function handoversOf(events: readonly TimelineEvent[]): ReadonlyMap<string, readonly Handover[]> {
  const chairs = new Map<string, TimelineEvent[]>();
  const terms = new Map<string, TimelineEvent>();
  const found = new Map<string, Handover[]>();
  for (const to of events) {
    if (to.role !== 'band') continue;
    add(chairs, `${to.kind} ${to.lanes.organization?.[0] ?? ''}`, to);
    terms.set(recordOf(to.key), to);
  }
  for (const chair of chairs.values()) {
    for (const [index, to] of chair.entries()) {
      const named = to.links.find(({ type }) => type === 'predecessor')?.to;
      const from = (named !== undefined && terms.get(recordOf(named))) || termBefore(chair, index);
      if (!from || from === to) continue;
      const handover = { from, to, type: typeOf(from, to) };
      add(found, from.key, handover);
      add(found, to.key, handover);
    }
  }
  return found;
}

/** The last term that began before another; one that began at the same time shares the chair. */
function termBefore(chair: readonly TimelineEvent[], index: number): TimelineEvent | undefined {
  const start = chair[index]?.date.min ?? null;
  if (start === null) return undefined;
  let before = index - 1;
  while (before >= 0 && chair[before]?.date.min === start) before--;
  return chair[before];
}

function typeOf(from: TimelineEvent, to: TimelineEvent): Handover['type'] {
  const [end, start] = [from.date.max, to.date.min];
  // Who is in the chair "until further notice" is so until somebody else is.
  if (end === null || start === null) return 'handover';
  const doubt = from.date.approximate || to.date.approximate ? 31 * DAY : 0;
  const leeway = Math.max(leewayOf(from), leewayOf(to)) + doubt;
  if (start - end > leeway) return 'gap';
  return end - start > leeway ? 'overlap' : 'handover';
}

function leewayOf({ date }: TimelineEvent): number {
  return LEEWAY[date.precision] ?? YEAR;
}

/** "Hand-over: Kyrgyzstan → Türkiye, 6 November 2024". */
export function describeHandover({ from, to, type }: Handover, names: LaneNames): string {
  const [before, after] = [holderOf(from, names), holderOf(to, names)];
  if (type === 'handover') return l10n.t('Hand-over: {0} → {1}, {2}', before, after, startOf(to));
  const [end, start] = [dayInWords((from.date.max ?? 0) - 1), startOf(to)];
  if (type === 'gap') return l10n.t('Gap between terms: {0} until {1}, {2} from {3}', before, end, after, start);
  return l10n.t('Terms overlap: {0} until {1}, {2} from {3}', before, end, after, start);
}

/** Who is in the chair: a state, or what the record is called. */
function holderOf(event: TimelineEvent, names: LaneNames): string {
  const key = event.lanes.state?.[0];
  return key === undefined ? event.title : laneNameOf(names, 'state', key).name;
}

function startOf({ date: { min, precision, words } }: TimelineEvent): string {
  if (min === null) return words;
  if (precision === 'day') return dayInWords(min);
  return precision === 'year' ? String(new Date(min).getUTCFullYear()) : monthInWords(min);
}

/** A sign on the border of two bands, px of world x and px below the lane's top. */
export interface HandoverMark {
  readonly type: Handover['type'];
  readonly x: number;
  readonly y: number;
  /** Where a gap or an overlap ends, and the middle of the other band. */
  readonly x1: number;
  readonly y1: number;
  readonly words: string;
  /** The term that begins. */
  readonly key: string;
}

/** Signs nearer to each other than this would hide their bands, px. */
const NEAR = 22;

/**
 * The signs for the bands of a lane, from left to right. A lane that holds both terms shows what lies between them; one
 * that holds only one of them, as that of a state does, shows where the other took over.
 */
export function handoverMarks(
  lane: Lane,
  items: readonly Item[],
  dimension: LaneDimension,
  handovers: ReadonlyMap<string, readonly Handover[]>,
  names: LaneNames,
): HandoverMark[] {
  const marks: HandoverMark[] = [];
  const bandOf = ({ key }: TimelineEvent): BandItem | undefined => {
    const item = lane.at(lane.placeOfEvent(key));
    return item?.type === 'band' ? item : undefined;
  };
  const isHere = ({ lanes }: TimelineEvent): boolean => (lanes[dimension] ?? []).includes(lane.key);
  const seen = new Set<Handover>();
  for (const item of items) {
    if (item.type !== 'band') continue;
    for (const handover of handovers.get(item.event.key) ?? []) {
      if (seen.has(handover)) continue;
      seen.add(handover);
      const [from, to] = [handover.from, handover.to].map((term) => (isHere(term) ? bandOf(term) : undefined));
      const words = describeHandover(handover, names);
      const { key } = handover.to;
      if (from && to) {
        const type = handover.type;
        const [x, x1] = type === 'handover' ? [to.x0, to.x0] : [Math.min(from.x1, to.x0), Math.max(from.x1, to.x0)];
        marks.push({ type, x, x1, y: type === 'handover' ? to.y : from.y, y1: to.y, words, key });
      } else if (handover.type === 'handover' && (from || to)) {
        const band = (from ?? to)!;
        const x = to ? band.x0 : band.x1;
        marks.push({ type: 'handover', x, x1: x, y: band.y, y1: band.y, words, key });
      }
    }
  }
  return thinned(marks.sort((a, b) => a.x - b.x));
}

/** Without signs that stand too near to others; one in the place of another is one with it, and says what both say. */
function thinned(marks: readonly HandoverMark[]): HandoverMark[] {
  const others = marks.filter(({ type }) => type !== 'handover');
  const signs = new Map<number, HandoverMark>();
  for (const mark of marks) {
    if (mark.type !== 'handover') continue;
    const same = signs.get(mark.x);
    signs.set(mark.x, same ? { ...same, words: `${same.words}\n${mark.words}` } : mark);
  }
  const all = [...signs.values()];
  const isFree = ({ x }: HandoverMark, other: HandoverMark | undefined) => !other || Math.abs(x - other.x) >= NEAR;
  return [...others, ...all.filter((mark, at) => isFree(mark, all[at - 1]) && isFree(mark, all[at + 1]))];
}

/** The signs as shapes below the lane's top, px right of `anchor` (px of world x); nothing is drawn beyond the clip. */
export function handoverShapes(
  marks: readonly HandoverMark[],
  { anchor, clip0, clip1 }: { anchor: number; clip0: number; clip1: number },
  ink: Ink,
): Shape[] {
  return marks.flatMap((mark) => {
    const { type, words, key, y, y1 } = mark;
    if (mark.x1 < clip0 || mark.x > clip1) return [];
    const x = Math.max(mark.x, clip0) - anchor;
    const title = shape('title', {}, words);
    if (type === 'handover') {
      const body = { d: markPath('circle', 5.3), fill: ink.ground, stroke: ink.stripLine, 'stroke-width': 1.2 };
      const arrow = { d: 'M-2.7 0H2.3M.2 -2.2L2.4 0L.2 2.2', fill: 'none', stroke: ink.text, 'stroke-width': 1.3 };
      const group = { class: 'handover', 'data-follow': key, transform: at(x, y) };
      return [shape('g', group, title, shape('path', body), shape('path', arrow))];
    }
    const width = Math.max(1, Math.min(mark.x1, clip1) - anchor - x);
    const [top, bottom] = type === 'gap' ? [y, y] : [Math.min(y, y1) - HALF - 2, Math.max(y, y1) + HALF + 2];
    const line = { fill: 'none', stroke: ink.stripLine, 'stroke-width': 1.3, 'stroke-dasharray': '2 4' };
    const d = type === 'gap' ? `M0 0H${Math.round(width)}` : `M0 0H${Math.round(width)}V${bottom - top}H0Z`;
    const group = { class: `handover ${type}`, 'data-follow': key, transform: at(x, top) };
    return [shape('g', group, title, shape('path', { d, ...line }))];
  });
}
