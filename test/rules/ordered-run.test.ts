/** A run that is searched by halves finds what one finds who looks at all of it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBefore, parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { OrderedRun } from '../../server/rules/support/ordered-run.ts';
import { longestRun } from '../../server/rules/support/sequence.ts';

const date = fc
  .constantFrom(
    '2024-01-05',
    '2024-01-06',
    '2024-02',
    '2024',
    '2023-12-31',
    '2024-01-05/2024-02-01',
    '2024-01~',
    '2025',
  )
  .map((text) => parseEdtf(text)!);
const item = fc.record({ ordinal: fc.integer({ min: 1, max: 12 }), date });

it('finds who stands before, after and against something', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 14 }), item, (items, one) => {
      const run = longestRun(items);
      const ordered = new OrderedRun(run);
      const certainlyBefore = (a: typeof one, b: typeof one) => isBefore(a.date, b.date) === 'yes';
      expect(ordered.lastBefore(one.date)).toBe(run.findLast((other) => certainlyBefore(other, one)));
      expect(ordered.firstAfter(one.date)).toBe(run.find((other) => certainlyBefore(one, other)));
      expect(ordered.lastAgainst(one)).toBe(
        run.findLast(
          (other) =>
            (other.ordinal > one.ordinal && certainlyBefore(other, one)) ||
            (other.ordinal < one.ordinal && certainlyBefore(one, other)),
        ),
      );
    }),
    { numRuns: 2000 },
  );
});

it('finds the neighbours of a day that nothing has', () => {
  const [first, second, third] = ['2024-01-05', '2024-01-07', '2024-01-09'].map((text, index) => ({
    ordinal: index + 1,
    date: parseEdtf(text)!,
  }));
  const run = new OrderedRun([first!, second!, third!]);
  const between = parseEdtf('2024-01-08')!;
  expect([run.lastBefore(between), run.firstAfter(between)]).toEqual([second, third]);
  expect(run.lastAgainst({ ordinal: 3, date: between })).toBeUndefined();
  expect(run.lastAgainst({ ordinal: 4, date: parseEdtf('2024-01-06')! })).toBe(third);
});
