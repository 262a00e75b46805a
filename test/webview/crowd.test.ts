/** What a layout promises of very many events: few elements wherever one looks, the same for any order, and soon. */

import { describe, expect, it } from 'vitest';
import { SCREEN } from '../../client/timeline/drawing/ink.ts';
import type { Layout } from '../../client/timeline/drawing/layout/items.ts';
import { visiblePart } from '../../client/timeline/drawing/layout/layout.ts';
import { paintItem, placeItem } from '../../client/timeline/drawing/paint.ts';
import type { Shape } from '../../client/timeline/drawing/shapes.ts';
import { makeRuler } from '../../client/timeline/drawing/text.ts';
import type { TimelineEvent } from '../../server/protocol.ts';
import { timesAsLong, timesEverydayWork } from '../support/yardstick.ts';
import { layoutOf } from './arbitrary.ts';
import { event, manyEvents } from './fixture.ts';

/** About a thousand, heads and axis included; these tests count items alone. */
const MOST = 1000;
const SCALES = [0.03, 0.1, 0.3, 1, 3, 10, 100, 700];
const ruler = makeRuler(() => 6);
const paint = { ink: SCREEN, ruler, bandLabels: ({ title }: TimelineEvent) => [title] };

describe('a crowd', () => {
  it.each([
    ['10,000 events', manyEvents(10_000)],
    ['100,000 events', manyEvents(100_000)],
    ['10,000 events of one lane', manyEvents(10_000).map((it) => inLane(it, 'ots'))],
    ['10,000 events of 10,000 lanes', manyEvents(10_000).map((it) => inLane(it, it.id))],
    ['10,000 events of one day', manyEvents(10_000).map((it, n) => on(it, '2025-10-07', n))],
    [
      '5,000 months with mistakes',
      manyEvents(5000).map((it, n) => troubled(on(it, `20${10 + (n % 15)}-0${1 + (n % 9)}~`, n))),
    ],
    ['3,000 chairmanships', manyEvents(3000).map((it, n) => chaired(it, n))],
  ])('of %s is drawn with few elements wherever one looks', (_, events) => {
    for (const scale of SCALES) {
      const layout = layoutOf(events, scale);
      for (const window of windowsOf(layout))
        expect(elementsIn(layout, window), `at ${scale} px a day`).toBeLessThan(MOST);
    }
  });

  it('stays small where a lane shows all its rows', () => {
    const layout = layoutOf(manyEvents(10_000), 0.1, ['org-1', 'org-2']);
    const [, opened] = layout.lanes;
    expect(opened?.clustered).toBe(false);
    expect(opened?.size).toBe(opened?.count);
    for (const window of windowsOf(layout)) expect(elementsIn(layout, window)).toBeLessThan(MOST);
  });

  it('is laid out the same in whatever order its events arrive', () => {
    const events = manyEvents(10_000);
    const shuffled = [...events].sort((a, b) => (a.key.slice(-3) < b.key.slice(-3) ? -1 : 1)).reverse();
    for (const scale of [0.1, 2])
      expect(placesOf(layoutOf(shuffled, scale))).toEqual(placesOf(layoutOf(events, scale)));
  });

  it('shows every event once, as an item or within a cluster, and finds each', () => {
    const events = manyEvents(2000);
    const layout = layoutOf(events, 0.1);
    const found = layout.lanes.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'cluster' ? item.events : [item.event])),
    );
    expect(found.map(({ key }) => key).sort()).toEqual(events.map(({ key }) => key).sort());
    for (const lane of layout.lanes) {
      for (const [place, item] of lane.items.entries()) {
        expect(lane.placeOf(item.id)).toBe(place);
        const held = item.type === 'cluster' ? item.events : [item.event];
        for (const { key } of held) expect(lane.placeOfEvent(key)).toBe(place);
      }
    }
  });

  it('keeps lanes in their order and rows within reason at any scale', () => {
    const events = manyEvents(10_000);
    const names = layoutOf(events, 1).lanes.map(({ name }) => name);
    for (let scale = 0.05; scale < 700; scale *= 1.6) {
      const { lanes } = layoutOf(events, scale);
      expect(lanes.map(({ name }) => name)).toEqual(names);
      for (const { items } of lanes) {
        const rows = 1 + Math.max(...items.map(({ row }) => row));
        expect(rows).toBeGreaterThanOrEqual(4);
        expect(rows).toBeLessThanOrEqual(15);
      }
    }
  });

  it('shows no less of a lane when one zooms in by a step', () => {
    const events = manyEvents(10_000);
    const shown = (scale: number) =>
      layoutOf(events, scale).lanes.reduce(
        (sum, { items }) => sum + items.filter(({ type }) => type === 'mark').length,
        0,
      );
    for (let scale = 0.1; scale < 300; scale *= 1.6) expect(shown(scale * 1.6)).toBeGreaterThanOrEqual(shown(scale));
  });

  it('leaves no stretch without a sign of its events', () => {
    for (const lane of layoutOf(manyEvents(10_000), 0.5).lanes) {
      const starts = lane.items.map(({ x0 }) => x0).sort((a, b) => a - b);
      const gaps = starts.slice(1).map((x, index) => x - starts[index]!);
      expect(Math.max(...gaps)).toBeLessThan(250);
    }
  });

  it('is laid out soon', () => {
    const [few, many] = [manyEvents(10_000), manyEvents(100_000)];
    expect(timesEverydayWork(() => layoutOf(few, 0.5))).toBeLessThan(20);
    const growth = timesAsLong(
      () => layoutOf(many, 0.5),
      () => layoutOf(few, 0.5),
    );
    expect(growth, 'ten times as many').toBeLessThan(30);
  });
});

function inLane(it: TimelineEvent, org: string): TimelineEvent {
  return { ...it, lanes: { ...it.lanes, organization: [org] } };
}

function on({ kind, status }: TimelineEvent, date: string, number: number): TimelineEvent {
  return event({ kind, id: `on-${number}`, title: `Record ${number}`, date, status: status ?? 'held' });
}

function troubled(it: TimelineEvent): TimelineEvent {
  return { ...it, status: 'under-consideration', problems: [{ severity: 'error', message: 'No source is cited.' }] };
}

/** Several at a time, most of a month or so. */
function chaired(_: TimelineEvent, number: number): TimelineEvent {
  const from = new Date(Date.UTC(2000, 0, 1 + number * 3)).toISOString().slice(0, 10);
  const to = new Date(Date.UTC(2000, 0, 20 + number * 3)).toISOString().slice(0, 10);
  return event({ kind: 'chairmanship', id: `chair-${number}`, title: `Chair ${number}`, date: `${from}/${to}` });
}

/** Windows all over a layout, each as much as is drawn around a panel of 800 × 500 px. */
function windowsOf({ lanes, height }: Layout): { x0: number; x1: number; y0: number; y1: number }[] {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const lane of lanes) {
    const [first, last] = [lane.at(0), lane.at(lane.size - 1)];
    left = Math.min(left, first?.x0 ?? left);
    right = Math.max(right, last?.x0 ?? right);
  }
  return Array.from({ length: 15 }, (_, step) => {
    const x0 = left + ((right - left) * step) / 14 - 400;
    const y0 = (Math.max(0, height - 500) * ((step * 4) % 15)) / 14 - 120;
    return { x0, x1: x0 + 1600, y0, y1: y0 + 740 };
  });
}

function elementsIn(layout: Layout, window: ReturnType<typeof windowsOf>[number]): number {
  const part = visiblePart(layout, window, new Set());
  return part.reduce((sum, { lane, items }) => {
    const shapes = items.flatMap((item) => {
      const place = placeItem(item, window.x0, window.x0 - 800, window.x1 + 800);
      return paintItem(item, lane, place, paint).shapes;
    });
    return sum + 2 + items.length + shapes.reduce((count, shape) => count + countOf(shape), 0);
  }, 0);
}

function countOf({ children }: Shape): number {
  return 1 + children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : countOf(child)), 0);
}

function placesOf({ lanes }: Layout): string[] {
  return lanes.flatMap(({ key, items }) => items.map(({ id, row, x0 }) => `${key} ${id} ${row} ${x0}`));
}
