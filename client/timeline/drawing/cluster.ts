/** Keeps a drawing within the node limit: picks how much detail a layout may show. */
import type { Detail } from './items.ts';
import { laneHeight, marksTop } from './laid-lane.ts';
import { AXIS_CELL, MARGIN_Y, NODE_LIMIT, ROW } from './metrics.ts';
import { IN_PILL, type Packing } from './rows.ts';

/**
 * From everything to little; the first that stays within the node limit is taken. Lanes of fewer rows would not save much,
 * as more of them fit on a screen, and would show more pills than events: so rows are kept and stand farther apart.
 */
const DETAILS: readonly Detail[] = [
  { rows: 14, slot: 0 },
  { rows: 12, slot: 15 },
  { rows: 10, slot: 30 },
  { rows: 8, slot: 60 },
  { rows: 7, slot: 90 },
  { rows: 6, slot: 120 },
  { rows: 6, slot: 160 },
  { rows: 6, slot: 200 },
  { rows: 6, slot: 250 },
  { rows: 6, slot: 320 },
  { rows: 6, slot: 400 },
  { rows: 6, slot: 500 },
  { rows: 5, slot: 640 },
  { rows: 4, slot: 800 },
  { rows: 3, slot: 1100 },
  { rows: 2, slot: 1600 },
];

/** SVG elements of a pill; of a band; of a lane with its head; of a cell of the axis. */
const PILL_NODES = 3;
const BAND_NODES = 6;
const LANE_NODES = 9;
const CELL_NODES = 1;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The most detailed packing that stays within the node limit wherever one may scroll to, found by bisection; so the choice
 * depends on the scale and never on what is on screen. `viewport` is the plot's size, px.
 */
export function pickDetail(
  viewport: Size,
  packAt: (detail: Detail) => Packing[],
): { detail: Detail; packings: Packing[] } {
  let low = 0;
  let high = DETAILS.length - 1;
  let best: { detail: Detail; packings: Packing[] } | null = null;
  let probe = 0;
  while (low < high) {
    const detail = DETAILS[probe]!;
    const packings = packAt(detail);
    if (mostNodes(packings, viewport) <= NODE_LIMIT) {
      high = probe;
      best = { detail, packings };
    } else low = probe + 1;
    probe = (low + high) >> 1;
  }
  const detail = DETAILS[high]!;
  return best?.detail === detail ? best : { detail, packings: packAt(detail) };
}

/** Bins a screen is divided into, each way, to count what is where. */
const ACROSS = 12;
const DOWN = 10;
/** There are no more bins from left to right than this, whatever the scale. */
const MOST_BINS = 20_000;

/** An upper bound of the elements drawn at once: in any window of two screens' width and a margin above and below. */
function mostNodes(packings: readonly Packing[], { width, height }: Size): number {
  const binHeight = Math.max(ROW, height / DOWN);
  const spots = spotsOf(packings, binHeight);
  const seen = height + 2 * MARGIN_Y;
  const lanes = Math.min(packings.length, 1 + seen / (spots.height / packings.length));
  const around = ((2 * width) / AXIS_CELL) * CELL_NODES + lanes * LANE_NODES;
  if (spots.count === 0 || spots.total <= NODE_LIMIT - around) return around + spots.total;
  const binWidth = Math.max(30, width / ACROSS, (spots.right - spots.left) / MOST_BINS);
  const across = Math.ceil((2 * width) / binWidth) + 1;
  const down = Math.ceil(seen / binHeight) + 1;
  return around + densestBlock(spots, binWidth, across, down);
}

/** Where things begin: px from the left, and in which bin from the top; and how many elements each takes. */
interface Spots {
  readonly x: Float64Array;
  readonly bin: Uint32Array;
  readonly nodes: Uint8Array;
  readonly count: number;
  readonly total: number;
  readonly bins: number;
  /** Of all lanes, px. */
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

function spotsOf(packings: readonly Packing[], binHeight: number): Spots {
  const most = packings.reduce(
    (sum, { row, pills, glyphs }) => sum + row.length + pills.length + glyphs.lane.bands.length,
    0,
  );
  const x = new Float64Array(most);
  const bin = new Uint32Array(most);
  const nodes = new Uint8Array(most);
  let [count, total, top] = [0, 0, 0];
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const add = (at: number, y: number, needs: number): void => {
    x[count] = at;
    bin[count] = Math.floor(y / binHeight);
    nodes[count] = needs;
    count++;
    total += needs;
    if (at < left) left = at;
    if (at > right) right = at;
  };
  for (const packing of packings) {
    const { glyphs, row, pills, rows } = packing;
    const { lane, pxPerMs } = glyphs;
    const first = top + marksTop(lane.bandRows) + ROW / 2;
    for (let mark = 0; mark < row.length; mark++) {
      if (row[mark] !== IN_PILL) add(glyphs.x0[mark]!, first + row[mark]! * ROW, lane.nodes[mark]!);
    }
    for (const pill of pills) add(pill.x0, first + (rows - 1) * ROW, PILL_NODES);
    for (const band of lane.bands) add(band.start * pxPerMs, top, BAND_NODES);
    top += laneHeight(packing);
  }
  return { x, bin, nodes, count, total, bins: Math.floor(top / binHeight) + 1, height: top, left, right };
}

/** The most elements in any block of `across` × `down` bins; a strip as wide as the block moves from left to right. */
function densestBlock(
  { x, bin, nodes, count, bins, left, right }: Spots,
  binWidth: number,
  across: number,
  down: number,
): number {
  const columns = Math.floor((right - left) / binWidth) + 1;
  const columnOf = (spot: number): number => Math.floor((x[spot]! - left) / binWidth);
  // Spots by column: `from[column]` is where those of a column begin.
  const from = new Uint32Array(columns + 1);
  for (let spot = 0; spot < count; spot++) from[columnOf(spot) + 1]!++;
  for (let column = 0; column < columns; column++) from[column + 1]! += from[column]!;
  const byColumn = new Uint32Array(count);
  const next = from.slice();
  for (let spot = 0; spot < count; spot++) byColumn[next[columnOf(spot)]!++] = spot;
  // Sums of the blocks whose top is in each bin.
  const sums = new Int32Array(bins);
  let most = 0;
  for (let column = 0; column < columns; column++) {
    const gone = Math.max(0, column - across);
    for (let index = column < across ? 0 : from[gone]!; index < (column < across ? 0 : from[gone + 1]!); index++) {
      const spot = byColumn[index]!;
      for (let block = Math.max(0, bin[spot]! - down + 1); block <= bin[spot]!; block++) sums[block]! -= nodes[spot]!;
    }
    for (let index = from[column]!; index < from[column + 1]!; index++) {
      const spot = byColumn[index]!;
      for (let block = Math.max(0, bin[spot]! - down + 1); block <= bin[spot]!; block++) {
        sums[block]! += nodes[spot]!;
        if (sums[block]! > most) most = sums[block]!;
      }
    }
  }
  return most;
}
