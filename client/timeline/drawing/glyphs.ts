/** SVG paths of dates and marks. Each is drawn around its vertical middle (y = 0); a bar or bracket runs from x = 0 to its width in px. */
import type { Form, Shape } from './status.ts';

/** Half the height of a bar or bracket, px. */
export const HALF = 8;

/** What the two ends of a bar or bracket look like: its kind's cap, an arrow when open, nothing where it runs off the drawing. */
export type End = 'cap' | 'arrow' | 'cut';

/** The outline of a kind's mark with radius `r` px around (0, 0). */
export function markPath(shape: Shape, r: number): string {
  if (shape === 'circle') return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  return pathOf(CORNERS[shape], r);
}

type Point = readonly [x: number, y: number];

/** Corners of each mark with radius 1, one after the other. */
const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly Point[]>> = {
  diamond: polygon(1.2, 4, 0),
  square: polygon(0.9 * Math.SQRT2, 4, Math.PI / 4),
  hexagon: polygon(1.1, 6, 0),
  pentagon: polygon(1.15, 5, -Math.PI / 2),
  triangle: polygon(1.2, 3, -Math.PI / 2),
  dome: [...polygon(1, 16, Math.PI).slice(0, 9), [1, 0.9], [-1, 0.9]],
  shield: [
    [-0.9, -1],
    [0.9, -1],
    [0.9, 0.2],
    [0, 1.2],
    [-0.9, 0.2],
  ],
  bookmark: [
    [-0.75, -1.1],
    [0.75, -1.1],
    [0.75, 1.1],
    [0, 0.4],
    [-0.75, 1.1],
  ],
};

/** What tells a form from the others inside a mark: half filled, dotted, crossed; null when the outline says it all. */
export function formSign(form: Form, shape: Shape, r: number): { d: string; fill: boolean } | null {
  switch (form) {
    case 'half':
      return { d: leftHalf(shape, r), fill: true };
    case 'dotted':
      return { d: markPath('circle', r * 0.36), fill: true };
    case 'crossed': {
      const s = n(r * 0.85);
      return { d: `M${-s} ${-s}L${s} ${s}M${-s} ${s}L${s} ${-s}`, fill: false };
    }
    case 'slashed': {
      const s = n(r * 1.05);
      return { d: `M${-s} ${s}L${s} ${-s}`, fill: false };
    }
    default:
      return null;
  }
}

/** The part of a mark left of its middle. */
function leftHalf(shape: Shape, r: number): string {
  if (shape === 'circle') return `M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z`;
  const corners = CORNERS[shape];
  const kept = corners.flatMap((corner, index): Point[] => {
    const [x0, y0] = corner;
    const [x1, y1] = corners[(index + 1) % corners.length]!;
    const stays: Point[] = x0 <= 0 ? [corner] : [];
    return x0 * x1 < 0 ? [...stays, [0, y0 - (x0 / (x1 - x0)) * (y1 - y0)]] : stays;
  });
  return pathOf(kept, r);
}

/** A solid bar: the kind's mark stretched from 0 to `width`, so that its ends still say the kind. */
export function barPath(shape: Shape, width: number, half: number, start: End, end: End): string {
  const w = n(width);
  const depth = n(Math.min(capDepth(shape), width / 2));
  const from = start === 'arrow' ? 8 : start === 'cap' && shape !== 'square' ? depth : 0;
  return `M${from} ${-half}${barEnd(shape, end, w, -half, -depth)}${barEnd(shape, start, 0, half, depth)}Z`;
}

/** An end of a bar at `x`, from `y` through the middle to the other side; `depth` reaches into the bar: below 0 at the right. */
function barEnd(shape: Shape, end: End, x: number, y: number, depth: number): string {
  const side = Math.sign(depth);
  if (end === 'arrow') {
    const tip = y + 2 * Math.sign(y);
    return `H${n(x + 8 * side)}V${tip}L${x} 0L${n(x + 8 * side)} ${-tip}V${-y}`;
  }
  if (end === 'cut' || shape === 'square') return `H${x}V${-y}`;
  const cap = n(x + depth);
  return shape === 'circle' ? `H${cap}Q${x} ${y} ${x} 0Q${x} ${-y} ${cap} ${-y}` : `H${cap}L${x} 0L${cap} ${-y}`;
}

/**
 * A hollow bracket "(- - -)": ends of full strength, dashes between them and nothing inside, because the moment lies
 * somewhere within. The dashes are segments of the path, so that the ends stay whole.
 */
export function bracketPath(shape: Shape, width: number, start: End, end: End): string {
  const w = n(width);
  const h = HALF;
  let d = '';
  if (start === 'cap') d += bracketEnd(shape, 0, 1);
  else if (start === 'arrow') d += `M7 ${-h}L0 0L7 ${h}`;
  if (end === 'cap') d += bracketEnd(shape, w, -1);
  else if (end === 'arrow') d += `M${n(w - 7)} ${-h}L${w} 0L${n(w - 7)} ${h}`;
  const from = start === 'cut' ? 0 : 9;
  const to = w - (end === 'cut' ? 0 : 9);
  for (const y of [-h, h]) {
    for (let x = from; x < to; x += 8) d += `M${n(x)} ${y}H${n(Math.min(x + 4, to))}`;
  }
  return d;
}

function bracketEnd(shape: Shape, x: number, side: 1 | -1): string {
  const h = HALF;
  const at = (dx: number): number => n(x + dx * side);
  switch (shape) {
    case 'circle':
      return `M${at(5)} ${-h}Q${at(0)} ${-h} ${at(0)} ${-h + 6}V${h - 6}Q${at(0)} ${h} ${at(5)} ${h}`;
    case 'square':
      return `M${at(5)} ${-h}H${at(0)}V${h}H${at(5)}`;
    default:
      return `M${at(5)} ${-h}L${at(0)} 0L${at(5)} ${h}`;
  }
}

/** Dashes that thin out on both sides of a mark: "about then". */
export function whiskerPath(r: number): string {
  return `M${r + 3.5} 0h2M${r + 8} 0h.8M${-r - 3.5} 0h-2M${-r - 8} 0h-.8`;
}

/** The sign of a problem, its own glyph beside the mark: a disc for an error, a triangle for a warning, with "!" cut out. */
export function badgePath(severity: 'error' | 'warning'): string {
  const cut = 'M-.8 -3.2H.8L.55 .9H-.55ZM-.75 1.9H.75V3.4H-.75Z';
  return severity === 'error' ? `${markPath('circle', 5.2)}${cut}` : `M0 -6L6 5H-6Z${cut}`;
}

function capDepth(shape: Shape): number {
  return shape === 'circle' ? 7 : 6;
}

function polygon(r: number, corners: number, turn: number): Point[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / corners;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
}

function pathOf(corners: readonly Point[], r: number): string {
  return `M${corners.map(([x, y]) => `${n(x * r)} ${n(y * r)}`).join('L')}Z`;
}

/** Two decimals are enough for the screen and keep paths short. */
function n(value: number): number {
  return Math.round(value * 100) / 100;
}
