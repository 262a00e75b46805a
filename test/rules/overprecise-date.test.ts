/** `overprecise-date`: dates that are finer than the words they come from, in several languages. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'overprecise-date';
const MEETING =
  'kind: summit\nid: forum\nname: A forum\norganization: asean\nstatus: planned\ncitations: [{ source: report }]\n';
const dated = (date: string) => `${MEETING}date: ${date}\n`;
const worded = (value: string, text: string, more = 'basis: resolved') =>
  dated(`{ value: ${value}, text: ${JSON.stringify(text)}, ${more} }`);

describe('overprecise-date', () => {
  it('tells of a day for "the second half of the year", and what the words allow', () => {
    const text = worded('2017-10-15', 'in the second half of the year');
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      '`in the second half of the year` says no more than `2017-41`: write that, or in a `note` with `basis: inferred` where the rest is from.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2017-10-15');
    expect(problem?.fixes().map(({ title }) => title)).toEqual(['Write `2017-41`']);
    expect(others).toEqual([]);
  });

  it('leaves a date that is wider than one of the units that are named, and within another', () => {
    const text = 'in January or in the first half of the year';
    expect(messagesOf(RULE, worded('2017-33', text))).toEqual([]);
    expect(messagesOf(RULE, worded('2017-02', text))).toEqual([expect.stringContaining('no more than `2017-40`')]);
  });

  it.each([
    ['2025-06-19', 'in 2025', '2025'],
    ['2025-10-07', 'October 2025', '2025-10'],
    ['2026-05-08', 'next year', '2026'],
    ['2026-05', 'next year’s informal summit', '2026'],
    ['2026-01-08', 'which Kazakhstan will chair in 2026', '2026'],
    ['2025-03-05', 'early 2025', '2025'],
    ['2025-04-01', 'in the spring', '2025-21'],
    ['2025-10-01', 'in the fall of 2025', '2025-23'],
    ['2026-10-01', 'in the fall of next year', '2026-23'],
    ['2021-09-20', 'after the fall of Kabul, in 2021', '2021'],
    ['2025-01-15', 'winter', '2025-24'],
    ['2025-08', 'third quarter of 2025', '2025-35'],
    ['2025-08-12', 'Q3 2025', '2025-35'],
    ['2025-07-11', 'H2 2025', '2025-41'],
    ['2025-10-01', 'October 2025', '2025-10'],
    ['2017-07-01', 'in the second half of 2017', '2017-41'],
    ['2025-11-14', 'next month', '2025-11'],
    ['2025-09-14', 'next month', '2025-09'],
    ['2025-12-24', 'during the year', '2025'],
    ['2017-10-15', 'во второй половине 2017 года', '2017-41'],
    ['2025-10-15', 'в октябре', '2025-10'],
    ['2025-10-15', 'в следующем году', '2025'],
    ['2025-10-15', '2025 yılının Ekim ayında', '2025-10'],
    ['2025-10-15', '2025-жылдын октябрында', '2025-10'],
    ['2025-10-15', '2025-жылы', '2025'],
    ['2017-08/2017-09', 'second half of 2017', '2017-41'],
    ['2017-10-15', 'in autumn, in the second half of 2017', '2017-23'],
    ['2017-10-15', 'in the second half of 2017, in autumn', '2017-23'],
    ['2017-07/2018-02', 'for the second half of 2017 and first half of 2018', '2017-07/2018-40'],
    ['2024-11-06/..', 'since November 2024', '2024-11/..'],
    ['../2040-05-01', 'until 2040', '../2040'],
  ])('takes %s for finer than "%s"', (value, text, coarser) => {
    expect(titlesOf(RULE, worded(value, text))).toEqual([`Write \`${coarser}\``]);
  });

  it.each([
    // What the sample dataset has.
    ['2024-11-28', 'the November 24 session'],
    ['2025-10-07', 'Oct. 7'],
    ['2025-09-12', 'September 12'],
    ['2002-10-07', 'founded on October 7, 2002 in Kishinev'],
    ['2017-07/2018-06', 'for the second half of 2017 and first half of 2018'],
    ['2022/2026', 'for 2022–2026'],
    ['../2040', '– 2040'],
    ['../2025-10-07', 'recently launched'],
    ['2017-41', 'in the second half of the year'],
    ['2026', 'next year’s informal OTS summit in Kazakhstan … accompanied by an international conference'],
    // As wide as the words, or wider.
    ['2025-10-01/2025-10-31', 'October 2025'],
    ['2025', 'October 2025'],
    ['2017-07-01/2017-12-31', 'second half of 2017'],
    ['2025-05-01/2026-04-30', 'from May 2025 to April 2026'],
    ['2025-05', 'in May or June 2025'],
    // Days in words or numbers, or what may be one.
    ['2025-10-07', 'on the seventh of October 2025'],
    ['2025-10-06', 'on Monday, in October'],
    ['2025-10-06', 'next week'],
    ['2025-10-06', 'half of 2025'],
    ['2025-10-06', 'in a quarter of 2025'],
    ['2025-10-06', 'the third half of 2025'],
    ['2025-10-08', 'tomorrow'],
    ['2025-03-21', 'on Nowruz 2025'],
    ['2026-01-01', 'from New Year 2026'],
    ['2026-01-01', 'С Нового года, в январе 2026 года'],
    ['2025-10-07', 'at the 12th summit in October 2025'],
    ['2025-10-07', '07.10.2025'],
    ['2025-10-07', '2025年10月7日'],
    ['2025-10-07', 'седьмого октября 2025'],
    ['2025-10-07', 'on the last day of the month'],
    // Words that nobody here understands, with a year among them.
    ['2025-10', 'lokakuussa 2025'],
    ['2025-10', '٢٠٢٥ في أكتوبر'],
    ['2025-10-07', 'when the leaders met'],
    // Loose words, read fairly.
    ['2025-12-31', 'by the end of 2025'],
    ['2025-33', 'early 2025'],
    ['2025-03', 'early 2025'],
    ['2025-01-01', 'at the beginning of 2025'],
    ['2017-09-01', 'early autumn, in the second half of 2017'],
    ['2025-12', 'late 2025'],
    // Words about another time than the value.
    ['2025-05-07', 'in October 2025'],
    ['2024-10-07', 'in 2025'],
    // A verb is no month, and a defeat no season.
    ['2021-09-20', 'since the fall of Kabul, 2021'],
    ['2026', 'which may be held in 2026'],
  ])('leaves %s beside "%s"', (value, text) => expect(messagesOf(RULE, worded(value, text))).toEqual([]));

  it.each([
    ['a date that is not certain', worded('2017-10-15~', 'in 2017')],
    ['one that is inferred, with a note', worded('2017-11-30', 'in 2017', 'basis: inferred, note: TASS has the day.')],
    ['one beside what is stated', worded('2017-11-30', 'in 2017', 'stated: 2017, basis: resolved')],
    ['one without words', dated('{ value: 2017-11-30, basis: inferred }')],
    ['one with empty words', worded('2017-11-30', ' ')],
    ['words that are a number', dated('{ value: 2017-11-30, text: 2017 }')],
    ['words that are a list', dated('{ value: 2017-11-30, text: [in 2017] }')],
    ['words that are a treatise', worded('2017-11-30', `in 2017 ${'and so on '.repeat(100)}`)],
    ['a value that is none', worded('2017-13', 'in 2017')],
    ['a value that is a map', dated('{ value: { value: 2017-10-15 }, text: in 2017 }')],
    ['a period the wrong way round', worded('2017-10-15/2017-10-14', 'in 2017')],
    ['a line that cannot be read', dated('{ value: 2017-10-15, text: "in 2017 }')],
    ['words on a line that cannot be read', dated('\n  value: 2017-10-15\n  text: "in 2017" or so')],
    ['a date without a long form', dated('2017-10-15')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it('is not silenced by a note that explains something else', () => {
    const note = 'basis: resolved, note: The year is that of the page.';
    expect(messagesOf(RULE, worded('2017-10-15', 'in the second half of the year', note))).toHaveLength(1);
    expect(messagesOf(RULE, worded('2017-10-15', 'in the second half of the year', 'basis: inferred'))).toHaveLength(1);
  });

  it('is not silenced by a note that cannot be read', () => {
    const text = dated('\n  value: 2017-10-15\n  text: in 2017\n  note: "TASS" has the day');
    expect(messagesOf(RULE, text)).toHaveLength(1);
  });

  it('is not silenced by what is stated where that is just as fine', () => {
    const stated = 'stated: 2017-11-30, basis: resolved';
    expect(titlesOf(RULE, worded('2017-11-30', 'in 2017', stated))).toEqual(['Write `2017`']);
  });

  it('looks at every date of a record, moments with a time among them', () => {
    const source = `kind: source\nid: a\npublisher: A\npublished: { value: 2025-10-07T15:12+04:00, text: October 2025 }\n`;
    expect(titlesOf(RULE, source)).toEqual(['Write `2025-10`']);
    const history = 'history: [{ status: proposed, date: { value: 2025-05-05, text: in 2025 } }]\n';
    const proposal = 'kind: proposal\nid: p\ntitle: P\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\n';
    expect(titlesOf(RULE, `${proposal}status: proposed\n${history}`)).toEqual(['Write `2025`']);
  });
});

const COARSER: Readonly<Record<string, Story>> = {
  'in its quotes': {
    before: dated('\n  value: "2017-10-15" # mid.ru\n  text: in the second half of the year\n  basis: resolved'),
    fix: 'Write `2017-41`',
    after: dated('\n  value: "2017-41" # mid.ru\n  text: in the second half of the year\n  basis: resolved'),
  },
  'as a plain year': {
    before: worded('2025-06-19', 'in 2025', 'basis: stated'),
    fix: 'Write `2025`',
    after: worded('2025', 'in 2025', 'basis: stated'),
  },
};

it('overprecise-date is never certain', () => {
  expect(fixOf(RULE, worded('2017-10-15', 'in 2017'), 'Write `2017`').certain).not.toBe(true);
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(COARSER))('overprecise-date writes the coarser date %s', (_name, story) =>
    tell(RULE, story, convert),
  );
});
