/** The first and the last of what is a date: years, months, leap days, parts of a year, lengths of texts. */
import { describe, expect, it } from 'vitest';
import { between, daysInMonth, dayToIso, inWords, isWithin, parseEdtf } from '../../../server/dataset/dates/edtf.ts';

const date = (text: string) => parseEdtf(text)!;
const days = (text: string) => [date(text).start.first, date(text).start.last].map(dayToIso);

describe('a date is', () => {
  it.each(['2025-01-01', '2025-01-31', '2025-12-31', '2024-02-29', '2000-02-29', '2024-01-31', '2024-04-30'])(
    '%s, which is one day',
    (text) => {
      expect(days(text)).toEqual([text, text]);
      expect(date(text).start.precision).toBe('day');
    },
  );

  it.each(['2024-04-31', '2024-01-32', '2100-02-29', '1900-02-29', '2025-00-07', '2025-12-00', '2024-02-30?'])(
    'not %s',
    (text) => expect(parseEdtf(text)).toBeUndefined(),
  );

  it.each([
    [999, false],
    [1000, true],
    [9999, true],
    [10_000, false],
    [2025.5, false],
    [-2025, false],
  ])('the number %d: %s', (year, isOne) => {
    expect(parseEdtf(year)?.text).toBe(isOne ? String(year) : undefined);
  });

  it('no text of more than 100 characters', () => {
    const text = `2025-10-07T15:12:30.${'0'.repeat(80)}`;
    expect(text).toHaveLength(100);
    expect(parseEdtf(text, true)?.start.text).toBe('2025-10-07');
    expect(parseEdtf(`${text}0`, true)).toBeUndefined();
  });
});

describe('a part of a year', () => {
  it.each([
    ['2025-21', '2025-03-01', '2025-06-21', 'other', 'spring 2025'],
    ['2025-24', '2024-12-01', '2026-03-21', 'other', 'winter 2025'],
    ['2025-28', '2024-12-01', '2026-03-21', 'other', 'winter 2025'],
    ['2025-29', '2025-09-01', '2025-12-22', 'other', 'spring 2025'],
    ['2025-30', '2024-12-01', '2026-03-21', 'other', 'summer 2025'],
    ['2025-31', '2025-03-01', '2025-06-21', 'other', 'autumn 2025'],
    ['2025-32', '2025-06-01', '2025-09-23', 'other', 'winter 2025'],
    ['2025-33', '2025-01-01', '2025-03-31', 'quarter', 'the first quarter of 2025'],
    ['2025-36', '2025-10-01', '2025-12-31', 'quarter', 'the fourth quarter of 2025'],
    ['2025-37', '2025-01-01', '2025-04-30', 'other', '2025-37'],
    ['2025-38', '2025-05-01', '2025-08-31', 'other', '2025-38'],
    ['2025-39', '2025-09-01', '2025-12-31', 'other', '2025-39'],
    ['2024-38', '2024-05-01', '2024-08-31', 'other', '2024-38'],
    ['2025-34', '2025-04-01', '2025-06-30', 'quarter', 'the second quarter of 2025'],
    ['2025-35', '2025-07-01', '2025-09-30', 'quarter', 'the third quarter of 2025'],
    ['2025-40', '2025-01-01', '2025-06-30', 'half', 'the first half of 2025'],
    ['2025-41', '2025-07-01', '2025-12-31', 'half', 'the second half of 2025'],
  ])('is %s', (text, first, last, precision, words) => {
    expect([...days(text), date(text).start.precision]).toEqual([first, last, precision]);
    expect(inWords(date(text))).toBe(`some time in ${words}`);
    for (const [mark, approximate, uncertain] of [
      ['~', true, false],
      ['?', false, true],
      ['%', true, true],
    ]) {
      expect(date(`${text}${mark}`).start).toMatchObject({ text, approximate, uncertain, precision });
      expect(days(`${text}${mark}`)).toEqual([first, last]);
    }
  });

  it.each(['2025-20', '2025-42', '2025-42~', '2025-20?'])('is not %s', (text) =>
    expect(parseEdtf(text)).toBeUndefined(),
  );
});

describe('time without an end', () => {
  it.each([
    ['2025/', '2025/..', 'since 2025'],
    ['/2025', '../2025', 'until 2025'],
  ])('%j is as good as %j', (text, long, words) => {
    expect([date(text).start, date(text).end]).toEqual([date(long).start, date(long).end]);
    expect(inWords(date(text))).toBe(words);
  });

  it.each(['/', '../..', '/..', '../', '2025/soon', 'soon/2025', '..', '2025/2026/2027'])('%j is none', (text) =>
    expect(parseEdtf(text)).toBeUndefined(),
  );

  it('may be all of it', () => expect(inWords(between(undefined, undefined))).toBe('at all times'));
});

it.each([
  ['2025-10-07/2025-11', '2025-10-01/2025-11-15', 'unknown'],
  ['2025-09/2025-10-07', '2025-09-15/2025-12', 'unknown'],
  ['2025-10-07/2025-11', '2025-10-07/2025-11-30', 'yes'],
])('of %s it is said whether it lies within %s: %s', (inner, outer, answer) =>
  expect(isWithin(date(inner), date(outer))).toBe(answer),
);

it('months have their days, in leap years, too', () => {
  const lengths = (year: number) => Array.from({ length: 12 }, (_, month) => daysInMonth(year, month + 1));
  expect(lengths(2025)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(lengths(2024)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect([1900, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28]);
});
