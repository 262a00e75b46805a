/**
 * Wheel, drag and pinch as moves and zooms. A drag captures its pointers: what it began on may be drawn anew meanwhile, and
 * touch events, which belong to the element touched, would be lost with it.
 */

export interface GestureListener {
  /** A drag or a pinch begins. */
  onStart(): void;
  /** The hand has moved by so many px; its middle is at `y` px from the page's top. */
  onMove(dx: number, dy: number, y: number): void;
  /** Zoom by `factor` around (x, y), px from the page's edges. */
  onZoom(factor: number, x: number, y: number): void;
  /** The wheel moves through time by so many px. */
  onWheel(px: number): void;
}

/** So far a press may move, px, and be a click. */
const SLACK = 4;

export function listenToGestures(surface: SVGSVGElement, listener: GestureListener): void {
  listenToWheel(surface, listener);
  listenToDrag(surface, listener);
}

function listenToWheel(surface: SVGSVGElement, { onZoom, onWheel }: GestureListener): void {
  const turned = (event: WheelEvent): void => {
    const { ctrlKey, metaKey, shiftKey, deltaX, deltaY, deltaMode } = event;
    const sideways = Math.abs(deltaX) > Math.abs(deltaY);
    // A plain wheel scrolls the lanes, which the browser does.
    if (!ctrlKey && !metaKey && !shiftKey && !sideways) return;
    event.preventDefault();
    if (ctrlKey || metaKey) onZoom(2 ** wheelSteps(event), event.clientX, event.clientY);
    else onWheel((sideways ? deltaX : deltaY) * (deltaMode === 1 ? 16 : deltaMode === 2 ? surface.clientWidth : 1));
  };
  surface.addEventListener('wheel', turned, { passive: false });
}

/** Powers of two a wheel event zooms by: a pinch arrives as many small deltas, a notch as one of about 100. */
function wheelSteps({ ctrlKey, deltaMode, deltaY }: WheelEvent): number {
  const unit = deltaMode === 1 ? 0.05 : deltaMode ? 1 : 0.002;
  const pinch = ctrlKey && deltaMode === 0 && Math.abs(deltaY) < 40;
  return -deltaY * unit * (pinch ? 8 : 2);
}

function listenToDrag(surface: SVGSVGElement, { onStart, onMove, onZoom }: GestureListener): void {
  const pointers = new Map<number, DOMPoint>();
  let isDrag = false;
  const begin = (): void => {
    isDrag = true;
    for (const id of pointers.keys()) surface.setPointerCapture(id);
    surface.classList.add('dragging');
  };
  const end = ({ pointerId }: PointerEvent): void => {
    // Taking away what is not there would count as a change of the page, and what follows the page's changes would start.
    if (!pointers.delete(pointerId) || pointers.size > 0 || !isDrag) return;
    surface.classList.remove('dragging');
    // The click that ends a drag comes at once or never.
    setTimeout(() => {
      if (pointers.size === 0) isDrag = false;
    });
  };
  surface.addEventListener('pointerdown', (event) => {
    // The first pointer of its kind: whatever was down before has gone up where nobody could see it.
    if (event.isPrimary) {
      pointers.clear();
      isDrag = false;
    }
    if (event.button !== 0 || event.ctrlKey) return;
    if (pointers.size === 0) onStart();
    pointers.set(event.pointerId, placeOf(event));
    if (pointers.size > 1) begin();
  });
  surface.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId);
    if (!from) return;
    if (!isDrag && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return;
    if (!isDrag) begin();
    const before = handOf(pointers);
    pointers.set(event.pointerId, placeOf(event));
    const { x, y, spread } = handOf(pointers);
    onMove(x - before.x, y - before.y, y);
    if (spread > 0 && before.spread > 0) onZoom(spread / before.spread, x, y);
  });
  surface.addEventListener('pointerup', end);
  surface.addEventListener('pointercancel', end);
  // What ends a drag is no click.
  surface.addEventListener('click', (event) => isDrag && event.stopImmediatePropagation(), { capture: true });
}

/** On the pixel grid: lanes scroll by whole pixels, and what is left of each step would be lost. */
function placeOf({ clientX, clientY }: PointerEvent): DOMPoint {
  return new DOMPoint(Math.round(clientX), Math.round(clientY));
}

/** The middle of all pointers, and how far they are from it in all, px. */
function handOf(pointers: ReadonlyMap<number, DOMPoint>): { x: number; y: number; spread: number } {
  const all = [...pointers.values()];
  const x = all.reduce((sum, point) => sum + point.x, 0) / all.length;
  const y = all.reduce((sum, point) => sum + point.y, 0) / all.length;
  return { x, y, spread: all.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) };
}
