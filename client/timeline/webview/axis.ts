/** The axis on the page: drawn when asked, its names kept in sight while time pans. */
import { type AxisOptions, axisShapes, type CellName, stuckAt } from '../drawing/axis.ts';
import { svg, toElement } from './svg.ts';

export class Axis {
  readonly front = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  readonly grid = svg('g', { class: 'grid', 'aria-hidden': 'true' });
  readonly todayLine = svg('g', { class: 'today', 'aria-hidden': 'true' });
  #names: { name: CellName; element: SVGElement; x: number }[] = [];

  /** Call {@link stick} after it. */
  draw(options: AxisOptions): void {
    const { front, names, pill, grid, today } = axisShapes(options);
    this.#names = names.map((name) => ({ name, element: toElement(name.shape), x: Number(name.shape.attributes.x) }));
    this.front.replaceChildren(...front.map(toElement), ...this.#names.map(({ element }) => element));
    if (pill) this.front.append(toElement(pill));
    this.grid.replaceChildren(...grid.map(toElement));
    this.todayLine.replaceChildren(...(today ? [toElement(today)] : []));
  }

  /** Keeps the names of cells that begin or end off-screen in sight, between `left` and `right` (local px). */
  stick(left: number, right: number): void {
    for (const known of this.#names) {
      const x = stuckAt(known.name, left, right);
      if (x === known.x) continue;
      known.x = x;
      known.element.setAttribute('x', String(x));
    }
  }
}
