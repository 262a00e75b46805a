/** What people type for a date, and what they mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToIso, parseEdtf } from '../../../server/dataset/dates/edtf.ts';
import { impossibleDate, repairDate } from '../../../server/dataset/dates/repair.ts';

describe('repairDate', () => {
  it.each([
    ['2025-8-1', '2025-08-01'],
    ['2025-8', '2025-08'],
    ['2025/10/07', '2025-10-07'],
    ['2025.10.07', '2025-10-07'],
    ['2025/10', '2025-10'],
    ['10.2025', '2025-10'],
    ['20251007', '2025-10-07'],
    ['25.10.2025', '2025-10-25'],
    ['12/31/2025', '2025-12-31'],
    ['06.06.2025', '2025-06-06'],
    ['2017-H2', '2017-41'],
    ['H1 2025', '2025-40'],
    ['second half of 2017', '2017-41'],
    ['2-я половина 2017', '2017-41'],
    ['2025-Q3', '2025-35'],
    ['Q1/2025', '2025-33'],
    ['3rd quarter 2025', '2025-35'],
    ['III квартал 2025', '2025-35'],
    ['spring 2025', '2025-21'],
    ['осенью 2025', '2025-23'],
    ['1990s', '199X'],
    ['7 Oct 2025', '2025-10-07'],
    ['Oct 7, 2025', '2025-10-07'],
    ['7 October 2025', '2025-10-07'],
    ['7th of October 2025', '2025-10-07'],
    ['Tuesday, 7 October 2025', '2025-10-07'],
    ['7-Oct-2025', '2025-10-07'],
    ['October 2025', '2025-10'],
    ['Sept. 2025', '2025-09'],
    ['7 октября 2025 г.', '2025-10-07'],
    ['октябрь 2025', '2025-10'],
    ['в мае 2025 года', '2025-05'],
    ['7 Ekim 2025', '2025-10-07'],
    ['EKİM 2025', '2025-10'],
    ['7 қазан 2025', '2025-10-07'],
    ['7 oktyabr 2025', '2025-10-07'],
    ['2025-10-07 - 2025-10-08', '2025-10-07/2025-10-08'],
    ['2025-10-07–2025-10-08', '2025-10-07/2025-10-08'],
    ['2025-10-07 to 2025-10-08', '2025-10-07/2025-10-08'],
    ['from 2024 to 2025', '2024/2025'],
    ['2024–2025', '2024/2025'],
    ['2024-2025', '2024/2025'],
    ['7–8 October 2025', '2025-10-07/2025-10-08'],
    ['October 7-8, 2025', '2025-10-07/2025-10-08'],
    ['2025-8-31/2025-9-1', '2025-08-31/2025-09-01'],
    ['31 August – 1 September 2025', '2025-08-31/2025-09-01'],
    ['с 31 августа по 1 сентября 2025 г.', '2025-08-31/2025-09-01'],
    ['06-07.10.2025', '2025-10-06/2025-10-07'],
    ['2025-10-06/07', '2025-10-06/2025-10-07'],
    ['2025-03/15', '2025-03-15'],
    ['2025-12/01', '2025-12-01'],
    ['2025/03/04', '2025-03-04'],
    ['2025-9-1/..', '2025-09-01/..'],
    ['../2025-9-1', '../2025-09-01'],
    ['2025-10-00', '2025-10'],
    ['2025-00-00', '2025'],
    ['2017Q3', '2017-35'],
    ['c. 2025', '2025~'],
    ['ca. October 2025', '2025-10~'],
    ['circa 2025', '2025~'],
    ['около 2025', '2025~'],
    ['2025-10 ?', '2025-10?'],
    ['2025-10-07T15:12', '2025-10-07'],
    ['2025-10-07 15:12', '2025-10-07'],
    [' 2025-10-07 ', '2025-10-07'],
  ])('%j means %s', (text, meant) => expect(repairDate(text).dates).toEqual([meant]));

  it.each([
    ['07.10.2025', ['2025-10-07', '2025-07-10']],
    ['07/10/2025', ['2025-10-07', '2025-07-10']],
    ['7-10-2025', ['2025-10-07', '2025-07-10']],
    ['2025-03/04', ['2025-03/2025-04', '2025-03-04']],
    ['2025-3/12', ['2025-03/2025-12', '2025-03-12']],
  ])('%j may mean two days', (text, dates) => expect(repairDate(text).dates).toEqual(dates));

  it.each([
    '',
    'soon',
    'next year',
    'October',
    '2025-02-30',
    '2025-13-01',
    '30.02.2025',
    'mid-2025',
    'caramba 2025',
    '7.10.25',
    '2025-W41',
    'x'.repeat(500),
  ])('%j means nothing certain', (text) => expect(repairDate(text).dates).toEqual([]));

  it('keeps a time of day where it is welcome', () => {
    expect(repairDate('2025-10-07 15:12', true).dates).toEqual(['2025-10-07T15:12']);
    expect(repairDate('2025-10-7T9:05z', true).dates).toEqual(['2025-10-07T09:05Z']);
  });

  it('answers in EDTF, whatever it is given, and finds every day again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.boolean(), (text, withTime) => {
        for (const date of repairDate(text, withTime).dates) expect(parseEdtf(date, withTime)).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (number) => {
        const iso = dayToIso(number);
        const [year, month, day] = iso.split('-').map(Number);
        expect(repairDate(`${day}.${month}.${year}`).dates).toContain(iso);
        expect(repairDate(`${year}/${month}/${day}`).dates).toEqual([iso]);
      }),
    );
  });
});

describe('impossibleDate', () => {
  it.each([
    ['2025-02-30', { year: 2025, month: 2, days: 28 }],
    ['2024-2-30', { year: 2024, month: 2, days: 29 }],
    ['31.04.2025', { year: 2025, month: 4, days: 30 }],
    ['2025-13-01', { year: 2025, month: 13, days: undefined }],
    ['2025-13', { year: 2025, month: 13, days: undefined }],
    ['2025-10-07', undefined],
    ['soon', undefined],
  ])('%s', (text, answer) => expect(impossibleDate(text)).toEqual(answer));
});
