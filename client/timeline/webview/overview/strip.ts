/** What stands in the overview: how much happened when, years below it, and today, as shapes. */
import type { TimelineEvent } from '../../../../server/protocol.ts';
import { densityOf, skyline } from '../../drawing/density.ts';
import type { Horizon } from '../../drawing/extent.ts';
import { type Shape, shape } from '../../drawing/shapes.ts';
import { DAY, namesOf, UNIT_MS, type Unit, unitsWithin } from '../../drawing/time.ts';

/** Height of the strip, and of the years at its foot, px. */
export const STRIP = 38;
const FOOT = 13;
/** Width of a step of the histogram, px. */
const STEP = 3;
/** What is there at all is at least so high, px. */
const LEAST_HEIGHT = 2;
const UNITS: readonly Unit[] = ['day', 'month', 'year', 'lustrum', 'decade', 'century', 'millennium', 'myriad', 'lakh'];
/** Least px from tick to tick, so that a year has room, and about what a character takes. */
const LEAST_TICK = 36;
const CHARACTER = 6;

/**
 * The shapes of a strip `width` px wide: what the window's veil may cover, and what must be read through it. `today` is
 * the day's start, ms UTC.
 */
export function stripShapes(
  events: readonly TimelineEvent[],
  horizon: Horizon,
  today: number | null,
  width: number,
): { below: Shape[]; above: Shape[] } {
  const x = (ms: number): number => Math.round(((ms - horizon.start) / (horizon.end - horizon.start)) * width);
  const dates = events.map(({ date }) => date);
  const { lasting, moments } = densityOf(dates, horizon, Math.max(1, Math.round(width / STEP)));
  const size = { width, height: STRIP - FOOT - 3, least: LEAST_HEIGHT };
  const below = [area('overview-lasting', skyline(lasting, size)), area('overview-moments', skyline(moments, size))];
  const above = tickShapes(horizon, x);
  if (today !== null) above.push(shape('path', { class: 'overview-today', d: `M${x(today + DAY / 2)} 0V${STRIP}` }));
  return { below, above };
}

function area(name: string, d: string): Shape {
  return shape('path', { class: name, d, transform: 'translate(0,3)' });
}

function tickShapes(horizon: Horizon, x: (ms: number) => number): Shape[] {
  const room = (unit: Unit): number => x(horizon.start + UNIT_MS[unit]);
  const unit = UNITS.find((candidate) => room(candidate) >= LEAST_TICK) ?? UNITS.at(-1)!;
  const shapes: Shape[] = [];
  for (const { start, end } of unitsWithin(unit, horizon.start, horizon.end)) {
    const [x0, x1] = [x(start), x(end)];
    const name = namesOf(unit, start, unit === 'month' ? 'upper' : 'lower').find(
      (candidate) => candidate.length * CHARACTER + 6 <= x1 - Math.max(0, x0),
    );
    shapes.push(shape('path', { class: 'overview-tick', d: `M${x0 + 0.5} 0V${STRIP}` }));
    if (name && x0 > -1) shapes.push(shape('text', { class: 'overview-year', x: x0 + 4, y: STRIP - 3 }, name));
  }
  return shapes;
}
