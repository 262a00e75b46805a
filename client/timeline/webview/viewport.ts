/** What time is on screen: the view, its limits, and the gestures that change it (d3-zoom reads wheel, drag and pinch). */
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Horizon } from '../drawing/extent.ts';
import { DAY } from '../drawing/time.ts';

/** `t0` is the instant (ms UTC) at the left edge of the plot. */
export interface View {
  t0: number;
  pxPerMs: number;
}

export interface ViewportListener {
  /** The view has changed; called at most as often as input arrives, so collect calls into frames. */
  onView(view: View): void;
  /** A drag moves the lanes vertically by `dy` px. */
  onDragY(dy: number): void;
}

/** Longest animation, ms. */
const MOTION = 150;

export class Viewport {
  /** True when something else than the user's hand should not animate. */
  reducedMotion = false;
  readonly #surface;
  readonly #zoom;
  #transform: ZoomTransform = zoomIdentity;
  #horizon: Horizon = { start: 0, end: DAY };
  #left = 0;
  #width = 100;
  #height = 100;
  #lastY: number | null = null;
  #handY: number | null = null;
  #animation = 0;
  /** Where an animation leads; null when nothing moves. */
  #target: ZoomTransform | null = null;

  constructor(surface: SVGSVGElement, listener: ViewportListener) {
    this.#surface = select<SVGSVGElement, unknown>(surface);
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
        return !event.ctrlKey && !('button' in event && event.button);
      })
      .wheelDelta(wheelDelta)
      .clickDistance(4)
      .extent(() => [
        [this.#left, 0],
        [this.#left + this.#width, this.#height],
      ])
      .constrain((transform) => this.#constrain(transform))
      .on('start', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (event.sourceEvent) this.#stop();
        this.#lastY = pointerY(event.sourceEvent);
        if (event.sourceEvent?.type === 'mousedown') surface.classList.add('dragging');
      })
      .on('end', () => {
        // Taking away what is not there would count as a change of the page, and what follows the page's changes would start.
        if (surface.classList.contains('dragging')) surface.classList.remove('dragging');
      })
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        this.#transform = event.transform;
        this.#handY = handY(event.sourceEvent);
        const y = pointerY(event.sourceEvent);
        if (y !== null && this.#lastY !== null && y !== this.#lastY) listener.onDragY(y - this.#lastY);
        if (y !== null) this.#lastY = y;
        listener.onView(this.view);
      });
    this.#surface.call(this.#zoom).on('dblclick.zoom', null);
    surface.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey || event.metaKey) return;
        const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
        if (!event.shiftKey && !sideways) return;
        event.preventDefault();
        const delta = sideways ? event.deltaX : event.deltaY;
        this.panBy(delta * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? this.#width : 1));
      },
      { passive: false },
    );
  }

  get view(): View {
    const { k, x } = this.#transform;
    return { t0: ((this.#left - x) / k) * DAY, pxPerMs: k / DAY };
  }

  /** Width of the plot, px. */
  get width(): number {
    return this.#width;
  }

  /** Where the pointer or the fingers were that last moved or zoomed, px from the page's top; null when it was no hand. */
  get handY(): number | null {
    return this.#handY;
  }

  /** Middle of the visible time, ms UTC. */
  get center(): number {
    const { t0, pxPerMs } = this.view;
    return t0 + this.#width / 2 / pxPerMs;
  }

  /** Tells where the plot lies within the surface, px; the middle of the visible time stays, or where it starts. */
  resize(left: number, width: number, height: number, keep: 'middle' | 'start' = 'middle'): void {
    const { center, view } = this;
    this.#left = left;
    this.#width = Math.max(50, width);
    this.#height = height;
    this.#limit();
    const { k } = this.#transform;
    if (keep === 'start') this.#apply(this.#at(view.t0 + this.#width / 2 / view.pxPerMs, k));
    else this.#apply(this.#constrain(this.#at(center, this.#within(k))));
  }

  /** Sets the time that may be shown; the view stays unless it is now out of bounds. */
  setHorizon(horizon: Horizon): void {
    if (horizon.start === this.#horizon.start && horizon.end === this.#horizon.end) return;
    this.#horizon = horizon;
    this.#limit();
    this.#apply(this.#constrain(this.#transform, Number.POSITIVE_INFINITY));
  }

  /** Shows a middle (ms UTC) at a scale, at once or in at most {@link MOTION} ms. */
  show(center: number, pxPerDay: number, animate = false): void {
    const target = this.#constrain(this.#at(center, this.#within(pxPerDay)));
    if (animate && !this.reducedMotion) this.#animateTo(target);
    else this.#apply(target);
  }

  /** Shows [start, end] (ms UTC) with `lead` px free at the left and `tail` px at the right, for labels. */
  fit(start: number, end: number, animate = false, lead = 24, tail = this.#tail()): void {
    const room = Math.max(40, this.#width - lead - tail);
    const days = Math.max((end - start) / DAY, 0.5);
    const k = this.#within(room / days);
    const middle = (start + end) / 2 + ((tail - lead) / 2 / k) * DAY;
    this.show(middle, k, animate);
  }

  fitAll(animate = false): void {
    this.fit(this.#horizon.start, this.#horizon.end, animate, 0, 0);
  }

  /** Zooms by `factor` around an instant (ms UTC), or around the middle; steps in quick succession add up. */
  zoomBy(factor: number, around?: number): void {
    const from = this.#target ?? this.#transform;
    const k = this.#within(from.k * factor);
    const middle = this.#left + this.#width / 2;
    const offset = around === undefined ? middle : from.x + (around / DAY) * from.k;
    const instant = ((offset - from.x) / from.k) * DAY;
    this.show(instant + ((middle - offset) / k) * DAY, k, true);
  }

  panBy(px: number): void {
    this.#apply(this.#constrain(zoomIdentity.translate(this.#transform.x - px, 0).scale(this.#transform.k)));
  }

  /** Space kept free right of the last event, for its label. */
  #tail(): number {
    return Math.min(200, this.#width * 0.3);
  }

  #at(center: number, k: number): ZoomTransform {
    return zoomIdentity.translate(this.#left + this.#width / 2 - (center / DAY) * k, 0).scale(k);
  }

  /** From one day to all that the horizon holds. */
  #limit(): void {
    const least = this.#width / ((this.#horizon.end - this.#horizon.start) / DAY);
    this.#zoom.scaleExtent([least, Math.max(this.#width, least)]);
  }

  /** A scale within the limits, px per day. */
  #within(k: number): number {
    const [least, most] = this.#zoom.scaleExtent();
    return Math.min(most, Math.max(least, k));
  }

  /** What a panel that has become wider shows beyond the last event may stay, but at most to `stays` px. */
  #constrain({ k, x }: ZoomTransform, stays = this.#transform.x): ZoomTransform {
    const first = (this.#horizon.start / DAY) * k;
    const last = (this.#horizon.end / DAY) * k;
    // x + first ≤ left edge, x + last ≥ right edge; a view wider than all is held at the start.
    const least = this.#left + this.#width - last;
    const held = Math.min(this.#left - first, Math.max(k === this.#transform.k ? Math.min(least, stays) : least, x));
    return zoomIdentity.translate(held, 0).scale(k);
  }

  #apply(transform: ZoomTransform): void {
    this.#stop();
    this.#surface.call(this.#zoom.transform, transform);
  }

  #stop(): void {
    cancelAnimationFrame(this.#animation);
    this.#target = null;
  }

  #animateTo(target: ZoomTransform): void {
    this.#stop();
    this.#target = target;
    const from = this.#transform;
    const edge = this.#left + this.#width / 2;
    const fromDay = (edge - from.x) / from.k;
    const toDay = (edge - target.x) / target.k;
    const began = performance.now();
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - began) / MOTION));
      const eased = 1 - (1 - part) ** 3;
      if (part >= 1) {
        this.#target = null;
        this.#surface.call(this.#zoom.transform, target);
        return;
      }
      const k = from.k * (target.k / from.k) ** eased;
      // The middle moves in step with the scale, so that the point zoomed at stands still.
      const share = Math.abs(target.k - from.k) < 1e-9 ? eased : (1 / from.k - 1 / k) / (1 / from.k - 1 / target.k);
      const day = fromDay + (toDay - fromDay) * share;
      this.#surface.call(this.#zoom.transform, zoomIdentity.translate(edge - day * k, 0).scale(k));
      this.#animation = requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }
}

/** Powers of two a wheel event zooms by: a pinch arrives as many small deltas, a notch as one of about 100. */
function wheelDelta(event: WheelEvent): number {
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.002;
  const pinch = event.ctrlKey && event.deltaMode === 0 && Math.abs(event.deltaY) < 40;
  return -event.deltaY * unit * (pinch ? 8 : 2);
}

function pointerY(event: unknown): number | null {
  if (event instanceof MouseEvent && event.type !== 'wheel') return event.clientY;
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) return event.touches[0]?.clientY ?? null;
  return null;
}

/** Of two fingers, the middle between them. */
function handY(event: unknown): number | null {
  if (event instanceof MouseEvent) return event.clientY;
  if (typeof TouchEvent === 'undefined' || !(event instanceof TouchEvent) || event.touches.length === 0) return null;
  return Array.from(event.touches, ({ clientY }) => clientY).reduce((sum, y) => sum + y, 0) / event.touches.length;
}
