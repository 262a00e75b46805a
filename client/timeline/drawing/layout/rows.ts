/** Packs the marks of a lane into rows at one scale; what fits in no row is grouped into "+n". All x are px. */
import type { Detail } from './items.ts';
import { labelWidthOf, type MeasuredLane } from './measure.ts';
import * as size from './metrics.ts';

/** The glyphs of a lane's marks at a scale: columns by the places of marks, like {@link MeasuredLane}'s. */
export interface Glyphs {
  readonly lane: MeasuredLane;
  readonly pxPerMs: number;
  /** Without label. */
  readonly x0: Float64Array;
  readonly x1: Float64Array;
  /** 1 where the label stands inside the glyph. */
  readonly inside: Uint8Array;
}

/** Marks that share a pill, "+n", in the last row: those of the overflow from one index to another. */
export interface Pill {
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  /** ms UTC. */
  readonly start: number;
  readonly end: number;
}

export interface Packing {
  readonly glyphs: Glyphs;
  /** The row of each mark, or {@link IN_PILL}. */
  readonly row: Int32Array;
  /** Room for the label of each mark that has a row, px. */
  readonly room: Float64Array;
  /** Places of marks that found no row, from left to right. */
  readonly overflow: readonly number[];
  readonly pills: readonly Pill[];
  readonly rows: number;
}

/** Says of a mark that it has no row of its own. */
export const IN_PILL = -1;

export function placeGlyphs(lane: MeasuredLane, pxPerMs: number): Glyphs {
  const { start, end, reach, least } = lane;
  const count = lane.marks.length;
  const x0 = new Float64Array(count);
  const x1 = new Float64Array(count);
  const inside = new Uint8Array(count);
  for (let mark = 0; mark < count; mark++) {
    let left = start[mark]! * pxPerMs - reach[mark]!;
    let right = end[mark]! * pxPerMs + reach[mark]!;
    if (right - left < least[mark]!) {
      const middle = (left + right) / 2;
      left = middle - least[mark]! / 2;
      right = middle + least[mark]! / 2;
    }
    x0[mark] = left;
    x1[mark] = right;
    if (least[mark]! > 0) {
      const room = roomInside(lane, mark, right - left);
      inside[mark] = room >= size.LABEL_RESERVE * 0.6 || (room > 0 && room >= labelWidthOf(lane, mark)) ? 1 : 0;
    }
  }
  return { lane, pxPerMs, x0, x1, inside };
}

/** Room for a label within a glyph `width` px wide. */
function roomInside({ badge }: MeasuredLane, mark: number, width: number): number {
  return width - size.TAG_MARK - badge[mark]! - 16;
}

/** Room that a label would like, px. */
function wantedRoom({ lane, x0, x1, inside }: Glyphs, mark: number): number {
  const room = inside[mark] ? roomInside(lane, mark, x1[mark]! - x0[mark]!) : labelWidthOf(lane, mark) + 1;
  return Math.min(room, size.LABEL_MAX);
}

/** Left edge of a label that stands beside its glyph. */
export function labelXOf({ x1, lane }: Glyphs, mark: number): number {
  return x1[mark]! + lane.badge[mark]! + size.LABEL_GAP;
}

/** A pill holds nothing that begins farther to its right, px: so that it is seen where something happened. */
const PILL_REACH = 180;

/**
 * First fit by start: a mark takes the first row where its glyph follows the last label; when the rows run out, the row
 * where it costs the neighbour's label least. Where rows must have gaps, marks are spread over time.
 */
export function packRows(glyphs: Glyphs, detail: Detail): Packing {
  const { x0, x1, inside, lane } = glyphs;
  const count = x0.length;
  const row = new Int32Array(count);
  const room = new Float64Array(count);
  const last: number[] = [];
  const [labelEnds, glyphEnds]: [number[], number[]] = [[], []];
  const overflow: number[] = [];
  const step = detail.slot / detail.rows;
  let previous = Number.NEGATIVE_INFINITY;
  // No row is free before these: most marks of a crowd need not look at each row.
  let [labelFrom, glyphFrom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let mark = 0; mark < count; mark++) {
    const left = x0[mark]!;
    const rows = last.length;
    if (step > 0 && left - previous < step) {
      row[mark] = IN_PILL;
      overflow.push(mark);
      continue;
    }
    let found = -1;
    if (labelFrom + size.ITEM_GAP <= left) {
      labelFrom = Number.POSITIVE_INFINITY;
      for (let index = 0; index < rows; index++) {
        const end = labelEnds[index]!;
        if (end < labelFrom) labelFrom = end;
        if (end + size.ITEM_GAP > left || left - x0[last[index]!]! < detail.slot) continue;
        found = index;
        // The rows after it have not been looked at: the first may be free now.
        labelFrom = Number.NEGATIVE_INFINITY;
        break;
      }
    }
    if (found < 0 && rows < detail.rows) found = rows;
    if (found < 0 && glyphFrom + size.ITEM_GAP / 2 <= left) {
      glyphFrom = Number.POSITIVE_INFINITY;
      for (let index = 0; index < rows; index++) {
        const end = glyphEnds[index]!;
        if (end < glyphFrom) glyphFrom = end;
        if (end + size.ITEM_GAP / 2 > left || left - x0[last[index]!]! < detail.slot) continue;
        if (found < 0 || end < glyphEnds[found]!) found = index;
      }
    }
    if (found < 0) {
      row[mark] = IN_PILL;
      overflow.push(mark);
      continue;
    }
    const before = last[found];
    if (before !== undefined && !inside[before]) {
      room[before] = Math.min(room[before]!, left - size.ITEM_GAP - labelXOf(glyphs, before));
    }
    const labelX = labelXOf(glyphs, mark);
    const glyphEnd = inside[mark] ? x1[mark]! : labelX + lane.prefix[mark]!;
    const wanted = wantedRoom(glyphs, mark);
    const labelEnd = inside[mark] ? x1[mark]! : labelX + Math.min(wanted, size.LABEL_RESERVE);
    room[mark] = wanted;
    row[mark] = found;
    previous = left;
    last[found] = mark;
    glyphEnds[found] = glyphEnd;
    labelEnds[found] = labelEnd;
    if (labelEnd < labelFrom) labelFrom = labelEnd;
    if (glyphEnd < glyphFrom) glyphFrom = glyphEnd;
  }
  const pills = groupOverflow(glyphs, overflow, { row, room }, last.length, detail.slot);
  return { glyphs, row, room, overflow, pills, rows: last.length + (overflow.length ? 1 : 0) };
}

/** Turns marks that found no row into pills, from left to right; a lone mark with room stays a mark, without label. */
function groupOverflow(
  glyphs: Glyphs,
  overflow: readonly number[],
  { row, room }: { row: Int32Array; room: Float64Array },
  lastRow: number,
  slot: number,
): Pill[] {
  const { lane, x0, x1, inside } = glyphs;
  const pills: Pill[] = [];
  const reach = Math.min(Math.max(size.PILL + 8, slot), PILL_REACH);
  for (let from = 0; from < overflow.length; ) {
    const first = overflow[from]!;
    const until = x0[first]! + reach;
    let start = lane.start[first]!;
    let end = lane.end[first]!;
    let to = from + 1;
    for (; to < overflow.length; to++) {
      const mark = overflow[to]!;
      if (x0[mark]! >= until) break;
      if (lane.start[mark]! < start) start = lane.start[mark]!;
      if (lane.end[mark]! > end) end = lane.end[mark]!;
    }
    const next = overflow[to];
    if (to === from + 1 && (next === undefined || x1[first]! + 8 <= x0[next]!)) {
      row[first] = lastRow;
      if (inside[first]) room[first] = wantedRoom(glyphs, first);
    } else pills.push({ from, to, x0: x0[first]!, start, end });
    from = to;
  }
  return pills;
}
