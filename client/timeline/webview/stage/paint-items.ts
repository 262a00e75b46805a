/** Brings the elements of items in line with what they show, and rebuilds only those whose shapes have changed. */
import type { TimelineEvent } from '../../../../server/protocol.ts';
import type { Item, Lane } from '../../drawing/layout/items.ts';
import { type Paint, paintItem, placeItem, signatureOf } from '../../drawing/paint.ts';
import { at } from '../../drawing/shapes.ts';
import { toElement } from '../svg.ts';

/** The part of the world that is drawn: px of world x; `anchor` is the origin of what is drawn. */
export interface Clip {
  anchor: number;
  clip0: number;
  clip1: number;
}

/** A label that follows the left edge of the screen while its glyph, `room` px from `origin` on, runs beneath; local px. */
export interface Sticky {
  tag: SVGGElement;
  origin: number;
  room: number;
  width: number;
}

/** What an element shows, what it was last drawn from, and its sticky label if it has one. */
interface Drawn {
  item: Item;
  event: TimelineEvent | null;
  signature: string;
  sticky: Sticky | null;
}

const drawn = new WeakMap<Element, Drawn>();

/** Draws an item into `group`; returns its sticky label, if it has one. */
export function updateItem(group: SVGGElement, item: Item, lane: Lane, clip: Clip, paint: Paint): Sticky | null {
  const place = placeItem(item, clip.anchor, clip.clip0, clip.clip1);
  group.setAttribute('transform', at(place.left, item.y));
  const event = item.type === 'cluster' ? null : item.event;
  const signature = signatureOf(item, lane, place);
  const before = drawn.get(group);
  if (before && before.event === event && before.signature === signature) {
    before.item = item;
    if (before.sticky) before.sticky.origin = place.left;
    return before.sticky;
  }
  const { className, shapes, sticky } = paintItem(item, lane, place, paint);
  group.setAttribute('class', className);
  group.replaceChildren(...shapes.map(toElement));
  const tag = group.lastElementChild;
  const label = sticky && tag instanceof SVGGElement ? { tag, origin: place.left, ...sticky } : null;
  drawn.set(group, { item, event, signature, sticky: label });
  return label;
}

/** The item that an element shows; the element must come from {@link updateItem}. */
export function itemOf(element: Element): Item {
  return drawn.get(element)!.item;
}

/** Moves a label to the screen's left edge, and no farther than the glyph's end. */
export function stick({ tag, origin, room, width }: Sticky, left: number): void {
  const shift = Math.round(Math.max(0, Math.min(left + 2 - origin, room - width)));
  if (shift) tag.setAttribute('transform', `translate(${shift},0)`);
  else if (tag.hasAttribute('transform')) tag.removeAttribute('transform');
}
