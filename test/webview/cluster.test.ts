/** Keeping within the node limit: the same detail wherever one looks, and less of it the denser it gets. */
import { describe, expect, it } from 'vitest';
import { visiblePart } from '../../client/timeline/drawing/layout/layout.ts';
import { layoutOf } from './arbitrary.ts';
import { manyEvents } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

describe('clusters', () => {
  it.each([0.05, 0.2, 1, 5, 30])('keep any window of 10,000 events small at %d px a day', (pxPerDay) => {
    const layout = layoutOf(manyEvents(10_000), pxPerDay);
    const xs = layout.lanes.flatMap((lane) => lane.items.map((item) => item.x0));
    const left = xs.reduce((least, x) => Math.min(least, x));
    const right = xs.reduce((most, x) => Math.max(most, x));
    for (let step = 0; step <= 20; step++) {
      const x0 = left + ((right - left) * step) / 20;
      const y0 = ((layout.height - 500) * ((step * 7) % 20)) / 20;
      const window = { x0: x0 - 400, x1: x0 + 1200, y0: y0 - 120, y1: y0 + 620 };
      const count = visiblePart(layout, window, new Set()).reduce((sum, { items }) => sum + items.length, 0);
      expect(count).toBeLessThan(360);
    }
  });

  it('leave a small dataset its full detail', () => {
    const layout = layoutOf(realisticEvents(), 0.2);
    expect(layout.detail).toEqual({ rows: 14, slot: 0 });
  });

  it('do not touch each other, and cover the time of their events', () => {
    for (const lane of layoutOf(manyEvents(4000), 0.1).lanes) {
      const clusters = lane.items.filter((item) => item.type === 'cluster').sort((a, b) => a.x0 - b.x0);
      expect(clusters.length).toBeGreaterThan(0);
      for (const [index, cluster] of clusters.entries()) {
        const next = clusters[index + 1];
        if (next) expect(cluster.x1).toBeLessThan(next.x0);
        for (const { date } of cluster.events) {
          expect(cluster.start - 86_400_000).toBeLessThan(date.min ?? Number.POSITIVE_INFINITY);
          expect(cluster.end).toBeGreaterThanOrEqual((date.max ?? 0) - 86_400_000);
        }
      }
    }
  });
});
