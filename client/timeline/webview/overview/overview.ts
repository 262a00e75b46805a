/** The strip below the drawing: when how much happened, and a window over what is on screen, to be dragged. */
import * as l10n from '@vscode/l10n';
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { Horizon } from '../../drawing/layout/extent.ts';
import { DAY } from '../../drawing/time.ts';
import { describeRange, shortRange } from '../../drawing/words.ts';
import { html, setAttributes, svg, toElement } from '../svg.ts';
import { edgeTo, stepped } from './steps.ts';
import { STRIP, type Strip, stripOf } from './strip.ts';

export interface OverviewListener {
  /** The window has been moved, as long as it was, so that it begins at `start`, ms UTC. */
  onMove(start: number): void;
  /** The window has been resized to [start, end], ms UTC. */
  onWindow(start: number, end: number): void;
  onFitAll(): void;
  /** The wheel has been turned over an instant, ms UTC. */
  onWheel(event: WheelEvent, time: number): void;
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

/** A pane lower or narrower than this, px, has better use for its room. */
const LEAST_HEIGHT = 260;
const LEAST_WIDTH = 360;
/** Px free at the right. */
const MARGIN = 8;
/** The window is drawn no narrower, px, so that it can be seen and grabbed. */
const LEAST_WINDOW = 12;
/** Width of what an edge is grabbed by, px, and how much of it lies outside a window that is wide or narrow. */
const GRIP = 12;
const OUTSIDE = { wide: 5, narrow: 10 };

/** Width of the sign that an edge can be grabbed, px. */
const BAR = 3;

/** What is being dragged: an edge, or the window by a place `offset` ms from its start; `window` is where it was. */
type Drag = { edge: 'start' | 'end'; window: Horizon } | { edge: null; offset: number };

export class Overview {
  readonly element: HTMLElement;
  readonly #listener: OverviewListener;
  readonly #range = html('div', { class: 'overview-range', 'aria-hidden': 'true' });
  readonly #below = svg('g', { 'aria-hidden': 'true' });
  readonly #above = svg('g', { class: 'overview-above', 'aria-hidden': 'true' });
  readonly #veils = [
    svg('rect', { class: 'overview-veil', height: STRIP }),
    svg('rect', { class: 'overview-veil', height: STRIP }),
  ] as const;
  readonly #frame = svg('rect', { class: 'overview-frame', y: 1, height: STRIP - 2, rx: 3 });
  readonly #bars = [bar(), bar()] as const;
  readonly #window = svg(
    'g',
    {
      class: 'overview-window',
      role: 'slider',
      tabindex: 0,
      'aria-label': l10n.t('Time on screen'),
      'aria-orientation': 'horizontal',
    },
    this.#frame,
    ...this.#bars,
  );
  readonly #grips = {
    start: svg('rect', { class: 'overview-grip', 'data-edge': 'start', width: GRIP, height: STRIP }),
    end: svg('rect', { class: 'overview-grip', 'data-edge': 'end', width: GRIP, height: STRIP }),
  };
  readonly #picture = svg(
    'svg',
    { height: STRIP },
    this.#below,
    ...this.#veils,
    this.#above,
    this.#window,
    this.#grips.start,
    this.#grips.end,
  );
  readonly #strip = html('div', { class: 'overview-strip' }, this.#picture);
  #scene: OverviewScene | null = null;
  /** Width of all, and of the strip right of the heads, px. */
  #width = 0;
  #plot = 1;
  #drag: Drag | null = null;
  #drawn: Strip | null = null;

  constructor(listener: OverviewListener) {
    this.#listener = listener;
    this.element = html(
      'div',
      { class: 'overview', role: 'group', 'aria-label': l10n.t('Overview'), hidden: '' },
      this.#range,
      this.#strip,
    );
    this.#listen();
  }

  /** Hides the strip where a panel `height` px high has no room for it. */
  resize(width: number, height: number): void {
    this.element.hidden = height < LEAST_HEIGHT || width < LEAST_WIDTH;
    this.#width = width;
  }

  /** Draws what has changed: mostly the window alone. */
  show(scene: OverviewScene): void {
    if (this.element.hidden) return;
    const before = this.#scene;
    const plot = Math.max(1, this.#width - scene.head - MARGIN);
    const { events, horizon, head, today } = scene;
    if (
      before?.events !== events ||
      before.horizon.start !== horizon.start ||
      before.horizon.end !== horizon.end ||
      before.today !== today ||
      before.head !== head ||
      this.#plot !== plot
    ) {
      this.#plot = plot;
      setAttributes(this.#window, { 'aria-valuemin': dayOf(horizon.start), 'aria-valuemax': dayOf(horizon.end) });
      this.#drawn = stripOf(events, horizon, today, plot);
      this.#picture.setAttribute('width', String(plot));
      this.#below.replaceChildren(...this.#drawn.below.map(toElement));
      this.#above.replaceChildren(...this.#drawn.above.map(toElement));
    }
    this.#scene = scene;
    this.#showWindow(scene);
  }

  #showWindow({ window: { start, end }, horizon }: OverviewScene): void {
    const [from, to] = [this.#x(Math.max(start, horizon.start)), this.#x(Math.min(end, horizon.end))];
    const width = Math.max(LEAST_WINDOW, Math.round(to - from));
    const left = Math.round(Math.max(0, Math.min(this.#plot - width, (from + to - width) / 2)));
    setAttributes(this.#frame, { x: left + 0.5, width: width - 1 });
    setAttributes(this.#bars[0], { x: left });
    setAttributes(this.#bars[1], { x: left + width - BAR });
    setAttributes(this.#veils[0], { width: left });
    setAttributes(this.#veils[1], { x: left + width, width: Math.max(0, this.#plot - left - width) });
    const outside = width < 3 * GRIP ? OUTSIDE.narrow : OUTSIDE.wide;
    this.#grips.start.setAttribute('x', String(Math.max(0, left - outside)));
    this.#grips.end.setAttribute('x', String(Math.min(this.#plot - GRIP, left + width - GRIP + outside)));
    const words = describeRange(start, end);
    if (this.#window.getAttribute('aria-valuetext') === words) return;
    setAttributes(this.#window, { 'aria-valuetext': words, 'aria-valuenow': dayOf((start + end) / 2) });
    this.#range.textContent = shortRange(start, end);
  }

  #listen(): void {
    const strip = this.#strip;
    strip.addEventListener('pointerdown', (event) => this.#grab(event));
    strip.addEventListener('pointermove', (event) => this.#follow(event));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      strip.addEventListener(end, () => this.#release());
    }
    strip.addEventListener('dblclick', () => this.#listener.onFitAll());
    strip.addEventListener(
      'wheel',
      (event) => {
        if (!this.#scene) return;
        event.preventDefault();
        const { start, end } = this.#scene.window;
        this.#listener.onWheel(event, Math.max(start, Math.min(end, this.#time(event))));
      },
      { passive: false },
    );
    this.#window.addEventListener('keydown', (event) => {
      if (!this.#scene || event.altKey || event.ctrlKey || event.metaKey) return;
      const { window, horizon } = this.#scene;
      const next = stepped(window, horizon, event.key, event.shiftKey);
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) this.#listener.onWindow(next.start, next.end);
      else this.#listener.onMove(next.start);
    });
  }

  #grab(event: PointerEvent): void {
    if (!this.#scene || event.button !== 0 || !event.isPrimary) return;
    const { window } = this.#scene;
    const edge = event.target instanceof Element ? event.target.getAttribute('data-edge') : null;
    // The focus goes to the window, and the text around is not selected.
    event.preventDefault();
    this.#window.focus({ preventScroll: true });
    this.#strip.setPointerCapture(event.pointerId);
    this.#strip.classList.add('dragging');
    if (edge === 'start' || edge === 'end') {
      this.#drag = { edge, window };
      return;
    }
    const onWindow = event.target === this.#frame;
    const offset = onWindow ? this.#time(event) - window.start : (window.end - window.start) / 2;
    this.#drag = { edge: null, offset };
    if (!onWindow) this.#follow(event);
  }

  /** Drags what has been grabbed, or says what happens below the pointer. */
  #follow(event: PointerEvent): void {
    const drag = this.#drag;
    if (!this.#scene) return;
    const time = this.#time(event);
    this.#strip.title = drag ? '' : (this.#drawn?.describe(time) ?? '');
    if (!drag) return;
    if (drag.edge === null) {
      this.#listener.onMove(time - drag.offset);
    } else {
      const { start, end } = edgeTo(drag.window, this.#scene.horizon, drag.edge, time);
      this.#listener.onWindow(start, end);
    }
  }

  #release(): void {
    this.#drag = null;
    this.#strip.classList.remove('dragging');
  }

  #x(ms: number): number {
    const { start, end } = this.#scene!.horizon;
    return ((ms - start) / (end - start)) * this.#plot;
  }

  /** The instant below the pointer, ms UTC. */
  #time(event: MouseEvent): number {
    const { start, end } = this.#scene!.horizon;
    return start + ((event.clientX - this.#strip.getBoundingClientRect().left) / this.#plot) * (end - start);
  }
}

/** What shows where an edge can be grabbed. */
function bar(): SVGRectElement {
  return svg('rect', { class: 'overview-bar', y: STRIP / 2 - 7, width: BAR, height: 14, rx: BAR / 2 });
}

function dayOf(ms: number): number {
  return Math.round(ms / DAY);
}
