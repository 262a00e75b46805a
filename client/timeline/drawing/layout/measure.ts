/**
 * What of a lane does not depend on the scale, measured once: where its events lie in time, how wide their labels are. Kept
 * in columns of numbers, because 100,000 events must be laid out within a frame or two.
 */
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { LaneSource } from '../lanes.ts';
import { compareEvents } from '../model.ts';
import { formOf as formOfStatus } from '../status.ts';
import { DAY } from '../time.ts';
import { doubtPrefix, type Extent, endOf, extentOf, formOfDate, type Horizon, startOf } from './extent.ts';
import * as size from './metrics.ts';

/** Each column has a number for each mark, by its place in `marks`. */
export interface MeasuredLane {
  readonly key: string;
  readonly name: string;
  readonly horizon: Horizon;
  readonly bands: readonly MeasuredBand[];
  readonly bandRows: number;
  /** The same lane with its bands among the marks; measured when first asked for. */
  readonly folded: () => MeasuredLane;
  readonly marks: readonly TimelineEvent[];
  /** ms UTC. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Px that a mark for a day reaches to both sides of its middle; 0 for what is none. */
  readonly reach: Float64Array;
  /** Least width of what is no mark for a day, px. */
  readonly least: Float64Array;
  /** Widths of labels, px, where they have been asked for; see {@link labelWidthOf}. */
  readonly label: Float64Array;
  /** Widths in px of the prefix that says doubt, and of the sign of a problem. */
  readonly prefix: Float64Array;
  readonly badge: Float64Array;
  /** How many SVG elements it takes at most to draw it. */
  readonly nodes: Uint8Array;
  /** Places of marks from the earliest start to the latest. */
  readonly order: Uint32Array;
  /** Width of a text, px. */
  labelWidth(text: string): number;
}

/** Width of a mark's label, prefix and title, px. Few labels of a crowd are ever asked for. */
export function labelWidthOf({ label, prefix, marks, labelWidth }: MeasuredLane, mark: number): number {
  let width = label[mark]!;
  if (width < 0) {
    width = prefix[mark]! + labelWidth(marks[mark]!.title);
    label[mark] = width;
  }
  return width;
}

export interface MeasuredBand extends Extent {
  readonly event: TimelineEvent;
  readonly row: number;
  /** Place among the lane's bands. */
  readonly turn: number;
}

/** `labelWidth` is in px. */
export function measureLane(source: LaneSource, horizon: Horizon, labelWidth: (text: string) => number): MeasuredLane {
  const { key, name, marks } = source;
  const { bands, bandRows } = measureBands(source.bands, horizon);
  let folded: MeasuredLane | undefined;
  const fold = (): MeasuredLane => {
    const all = [...marks, ...source.bands].sort(compareEvents);
    folded ??= measureLane({ key, name, bands: [], marks: all }, horizon, labelWidth);
    return folded;
  };
  const lane = { key, name, horizon, bands, bandRows, folded: fold, marks, labelWidth };
  return { ...lane, ...measureMarks(marks, horizon, labelWidth) };
}

function measureMarks(marks: readonly TimelineEvent[], horizon: Horizon, labelWidth: (text: string) => number) {
  const column = () => new Float64Array(marks.length);
  const [start, end, reach, least] = [column(), column(), column(), column()];
  const [label, prefix, badge] = [column().fill(-1), column(), column()];
  const nodes = new Uint8Array(marks.length);
  for (let place = 0; place < marks.length; place++) {
    const event = marks[place]!;
    const { date, problems } = event;
    const form = formOfDate(date);
    start[place] = startOf(date, horizon);
    end[place] = endOf(date, horizon);
    if (form === 'point') reach[place] = size.MARK_RADIUS + (date.approximate ? size.WHISKER : 0);
    else least[place] = form === 'bracket' ? size.BRACKET_MIN : size.BAR_MIN;
    if (date.approximate || date.uncertain) prefix[place] = labelWidth(doubtPrefix(date));
    badge[place] = problems.length ? size.BADGE : 0;
    nodes[place] = nodesOf(event, form === 'point');
  }
  return { start, end, reach, least, label, prefix, badge, nodes, order: orderOf(start) };
}

/** A group, a glyph and a label; what says the status; whiskers, or a mark in a bar and what holds it; the sign of a problem. */
function nodesOf({ status, date, problems }: TimelineEvent, isPoint: boolean): number {
  const sign = isPlain(status) ? 0 : 1;
  return 3 + sign + (isPoint ? Number(date.approximate) : 2) + (problems.length ? 1 : 0);
}

/** Whether a status shows by the outline alone. */
function isPlain(status: string | undefined): boolean {
  let known = plain.get(status);
  if (known === undefined) {
    const { form } = formOfStatus(status);
    known = form === 'filled' || form === 'hollow';
    plain.set(status, known);
  }
  return known;
}

const plain = new Map<string | undefined, boolean>();

/** Events come in the order of what their dates say first; of two on a day, the one that is a day starts at its noon. */
function orderOf(start: Float64Array): Uint32Array {
  const order = Uint32Array.from(start.keys());
  const isSorted = start.every((at, place) => place === 0 || start[place - 1]! <= at);
  return isSorted ? order : order.sort((a, b) => start[a]! - start[b]! || a - b);
}

/** Bands share a row unless they overlap by more than the day of a hand-over. */
function measureBands(events: readonly TimelineEvent[], horizon: Horizon): { bands: MeasuredBand[]; bandRows: number } {
  const ends: number[] = [];
  const bands = events.map((event, turn) => {
    const extent = extentOf(event.date, horizon);
    let row = ends.findIndex((end) => extent.start >= end - DAY);
    if (row < 0) row = ends.length;
    ends[row] = extent.end;
    return { ...extent, event, row, turn };
  });
  return { bands: bands.sort((a, b) => a.start - b.start || a.row - b.row), bandRows: ends.length };
}
