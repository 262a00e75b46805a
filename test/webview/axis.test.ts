/** The axis at every scale: cells that cover time, and names that keep to their cells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisShapes, type CellName, stuckAt, ticksFor } from '../../client/timeline/drawing/axis.ts';
import { PAPER } from '../../client/timeline/drawing/ink.ts';
import { makeRuler } from '../../client/timeline/drawing/text.ts';
import { DAY, dayInWords, namesOf } from '../../client/timeline/drawing/time.ts';
import { share } from '../support/share.ts';

const YEAR = 365.2425 * DAY;
/** How far from 1970 time goes here: the drawing's ends with the year 200,000. */
const SPAN = 198_000 * YEAR;
/** From one day on a wide screen to the longest time that a calendar of a computer has, each power of ten as often as the next. */
const pxPerMs = share.map((part) => (1e-7 * (2000 / 1e-7) ** part) / DAY);
const instant = fc.maxSafeInteger().map((whole) => Math.round((whole / Number.MAX_SAFE_INTEGER) * SPAN));
const WIDTH = 1400;
const ruler = makeRuler((character) => (character === '1' ? 5 : 7));
const boldRuler = makeRuler((character) => (character === '1' ? 6 : 8.2));

describe('ticks', () => {
  it('cover time without gaps, the lower ones within the upper ones, at any scale and time', () => {
    fc.assert(
      fc.property(instant, pxPerMs, (from, scale) => {
        const to = from + WIDTH / scale;
        fc.pre(Math.abs(to) < SPAN);
        const { lower, upper } = ticksFor(from, to, scale);
        for (const tier of [lower, upper]) {
          expect(tier[0]!.start).toBeLessThanOrEqual(from);
          expect(tier.at(-1)!.end).toBeGreaterThanOrEqual(to);
          for (const [index, cell] of tier.entries()) {
            expect(cell.end).toBeGreaterThan(cell.start);
            if (index > 0) expect(cell.start).toBe(tier[index - 1]!.end);
            expect(cell.names.every((name) => name !== '')).toBe(true);
          }
        }
        // Never more than a screen has room for.
        expect(lower.length).toBeLessThanOrEqual(WIDTH / 20 + 3);
        const starts = new Set(lower.map(({ start }) => start));
        for (const { start } of upper) if (start > lower[0]!.start) expect(starts.has(start)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('name no two neighbours alike', () => {
    fc.assert(
      fc.property(instant, pxPerMs, (from, scale) => {
        const { lower, upper } = ticksFor(from, from + WIDTH / scale, scale);
        for (const tier of [lower, upper]) {
          for (const [index, { names }] of tier.entries()) {
            if (index > 0) expect(names[0]).not.toBe(tier[index - 1]!.names[0]);
          }
        }
      }),
    );
  });
});

describe('names of cells', () => {
  it('keep to their cells, to one another and clear of today, wherever one pans', () => {
    fc.assert(
      fc.property(instant, pxPerMs, share, share, (from, scale, place, pan) => {
        const to = from + (2 * WIDTH) / scale;
        fc.pre(Math.abs(to) < SPAN);
        const today = Math.floor((from + place * (to - from)) / DAY) * DAY;
        const options = { from, to, anchor: from, pxPerMs: scale, height: 600, today, ruler, boldRuler, ink: PAPER };
        const { names, pill } = axisShapes(options);
        const left = pan * WIDTH;
        for (const tier of ['upper', 'lower'] as const) {
          const boxes = names.filter((name) => name.tier === tier).map((name) => boxOf(name, left));
          for (const [index, { from: x0, to: x1, cell }] of boxes.entries()) {
            expect(x0).toBeGreaterThanOrEqual(cell.x0);
            expect(x1).toBeLessThanOrEqual(cell.x1);
            if (index > 0) expect(x0).toBeGreaterThanOrEqual(boxes[index - 1]!.to);
          }
          if (tier === 'upper' || !pill) continue;
          const at = Number(/\((-?\d+)/.exec(String(pill.attributes.transform))?.[1]);
          const width = Math.ceil(ruler.width('Today')) + 12;
          for (const { from: x0, to: x1 } of boxes) expect(x1 <= at || x0 >= at + width).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('stay in sight while half a day fills the screen', () => {
    const scale = WIDTH / DAY;
    const noon = Date.UTC(2025, 9, 7, 12);
    const options = { from: noon - DAY, to: noon + 2 * DAY, anchor: noon, pxPerMs: scale, height: 600 };
    const { names } = axisShapes({ ...options, today: null, ruler, boldRuler, ink: PAPER });
    const seen = names
      .map((name) => ({ ...boxOf(name, 0), text: name.shape.children[0] }))
      .filter(({ from, to }) => from >= 0 && to <= WIDTH);
    expect(seen.map(({ text }) => text)).toEqual(['Tue 7 October', 'Wed 8 October', 'October 2025']);
  });
});

describe('years', () => {
  const at = (year: number) => new Date(0).setUTCFullYear(year, 0, 1);

  it.each([
    [2025, '2025'],
    [1, '1'],
    [0, '0'],
    [-500, '−500'],
    [12_000, '12000'],
  ])('%d is called %s', (year, name) => {
    expect(namesOf('year', at(year), 'lower')[0]).toBe(name);
    expect(dayInWords(at(year))).toBe(`1 January ${name}`);
  });

  it('lose their century only where they have one', () => {
    expect(namesOf('year', at(2025), 'lower')).toContain('’25');
    expect(namesOf('year', at(325), 'lower')).toEqual(['325']);
    expect(namesOf('year', at(-25), 'lower')).toEqual(['−25']);
  });

  it.each([
    ['decade', 1980, '1980s'],
    ['decade', 0, '0–9'],
    ['decade', -10, '−10 to −1'],
    ['century', 1900, '1900–1999'],
    ['century', -500, '−500 to −401'],
    ['millennium', 1000, '1000–1999'],
    ['myriad', 0, '0–9999'],
  ] as const)('of a %s from %d on are %s', (unit, year, name) =>
    expect(namesOf(unit, at(year), 'upper')[0]).toBe(name),
  );
});

/** The box of a name as it stands while the screen begins at `left`; px. */
function boxOf(name: CellName, left: number): { from: number; to: number; cell: CellName } {
  const x = stuckAt(name, left, left + WIDTH);
  const from = name.tier === 'upper' ? x : x - name.width / 2;
  return { from, to: from + name.width, cell: name };
}
