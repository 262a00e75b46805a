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
  const total = packings.reduce((sum, packing) => sum + laneHeight(packing), 0);
  const seen = height + 2 * MARGIN_Y;
  const lanes = Math.min(packings.length, 1 + seen / (total / packings.length));
  const around = ((2 * width) / AXIS_CELL) * CELL_NODES + lanes * LANE_NODES;
  const binHeight = Math.max(ROW, height / DOWN);
  const spots = spotsOf(packings, width / ACROSS, binHeight);
  if (spots.nodes <= NODE_LIMIT - around) return around + spots.nodes;
  const across = Math.ceil((2 * width) / spots.binWidth) + 1;
  const down = Math.ceil(seen / binHeight) + 1;
  return around + densestBlock(spots, Math.floor(total / binHeight) + 1, across, down);
}

/** Where things begin, in bins from the left and from the top, and how many elements each takes. */
interface Spots {
  readonly count: number;
  readonly column: Uint32Array;
  readonly row: Uint32Array;
  readonly needs: Uint8Array;
  readonly columns: number;
  readonly binWidth: number;
  /** Of all together. */
  readonly nodes: number;
}

function spotsOf(packings: readonly Packing[], leastWidth: number, binHeight: number): Spots {
  let most = 0;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { glyphs, pills } of packings) {
    const { x0, pxPerMs, lane } = glyphs;
    most += x0.length + pills.length + lane.bands.length;
    for (let mark = 0; mark < x0.length; mark++) {
      if (x0[mark]! < left) left = x0[mark]!;
      if (x0[mark]! > right) right = x0[mark]!;
    }
    for (const { start } of lane.bands) {
      left = Math.min(left, start * pxPerMs);
      right = Math.max(right, start * pxPerMs);
    }
  }
  if (most === 0) [left, right] = [0, 0];
  const binWidth = Math.max(30, leastWidth, (right - left) / MOST_BINS);
  const column = new Uint32Array(most);
  const row = new Uint32Array(most);
  const needs = new Uint8Array(most);
  let [count, nodes, top] = [0, 0, 0];
  const add = (x: number, y: number, elements: number): void => {
    column[count] = (x - left) / binWidth;
    row[count] = y / binHeight;
    needs[count++] = elements;
    nodes += elements;
  };
  for (const packing of packings) {
    const { glyphs, row: rows, pills } = packing;
    const { lane, x0, pxPerMs } = glyphs;
    const first = top + marksTop(lane.bandRows) + ROW / 2;
    for (let mark = 0; mark < rows.length; mark++) {
      if (rows[mark] !== IN_PILL) add(x0[mark]!, first + rows[mark]! * ROW, lane.nodes[mark]!);
    }
    for (const pill of pills) add(pill.x0, first + (packing.rows - 1) * ROW, PILL_NODES);
    for (const band of lane.bands) add(band.start * pxPerMs, top, BAND_NODES);
    top += laneHeight(packing);
  }
  return { count, column, row, needs, columns: Math.floor((right - left) / binWidth) + 1, binWidth, nodes };
}

/** The most elements in any block of `across` × `down` bins; a strip as wide as the block moves from left to right. */
function densestBlock(spots: Spots, rows: number, across: number, down: number): number {
  const { count, column, row, needs, columns } = spots;
  // Spots by column: `from[n]` is where those of column n begin.
  const from = new Uint32Array(columns + 1);
  for (let spot = 0; spot < count; spot++) from[column[spot]! + 1]!++;
  for (let index = 0; index < columns; index++) from[index + 1]! += from[index]!;
  const next = from.slice();
  const byColumn = new Uint32Array(count);
  for (let spot = 0; spot < count; spot++) byColumn[next[column[spot]!]!++] = spot;
  // Sums of the blocks that begin in each row of bins.
  const sums = new Int32Array(rows);
  let most = 0;
  let gone = 0;
  for (let now = 0; now < count; now++) {
    const spot = byColumn[now]!;
    for (; column[byColumn[gone]!]! + across <= column[spot]!; gone++) {
      const old = byColumn[gone]!;
      for (let block = Math.max(0, row[old]! - down + 1); block <= row[old]!; block++) sums[block]! -= needs[old]!;
    }
    for (let block = Math.max(0, row[spot]! - down + 1); block <= row[spot]!; block++) {
      sums[block]! += needs[spot]!;
      if (sums[block]! > most) most = sums[block]!;
    }
  }
  return most;
}
