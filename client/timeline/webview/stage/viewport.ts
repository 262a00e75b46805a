/** What time is on screen: the view, its limits, and what changes it. */
import type { Horizon } from '../../drawing/layout/extent.ts';
import { DAY } from '../../drawing/time.ts';
import { listenToGestures } from './gestures.ts';

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

/** Px of the surface are `x + k * days` since 1970-01-01T00:00Z. */
interface Transform {
  readonly k: number;
  readonly x: number;
}

/** Longest animation, ms. */
const MOTION = 150;

export class Viewport {
  /** True when something else than the user's hand should not animate. */
  reducedMotion = false;
  readonly #onView: ViewportListener['onView'];
  #transform: Transform = { k: 1, x: 0 };
  /** Least and greatest scale, px per day. */
  #scales: readonly [number, number] = [1, 1];
  #horizon: Horizon = { start: 0, end: DAY };
  #left = 0;
  #width = 100;
  #handY: number | null = null;
  #animation = 0;
  /** Where an animation leads; null when nothing moves. */
  #target: Transform | null = null;

  constructor(surface: SVGSVGElement, listener: ViewportListener) {
    this.#onView = listener.onView;
    listenToGestures(surface, {
      onStart: () => this.#stop(),
      onMove: (dx, dy, y) => {
        this.panBy(-dx, y);
        if (dy !== 0) listener.onDragY(dy);
      },
      onZoom: (factor, x, y) => {
        const from = this.#transform;
        const k = this.#within(from.k * factor);
        const at = x - surface.getBoundingClientRect().left;
        this.#apply(this.#constrain({ k, x: at - ((at - from.x) * k) / from.k }), y);
      },
      onWheel: (px) => this.panBy(px),
    });
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
  resize(left: number, width: number, keep: 'middle' | 'start' = 'middle'): void {
    const { center, view } = this;
    this.#left = left;
    this.#width = Math.max(50, width);
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

  /** Moves by so many px; `handY` says where the hand is that does it, if one does. */
  panBy(px: number, handY: number | null = null): void {
    const { k, x } = this.#transform;
    this.#apply(this.#constrain({ k, x: x - px }), handY);
  }

  /** Space kept free right of the last event, for its label. */
  #tail(): number {
    return Math.min(200, this.#width * 0.3);
  }

  #at(center: number, k: number): Transform {
    return { k, x: this.#left + this.#width / 2 - (center / DAY) * k };
  }

  /** From one day to all that the horizon holds. */
  #limit(): void {
    const least = this.#width / ((this.#horizon.end - this.#horizon.start) / DAY);
    this.#scales = [least, Math.max(this.#width, least)];
  }

  /** A scale within the limits, px per day. */
  #within(k: number): number {
    const [least, most] = this.#scales;
    return Math.min(most, Math.max(least, k));
  }

  /** What a panel that has become wider shows beyond the last event may stay, but at most to `stays` px. */
  #constrain({ k, x }: Transform, stays = this.#transform.x): Transform {
    const first = (this.#horizon.start / DAY) * k;
    const last = (this.#horizon.end / DAY) * k;
    // x + first ≤ left edge, x + last ≥ right edge; a view wider than all is held at the start.
    const least = this.#left + this.#width - last;
    const held = Math.min(this.#left - first, Math.max(k === this.#transform.k ? Math.min(least, stays) : least, x));
    return { k, x: held };
  }

  #apply(transform: Transform, handY: number | null = null): void {
    this.#stop();
    this.#move(transform, handY);
  }

  #move(transform: Transform, handY: number | null): void {
    this.#transform = transform;
    this.#handY = handY;
    this.#onView(this.view);
  }

  #stop(): void {
    cancelAnimationFrame(this.#animation);
    this.#target = null;
  }

  #animateTo(target: Transform): void {
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
        this.#move(target, null);
        return;
      }
      const k = from.k * (target.k / from.k) ** eased;
      // The middle moves in step with the scale, so that the point zoomed at stands still.
      const share = Math.abs(target.k - from.k) < 1e-9 ? eased : (1 / from.k - 1 / k) / (1 / from.k - 1 / target.k);
      const day = fromDay + (toDay - fromDay) * share;
      this.#move({ k, x: edge - day * k }, null);
      this.#animation = requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }
}
