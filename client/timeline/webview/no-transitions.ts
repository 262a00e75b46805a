/**
 * Stands in for d3-transition and d3-interpolate, which d3-zoom needs for animations alone: those of the page are its
 * viewport's own, and d3 has none to stop or to go through. That spares the page a third of its script.
 */
import { selection } from 'd3-selection';

Object.assign(selection.prototype, {
  interrupt(this: unknown): unknown {
    return this;
  },
});

export function interrupt(): void {}

export function interpolateZoom(): never {
  throw new Error('The page animates by itself.');
}
