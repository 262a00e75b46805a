/** The small parts of the webview: axis, folding, glyphs, words, navigation. */
import { describe, expect, it } from 'vitest';
import { ticksFor } from '../../client/timeline/drawing/axis.ts';
import { EVERYTHING, makeFilter } from '../../client/timeline/drawing/filter/filter.ts';
import { fold } from '../../client/timeline/drawing/filter/search.ts';
import { barPath, bracketPath, formSign, markPath } from '../../client/timeline/drawing/glyphs.ts';
import { wrap } from '../../client/timeline/drawing/head.ts';
import { horizonOf, opening } from '../../client/timeline/drawing/layout/extent.ts';
import { findEvent, step } from '../../client/timeline/drawing/layout/navigation.ts';
import { formOf } from '../../client/timeline/drawing/status.ts';
import { makeRuler } from '../../client/timeline/drawing/text.ts';
import { DAY, floorTo, nextOf, type Unit } from '../../client/timeline/drawing/time.ts';
import { describeBroken, describeItem } from '../../client/timeline/drawing/words.ts';
import { layoutOf } from './arbitrary.ts';
import { date, event, update } from './fixture.ts';
import { realisticEvents } from './realistic-events.ts';

const ruler = makeRuler(() => 6);

describe('the axis', () => {
  it.each([
    [400, 'Tue 7 October', 'October 2025'],
    [30, '7', 'October 2025'],
    [6, '1 Oct', 'October 2025'],
    [2, 'October', '2025'],
    [0.4, 'Q4', '2025'],
    [0.12, '2025', '2020s'],
    [0.02, '2025', '2020s'],
    [0.012, '2020', '2000–2099'],
  ])('at %d px a day says %s below %s', (pxPerDay, lower, upper) => {
    const moment = Date.UTC(2025, 9, 7, 12);
    const { lower: below, upper: above } = ticksFor(moment, moment + 1, pxPerDay / DAY);
    expect(below[0]?.names).toContain(lower);
    expect(above[0]?.names).toContain(upper);
  });

  it.each<Unit>(['day', 'week', 'month', 'quarter', 'year', 'lustrum', 'decade', 'century'])(
    'covers time with each %s once',
    (unit) => {
      for (const from of [Date.UTC(2024, 1, 28), Date.UTC(1969, 11, 31), -62_000_000_000_000]) {
        let start = floorTo(unit, from);
        expect(start).toBeLessThanOrEqual(from);
        for (let index = 0; index < 40; index++) {
          const next = nextOf(unit, start);
          expect(next).toBeGreaterThan(start);
          expect(floorTo(unit, next)).toBe(next);
          expect(floorTo(unit, next - 1)).toBe(start);
          start = next;
        }
      }
    },
  );
});

describe('the filter', () => {
  it.each(['Türkiye', 'TURKIYE', 'turkiye', 'Turki̇ye'])('reads %s as the same name', (name) => {
    expect(fold(name)).toBe('turkiye');
  });

  it('looks at titles, status and the names of lanes, for every word', () => {
    const { laneNames } = update([]);
    const keep = (query: string): number =>
      realisticEvents().filter(makeFilter({ ...EVERYTHING, text: query }, laneNames)).length;
    expect(keep('')).toBe(realisticEvents().length);
    expect(keep('turkic states gabala declaration')).toBe(1);
    expect(keep('tokayev water')).toBe(1);
    expect(keep('no such thing')).toBe(0);
  });
});

describe('glyphs', () => {
  it('never close a bracket: a moment within has no body', () => {
    for (const shape of ['circle', 'diamond', 'square'] as const) {
      expect(bracketPath(shape, 120, 'cap', 'cap')).not.toContain('Z');
      expect(barPath(shape, 120, 8, 'cap', 'cap')).toMatch(/Z$/);
    }
  });

  it('draw each kind and each form of status differently', () => {
    const shapes = ['circle', 'diamond', 'square', 'hexagon', 'pentagon', 'triangle'] as const;
    expect(new Set(shapes.map((shape) => markPath(shape, 5))).size).toBe(shapes.length);
    const forms = ['held', 'planned', 'confirmed', 'under-consideration', 'cancelled', 'postponed'].map((status) => {
      const { form } = formOf(status);
      return `${form} ${formSign(form, 'circle', 5)?.d}`;
    });
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('end an open period with an arrow', () => {
    expect(barPath('square', 100, 8, 'cap', 'arrow')).toContain('L100 0');
    expect(barPath('square', 100, 8, 'arrow', 'cap')).toContain('L0 0');
  });
});

describe('words', () => {
  it('name an item by title, date, status, lane and place', () => {
    const layout = layoutOf(
      [event({ kind: 'summit', id: 'a', title: 'A summit', date: '2025-10-07', status: 'held' })],
      1,
    );
    const spot = findEvent(layout, 'summit/a');
    expect(describeItem(spot!.item, spot!.lane, 1)).toBe('A summit, 2025-10-07, Held, ots, 1 of 1');
  });

  it('say which files cannot be read', () => {
    expect(describeBroken(['file:///a/b%20c.yaml'])).toBe(
      'b c.yaml can’t be read right now; showing the last good version',
    );
    expect(describeBroken(['file:///a.yaml', 'file:///b.yaml', 'x:/%E0%A4%A'])).toMatch(/^a\.yaml and 2 other files/);
  });

  it('wrap the name of a lane and cut only its last line', () => {
    expect(wrap('Shanghai Cooperation Organisation', 90, 3, ruler)).toEqual([
      'Shanghai',
      'Cooperation',
      'Organisation',
    ]);
    expect(wrap('Shanghai Cooperation Organisation', 90, 2, ruler)).toEqual(['Shanghai', 'Cooperation Or…']);
  });
});

describe('arrow keys', () => {
  const layout = layoutOf(realisticEvents(), 0.3);

  it('walk a lane from end to end by time', () => {
    const lane = layout.lanes.find(({ key }) => key === 'sco')!;
    let spot = { lane, item: lane.items[0]!, index: 0 };
    const seen = [spot.item.id];
    for (;;) {
      const next = step(layout, spot, 'right');
      if (!next) break;
      expect(next.item.start).toBeGreaterThanOrEqual(spot.item.start);
      seen.push(next.item.id);
      spot = next;
    }
    expect(seen).toHaveLength(lane.items.length);
    expect(step(layout, spot, 'home')?.index).toBe(0);
  });

  it('go up and down to what is nearest in time', () => {
    const from = findEvent(layout, 'summit/cica-summit-2022')!;
    const down = step(layout, from, 'down')!;
    expect(down.lane).not.toBe(from.lane);
    const middle = (item: { start: number; end: number }): number => (item.start + item.end) / 2;
    for (const item of down.lane.items) {
      expect(Math.abs(middle(down.item) - middle(from.item))).toBeLessThanOrEqual(
        Math.abs(middle(item) - middle(from.item)),
      );
    }
    expect(step(layout, down, 'up')?.lane).toBe(from.lane);
    expect(step(layout, from, 'up')).toBeNull();
  });
});

describe('the horizon', () => {
  it('covers every date with a margin, and opens where events begin', () => {
    const dates = [date('2020-01-01/2040'), date('2025-10-07')];
    const all = horizonOf(dates, null)!;
    expect(all.start).toBeLessThan(Date.UTC(2020, 0));
    expect(all.end).toBeGreaterThan(Date.UTC(2041, 0));
    expect(opening(dates, null)!.end).toBeLessThan(Date.UTC(2027, 0));
    expect(horizonOf([], 0)).toBeNull();
  });
});
