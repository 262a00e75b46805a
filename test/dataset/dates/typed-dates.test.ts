/** Where what people type for a date ends being one: a letter, a digit or a day more, and nobody can tell any longer. */
import { describe, expect, it } from 'vitest';
import { impossibleDate, repairDate } from '../../../server/dataset/dates/repair.ts';

describe('what people type', () => {
  it.each([
    ['7  –  8   October 2025', '2025-10-07/2025-10-08'],
    ['2025‑10−7', '2025-10-07'],
    ['in the year 2025', '2025'],
    ['г. 2025', '2025'],
    ['2025-10-07, 15.12', '2025-10-07'],
    ['01/05/2025 - 31/05/2025', undefined],
    ['25.10.2025 – 26.10.2025', '2025-10-25/2025-10-26'],
    ['17–18 October 2025', '2025-10-17/2025-10-18'],
    ['Oct. 17-18, 2025', '2025-10-17/2025-10-18'],
    ['17-18 окт. 2025 г.', '2025-10-17/2025-10-18'],
    ['7 to 8 October 2025', '2025-10-07/2025-10-08'],
    ['с 7 по 8 октября 2025 года', '2025-10-07/2025-10-08'],
    ['7/8 October 2025', '2025-10-07/2025-10-08'],
    ['7–8 of October 2025', '2025-10-07/2025-10-08'],
    ['3 – 12th of May 2025', '2025-05-03/2025-05-12'],
    ['3–5 de mayo de 2025', '2025-05-03/2025-05-05'],
    ['March 7 to 8 2025', '2025-03-07/2025-03-08'],
    ['October 7 -8, 2025', '2025-10-07/2025-10-08'],
    ['25 to 26.10.2025', '2025-10-25/2025-10-26'],
    ['October 7 – November 8, 2025', '2025-10-07/2025-11-08'],
    ['October 7-7, 2025', '2025-10-07/2025-10-07'],
    ['1 to 2 half 2025', '2025-40/2025-41'],
    ['05–07 2025', '2025-05/2025-07'],
    ['2025-10-06 - 07', '2025-10-06/2025-10-07'],
    ['2025-10-06–07', '2025-10-06/2025-10-07'],
    ['2025-10-07/07', '2025-10-07/2025-10-07'],
    ['31 August – 31 August 2025', '2025-08-31/2025-08-31'],
    ['from 2024-21 to 2025-10~', '2024-21/2025-10~'],
    ['/2025-9-1', '../2025-09-01'],
    ['2025-9-1/', '2025-09-01/..'],
    ['../ 2025-9-1', '../2025-09-01'],
    ['2025-9-1 /..', '2025-09-01/..'],
    ['3Q 2025', '2025-35'],
    ['кв3 2025', '2025-35'],
    ['2кв 2025', '2025-34'],
    ['П2 2025', '2025-41'],
    ['1П 2025', '2025-40'],
    ['quarter 3 2025', '2025-35'],
    ['first quarter of 2025', '2025-33'],
    ['half 2 of 2025', '2025-41'],
    ['first half of 2025', '2025-40'],
    ['in 2017Q3', '2017-35'],
    ['2017Q3.', '2017-35'],
    ['25.10.2025г.', '2025-10-25'],
    ['25.10.2025 г', '2025-10-25'],
    ['the 1990’s', '199X'],
    ['1990s–2000s', '199X/200X'],
    ['Oct.2025', '2025-10'],
    ['7. Oktober 2025.', '2025-10-07'],
    ['25 December 2025', '2025-12-25'],
    ['7 декабря 2025 г.', '2025-12-07'],
    ['жовтень 2025', '2025-10'],
    ['2025-10-07 15:12:30.25', '2025-10-07'],
    ['2025-10-07 15:12 +0500', '2025-10-07'],
  ])('%j is read', (text, meant) => expect(repairDate(text).dates).toEqual(meant ? [meant] : []));

  it.each([
    ...['Mon', 'Monday', 'Tue', 'Tues', 'Tuesday', 'Wed', 'Wednesday', 'Thu', 'Thurs', 'Thursday'],
    ...['Fri', 'Friday', 'Sat', 'Saturday', 'Sun', 'Sunday'],
  ])('a %s beside a day says nothing of its own', (weekday) => {
    expect(repairDate(`${weekday}, 7 October 2025`).dates).toEqual(['2025-10-07']);
  });

  it.each([
    ['a date already, which needs no repair', '2025-10-07'],
    ['a digit before two years', '12024-2025'],
    ['a digit behind two years', '2024-20255'],
    ['months without any year', 'May – June'],
    ['a period that runs backwards', '1 September – 31 August 2025'],
    ['days that run backwards', '2025-10-07/06'],
    ['days that run backwards in words', 'October 8-7, 2025'],
    ['days that run backwards before their month', '8–7 October 2025'],
    ['days of a month that may be two', '7–8 Kas 2025'],
    ['a number that counts nothing the end counts', '7 – October 8 2025'],
    ['a number before a mere year', '7 – 2025'],
    ['a first day that may be two', '07.10.2025 – 25.11.2025'],
    ['a last day that may be two', '25.09.2025 – 07.10.2025'],
    ['a digit before two days', '106-07.10.2025'],
    ['a digit behind two days', '06-07.10.20255'],
    ['a letter before two days', 'x2025-10-06/07'],
    ['a digit behind two days in words', '7-8 October 20255'],
    ['a month that there is not, with a time', '2025-13-45 15:12'],
    ['a letter before a time', 'x2025-10-07 15:12'],
    ['a letter behind a time', '2025-10-07 15:12h'],
    ['a digit behind a month', '10.20255'],
    ['nine digits', '120251007'],
    ['nine digits, the last one too many', '202510071'],
    ['one year twice', '2025 2025'],
    ['two months', 'March April 2025'],
    ['no month', '7 soon 2025'],
    ['a number before two days in words', '1. 7-8 October 2025'],
    ['a number behind two days in words', '7-8 October 2025, 2 sessions'],
    ['a word before a decade', 'early 1990s'],
    ['a letter inside a decade', '1990es'],
    ['a word more', '7 8 October 2025'],
    ['a day of three digits', 'October 123 2025'],
    ['a fifth quarter', 'Q5 2025'],
    ['a twelfth quarter', 'Q12 2025'],
    ['a letter before a quarter', 'xQ1 2025'],
    ['a fifth quarter in words', 'quarter 5 of 2025'],
    ['a quarter with its number in the middle', 'к3в 2025'],
    ['a third half', 'H3 2025'],
    ['words behind a half', 'second half of 2025 or later'],
    ['a third half in words', 'third half of 2025'],
    ['a quarter without a number', 'some quarter of 2025'],
    ['letters before a day of the week', 'xmonday 7 October 2025'],
    ['letters behind a day of the week', 'mondays 7 October 2025'],
  ])('%s is left to people', (_, text) => expect(repairDate(text).dates).toEqual([]));

  it('is looked at as far as a date may be long', () => {
    const long = `${'the '.repeat(22)}October 2025`;
    expect(long).toHaveLength(100);
    expect(repairDate(long).dates).toEqual(['2025-10']);
    expect(repairDate(`the ${long}`).dates).toEqual([]);
  });

  it.each([
    ['2025-10-07 15:12:30', '2025-10-07T15:12:30'],
    ['2025-10-07 15.12.30', '2025-10-07T15:12:30'],
    ['2025-10-07,  15:12', '2025-10-07T15:12'],
    ['2025-10-07 15:12 +05:00', '2025-10-07T15:12+05:00'],
    ['2025-10-07 15:12:30z', '2025-10-07T15:12:30Z'],
    ['2025-10-07 15:12:30.25', '2025-10-07T15:12:30.25'],
    ['2025-10-07 15:12 +0500', '2025-10-07T15:12+0500'],
    ['2025-10-07 15:12 +05', '2025-10-07T15:12+05'],
  ])('%j keeps its time', (text, meant) => expect(repairDate(text, true).dates).toEqual([meant]));

  it.each([
    ['c. 2025-10-07 15:12', '2025-10-07~'],
    ['2025-10-07 15:12 ?', '2025-10-07?'],
    ['2025-10-07 15:12/..', '2025-10-07/..'],
    ['2025-10-07 15:12 – 2025-10-08', '2025-10-07/2025-10-08'],
    ['2025-10-07 – 2025-10-08 16:00', '2025-10-07/2025-10-08'],
  ])('%j loses its time, which EDTF has nowhere else than with one whole date', (text, meant) =>
    expect(repairDate(text, true).dates).toEqual([meant]),
  );

  it('has the day first, if it may be, in December, too', () => {
    expect(repairDate('07.12.2025').dates).toEqual(['2025-12-07', '2025-07-12']);
  });
});

describe('what there is no day for', () => {
  it.each([
    ['2025-00-07', { year: 2025, month: 0, days: undefined }],
    ['2025-01-32', { year: 2025, month: 1, days: 31 }],
    ['2025-12-32', { year: 2025, month: 12, days: 31 }],
    ['2025-10-00', { year: 2025, month: 10, days: 31 }],
    ['12/32/2025', { year: 2025, month: 12, days: 31 }],
    ['13.14.2025', { year: 2025, month: 14, days: undefined }],
    ['2025-10-01', undefined],
    ['2025-10-31', undefined],
    ['2025-10', undefined],
  ])('%s', (text, answer) => expect(impossibleDate(text)).toEqual(answer));
});
