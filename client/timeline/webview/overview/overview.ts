/** The strip below the drawing: when how much happened, and a window over what is on screen, to be dragged. */
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { Horizon } from '../../drawing/extent.ts';
import { html } from '../svg.ts';

export interface OverviewListener {
  /** The window has been moved or resized to [start, end], ms UTC. */
  onWindow(start: number, end: number): void;
}

export interface OverviewScene {
  /** What the filter keeps. */
  events: readonly TimelineEvent[];
  horizon: Horizon;
  /** The time on screen, ms UTC. */
  window: Horizon;
  /** Start of today, ms UTC. */
  today: number | null;
  /** Px from the strip's left edge to the plot's, so that both stand in line. */
  head: number;
}

export class Overview {
  readonly element = html('div', { class: 'overview', hidden: '' });
  readonly #listener: OverviewListener;

  constructor(listener: OverviewListener) {
    this.#listener = listener;
  }

  /** Draws what has changed. */
  show(scene: OverviewScene): void {
    void [scene, this.#listener];
  }

  /** Hides the strip where a panel `height` px high has no room for it. */
  resize(width: number, height: number): void {
    void [width, height];
  }
}
