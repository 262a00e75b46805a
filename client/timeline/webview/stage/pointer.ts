/** What the pointer does to items: hover, click, double click; and where the focus goes. Dragging is the viewport's. */
import type { Item } from '../../drawing/layout/items.ts';
import { itemOf } from './paint-items.ts';

export interface PointerListener {
  /** null when the pointer left every item. */
  onHover(item: Item | null, element: Element | null): void;
  onOpen(item: Item, focus: boolean): void;
  onExpand(laneKey: string): void;
  onFocus(item: Item, element: Element): void;
}

export function listenToPointer(surface: SVGSVGElement, listener: PointerListener): void {
  let hovered: Element | null = null;
  surface.addEventListener('pointerover', (event) => {
    const element = itemElement(event.target);
    if (element === hovered) return;
    hovered = element;
    listener.onHover(element ? itemOf(element) : null, element);
  });
  surface.addEventListener('pointerleave', () => {
    hovered = null;
    listener.onHover(null, null);
  });
  surface.addEventListener('pointerdown', () => listener.onHover(null, null));
  surface.addEventListener('wheel', () => listener.onHover(null, null), { passive: true });
  surface.addEventListener('click', (event) => {
    const action = event.target instanceof Element ? event.target.closest('.lane-action') : null;
    if (action) listener.onExpand(action.getAttribute('data-lane') ?? '');
    const element = itemElement(event.target);
    // The second click of a double click belongs to the double click.
    if (element && event.detail < 2) listener.onOpen(itemOf(element), false);
  });
  surface.addEventListener('dblclick', (event) => {
    const element = itemElement(event.target);
    if (element) listener.onOpen(itemOf(element), true);
  });
  // Heard around the drawing: Chromium makes a stop of Tab of an SVG element that listens to the focus.
  const around = surface.parentElement ?? surface;
  around.addEventListener('focusin', (event) => {
    const element = itemElement(event.target);
    if (element) listener.onFocus(itemOf(element), element);
  });
  around.addEventListener('focusout', () => listener.onHover(null, null));
}

function itemElement(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('.item') : null;
}
