/**
 * Where everything stands at one scale. Pure, and blind to what is on screen: a layout is a function of the events, the
 * scale and the panel's size, so panning cannot move an item to another row. All x are px from 1970-01-01T00:00Z.
 */

import type { LaneSource } from '../lanes.ts';
import { pickDetail } from './cluster.ts';
import type { Horizon } from './extent.ts';
import type { Detail, Item, Lane, Layout } from './items.ts';
import { LaidLane, laneHeight } from './laid-lane.ts';
import { type MeasuredLane, measureLane } from './measure.ts';
import { BAND_ROWS, ROW, TAG_MIN } from './metrics.ts';
import { type Glyphs, packRows, placeGlyphs } from './rows.ts';

export { itemId } from './laid-lane.ts';

export interface LayoutOptions {
  pxPerMs: number;
  horizon: Horizon;
  /** Width of a label in px. */
  labelWidth(text: string): number;
  /** Size of the part of the panel that shows lanes, px; only decides how much detail the node limit allows. */
  viewport: { width: number; height: number };
  /** Keys of lanes that show all their rows. */
  expanded: ReadonlySet<string>;
  /** Whether lanes may take as many rows as the panel has room for: those that are compared may. */
  fill?: boolean;
  /** How dense it is to be, whatever the node limit: for pictures. */
  detail?: Detail;
}

export function layoutTimeline(lanes: readonly LaneSource[], options: LayoutOptions): Layout {
  const { horizon, labelWidth } = options;
  return layoutMeasured(
    lanes.map((lane) => measureLane(lane, horizon, labelWidth)),
    options,
  );
}

/** Lays out lanes that are measured already, as those of a timeline are on which one zooms. */
export function layoutMeasured(
  lanes: readonly MeasuredLane[],
  { pxPerMs, viewport, expanded, fill, detail: wanted }: Omit<LayoutOptions, 'horizon' | 'labelWidth'>,
): Layout {
  const glyphs = lanes.map((lane) => placeGlyphs(bandsFit(lane, pxPerMs) ? lane : lane.folded(), pxPerMs));
  const room = fill ? rowsThatFit(glyphs, viewport.height) : 0;
  const packAt = (detail: Detail) =>
    glyphs.map((each) => {
      const most = detail.slot === 0 ? Math.max(detail.rows, room) : detail.rows;
      return packRows(each, { ...detail, rows: expanded.has(each.lane.key) ? Number.POSITIVE_INFINITY : most });
    });
  const { detail, packings } = wanted ? { detail: wanted, packings: packAt(wanted) } : pickDetail(viewport, packAt);
  let top = 0;
  const laid = packings.map((packing) => {
    const lane = new LaidLane(packing, top);
    top += lane.height;
    return lane;
  });
  return { lanes: laid, height: top, pxPerMs, detail };
}

/** The most rows that each lane may have for all of them to fit into `height` px; few lanes leave what they do not need. */
function rowsThatFit(glyphs: readonly Glyphs[], height: number): number {
  const most = Math.floor(height / ROW);
  const packings = glyphs.map((each) => packRows(each, { rows: most, slot: 0 }));
  for (let rows = most; rows > 0; rows--) {
    // One row more than is needed for marks may hold what is left over.
    const heights = packings.map((packing) => laneHeight({ ...packing, rows: Math.min(packing.rows, rows + 1) }));
    if (heights.reduce((sum, one) => sum + one, 0) <= height) return rows;
  }
  return 0;
}

/** So many bands are drawn as bands however narrow they are. */
const FEW_BANDS = 24;

/** Whether a lane's bands can lie behind it: where too many lie over one another or crowd, they are bars among the marks. */
function bandsFit({ bands, bandRows }: MeasuredLane, pxPerMs: number): boolean {
  if (bandRows > BAND_ROWS) return false;
  if (bands.length <= FEW_BANDS) return true;
  const span = bands.reduce((most, { end }) => Math.max(most, end), 0) - bands[0]!.start;
  return (span * pxPerMs * bandRows) / bands.length >= TAG_MIN;
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

/** A lane with those of its items that are within a window, and their places in the lane, from 0 on. */
export interface VisibleLane {
  readonly lane: Lane;
  readonly items: readonly Item[];
  readonly places: readonly number[];
}

/** The lanes within the window, and of each the items within it, plus the pinned ones wherever they are. */
export function visiblePart(layout: Layout, window: Window, pinned: ReadonlySet<string>): VisibleLane[] {
  const part: VisibleLane[] = [];
  for (const lane of layout.lanes) {
    const near = lane.top < window.y1 && lane.top + lane.height > window.y0;
    const places = near ? lane.within(window.x0, window.x1, window.y0 - lane.top, window.y1 - lane.top) : [];
    const far = [...pinned].map((id) => lane.placeOf(id)).filter((place) => place >= 0 && !places.includes(place));
    const all = far.length ? [...places, ...far].sort((a, b) => a - b) : places;
    if (near || all.length) part.push({ lane, places: all, items: all.map((place) => lane.at(place)!) });
  }
  return part;
}
