/** The mark of a kind in the form of a status: in the drawing, and as small as stands beside words or on a line. */
import { formSign, markPath } from './glyphs.ts';
import type { Ink } from './ink.ts';
import { type Attributes, type Shape, shape } from './shapes.ts';
import { formOf, shapeOf } from './status.ts';

/** Shapes around (0, 0) with radius `r` px; `dashed` for what is uncertain. */
export function statusSign(kind: string, status: string | undefined, r: number, ink: Ink, dashed = false): Shape[] {
  const dashes = dashed ? '2 1.5' : null;
  return markShapes(kind, status, r, ink, { class: 'sign-body', 'stroke-width': 1.3 }, dashes);
}

/** The outline of a mark with `look`, and what tells its status from the others; `dashes` for what is uncertain. */
export function markShapes(
  kind: string,
  status: string | undefined,
  r: number,
  ink: Ink,
  look: Attributes,
  dashes: string | null = null,
): Shape[] {
  const { form, tone } = formOf(status);
  const { line, faint } = ink.tones[tone];
  const fill = form !== 'filled' ? ink.ground : dashes ? faint : line;
  const outline = { stroke: line, 'stroke-width': 1.5, 'stroke-linejoin': 'round', 'stroke-dasharray': dashes };
  const d = markPath(shapeOf(kind), r);
  return [shape('path', { ...outline, d, fill, ...look }), ...formShapes(kind, status, r, ink, look.transform)];
}

/** What tells a status from the others inside a mark. */
export function formShapes(
  kind: string,
  status: string | undefined,
  r: number,
  ink: Ink,
  transform: Attributes[string],
): Shape[] {
  const { form, tone } = formOf(status);
  const sign = formSign(form, shapeOf(kind), r);
  if (!sign) return [];
  const { line } = ink.tones[tone];
  const drawn = sign.fill
    ? { class: 'sign solid', fill: line }
    : { class: 'sign', fill: 'none', stroke: line, 'stroke-width': 1.6, 'stroke-linecap': 'round' };
  return [shape('path', { ...drawn, d: sign.d, transform })];
}
