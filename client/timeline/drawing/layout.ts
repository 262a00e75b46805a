/**
 * Where everything stands at one scale. Pure, and blind to what is on screen: a layout is a function of the events, the
 * scale and the panel's size, so panning cannot move an item to another row. All x are px from 1970-01-01T00:00Z.
 */
import type { TimelineEvent } from '../../../server/protocol.ts';
import { groupOverflow, pickDetail } from './cluster.ts';
import { doubtPrefix, extentOf, type Horizon } from './extent.ts';
import type { BandItem, ClusterItem, Detail, Item, Lane, Layout, MarkItem } from './items.ts';
import type { LaneSource } from './lanes.ts';
import * as size from './metrics.ts';
import { DAY } from './time.ts';

export interface LayoutOptions {
  pxPerMs: number;
  horizon: Horizon;
  /** Width of a label in px. */
  labelWidth(text: string): number;
  /** Size of the part of the panel that shows lanes, px; only decides how much detail the node limit allows. */
  viewport: { width: number; height: number };
  /** Keys of lanes that show all their rows. */
  expanded: ReadonlySet<string>;
  /** How dense it is to be, whatever the node limit: for pictures. */
  detail?: Detail;
}

export function layoutTimeline(lanes: readonly LaneSource[], options: LayoutOptions): Layout {
  const measured = lanes.map((lane) => measureLane(lane, options));
  if (options.detail) return layoutAt(measured, options, options.detail);
  return pickDetail(options.viewport, (detail) => layoutAt(measured, options, detail));
}

/** A lane whose glyphs have their x; rows and label rooms are given anew for each detail that is tried. */
interface MeasuredLane {
  source: LaneSource;
  bands: BandItem[];
  marks: MarkItem[];
}

function measureLane(source: LaneSource, options: LayoutOptions): MeasuredLane {
  const marks = source.marks.map((event) => measureMark(event, source.key, options));
  return { source, bands: layoutBands(source, options), marks };
}

function layoutAt(measured: readonly MeasuredLane[], options: LayoutOptions, detail: Detail): Layout {
  const lanes: Lane[] = [];
  let top = 0;
  for (const { source, bands, marks } of measured) {
    const bandRows = bands.reduce((rows, band) => Math.max(rows, band.row + 1), 0);
    const marksTop = size.LANE_PAD + bandRows * size.BAND_ROW + (bandRows ? 3 : 0);
    const limit = options.expanded.has(source.key) ? Number.POSITIVE_INFINITY : detail.rows;
    const { items, rows } = layoutMarks(marks, { ...detail, rows: limit });
    for (const item of items) item.y = marksTop + (item.row + 0.5) * size.ROW;
    const height = Math.max(size.LANE_MIN, marksTop + rows * size.ROW + size.LANE_PAD);
    const all: Item[] = [...bands, ...items].sort((a, b) => a.start - b.start || a.row - b.row);
    lanes.push({
      key: source.key,
      name: source.name,
      top,
      height,
      count: source.bands.length + source.marks.length,
      items: all,
    });
    top += height;
  }
  return { lanes, height: top, pxPerMs: options.pxPerMs, detail };
}

/** Bands share a row unless they overlap by more than the day of a hand-over. */
function layoutBands(source: LaneSource, { pxPerMs, horizon }: LayoutOptions): BandItem[] {
  const ends: number[] = [];
  return source.bands.map((event, turn) => {
    const { form, start, end, openStart, openEnd } = extentOf(event.date, horizon);
    const x0 = start * pxPerMs;
    const x1 = Math.max(end * pxPerMs, x0 + 4);
    let row = ends.findIndex((rowEnd) => start >= rowEnd - DAY);
    if (row < 0) row = ends.length;
    ends[row] = end;
    const y = size.LANE_PAD - 2 + (row + 0.5) * size.BAND_ROW;
    const id = itemId(source.key, event.key);
    return { type: 'band', id, laneKey: source.key, event, row, x0, x1, y, start, end, form, openStart, openEnd, turn };
  });
}

/**
 * First fit by start: an item takes the first row where its glyph follows the last label; when the rows run out, the row
 * where it costs the neighbour's label least; what fits nowhere is grouped into "+n" in one last row.
 */
function layoutMarks(
  marks: MeasuredLane['marks'],
  detail: Detail,
): { items: (MarkItem | ClusterItem)[]; rows: number } {
  const items: (MarkItem | ClusterItem)[] = [];
  const overflow: MarkItem[] = [];
  const last: { item: MarkItem; labelEnd: number; glyphEnd: number }[] = [];
  for (const item of marks) {
    item.labelRoom = item.wanted;
    const glyphEnd = item.inside ? item.x1 : item.labelX + item.prefixWidth;
    const labelEnd = item.inside ? item.x1 : item.labelX + Math.min(item.wanted, size.LABEL_RESERVE);
    let row = -1;
    let cheapest = -1;
    for (let index = 0; index < last.length; index++) {
      const before = last[index];
      if (!before) continue;
      if (item.x0 - before.item.x0 < detail.slot) continue;
      if (before.labelEnd + size.ITEM_GAP <= item.x0) {
        row = index;
        break;
      }
      if (before.glyphEnd + size.ITEM_GAP / 2 > item.x0) continue;
      if (cheapest < 0 || before.glyphEnd < (last[cheapest]?.glyphEnd ?? 0)) cheapest = index;
    }
    if (row < 0 && last.length < detail.rows) row = last.length;
    if (row < 0) row = cheapest;
    if (row < 0) {
      overflow.push(item);
      continue;
    }
    const before = last[row];
    if (before && !before.item.inside) {
      before.item.labelRoom = Math.min(before.item.labelRoom, item.x0 - size.ITEM_GAP - before.item.labelX);
    }
    item.row = row;
    last[row] = { item, labelEnd, glyphEnd };
    items.push(item);
  }
  const rows = last.length;
  for (const item of groupOverflow(overflow, detail.slot)) {
    item.row = rows;
    items.push(item);
  }
  return { items, rows: rows + (overflow.length ? 1 : 0) };
}

/** The glyph's box and the room its label would like, not yet in any row. */
function measureMark(event: TimelineEvent, laneKey: string, { pxPerMs, horizon, labelWidth }: LayoutOptions): MarkItem {
  const { form, start, end, openStart, openEnd } = extentOf(event.date, horizon);
  const prefix = doubtPrefix(event.date);
  const prefixWidth = prefix ? labelWidth(prefix) : 0;
  const label = prefixWidth + labelWidth(event.title);
  let x0 = start * pxPerMs;
  let x1 = end * pxPerMs;
  if (form === 'point') {
    const half = size.MARK_RADIUS + (event.date.approximate ? size.WHISKER : 0);
    x0 -= half;
    x1 += half;
  } else {
    const least = form === 'bracket' ? size.BRACKET_MIN : size.BAR_MIN;
    if (x1 - x0 < least) {
      const middle = (x0 + x1) / 2;
      x0 = middle - least / 2;
      x1 = middle + least / 2;
    }
  }
  const badge = event.problems.length ? size.BADGE : 0;
  const room = x1 - x0 - size.TAG_MARK - badge - 16;
  const inside = form !== 'point' && (room >= label || room >= size.LABEL_RESERVE * 0.6);
  const wanted = inside ? Math.min(room, size.LABEL_MAX) : Math.min(label + 1, size.LABEL_MAX);
  return {
    type: 'mark',
    id: itemId(laneKey, event.key),
    laneKey,
    event,
    row: 0,
    x0,
    x1,
    y: 0,
    start,
    end,
    form,
    openStart,
    openEnd,
    prefix,
    inside,
    labelX: x1 + badge + size.LABEL_GAP,
    labelRoom: wanted,
    wanted,
    prefixWidth,
  };
}

/** The id of an event within a lane; a NUL parts the two, which neither can hold. */
export function itemId(laneKey: string, eventKey: string): string {
  return `${laneKey}\u0000${eventKey}`;
}

/** The right end of an item with its label, px; what culling and outlines go by. */
export function rightEnd(item: Item): number {
  return item.type === 'mark' && !item.inside ? Math.max(item.x1, item.labelX + item.labelRoom) : item.x1;
}

/** The part of a layout within a window: px of world x, px below the first lane's top. */
export interface Window {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** The lanes within the window, and of each the items within it, plus the pinned ones wherever they are. */
export function visiblePart(
  layout: Layout,
  window: Window,
  pinned: ReadonlySet<string>,
): { lane: Lane; items: Item[] }[] {
  const part: { lane: Lane; items: Item[] }[] = [];
  for (const lane of layout.lanes) {
    const near = lane.top < window.y1 && lane.top + lane.height > window.y0;
    const items = lane.items.filter((item) => {
      if (pinned.has(item.id)) return true;
      if (!near) return false;
      if (item.x0 > window.x1 || rightEnd(item) < window.x0) return false;
      if (item.type === 'band') return true;
      const y = lane.top + item.y;
      return y + size.ROW > window.y0 && y - size.ROW < window.y1;
    });
    if (near || items.length) part.push({ lane, items });
  }
  return part;
}
