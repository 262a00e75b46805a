/** Dates: what is one, how two compare, and how they read in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  dayToIso,
  inWords,
  isBefore,
  isReversed,
  isWithin,
  overlaps,
  parseEdtf,
  yearOf,
} from '../../../server/dataset/dates/edtf.ts';
import { share } from '../../support/share.ts';

const date = (text: string) => parseEdtf(text)!;

describe('parseEdtf', () => {
  it.each([
    ['2025-10-07', '2025-10-07', '2025-10-07', 'day'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2025', '2025-01-01', '2025-12-31', 'year'],
    ['2017-33', '2017-01-01', '2017-03-31', 'quarter'],
    ['2017-36', '2017-10-01', '2017-12-31', 'quarter'],
    ['2017-40', '2017-01-01', '2017-06-30', 'half'],
    ['2017-41', '2017-07-01', '2017-12-31', 'half'],
    ['199X', '1990-01-01', '1999-12-31', 'other'],
    ['2025-XX', '2025-01-01', '2025-12-31', 'other'],
    ['2024-02-XX', '2024-02-01', '2024-02-29', 'other'],
    ['2025-1X-31', '2025-10-31', '2025-12-31', 'other'],
    ['2021-X2-30', '2021-12-30', '2021-12-30', 'other'],
    ['2026-11-3X', '2026-11-30', '2026-11-30', 'other'],
    ['202X-02-29', '2020-02-29', '2028-02-29', 'other'],
  ])('reads %s as some day from %s to %s', (text, first, last, precision) => {
    const { shape, start } = date(text);
    expect([shape, dayToIso(start.first), dayToIso(start.last), start.precision]).toEqual([
      'moment',
      first,
      last,
      precision,
    ]);
  });

  it.each([
    ['-0044', '-0044-01-01', '-0044-12-31'],
    ['-0044-XX-XX', '-0044-01-01', '-0044-12-31'],
    ['-0044-1X', '-0044-10-01', '-0044-12-31'],
    ['-0044-33', '-0044-01-01', '-0044-03-31'],
    ['-0044-22', '-0044-06-01', '-0044-09-23'],
    ['-00XX', '-0099-01-01', '0000-12-31'],
  ])('reads %s as some day from %s to %s', (text, first, last) => {
    const { start } = date(text);
    expect([start.first, start.last]).toEqual([date(first).start.first, date(last).start.last]);
    expect(start.first).toBeLessThan(start.last);
  });

  it('reads a year that YAML made a number of', () => {
    expect(parseEdtf(2025)).toEqual(parseEdtf('2025'));
    expect([parseEdtf(25), parseEdtf(20251007), parseEdtf(2025.5), parseEdtf(Number.NaN)]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('keeps qualifiers apart from the date', () => {
    expect(date('2025~').start).toMatchObject({ text: '2025', approximate: true, uncertain: false, precision: 'year' });
    expect(date('2025-10?').start).toMatchObject({ text: '2025-10', approximate: false, uncertain: true });
    expect(date('2025-10-07%').start).toMatchObject({ approximate: true, uncertain: true, precision: 'day' });
    expect(date('2025-36~').start).toMatchObject({ text: '2025-36', approximate: true, precision: 'quarter' });
    expect(date('2025-40/2026-41?').end).toMatchObject({ text: '2026-41', uncertain: true, precision: 'half' });
    expect(parseEdtf('2025-42?')).toBeUndefined();
  });

  it('reads periods, open ones too', () => {
    expect(date('2025-08-31/2025-09-01')).toMatchObject({
      shape: 'period',
      start: { text: '2025-08-31' },
      end: { text: '2025-09-01' },
    });
    expect(date('2024-11-06/..').end.last).toBe(Infinity);
    expect(date('../2025-10-07').start.first).toBe(-Infinity);
    expect(parseEdtf('../..')).toBeUndefined();
  });

  it.each([
    '2025-02-29',
    '2025-02-30',
    '2005-04-31',
    '2025-13',
    '2025-00',
    '2025-10-00',
    '2025-10-32',
    '1900-02-29',
    '2025-02-29~',
    '-0001-02-29',
    '20X3-02-29',
    '2025-02-3X',
    '2025-13-XX',
  ])('does not take %s, which the calendar does not have', (text) => expect(parseEdtf(text)).toBeUndefined());

  it.each([
    '',
    ' ',
    '2025-8-1',
    '2017-H2',
    '7 Oct 2025',
    '07.10.2025',
    '2025/10/07',
    'soon',
    '2025-10-07 ',
    '20',
    '202',
    '2025/10',
    '1'.repeat(200),
    '~2025-34',
    'Y17E7',
    'Y275760',
    null,
    true,
  ])('does not take %j', (value) => expect(parseEdtf(value)).toBeUndefined());

  it('takes a time of day only where it is welcome', () => {
    expect(parseEdtf('2025-10-07T15:12+04:00')).toBeUndefined();
    for (const text of ['2025-10-07T15:12+04:00', '2025-10-07T15:12', '2025-10-07T15:12:30Z'])
      expect(parseEdtf(text, true)?.start).toMatchObject({ text: '2025-10-07', precision: 'day' });
    for (const text of ['2025-10-07T24:00', '2025-10-07T24:00:00Z', '2025-10-07T10:00+03', '-2025-10-07T10:00'])
      expect(parseEdtf(text)).toBeUndefined();
    for (const text of ['2025-10-07T24:00', '2025-10-07T24:00:00+03:00', '2025-10-07T10:00+03'])
      expect(parseEdtf(text, true)?.start).toMatchObject({ text: '2025-10-07', precision: 'day' });
    for (const text of ['2025-10-07T25:00', '2025-10-07T24:01']) expect(parseEdtf(text, true)).toBeUndefined();
    expect(parseEdtf('2025-02-30T15:12', true)).toBeUndefined();
    for (const period of ['2025-10-07T15:12/2025-10-08', '2025-10-07/2025-10-08T16:00'])
      expect(parseEdtf(period, true)).toBeUndefined();
  });
});

it('tells the parts of a year before the first in words', () => {
  expect([inWords(date('-0044-33')), inWords(date('-0044-21'))]).toEqual([
    'some time in the first quarter of -0044',
    'some time in spring -0044',
  ]);
  expect([yearOf(date('-0044-24')), yearOf(date('-0044-33'))]).toEqual([-44, -44]);
});

describe('comparison', () => {
  it.each([
    ['2024', '2025', 'yes'],
    ['2025', '2024', 'no'],
    ['2025-10', '2025-10-07', 'unknown'],
    ['2025-10-07', '2025-10-07', 'no'],
    ['2024-11-28', '2024-12', 'yes'],
    ['2025', '2025-12-31', 'unknown'],
    ['2024-01-01/2024-11-06', '2024-11-06/2025-01-01', 'no'],
    ['2024-11-06/..', '2030', 'no'],
    ['../2020', '2021', 'yes'],
    ['2024~', '2025', 'unknown'],
    ['2024', '2025?', 'unknown'],
    ['2024%', '2023', 'unknown'],
    ['2020~/2021', '2022', 'yes'],
  ])('%s is over before %s begins: %s', (a, b, answer) => expect(isBefore(date(a), date(b))).toBe(answer));

  it.each([
    ['2025-10-07', '2025-10-07', 'yes'],
    ['2025-10-17', '2025-10-07', 'no'],
    ['2025-10', '2025-10-07', 'unknown'],
    ['2025', '2025-10-07', 'unknown'],
    ['2025-08-31', '2025-08-31/2025-09-01', 'yes'],
    ['2025-09-02', '2025-08-31/2025-09-01', 'no'],
    ['2025-08-30/2025-09-01', '2025-08-31/2025-09-01', 'no'],
    ['2025-10-07', '2025-10', 'unknown'],
    ['2030', '2024-11-06/..', 'yes'],
    ['2025-22', '2025-07-15', 'unknown'],
    ['2025-22', '2025-10-07', 'no'],
    ['2025-24', '2026-01-15', 'unknown'],
    ['2025-32', '2025-07-15', 'unknown'],
    ['2025-10-08~', '2025-10-07', 'unknown'],
    ['2025-10-07', '2025-10-07?', 'unknown'],
    ['2013', '1992~/2012', 'no'],
  ])('%s lies within %s: %s', (a, b, answer) => expect(isWithin(date(a), date(b))).toBe(answer));

  it.each([
    ['2025-10-07', '2025-10-07', 'yes'],
    ['2025-10', '2025-10-07', 'unknown'],
    ['2024-11-06/2025-10-07', '2025-10-07/..', 'yes'],
    ['2024-11-06/2025-10-06', '2025-10-07/..', 'no'],
    ['2024', '2024-11-06/..', 'unknown'],
    ['../2012-12-19', '2013', 'no'],
    ['../2012', '2012-12-19', 'unknown'],
    ['2012-12-19~', '2013', 'unknown'],
    ['../2012', '2013/..', 'no'],
    ['2011/..', '../2012', 'yes'],
  ])('%s and %s share a day: %s', (a, b, answer) => {
    expect(overlaps(date(a), date(b))).toBe(answer);
    expect(overlaps(date(b), date(a))).toBe(answer);
  });

  it('spans the time between two dates, open where there is none', () => {
    expect(between(date('2024-11'), date('2025'))).toEqual(date('2024-11/2025'));
    expect(between(undefined, date('2020/2025'))).toEqual(date('../2025'));
    expect(between(date('2020/2025'), undefined)).toEqual(date('2020/..'));
    expect(overlaps(between(undefined, undefined), date('1992'))).toBe('yes');
  });

  it.each([
    ['2024-11/2024-10-31', true],
    ['2024-10-31/2024-11', false],
    ['2025/2025-01-01', false],
    ['2025-10-07/2025-10-07', false],
    ['2025-10-07/..', false],
    ['2025', false],
    ['2025~/2024', false],
    ['2025/2024?', false],
    ['-0001-1X', false],
  ])('%s ends before it starts: %s', (text, answer) => expect(isReversed(date(text))).toBe(answer));

  const day = fc.integer({ min: -20_000, max: 40_000 }).map((number) => dayToIso(number));
  const texts = fc.oneof(
    day,
    day.map((text) => text.slice(0, 7)),
    day.map((text) => text.slice(0, 4)),
    fc.tuple(day, day).map(([a, b]) => [a, b].sort().join('/')),
  );

  it('never says of two dates that each is over before the other', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(isBefore(date(a), date(b)) === 'yes' && isBefore(date(b), date(a)) === 'yes').toBe(false);
        if (isBefore(date(a), date(b)) === 'yes') expect(isBefore(date(b), date(a))).toBe('no');
      }),
    );
  });

  it('says yes or no only where every choice of days agrees', () => {
    const coarse = fc.oneof(
      day,
      day.map((text) => text.slice(0, 7)),
      day.map((text) => text.slice(0, 4)),
    );
    fc.assert(
      fc.property(coarse, coarse, share, share, (a, b, x, y) => {
        const [left, right] = [date(a).start, date(b).start];
        const [i, j] = [
          left.first + Math.round(x * (left.last - left.first)),
          right.first + Math.round(y * (right.last - right.first)),
        ];
        const answer = isBefore(date(a), date(b));
        if (answer !== 'unknown') expect(i < j).toBe(answer === 'yes');
      }),
    );
  });
});

describe('inWords', () => {
  it.each([
    ['2025-10-07', '7 October 2025'],
    ['2025-10', 'some time in October 2025'],
    ['2017-41', 'some time in the second half of 2017'],
    ['2017-34', 'some time in the second quarter of 2017'],
    ['2025-21', 'some time in spring 2025'],
    ['2025-28', 'some time in winter 2025'],
    ['2025~', 'some time in about 2025'],
    ['2025-10-07?', '7 October 2025 (uncertain)'],
    ['2025-10?', 'some time in October 2025 (uncertain)'],
    ['2024-11-06/..', 'since 6 November 2024'],
    ['../2025', 'until 2025'],
    ['2025-08-31/2025-09', 'from 31 August 2025 to September 2025'],
  ])('%s is %s', (text, words) => expect(inWords(date(text))).toBe(words));
});

describe('yearOf', () => {
  it.each([
    ['2025-10-07', 2025],
    ['2017-41', 2017],
    ['2025-12-31/2026-01-02', 2025],
    ['2024-11-06/..', 2024],
    ['../2025', 2025],
    ['/2025-12-31', 2025],
    ['2025-24', 2025],
    ['2025-28~', 2025],
    ['2025-30', 2025],
    ['2024-24/2025-21', 2024],
    ['../2024-24', 2024],
    ['-0044-03-15', -44],
    ['Y12345', 12_345],
    ['2025-XX', 2025],
    ['202X', undefined],
    ['20XX', undefined],
    ['202X/2031', undefined],
    ['../20XX', undefined],
  ])('of %s is %s', (text, year) => expect(yearOf(date(text))).toBe(year));
});
