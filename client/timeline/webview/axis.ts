/** The two tiers of the time axis, the grid below it and the today line. */
import { AXIS, TIER } from '../drawing/metrics.ts';
import type { TextRuler } from '../drawing/text.ts';
import { DAY, dayInWords, floorTo, namesOf, nextOf, UNIT_MS, type Unit } from '../drawing/time.ts';
import { at, svg } from './svg.ts';

/** Which units the lower and the upper tier show, and how wide the lower must at least be in px. */
const LEVELS: readonly { lower: Unit; upper: Unit; least: number }[] = [
  { lower: 'day', upper: 'month', least: 24 },
  { lower: 'week', upper: 'month', least: 34 },
  { lower: 'month', upper: 'year', least: 30 },
  { lower: 'quarter', upper: 'year', least: 30 },
  { lower: 'year', upper: 'decade', least: 26 },
  { lower: 'lustrum', upper: 'decade', least: 34 },
  { lower: 'decade', upper: 'century', least: 40 },
  { lower: 'century', upper: 'millennium', least: 0 },
];

export interface Cell {
  start: number;
  end: number;
  /** Longest first. */
  names: string[];
}

export interface Ticks {
  lower: Cell[];
  upper: Cell[];
}

/** The cells of both tiers that touch [from, to] (ms UTC) at a scale. */
export function ticksFor(from: number, to: number, pxPerMs: number): Ticks {
  const level = LEVELS.find(({ lower, least }) => UNIT_MS[lower] * pxPerMs >= least) ?? LEVELS[LEVELS.length - 1];
  if (!level) return { lower: [], upper: [] };
  return { lower: cells(level.lower, from, to, 'lower'), upper: cells(level.upper, from, to, 'upper') };
}

function cells(unit: Unit, from: number, to: number, tier: 'upper' | 'lower'): Cell[] {
  const found: Cell[] = [];
  for (let start = floorTo(unit, from); start < to; ) {
    const end = nextOf(unit, start);
    found.push({ start, end, names: namesOf(unit, start, tier) });
    start = end;
  }
  return found;
}

/** The wider part of the cell [x0, x1] that the today pill leaves free. */
function clearOf(x0: number, x1: number, pill: { x0: number; x1: number } | null): [number, number] {
  if (!pill || pill.x1 <= x0 || pill.x0 >= x1) return [x0, x1];
  return pill.x0 - x0 > x1 - pill.x1 ? [x0, pill.x0] : [pill.x1, x1];
}

/** Draws both tiers and the grid; px are `(ms - anchor) * pxPerMs`. Call {@link stick} whenever the left edge moves. */
export class Axis {
  readonly front = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  readonly grid = svg('g', { class: 'grid', 'aria-hidden': 'true' });
  readonly todayLine = svg('g', { class: 'today', 'aria-hidden': 'true' });
  #upper: { text: SVGTextElement; x0: number; x1: number; width: number }[] = [];

  draw(options: {
    from: number;
    to: number;
    anchor: number;
    pxPerMs: number;
    height: number;
    today: number | null;
    ruler: TextRuler;
  }): void {
    const { from, to, anchor, pxPerMs, height, today, ruler } = options;
    const x = (ms: number): number => Math.round((ms - anchor) * pxPerMs);
    const ticks = ticksFor(from, to, pxPerMs);
    const left = x(from);
    const front: Element[] = [svg('rect', { class: 'axis-ground', x: left, y: 0, width: x(to) - left, height: AXIS })];
    const grid: Element[] = [];
    const pill = today === null || today < from - DAY || today > to ? null : this.#todayPill(x(today + DAY / 2), ruler);
    for (const cell of ticks.lower) {
      const x0 = x(cell.start);
      const x1 = x(cell.end);
      grid.push(svg('path', { class: 'grid-line', d: `M${x0 + 0.5} ${AXIS}V${height}` }));
      front.push(svg('path', { class: 'tick', d: `M${x0 + 0.5} ${TIER}V${AXIS}` }));
      const [from0, to0] = clearOf(x0, x1, pill);
      const name = cell.names.find((candidate) => ruler.width(candidate) + 6 <= to0 - from0);
      if (!name) continue;
      const middle = (from0 + to0) / 2;
      front.push(svg('text', { class: 'tick-label', x: middle, y: TIER + 15, 'text-anchor': 'middle' }, name));
    }
    this.#upper = [];
    for (const cell of ticks.upper) {
      const x0 = x(cell.start);
      const x1 = x(cell.end);
      grid.push(svg('path', { class: 'grid-line strong', d: `M${x0 + 0.5} ${AXIS}V${height}` }));
      front.push(svg('path', { class: 'tick strong', d: `M${x0 + 0.5} 0V${AXIS}` }));
      const name = cell.names.find((candidate) => ruler.width(candidate) + 10 <= x1 - x0);
      if (!name) continue;
      const text = svg('text', { class: 'tick-label strong', x: x0 + 7, y: 16 }, name);
      front.push(text);
      this.#upper.push({ text, x0, x1, width: ruler.width(name) * 1.08 });
    }
    front.push(svg('path', { class: 'axis-line', d: `M${left} ${AXIS - 0.5}H${x(to)}` }));
    if (pill) front.push(...pill.elements);
    this.front.replaceChildren(...front);
    this.grid.replaceChildren(...grid);
    this.#drawToday(today, x, height);
  }

  /** Keeps the name of the unit that began off-screen at the left edge `left` (local px). */
  stick(left: number): void {
    for (const { text, x0, x1, width } of this.#upper) {
      const x = Math.max(x0 + 7, Math.min(left + 7, x1 - width - 5));
      if (x0 < left || text.getAttribute('x') !== String(x0 + 7)) text.setAttribute('x', String(x));
    }
  }

  #todayPill(middle: number, ruler: TextRuler): { x0: number; x1: number; elements: Element[] } {
    const width = Math.ceil(ruler.width('Today')) + 12;
    const x0 = middle - Math.round(width / 2);
    return {
      x0: x0 - 2,
      x1: x0 + width + 2,
      elements: [
        svg(
          'g',
          { class: 'today-pill', transform: at(x0, TIER + 3) },
          svg('rect', { width, height: TIER - 6, rx: 4 }),
          svg('text', { x: width / 2, y: 12.5, 'text-anchor': 'middle' }, 'Today'),
        ),
      ],
    };
  }

  #drawToday(today: number | null, x: (ms: number) => number, height: number): void {
    if (today === null) {
      this.todayLine.replaceChildren();
      return;
    }
    const middle = x(today + DAY / 2);
    const line = svg('path', { class: 'today-line', d: `M${middle + 0.5} ${AXIS - 3}V${height}` });
    line.append(svg('title', {}, `Today, ${dayInWords(today)}`));
    this.todayLine.replaceChildren(line);
  }
}
