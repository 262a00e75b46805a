/** The axis on the page: drawn when asked, its names kept in sight while time pans. */
import { type AxisOptions, axisShapes, stuckAt, type UpperName } from '../drawing/axis.ts';
import { svg, toElement } from './svg.ts';

export class Axis {
  readonly front = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  readonly grid = svg('g', { class: 'grid', 'aria-hidden': 'true' });
  readonly todayLine = svg('g', { class: 'today', 'aria-hidden': 'true' });
  #upper: { name: UpperName; element: SVGElement }[] = [];

  /** Call {@link stick} after it. */
  draw(options: AxisOptions): void {
    const { front, upper, grid, today } = axisShapes(options);
    this.#upper = upper.map((name) => ({ name, element: toElement(name.shape) }));
    this.front.replaceChildren(...front.map(toElement), ...this.#upper.map(({ element }) => element));
    this.grid.replaceChildren(...grid.map(toElement));
    this.todayLine.replaceChildren(...(today ? [toElement(today)] : []));
  }

  /** Keeps the name of the unit that began off-screen at the left edge `left` (local px). */
  stick(left: number): void {
    for (const { name, element } of this.#upper) {
      const x = String(stuckAt(name, left));
      if (element.getAttribute('x') !== x) element.setAttribute('x', x);
    }
  }
}
