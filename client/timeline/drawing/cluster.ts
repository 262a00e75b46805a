/** Keeps a drawing within the node limit: groups what fits in no row into "+n", and picks how much detail a layout may show. */
import type { ClusterItem, Detail, Layout, MarkItem } from './items.ts';
import { MARGIN_Y, NODE_LIMIT, PILL, ROW } from './metrics.ts';

/** From everything to little; the first that stays within the node limit is taken. */
const DETAILS: readonly Detail[] = [
  { rows: 14, slot: 0 },
  { rows: 10, slot: 30 },
  { rows: 8, slot: 60 },
  { rows: 6, slot: 120 },
  { rows: 4, slot: 200 },
  { rows: 2, slot: 320 },
];

/** SVG elements an item needs on average: its group, body, inner sign and label. */
const NODES_PER_ITEM = 3.4;

/**
 * The most detailed layout that stays within the node limit wherever one may scroll to, found by bisection; so the choice
 * depends on the scale and never on what is on screen.
 */
export function pickDetail(viewport: { width: number; height: number }, layoutAt: (detail: Detail) => Layout): Layout {
  let low = 0;
  let high = DETAILS.length - 1;
  let layout: Layout | null = null;
  let probe = 0;
  while (low < high) {
    const detail = DETAILS[probe];
    if (!detail) break;
    layout = layoutAt(detail);
    if (densest(layout, viewport) * NODES_PER_ITEM <= NODE_LIMIT) high = probe;
    else low = probe + 1;
    probe = (low + high) >> 1;
  }
  const detail = DETAILS[high];
  if (!detail) throw new Error('no detail to choose from');
  return layout?.detail === detail ? layout : layoutAt(detail);
}

/** Bins a screen is divided into, each way, to count items by place. */
const BINS = 4;

/** An upper bound of the items drawn at once: in any window of two screens' width and a margin above and below. */
function densest(layout: Layout, viewport: { width: number; height: number }): number {
  let total = 0;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const lane of layout.lanes) {
    total += lane.items.length;
    for (const item of lane.items) {
      left = Math.min(left, item.x0);
      right = Math.max(right, item.x0);
    }
  }
  if (total * NODES_PER_ITEM <= NODE_LIMIT) return total;
  const binWidth = Math.max(50, viewport.width / BINS, (right - left) / 20_000);
  const binHeight = Math.max(50, viewport.height / BINS);
  const columns = Math.floor((right - left) / binWidth) + 1;
  const rows = Math.floor(layout.height / binHeight) + 1;
  const counts = new Int32Array(columns * rows);
  for (const lane of layout.lanes) {
    for (const item of lane.items) {
      const row = Math.min(rows - 1, Math.floor((lane.top + item.y) / binHeight));
      const index = Math.floor((item.x0 - left) / binWidth) * rows + row;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const across = Math.ceil((2 * viewport.width) / binWidth) + 1;
  const down = Math.ceil((viewport.height + 2 * MARGIN_Y) / binHeight) + 1;
  return densestBlock(counts, columns, rows, across, down);
}

/** The greatest sum over blocks of `width` × `height` bins; columns lie one after another. */
function densestBlock(counts: Int32Array, columns: number, rows: number, width: number, height: number): number {
  const strip = new Int32Array(rows);
  let most = 0;
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const gone = column >= width ? (counts[(column - width) * rows + row] ?? 0) : 0;
      strip[row] = (strip[row] ?? 0) + (counts[column * rows + row] ?? 0) - gone;
    }
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      sum += (strip[row] ?? 0) - (row >= height ? (strip[row - height] ?? 0) : 0);
      if (sum > most) most = sum;
    }
  }
  return most;
}

/** Turns marks that found no row into pills, from left to right; a lone mark with room stays a mark, without label. */
export function groupOverflow(marks: readonly MarkItem[], slot: number): (MarkItem | ClusterItem)[] {
  const grouped: (MarkItem | ClusterItem)[] = [];
  const reach = Math.max(PILL + 8, slot);
  let index = 0;
  while (index < marks.length) {
    const first = marks[index];
    if (!first) break;
    const members = [first];
    index++;
    for (; index < marks.length; index++) {
      const next = marks[index];
      if (!next || next.x0 >= first.x0 + reach) break;
      members.push(next);
    }
    const next = marks[index];
    const fits = !next || first.x1 + 8 <= next.x0;
    grouped.push(members.length === 1 && fits ? withoutLabel(first) : clusterOf(members, first));
  }
  return grouped;
}

function withoutLabel(mark: MarkItem): MarkItem {
  return mark.inside ? mark : { ...mark, labelRoom: 0 };
}

function clusterOf(members: MarkItem[], first: MarkItem): ClusterItem {
  return {
    type: 'cluster',
    id: `${first.id}\u0000+`,
    laneKey: first.laneKey,
    row: 0,
    x0: first.x0,
    x1: first.x0 + PILL,
    y: ROW / 2,
    start: Math.min(...members.map((member) => member.start)),
    end: Math.max(...members.map((member) => member.end)),
    events: members.map((member) => member.event),
  };
}
