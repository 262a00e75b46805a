/** The small signs in words' company: a status as a shape, and how bad a problem is. */
import type { TimelineEvent } from '../../../../server/protocol.ts';
import { badgePath } from '../../drawing/glyphs.ts';
import type { Ink } from '../../drawing/ink.ts';
import { type Shape, shape } from '../../drawing/shapes.ts';
import { statusSign } from '../../drawing/sign.ts';
import { svg, toElement } from '../svg.ts';

/** Radius of a mark, px. */
const RADIUS = 4.8;

/** The mark of an event's kind in the form of its status, as the drawing has it. */
export function markSign({ kind, status, date }: TimelineEvent, ink: Ink): SVGSVGElement {
  return drawn(statusSign(kind, status, RADIUS, ink, date.uncertain));
}

/** The sign of the worst problem; null when there is none. */
export function problemSign({ problems }: TimelineEvent, ink: Ink): SVGSVGElement | null {
  if (problems.length === 0) return null;
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return drawn([shape('path', { d: badgePath(worst), fill: ink[worst], 'fill-rule': 'evenodd' })]);
}

function drawn(shapes: readonly Shape[]): SVGSVGElement {
  const size = { width: 14, height: 14, viewBox: '-7 -7 14 14' };
  return svg('svg', { class: 'row-sign', ...size, 'aria-hidden': 'true' }, ...shapes.map(toElement));
}
