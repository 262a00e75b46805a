/** How tall pictures are parted into pages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AXIS, LANE_PAD, ROW } from '../../client/timeline/drawing/layout/metrics.ts';
import { partsOf } from '../../client/timeline/webview/print/print-pages.ts';

const aPicture = fc
  .record({
    axis: fc.integer({ min: 60, max: 110 }),
    heights: fc.array(fc.integer({ min: 56, max: 1500 }), { minLength: 1, maxLength: 30 }),
    legend: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ axis, heights, legend }) => {
    let below = axis + AXIS;
    const lanes = heights.map((height) => {
      below += height;
      return below - height;
    });
    return { axis, lanes, below, height: below + legend };
  });

describe('pages of a picture', () => {
  it('hold all of it, each stretch once, and none is taller than a page', () => {
    fc.assert(
      fc.property(aPicture, fc.integer({ min: 400, max: 900 }), (picture, most) => {
        const parts = partsOf(picture, most);
        expect(parts[0]?.from).toBe(0);
        expect(parts.at(-1)?.to).toBe(picture.height);
        for (const [index, { from, to, axis }] of parts.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(to - from + (axis ? AXIS : 0)).toBeLessThanOrEqual(most);
          if (index > 0) expect(from).toBe(parts[index - 1]?.to);
        }
      }),
    );
  });

  it('are parted between lanes, and only in a lane that fills a page by itself between its rows', () => {
    fc.assert(
      fc.property(aPicture, fc.integer({ min: 400, max: 900 }), (picture, most) => {
        const ends = [...picture.lanes, picture.below, picture.height];
        for (const { from, to } of partsOf(picture, most)) {
          if (ends.includes(to)) continue;
          const lane = picture.lanes.findLast((top) => top < to)!;
          expect((to - lane - LANE_PAD) % ROW).toBe(0);
          expect(picture.lanes.slice(1).filter((top) => top > from && top <= to)).toEqual([]);
        }
      }),
    );
  });

  it('are one page where everything has room', () => {
    expect(partsOf({ axis: 80, lanes: [126, 200], below: 300, height: 340 }, 680)).toEqual([
      { from: 0, to: 340, axis: false },
    ]);
  });
});
