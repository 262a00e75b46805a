/** The overview's arithmetic: what is counted when, where keys and edges take the window, how a stretch of time is called. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityOf, skyline } from '../../client/timeline/drawing/density.ts';
import { DAY } from '../../client/timeline/drawing/time.ts';
import { describeRange, shortRange } from '../../client/timeline/drawing/words.ts';
import { edgeTo, stepped } from '../../client/timeline/webview/overview/steps.ts';
import { timesEverydayWork } from '../support/yardstick.ts';
import { someEvents } from './arbitrary.ts';
import { date, manyEvents } from './fixture.ts';

const YEARS = { start: Date.UTC(2020, 0), end: Date.UTC(2030, 0) };
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
/** Counts over ten years, by year, rounded. */
const byYear = (...texts: string[]) => {
  const { lasting, moments } = densityOf(texts.map(date), YEARS, 10);
  return { lasting: [...lasting], moments: [...moments].map((value) => Math.round(value * 10) / 10) };
};

describe('how much happens when', () => {
  it('counts a day once, in the stretch that holds it', () => {
    expect(byYear('2021-07-01', '2021-08-01').moments).toEqual([0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('spreads a vague moment over all that it may mean', () => {
    const { moments } = densityOf([date('2021')], YEARS, 120);
    expect([...moments.slice(13, 23)].every((share) => share > 0.07 && share < 0.09)).toBe(true);
    expect(sum(moments)).toBeCloseTo(1);
    expect(sum(moments.slice(25))).toBeCloseTo(0);
  });

  it('counts a period for as long as it goes on, and not only where it starts', () => {
    expect(byYear('2021-07-01/2024-07-01').lasting).toEqual([0, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(byYear('2027-06/..').lasting).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(byYear('../2021-06').lasting).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('counts every moment once and every period at least once, whatever there is', () => {
    fc.assert(
      fc.property(someEvents(), fc.integer({ min: 1, max: 400 }), (events, count) => {
        const horizon = { start: Date.UTC(1990, 0), end: Date.UTC(2060, 0) };
        const dates = events.map((event) => event.date);
        const { lasting, moments } = densityOf(dates, horizon, count);
        const periods = dates.filter(({ shape }) => shape === 'period').length;
        expect(sum(moments)).toBeCloseTo(dates.length - periods, 4);
        expect(sum(lasting)).toBeGreaterThanOrEqual(periods);
        expect([...lasting, ...moments].every((value) => value >= 0)).toBe(true);
      }),
    );
  });

  it('takes long periods and 100,000 events in its stride', () => {
    const dates = manyEvents(100_000).map((event) => event.date);
    const range = { start: Date.UTC(2000, 0), end: Date.UTC(2040, 0) };
    expect(timesEverydayWork(() => densityOf(dates, range, 400))).toBeLessThan(10);
  });
});

describe('a skyline', () => {
  const size = { width: 40, height: 20, least: 2 };

  it('is empty where nothing is', () => {
    expect(skyline([], size)).toBe('');
    expect(skyline([0, 0, 0], size)).toBe('');
  });

  it('rises to its full height for the most, and shows what is little', () => {
    expect(skyline([0, 1, 0, 1000], size)).toBe('M10 20V18H20V20H30V0H40V20Z');
  });
});

describe('the window', () => {
  const window = { start: Date.UTC(2024, 0), end: Date.UTC(2025, 0) };
  const span = window.end - window.start;

  it('moves by arrows and pages and keeps its length', () => {
    for (const [key, way] of [
      ['ArrowRight', 1],
      ['ArrowUp', 1],
      ['PageUp', 1],
      ['ArrowLeft', -1],
      ['ArrowDown', -1],
      ['PageDown', -1],
      ['Home', -1],
      ['End', 1],
    ] as const) {
      const next = stepped(window, YEARS, key, false)!;
      expect(Math.sign(next.start - window.start), key).toBe(way);
      expect(next.end - next.start, key).toBe(span);
    }
    expect(stepped(window, YEARS, 'Tab', false)).toBeNull();
    expect(stepped(window, YEARS, 'a', true)).toBeNull();
  });

  it('gets longer and shorter with Shift, within the horizon and never below a day', () => {
    expect(stepped(window, YEARS, 'ArrowRight', true)).toEqual({ ...window, end: window.end + span / 10 });
    expect(stepped(window, YEARS, 'Home', true)).toEqual({ ...window, start: YEARS.start });
    expect(stepped(window, YEARS, 'End', true)).toEqual({ ...window, end: YEARS.end });
    let shorter = window;
    for (let press = 0; press < 200; press++) shorter = stepped(shorter, YEARS, 'ArrowLeft', true)!;
    expect(shorter).toEqual({ ...window, end: window.start + DAY });
  });

  it('has edges that stay in order and within the horizon, wherever they are dragged', () => {
    const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(fc.constantFrom('start' as const, 'end' as const), instant, (edge, time) => {
        const next = edgeTo(window, YEARS, edge, time);
        expect(next.end - next.start).toBeGreaterThanOrEqual(DAY);
        expect(next.start).toBeGreaterThanOrEqual(YEARS.start);
        expect(next.end).toBeLessThanOrEqual(YEARS.end);
        expect(edge === 'start' ? next.end : next.start).toBe(edge === 'start' ? window.end : window.start);
      }),
    );
  });
});

describe('a stretch of time', () => {
  it.each([
    [Date.UTC(2019, 0, 5), Date.UTC(2021, 2, 9), 'January 2019 to March 2021', 'Jan 2019 – Mar 2021'],
    [Date.UTC(2025, 0, 5), Date.UTC(2025, 9, 9), 'January 2025 to October 2025', 'Jan – Oct 2025'],
    [Date.UTC(2025, 9, 3), Date.UTC(2025, 9, 10), '3 October 2025 to 9 October 2025', '3 – 9 Oct 2025'],
    [Date.UTC(2025, 8, 28), Date.UTC(2025, 9, 4), '28 September 2025 to 3 October 2025', '28 Sep – 3 Oct 2025'],
    [Date.UTC(2025, 9, 7), Date.UTC(2025, 9, 8), '7 October 2025', '7 Oct 2025'],
    [-62_198_755_200_000, -62_135_596_800_000, 'January −1 to December 0', 'Jan −1 – Dec 0'],
  ])('from %d to %d is called %s', (start, end, words, short) => {
    expect(describeRange(start, end)).toBe(words);
    expect(shortRange(start, end)).toBe(short);
  });
});
