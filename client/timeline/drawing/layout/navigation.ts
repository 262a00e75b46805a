/** Where an arrow key leads. Pure: works on the layout, so it also reaches what is not drawn. */
import type { Item, Lane, Layout } from './items.ts';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

/** An item and where it stands. */
export interface Spot {
  lane: Lane;
  item: Item;
  /** Index among the lane's items. */
  index: number;
}

export function findItem(layout: Layout, id: string): Spot | null {
  for (const lane of layout.lanes) {
    const spot = inLane(lane, lane.placeOf(id));
    if (spot) return spot;
  }
  return null;
}

/** The item of an event, or the cluster that holds it, preferring the event's main lane. */
export function findEvent(layout: Layout, key: string): Spot | null {
  let clustered: Spot | null = null;
  for (const lane of layout.lanes) {
    const spot = inLane(lane, lane.placeOfEvent(key));
    if (spot && spot.item.type !== 'cluster') return spot;
    clustered ??= spot;
  }
  return clustered;
}

/** The item nearest to an instant (ms UTC) in the lanes between y0 and y1 (px), or else anywhere; where one lands at first. */
export function nearestTo(layout: Layout, time: number, y0: number, y1: number): Spot | null {
  const seen = layout.lanes.filter((lane) => lane.top + lane.height > y0 && lane.top < y1);
  let best: Spot | null = null;
  for (const lane of seen.length ? seen : layout.lanes) {
    const place = lane.nearest(time, (y) => lane.top + y >= y0 && lane.top + y <= y1);
    const spot = inLane(lane, place < 0 ? lane.nearest(time) : place);
    if (spot && (!best || distance(spot.item, time) < distance(best.item, time))) best = spot;
  }
  return best;
}

/** ←/→ by time within the lane, ↑/↓ to the nearest in time of the next lane that has any, Home/End to the lane's ends. */
export function step(layout: Layout, from: Spot, direction: Direction): Spot | null {
  const { lane } = from;
  switch (direction) {
    case 'left':
      return inLane(lane, from.index - 1);
    case 'right':
      return inLane(lane, from.index + 1);
    case 'home':
      return inLane(lane, 0);
    case 'end':
      return inLane(lane, lane.size - 1);
    default: {
      const way = direction === 'up' ? -1 : 1;
      const time = (from.item.start + from.item.end) / 2;
      for (let index = layout.lanes.indexOf(lane) + way; ; index += way) {
        const next = layout.lanes[index];
        if (!next) return null;
        const spot = inLane(next, next.nearest(time));
        if (spot) return spot;
      }
    }
  }
}

function inLane(lane: Lane, index: number): Spot | null {
  const item = lane.at(index);
  return item ? { lane, item, index } : null;
}

/** Between an instant and the middle of an item, ms. */
function distance(item: Item, time: number): number {
  return Math.abs((item.start + item.end) / 2 - time);
}
