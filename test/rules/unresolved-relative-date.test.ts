/** `unresolved-relative-date`: words that count from the day of the report, and what they come to. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'unresolved-relative-date';
const MEETING =
  'kind: summit\nid: forum\nname: A forum\norganization: asean\nstatus: planned\ncitations: [{ source: report }]\n';
const dated = (date: string) => `${MEETING}date: ${date}\n`;
const worded = (value: string, text: string, more = 'basis: resolved') =>
  dated(`{ value: ${value}, text: ${JSON.stringify(text)}, ${more} }`);
const report = (published: string, id = 'report') => ({
  [`${id}.yaml`]: `kind: source\nid: ${id}\npublisher: An agency\npublished: ${published}\n`,
});

describe('unresolved-relative-date', () => {
  it('tells of words that count from the day of the report, and leads to that day', () => {
    const text = dated('{ text: next year }');
    const [problem, ...others] = problemsOf(RULE, text, report('2025-10-07T15:12+04:00'));
    expect(problem?.message).toBe(
      '`next year` counts from the day of the report (7 October 2025): write as `value` what it means.',
    );
    expect(problem?.severity).toBe('hint');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('next year');
    expect(problem?.related).toEqual([
      { kind: 'source', id: 'report', path: ['published'], message: 'The report: 7 October 2025' },
    ]);
    expect(others).toEqual([]);
  });

  it.each([
    ['next year', '2026'],
    ['the year after next', '2027'],
    ['last year', '2024'],
    ['in the second half of the year', '2025-41'],
    ['in the first half of next year', '2026-40'],
    ['next year’s spring', '2026-21'],
    ['this autumn', '2025-23'],
    ['next month', '2025-11'],
    ['last month', '2025-09'],
    ['September 12', '2025-09-12'],
    ['tomorrow', '2025-10-08'],
    ['yesterday', '2025-10-06'],
    ['recently launched', '../2025-10-07'],
    ['soon', '2025-10-07/..'],
    ['в следующем году', '2026'],
    ['завтра', '2025-10-08'],
    ['gelecek yıl', '2026'],
    ['12-го октября', '2025-10-12'],
    ['last year’s spring', '2024-21'],
    ['in recent years', '../2025-10-07'],
    ['"today, Tuesday"', '2025-10-07'],
    ['on 5 May next year', '2026-05-05'],
    ['5 мая прошлого года', '2024-05-05'],
    ['ертең', '2025-10-08'],
    ['бүгін', '2025-10-07'],
  ])('resolves "%s"', (text, value) => {
    expect(titlesOf(RULE, dated(`{ text: ${text} }`), report('2025-10-07'))).toEqual([`Write \`${value}\``]);
  });

  it.each(['next week', 'next spring', 'last autumn', 'on Monday', 'two years ago', 'later'])(
    'does not count "%s", but tells of it',
    (text) => {
      const { length } = problemsOf(RULE, dated(`{ text: ${text} }`), report('2025-10-07'));
      expect([length, titlesOf(RULE, dated(`{ text: ${text} }`), report('2025-10-07'))]).toEqual([1, []]);
    },
  );

  it.each([
    ...['in the coming months', 'over the last years', 'в следующие годы', 'в будущие месяцы', 'gelecek yıllarda'],
    ...['келесі жылдары', 'in the past year', 'over the last month', 'during the coming year'],
    ...['today and tomorrow', 'this year or next year', 'last month and this month'],
  ])('tells of "%s", which is no one day, month or year, and counts nothing', (text) => {
    const { length } = problemsOf(RULE, dated(`{ text: ${text} }`), report('2025-10-07'));
    expect([length, titlesOf(RULE, dated(`{ text: ${text} }`), report('2025-10-07'))]).toEqual([1, []]);
  });

  it('counts months over the end of a year, and neither days nor months where they are not known', () => {
    expect(titlesOf(RULE, dated('{ text: next month }'), report('2025-12'))).toEqual(['Write `2026-01`']);
    expect(titlesOf(RULE, dated('{ text: tomorrow }'), report('2025-12'))).toEqual([]);
    expect(titlesOf(RULE, dated('{ text: this month }'), report('2025-12'))).toEqual(['Write `2025-12`']);
    expect(titlesOf(RULE, dated('{ text: this month }'), report('2025'))).toEqual([]);
    expect(titlesOf(RULE, dated('{ text: next year }'), report('2025-12/2026-01'))).toEqual([]);
    expect(titlesOf(RULE, dated('{ text: next year }'), report('{ text: Tuesday }'))).toEqual([]);
  });

  it.each([
    ['next month', '2025-03-07', '2025-04'],
    ['September 12.', '2025-10-07', '2025-09-12'],
    ['25.12.', '2025-10-07', '2025-12-25'],
    ['25.12. ', '2025-10-07', '2025-12-25'],
  ])('resolves "%s" in a report of %s', (text, published, value) => {
    expect(titlesOf(RULE, dated(`{ text: "${text}" }`), report(published))).toEqual([`Write \`${value}\``]);
  });

  it.each([
    ['days', 'tomorrow', '2025-10-07/2025-10-09'],
    ['months', 'next month', '2025-09/2025-11'],
    ['years, of which one is before our era', 'next year', '-2025/2025'],
    ['years, of which one is far away', 'next year', '2025/Y20250'],
    ['days without a first one', 'next year', '../2025-10-07'],
    ['days without a last one', 'next year', '2025-10-07/..'],
  ])('does not count from a report of several %s', (_what, text, published) => {
    const meeting = dated(`{ text: ${text} }`);
    expect(problemsOf(RULE, meeting, report(published))).toHaveLength(1);
    expect(titlesOf(RULE, meeting, report(published))).toEqual([]);
  });

  it('names no day where there is no report, or reports are of several days', () => {
    const message = '`next year` counts from the day of the report: write as `value` what it means.';
    expect(messagesOf(RULE, dated('{ text: next year }'))).toEqual([message]);
    const cited = MEETING.replace('[{ source: report }]', '[{ source: a }, { source: b }]');
    const reports = { ...report('2025-10-07', 'a'), ...report('2024-02-02', 'b') };
    expect(messagesOf(RULE, `${cited}date: { text: next year }\n`, reports)).toEqual([message]);
  });

  it('tells of two seasons, but does not choose one', () => {
    const text = dated('{ text: in spring and in autumn }');
    expect(messagesOf(RULE, text, report('2025-10-07'))).toEqual([
      '`in spring and in autumn` counts from the day of the report (7 October 2025): write as `value` what it means.',
    ]);
    expect(titlesOf(RULE, text, report('2025-10-07'))).toEqual([]);
  });

  it('asks the source that is cited for the date, else all, else the one named beside it', () => {
    const others = { ...report('2025-10-07', 'a'), ...report('2024-02-02', 'b') };
    const cited = (citations: string) =>
      titlesOf(RULE, `${MEETING.replace('[{ source: report }]', citations)}date: { text: next year }\n`, others);
    expect(cited('[{ source: a, supports: [place] }, { source: b, supports: [date.text] }]')).toEqual(['Write `2025`']);
    expect(cited('[{ source: a }, { source: b }]')).toEqual(['Write `2026`', 'Write `2025`']);
    expect(cited('[{ source: a }, { source: unknown }]')).toEqual(['Write `2026`']);
    expect(cited('nothing')).toEqual([]);
    const previous = 'date: 2026\nprevious_dates: [{ date: { text: next year }, source: b }]\n';
    expect(titlesOf(RULE, `${MEETING}${previous}`, { ...others, ...report('2020') })).toEqual(['Write `2025`']);
  });

  it.each([
    ['words that are resolved', worded('2026', 'next year')],
    ['words with a year', dated('{ text: in October 2025 }')],
    ['a day and a month that may be swapped', dated('{ text: "05.06" }')],
    ['words about no time', dated('{ text: to be announced }')],
    ['a value half typed', dated('{ value: , text: next year }')],
    ['a value that is none', worded('soon', 'next year')],
    ['words that are no text', dated('{ text: [next year] }')],
    ['a long form without words', dated('{ note: next year }')],
    ['a line that cannot be read', dated('{ text: "next year }')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text, report('2025-10-07'))).toEqual([]));
});

const RESOLVED: Readonly<Record<string, Story>> = {
  'in braces': {
    before: dated('{ text: next year }'),
    fix: 'Write `2026`',
    after: dated('{ value: 2026, text: next year, basis: resolved }'),
    others: report('2025-10-07'),
  },
  'in a block that has a basis': {
    before: dated('\n  # 🕊\n  text: "tomorrow" # in Almaty\n  basis: stated\n  note: Perhaps.'),
    fix: 'Write `2025-10-08`',
    after: dated('\n  # 🕊\n  value: 2025-10-08\n  text: "tomorrow" # in Almaty\n  basis: resolved\n  note: Perhaps.'),
    others: report('2025-10-07'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(RESOLVED))('unresolved-relative-date writes value and basis %s', (_name, story) =>
    tell(RULE, story, convert),
  );
});
