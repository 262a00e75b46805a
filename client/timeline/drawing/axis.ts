/** The two tiers of the time axis, the grid below it and the today line, as shapes. */
import * as l10n from '@vscode/l10n';
import type { Ink } from './ink.ts';
import { AXIS, TIER } from './layout/metrics.ts';
import { at, type Shape, shape } from './shapes.ts';
import type { TextRuler } from './text.ts';
import { DAY, dayInWords, namesOf, UNIT_MS, type Unit, unitsWithin } from './time.ts';

/** Which units the lower and the upper tier show, and how wide the lower must at least be in px. */
const LEVELS: readonly { lower: Unit; upper: Unit; least: number }[] = [
  { lower: 'day', upper: 'month', least: 24 },
  { lower: 'week', upper: 'month', least: 34 },
  { lower: 'month', upper: 'year', least: 30 },
  { lower: 'quarter', upper: 'year', least: 30 },
  { lower: 'year', upper: 'decade', least: 26 },
  { lower: 'lustrum', upper: 'decade', least: 34 },
  { lower: 'decade', upper: 'century', least: 40 },
  { lower: 'century', upper: 'millennium', least: 40 },
  { lower: 'millennium', upper: 'myriad', least: 46 },
  { lower: 'myriad', upper: 'lakh', least: 0 },
];

/** Px free before and after a name of the upper tier; from what width on names of the lower tier stay in sight. */
const LEAD = 7;
const TAIL = 5;
const WIDE = 120;

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
  return unitsWithin(unit, from, to).map(({ start, end }) => ({ start, end, names: namesOf(unit, start, tier) }));
}

/** The wider part of the cell [x0, x1] that the today pill leaves free. */
function clearOf(x0: number, x1: number, pill: { x0: number; x1: number } | null): [number, number] {
  if (!pill || pill.x1 <= x0 || pill.x0 >= x1) return [x0, x1];
  return pill.x0 - x0 > x1 - pill.x1 ? [x0, pill.x0] : [pill.x1, x1];
}

/** What an axis is drawn for; px are `(ms - anchor) * pxPerMs`. */
export interface AxisOptions {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
  readonly pxPerMs: number;
  /** Of axis, grid and today line together, px. */
  readonly height: number;
  /** Start of today, ms UTC. */
  readonly today: number | null;
  readonly ruler: TextRuler;
  readonly boldRuler: TextRuler;
  readonly ink: Ink;
}

/** The name of a cell, which stays in sight while the part [x0, x1] of its cell does that is free for it; all px. */
export interface CellName {
  readonly shape: Shape;
  readonly x0: number;
  readonly x1: number;
  readonly width: number;
  /** Names of the lower tier stand in the middle of what is in sight, those of the upper one at its beginning. */
  readonly tier: 'upper' | 'lower';
}

export interface AxisShapes {
  /** Before everything else, and the names upon it. */
  readonly front: readonly Shape[];
  readonly names: readonly CellName[];
  /** The name of today, upon the others, and the room it takes, px; null where today is far off. */
  readonly pill: Shape | null;
  readonly pillBox: { readonly x0: number; readonly x1: number } | null;
  /** Behind everything else. */
  readonly grid: readonly Shape[];
  readonly today: Shape | null;
}

export function axisShapes(options: AxisOptions): AxisShapes {
  const { from, to, anchor, pxPerMs, height, today, ruler, boldRuler, ink } = options;
  const x = (ms: number): number => Math.round((ms - anchor) * pxPerMs);
  const ticks = ticksFor(from, to, pxPerMs);
  const ground = { class: 'axis-ground', x: x(from), y: 0, width: x(to) - x(from), height: AXIS, fill: ink.ground };
  const front: Shape[] = [shape('rect', ground)];
  const names: CellName[] = [];
  const lines = (name: string, cells: readonly Cell[], y0: number, y1: number, stroke: string): Shape => {
    const d = cells.map(({ start }) => `M${x(start) + 0.5} ${y0}V${y1}`).join('');
    return shape('path', { class: name, d, fill: 'none', stroke });
  };
  const pill = today === null || today < from - DAY || today > to ? null : todayPill(x(today + DAY / 2), ruler, ink);
  for (const cell of ticks.lower) {
    const [x0, x1] = [x(cell.start), x(cell.end)];
    const [from0, to0] = clearOf(x0, x1, pill);
    const name = cell.names.find((candidate) => ruler.width(candidate) + 6 <= to0 - from0);
    if (!name) continue;
    const middle = { x: (from0 + to0) / 2, y: TIER + 15, 'text-anchor': 'middle' };
    const text = shape('text', { class: 'tick-label', ...middle, fill: ink.muted }, name);
    names.push({ shape: text, x0: from0, x1: to0, width: ruler.width(name), tier: 'lower' });
  }
  for (const cell of ticks.upper) {
    const [x0, x1] = [x(cell.start), x(cell.end)];
    const name = cell.names.find((candidate) => boldRuler.width(candidate) + LEAD + TAIL <= x1 - x0);
    if (!name) continue;
    const text = { class: 'tick-label strong', x: x0 + LEAD, y: 16, fill: ink.text, 'font-weight': 600 };
    names.push({ shape: shape('text', text, name), x0, x1, width: boldRuler.width(name), tier: 'upper' });
  }
  const grid = [
    lines('grid-line', ticks.lower, AXIS, height, ink.grid),
    lines('grid-line strong', ticks.upper, AXIS, height, ink.gridStrong),
  ];
  front.push(
    lines('tick', ticks.lower, TIER, AXIS, ink.tick),
    lines('tick strong', ticks.upper, 0, AXIS, ink.tickStrong),
  );
  const border = { class: 'axis-line', d: `M${x(from)} ${AXIS - 0.5}H${x(to)}`, fill: 'none', stroke: ink.border };
  front.push(shape('path', border));
  const now = today === null ? null : todayLine(today, x(today + DAY / 2), height, ink);
  return { front, names, pill: pill?.shape ?? null, pillBox: pill, grid, today: now };
}

/**
 * The x of a name while [left, right] is in sight, px: so that it is seen as long as a good part of its cell is, and
 * never leaves it. Names of the lower tier move only in cells that are wider than most.
 */
export function stuckAt({ x0, x1, width, tier }: CellName, left: number, right: number): number {
  if (tier === 'upper') return Math.max(x0 + LEAD, Math.min(left + LEAD, x1 - width - TAIL));
  if (x1 - x0 < WIDE) return (x0 + x1) / 2;
  const middle = (Math.max(x0, left) + Math.min(x1, right)) / 2;
  return Math.round(Math.max(x0 + width / 2 + 3, Math.min(middle, x1 - width / 2 - 3)));
}

/** How far the name of today gives way, px, so that it is whole while its line is in sight between `left` and `right`. */
export function pillShift({ x0, x1 }: { x0: number; x1: number }, left: number, right: number): number {
  const middle = (x0 + x1) / 2;
  if (middle < left || middle > right) return 0;
  return x0 < left ? left - x0 : Math.min(0, right - x1);
}

function todayPill(middle: number, ruler: TextRuler, ink: Ink): { x0: number; x1: number; shape: Shape } {
  const width = Math.ceil(ruler.width(l10n.t('Today'))) + 12;
  const x0 = middle - Math.round(width / 2);
  const text = { x: width / 2, y: 12.5, 'text-anchor': 'middle', fill: ink.ground, 'font-weight': 600 };
  const pill = shape(
    'g',
    { class: 'today-pill', transform: at(x0, TIER + 3) },
    shape('rect', { width, height: TIER - 6, rx: 4, fill: ink.today }),
    shape('text', text, l10n.t('Today')),
  );
  return { x0: x0 - 2, x1: x0 + width + 2, shape: pill };
}

function todayLine(today: number, middle: number, height: number, ink: Ink): Shape {
  const line = { d: `M${middle + 0.5} ${AXIS - 3}V${height}`, fill: 'none', stroke: ink.today, 'stroke-width': 1.5 };
  return shape('path', { class: 'today-line', ...line }, shape('title', {}, l10n.t('Today, {0}', dayInWords(today))));
}
