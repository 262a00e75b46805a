/** What stands in the overview: how much happened when, years below it, and today, as shapes. */

import * as l10n from '@vscode/l10n';
import { counted } from '../../../../l10n/language.ts';
import type { TimelineEvent } from '../../../../server/protocol.ts';
import { densityOf, skyline } from '../../drawing/density.ts';
import type { Horizon } from '../../drawing/layout/extent.ts';
import { type Shape, shape } from '../../drawing/shapes.ts';
import { DAY, namesOf, UNIT_MS, type Unit, unitsWithin } from '../../drawing/time.ts';
import { shortRange } from '../../drawing/words.ts';

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

export interface Strip {
  /** What the window's veil may cover, and what must be read through it. */
  readonly below: Shape[];
  readonly above: Shape[];
  /** What happens at an instant (ms UTC) and about it, in words: "Mar 2021: 3 events, 12 under way". */
  describe(time: number): string;
}

/** The strip of a width in px; `today` is the day's start, ms UTC. */
export function stripOf(
  events: readonly TimelineEvent[],
  horizon: Horizon,
  today: number | null,
  width: number,
): Strip {
  const span = horizon.end - horizon.start;
  const x = (ms: number): number => Math.round(((ms - horizon.start) / span) * width);
  const dates = events.map(({ date }) => date);
  const count = Math.max(1, Math.round(width / STEP));
  const { lasting, moments } = densityOf(dates, horizon, count);
  const size = { width, height: STRIP - FOOT - 3, least: LEAST_HEIGHT };
  const below = [area('overview-lasting', skyline(lasting, size)), area('overview-moments', skyline(moments, size))];
  const above = tickShapes(horizon, x);
  if (today !== null) above.push(shape('path', { class: 'overview-today', d: `M${x(today + DAY / 2)} 0V${STRIP}` }));
  const describe = (time: number): string => {
    const step = Math.max(0, Math.min(count - 1, Math.floor(((time - horizon.start) / span) * count)));
    const [from, to] = [step, step + 1].map((edge) => horizon.start + (edge / count) * span);
    return `${shortRange(from!, to!)}: ${countsInWords(moments[step]!, lasting[step]!)}`;
  };
  return { below, above, describe };
}

function countsInWords(moments: number, lasting: number): string {
  const whole = Math.round(moments);
  const parts: string[] = [];
  if (Math.abs(moments - whole) > 0.01)
    parts.push(counted(Math.max(1, whole), l10n.t('about {0} event|about {0} events')));
  else if (whole > 0) parts.push(counted(whole, l10n.t('{0} event|{0} events')));
  if (lasting > 0) parts.push(l10n.t('{0} under way', lasting));
  return parts.join(', ') || l10n.t('nothing');
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
