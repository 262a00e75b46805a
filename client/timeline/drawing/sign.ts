/** The mark of a kind in the form of a status, as small as stands beside words or on a line. */
import { formSign, markPath } from './glyphs.ts';
import type { Ink } from './ink.ts';
import { type Shape, shape } from './shapes.ts';
import { formOf, shapeOf } from './status.ts';

/** Shapes around (0, 0) with radius `r` px; `dashed` for what is uncertain. */
export function statusSign(kind: string, status: string | undefined, r: number, ink: Ink, dashed = false): Shape[] {
  const { form, tone } = formOf(status);
  const { line, faint } = ink.tones[tone];
  const kindShape = shapeOf(kind);
  const fill = form !== 'filled' ? ink.ground : dashed ? faint : line;
  const outline = { stroke: line, 'stroke-width': 1.3, 'stroke-linejoin': 'round' };
  const body = { class: 'sign-body', d: markPath(kindShape, r), fill, 'stroke-dasharray': dashed ? '2 1.5' : null };
  const shapes = [shape('path', { ...outline, ...body })];
  const inner = formSign(form, kindShape, r);
  if (inner) {
    const drawn = inner.fill ? { fill: line } : { fill: 'none', stroke: line, 'stroke-width': 1.4 };
    shapes.push(shape('path', { ...drawn, d: inner.d }));
  }
  return shapes;
}
