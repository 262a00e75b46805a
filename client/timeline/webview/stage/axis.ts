/** The axis on the page: drawn when asked, its names kept in sight while time pans. */
import {
  type AxisOptions,
  type AxisShapes,
  axisShapes,
  type CellName,
  pillShift,
  stuckAt,
} from '../../drawing/axis.ts';
import { svg, toElement } from '../svg.ts';

export class Axis {
  readonly front = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  readonly grid = svg('g', { class: 'grid', 'aria-hidden': 'true' });
  readonly todayLine = svg('g', { class: 'today', 'aria-hidden': 'true' });
  readonly #pill = svg('g');
  #names: { name: CellName; element: SVGElement; x: number }[] = [];
  #pillBox: AxisShapes['pillBox'] = null;
  #shift = 0;

  /** Call {@link stick} after it. */
  draw(options: AxisOptions): void {
    const { front, names, pill, pillBox, grid, today } = axisShapes(options);
    this.#names = names.map((name) => ({ name, element: toElement(name.shape), x: Number(name.shape.attributes.x) }));
    this.front.replaceChildren(...front.map(toElement), ...this.#names.map(({ element }) => element), this.#pill);
    this.#pill.replaceChildren(...(pill ? [toElement(pill)] : []));
    this.#pillBox = pillBox;
    this.#shift = 0;
    this.#pill.removeAttribute('transform');
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
    this.#stickToday(left, right);
  }

  /** The name of today stays whole at the edges; names that it comes to lie upon there give way. */
  #stickToday(left: number, right: number): void {
    const box = this.#pillBox;
    const shift = box ? pillShift(box, left, right) : 0;
    if (!box || shift === this.#shift) return;
    this.#shift = shift;
    this.#pill.setAttribute('transform', `translate(${shift},0)`);
    for (const { name, element, x } of this.#names) {
      if (name.tier === 'upper') continue;
      const [from, to] = [x - name.width / 2, x + name.width / 2];
      const covered = shift !== 0 && from < box.x1 + shift && to > box.x0 + shift;
      element.setAttribute('visibility', covered ? 'hidden' : 'visible');
    }
  }
}
