/** Rows, lanes and labels: what a layout promises whatever the events are. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, Layout, MarkItem } from '../../client/timeline/drawing/layout/items.ts';
import { rightEnd, visiblePart } from '../../client/timeline/drawing/layout/layout.ts';
import { share } from '../support/share.ts';
import { timesEverydayWork } from '../support/yardstick.ts';
import { layoutOf, someEvents } from './arbitrary.ts';
import { event, manyEvents } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const scale = fc.double({ min: 0.02, max: 400, noNaN: true });

describe('layout', () => {
  it('lets no two glyphs of a row overlap, and no label reach the next glyph', () => {
    fc.assert(
      fc.property(someEvents(), scale, (events, pxPerDay) => {
        for (const lane of layoutOf(events, pxPerDay).lanes) {
          for (const row of rowsOf(lane.items)) {
            for (const [index, item] of row.entries()) {
              const next = row[index + 1];
              if (!next) continue;
              expect(item.x1).toBeLessThanOrEqual(next.x0);
              if (item.type === 'mark' && !item.inside && item.labelRoom > 0) {
                expect(item.labelX + item.labelRoom).toBeLessThanOrEqual(next.x0);
              }
            }
          }
        }
      }),
    );
  });

  it('keeps every item in its row wherever one pans', () => {
    fc.assert(
      fc.property(someEvents(), scale, fc.array(share, { maxLength: 6 }), (events, pxPerDay, stops) => {
        const layout = layoutOf(events, pxPerDay);
        const rows = new Map(
          layout.lanes.flatMap((lane) => lane.items.map((item) => [item.id, place(lane.top, item)])),
        );
        const xs = layout.lanes.flatMap((lane) => lane.items.map((item) => item.x0));
        for (const stop of stops) {
          const x0 = Math.min(...xs) + stop * (Math.max(...xs) - Math.min(...xs)) - 400;
          const part = visiblePart(layout, { x0, x1: x0 + 800, y0: 0, y1: 400 }, new Set());
          for (const { lane, items } of part) {
            for (const item of items) expect(place(lane.top, item)).toBe(rows.get(item.id));
          }
        }
      }),
    );
  });

  it('does not depend on the order in which events arrive', () => {
    fc.assert(
      fc.property(someEvents(40), fc.integer(), scale, (events, seed, pxPerDay) => {
        const shuffled = [...events].sort((a, b) => hash(a.key + seed) - hash(b.key + seed));
        expect(layoutOf(shuffled, pxPerDay)).toEqual(layoutOf(events, pxPerDay));
      }),
    );
  });

  it('shows every event of a lane once, as an item or within a cluster', () => {
    fc.assert(
      fc.property(someEvents(), scale, (events, pxPerDay) => {
        for (const lane of layoutOf(events, pxPerDay).lanes) {
          const keys = lane.items.flatMap((item) =>
            item.type === 'cluster' ? item.events.map(({ key }) => key) : [item.event.key],
          );
          expect(keys).toHaveLength(lane.count);
          expect(new Set(keys).size).toBe(lane.count);
        }
      }),
    );
  });

  it('finds in any window exactly the items that reach into it, and those that are pinned', () => {
    const layout = layoutOf(realisticEvents(), 0.5);
    const [first] = layout.lanes[0]?.items ?? [];
    const x0 = (first?.x1 ?? 0) + 2000;
    const items = visiblePart(layout, { x0, x1: x0 + 300, y0: 0, y1: 10_000 }, new Set([first?.id ?? ''])).flatMap(
      (part) => part.items,
    );
    expect(items).toContain(first);
    for (const item of items) {
      if (item !== first) expect(item.x0 <= x0 + 300 && rightEnd(item) >= x0).toBe(true);
    }
  });

  it('puts the summit above what came of it on the same day, then goes by key', () => {
    const sameDay = ['proposal/b', 'proposal/a', 'document/z', 'summit/y'].map((key) => {
      const [kind = '', id = ''] = key.split('/');
      return event({ kind, id, title: key, date: '2025-10-07' });
    });
    const rows = marks(layoutOf(sameDay, 1)).map((item) => item.event.key);
    expect(rows).toEqual(['summit/y', 'document/z', 'proposal/a', 'proposal/b']);
  });

  it('draws a day in the middle of the day and everything coarser over the whole of what it may mean', () => {
    const [dayMark, monthMark] = marks(
      layoutOf(
        [
          event({ kind: 'summit', id: 'a', title: '', date: '2025-10-07' }),
          event({ kind: 'summit', id: 'b', title: '', date: '2025-11' }),
        ],
        10,
      ),
    );
    expect(dayMark?.form).toBe('point');
    expect((dayMark!.x0 + dayMark!.x1) / 2).toBeCloseTo((Date.UTC(2025, 9, 7, 12) / 86_400_000) * 10);
    expect(monthMark?.form).toBe('bracket');
    expect(monthMark!.x0).toBeCloseTo((Date.UTC(2025, 10, 1) / 86_400_000) * 10);
    expect(monthMark!.x1).toBeCloseTo((Date.UTC(2025, 11, 1) / 86_400_000) * 10);
  });

  it('shares one row between chairmanships that meet on the day of the hand-over', () => {
    const chairs = ['2023-11-03/2024-11-06', '2024-11-06/2025-10-07', '2025-10-07/..', '2024-06/2025-01'].map(
      (date, index) => event({ kind: 'chairmanship', id: `c${index}`, title: '', date }),
    );
    const rows = layoutOf(chairs, 3).lanes[0]?.items.map((item) => item.row);
    expect(rows).toEqual([0, 1, 0, 0]);
  });

  it('clusters what would take too many rows, and shows it all where a lane is expanded', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      event({ kind: 'proposal', id: `p${index}`, title: 'x', date: '2025-10-07' }),
    );
    const [cluster] = layoutOf(crowd, 1).lanes[0]?.items.filter((item) => item.type === 'cluster') ?? [];
    expect(cluster?.events).toHaveLength(40 - 14);
    const open = layoutOf(crowd, 1, ['ots']).lanes[0];
    expect(open?.items).toHaveLength(40);
    expect(open?.items.every((item) => item.type === 'mark')).toBe(true);
  });

  it('lays out 10,000 events in a few times what sorting as many words takes', () => {
    const events = manyEvents(10_000);
    for (const pxPerDay of [0.1, 0.5, 2, 20, 200]) {
      expect(
        timesEverydayWork(() => layoutOf(events, pxPerDay)),
        `${pxPerDay}`,
      ).toBeLessThan(30);
    }
  });
});

function marks(layout: Layout): MarkItem[] {
  return layout.lanes
    .flatMap((lane) => lane.items)
    .filter((item) => item.type === 'mark')
    .sort((a, b) => a.row - b.row);
}

/** Items by row, left to right; bands, which may touch, are left out. */
function rowsOf(items: readonly Item[]): Item[][] {
  const rows = new Map<number, Item[]>();
  for (const item of items) {
    if (item.type === 'band') continue;
    rows.set(item.row, [...(rows.get(item.row) ?? []), item]);
  }
  return [...rows.values()].map((row) => row.sort((a, b) => a.x0 - b.x0));
}

function place(top: number, item: Item): string {
  return `${top} ${item.row} ${item.y} ${item.x0}`;
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (Math.imul(value, 31) + character.charCodeAt(0)) | 0;
  return value;
}
