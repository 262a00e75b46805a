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
    const index = lane.items.findIndex((item) => item.id === id);
    const item = lane.items[index];
    if (item) return { lane, item, index };
  }
  return null;
}

/** The item of an event, or the cluster that holds it, preferring the event's main lane. */
export function findEvent(layout: Layout, key: string): Spot | null {
  let clustered: Spot | null = null;
  for (const lane of layout.lanes) {
    for (const [index, item] of lane.items.entries()) {
      if (item.type === 'cluster') {
        if (!clustered && item.events.some((event) => event.key === key)) clustered = { lane, item, index };
      } else if (item.event.key === key) return { lane, item, index };
    }
  }
  return clustered;
}

/** The item nearest to an instant (ms UTC) in the lanes between y0 and y1 (px), or else anywhere; where one lands at first. */
export function nearestTo(layout: Layout, time: number, y0: number, y1: number): Spot | null {
  const seen = layout.lanes.filter((lane) => lane.top + lane.height > y0 && lane.top < y1);
  let best: Spot | null = null;
  for (const lane of seen.length ? seen : layout.lanes) {
    const spot =
      nearestInLane(lane, time, (y) => lane.top + y >= y0 && lane.top + y <= y1) ?? nearestInLane(lane, time);
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
      return inLane(lane, lane.items.length - 1);
    default: {
      const way = direction === 'up' ? -1 : 1;
      const time = (from.item.start + from.item.end) / 2;
      for (let index = layout.lanes.indexOf(lane) + way; ; index += way) {
        const next = layout.lanes[index];
        if (!next) return null;
        const spot = nearestInLane(next, time);
        if (spot) return spot;
      }
    }
  }
}

function inLane(lane: Lane, index: number): Spot | null {
  const item = lane.items[index];
  return item ? { lane, item, index } : null;
}

function nearestInLane(lane: Lane, time: number, counts: (y: number) => boolean = () => true): Spot | null {
  let best: Spot | null = null;
  for (const [index, item] of lane.items.entries()) {
    if (!counts(item.y)) continue;
    if (!best || distance(item, time) < distance(best.item, time)) best = { lane, item, index };
  }
  return best;
}

/** Between an instant and the middle of an item, ms; so that a long band does not attract everything beneath it. */
function distance(item: Item, time: number): number {
  return Math.abs((item.start + item.end) / 2 - time);
}
