/** `overprecise-date`, `unmarked-inference` and `unresolved-relative-date`: dates beside the words that they come from. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const FINE = 'overprecise-date';
const UNMARKED = 'unmarked-inference';
const RELATIVE = 'unresolved-relative-date';
const MEETING =
  'kind: summit\nid: forum\nname: A forum\norganization: asean\nstatus: planned\ncitations: [{ source: report }]\n';
const dated = (date: string) => `${MEETING}date: ${date}\n`;
const worded = (value: string, text: string, more = 'basis: resolved') =>
  dated(`{ value: ${value}, text: ${JSON.stringify(text)}, ${more} }`);
const report = (published: string, id = 'report') => ({
  [`${id}.yaml`]: `kind: source\nid: ${id}\npublisher: An agency\npublished: ${published}\n`,
});

describe('overprecise-date', () => {
  it('tells of a day for "the second half of the year", and what the words allow', () => {
    const text = worded('2017-10-15', 'in the second half of the year');
    const [problem, ...others] = problemsOf(FINE, text);
    expect(problem?.message).toBe(
      '`in the second half of the year` says no more than `2017-41`: write that, or in a `note` with `basis: inferred` where the rest is from.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2017-10-15');
    expect(problem?.fixes().map(({ title }) => title)).toEqual(['Write `2017-41`']);
    expect(others).toEqual([]);
  });

  it.each([
    ['2025-06-19', 'in 2025', '2025'],
    ['2025-10-07', 'October 2025', '2025-10'],
    ['2026-05-08', 'next year', '2026'],
    ['2026-05', 'next year’s informal summit', '2026'],
    ['2026-01-08', 'which Kazakhstan will chair in 2026', '2026'],
    ['2025-03-05', 'early 2025', '2025'],
    ['2025-04-01', 'in the spring', '2025-21'],
    ['2025-01-15', 'winter', '2025-24'],
    ['2025-08', 'third quarter of 2025', '2025-35'],
    ['2025-08-12', 'Q3 2025', '2025-35'],
    ['2025-07-11', 'H2 2025', '2025-41'],
    ['2025-11-14', 'next month', '2025-11'],
    ['2025-12-24', 'during the year', '2025'],
    ['2017-10-15', 'во второй половине 2017 года', '2017-41'],
    ['2025-10-15', 'в октябре', '2025-10'],
    ['2025-10-15', 'в следующем году', '2025'],
    ['2025-10-15', '2025 yılının Ekim ayında', '2025-10'],
    ['2025-10-15', '2025-жылдын октябрында', '2025-10'],
    ['2025-10-15', '2025-жылы', '2025'],
    ['2017-08/2017-09', 'second half of 2017', '2017-41'],
    ['2017-07/2018-02', 'for the second half of 2017 and first half of 2018', '2017-07/2018-40'],
    ['2024-11-06/..', 'since November 2024', '2024-11/..'],
    ['../2040-05-01', 'until 2040', '../2040'],
  ])('takes %s for finer than "%s"', (value, text, coarser) => {
    expect(titlesOf(FINE, worded(value, text))).toEqual([`Write \`${coarser}\``]);
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
    // Days in words or numbers, or what may be one.
    ['2025-10-07', 'on the seventh of October 2025'],
    ['2025-10-06', 'on Monday, in October'],
    ['2025-10-06', 'next week'],
    ['2025-10-08', 'tomorrow'],
    ['2025-03-21', 'on Nowruz 2025'],
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
    ['2025-12', 'late 2025'],
    // Words about another time than the value.
    ['2025-05-07', 'in October 2025'],
    ['2024-10-07', 'in 2025'],
    // A verb is no month.
    ['2026', 'which may be held in 2026'],
  ])('leaves %s beside "%s"', (value, text) => expect(messagesOf(FINE, worded(value, text))).toEqual([]));

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
    ['a date without a long form', dated('2017-10-15')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(FINE, text)).toEqual([]));

  it('is not silenced by a note that explains something else', () => {
    const note = 'basis: resolved, note: The year is that of the page.';
    expect(messagesOf(FINE, worded('2017-10-15', 'in the second half of the year', note))).toHaveLength(1);
    expect(messagesOf(FINE, worded('2017-10-15', 'in the second half of the year', 'basis: inferred'))).toHaveLength(1);
  });

  it('looks at every date of a record, moments with a time among them', () => {
    const source = `kind: source\nid: a\npublisher: A\npublished: { value: 2025-10-07T15:12+04:00, text: October 2025 }\n`;
    expect(titlesOf(FINE, source)).toEqual(['Write `2025-10`']);
    const history = 'history: [{ status: proposed, date: { value: 2025-05-05, text: in 2025 } }]\n';
    const proposal = 'kind: proposal\nid: p\ntitle: P\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\n';
    expect(titlesOf(FINE, `${proposal}status: proposed\n${history}`)).toEqual(['Write `2025`']);
  });
});

describe('unmarked-inference', () => {
  it('tells of a year that is not in the words', () => {
    const text = worded('2025-09-12', 'September 12', 'note: From the page.');
    const [problem, ...others] = problemsOf(UNMARKED, text);
    expect(problem?.message).toBe(
      '`September 12` gives no year: say in `basis` whether `2025` is `resolved` or `inferred`.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2025-09-12');
    expect(problem?.fixes().map(({ title }) => title)).toEqual(['Write `basis: inferred`', 'Write `basis: resolved`']);
    expect(problem?.fixes().some(({ certain }) => certain)).toBe(false);
    expect(others).toEqual([]);
  });

  it('offers first what is likelier', () => {
    expect(titlesOf(UNMARKED, worded('2026', 'next year', 'basis: stated'))).toEqual([
      'Write `basis: resolved`',
      'Write `basis: inferred`',
    ]);
  });

  it.each([
    'September 12',
    'Oct. 7',
    'the 12th of the month',
    'on the sidelines of the summit',
    '24.11',
    '7 октября',
    '٧ أكتوبر',
    'at 18:00',
  ])('finds no year in "%s"', (text) => {
    expect(messagesOf(UNMARKED, worded('2025-10-07', text, 'basis: stated'))).toHaveLength(1);
  });

  it.each([
    'September 12, 2025',
    'Oct. 7, ’25',
    "Oct. 7 '25",
    '07.10.25',
    '7/10/2025',
    '20251007',
    '2025-жылы',
    'в 2025 году',
    '2025г.',
    '٧ أكتوبر ٢٠٢٥',
    '২০২৫',
    '2025年10月7日',
    '二〇二五年',
    '令和7年10月7日',
    'in the year two thousand and twenty-five',
    'twenty twenty-five',
    'for 2022–2026',
    'in the 2020s',
    '1404',
    '2568',
  ])('finds the year in "%s"', (text) => {
    expect(messagesOf(UNMARKED, worded('2025-10-07', text, 'basis: stated'))).toEqual([]);
  });

  it.each([
    ['a year that is resolved', worded('2025-10-07', 'Oct. 7', 'basis: resolved')],
    ['a year that is inferred', worded('2025-10-07', 'Oct. 7', 'basis: inferred')],
    ['a basis that is none', worded('2025-10-07', 'Oct. 7', 'basis: guessed')],
    ['a basis half typed', worded('2025-10-07', 'Oct. 7', 'basis:')],
    ['words that are not resolved', dated('{ text: Oct. 7 }')],
    ['a value that is none', worded('2025-13-07', 'Oct. 7', 'note: x')],
    ['a date without words', dated('{ value: 2025-10-07, basis: stated }')],
    ['a line that cannot be read', dated('{ value: 2025-10-07, text: "Oct. 7 }')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(UNMARKED, text)).toEqual([]));
});

describe('unresolved-relative-date', () => {
  it('tells of words that count from the day of the report, and leads to that day', () => {
    const text = dated('{ text: next year }');
    const [problem, ...others] = problemsOf(RELATIVE, text, report('2025-10-07T15:12+04:00'));
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
  ])('resolves "%s"', (text, value) => {
    expect(titlesOf(RELATIVE, dated(`{ text: ${text} }`), report('2025-10-07'))).toEqual([`Write \`${value}\``]);
  });

  it.each(['next week', 'next spring', 'last autumn', 'on Monday', 'two years ago', 'later'])(
    'does not count "%s", but tells of it',
    (text) => {
      const { length } = problemsOf(RELATIVE, dated(`{ text: ${text} }`), report('2025-10-07'));
      expect([length, titlesOf(RELATIVE, dated(`{ text: ${text} }`), report('2025-10-07'))]).toEqual([1, []]);
    },
  );

  it('counts months over the end of a year, and no days where the day is not known', () => {
    expect(titlesOf(RELATIVE, dated('{ text: next month }'), report('2025-12'))).toEqual(['Write `2026-01`']);
    expect(titlesOf(RELATIVE, dated('{ text: tomorrow }'), report('2025-12'))).toEqual([]);
    expect(titlesOf(RELATIVE, dated('{ text: next year }'), report('2025-12/2026-01'))).toEqual([]);
    expect(titlesOf(RELATIVE, dated('{ text: next year }'), report('{ text: Tuesday }'))).toEqual([]);
  });

  it('asks the source that is cited for the date, else all, else the one named beside it', () => {
    const others = { ...report('2025-10-07', 'a'), ...report('2024-02-02', 'b') };
    const cited = (citations: string) =>
      titlesOf(RELATIVE, `${MEETING.replace('[{ source: report }]', citations)}date: { text: next year }\n`, others);
    expect(cited('[{ source: a, supports: [place] }, { source: b, supports: [date.text] }]')).toEqual(['Write `2025`']);
    expect(cited('[{ source: a }, { source: b }]')).toEqual(['Write `2026`', 'Write `2025`']);
    expect(cited('[{ source: a }, { source: unknown }]')).toEqual(['Write `2026`']);
    expect(cited('nothing')).toEqual([]);
    const previous = 'date: 2026\nprevious_dates: [{ date: { text: next year }, source: b }]\n';
    expect(titlesOf(RELATIVE, `${MEETING}${previous}`, { ...others, ...report('2020') })).toEqual(['Write `2025`']);
  });

  it.each([
    ['words that are resolved', worded('2026', 'next year')],
    ['words with a year', dated('{ text: in October 2025 }')],
    ['words about no time', dated('{ text: to be announced }')],
    ['a value half typed', dated('{ value: , text: next year }')],
    ['a value that is none', worded('soon', 'next year')],
    ['words that are no text', dated('{ text: [next year] }')],
    ['a long form without words', dated('{ note: next year }')],
    ['a line that cannot be read', dated('{ text: "next year }')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RELATIVE, text, report('2025-10-07'))).toEqual([]));
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

const MARKED: Readonly<Record<string, Story>> = {
  'in a block, behind the words': {
    before: dated('\n  value: 2025-09-12 # why\n  text: 12 сентября\n  note: See the page.'),
    fix: 'Write `basis: inferred`',
    after: dated('\n  value: 2025-09-12 # why\n  text: 12 сентября\n  basis: inferred\n  note: See the page.'),
  },
  'in braces': {
    before: dated('{ value: 2025-09-12, text: September 12 }'),
    fix: 'Write `basis: resolved`',
    after: dated('{ value: 2025-09-12, text: September 12, basis: resolved }'),
  },
  'in the place of another': {
    before: dated("{ value: 2025-09-12, text: September 12, basis: 'stated' }"),
    fix: 'Write `basis: inferred`',
    after: dated("{ value: 2025-09-12, text: September 12, basis: 'inferred' }"),
  },
};

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
  it.each(Object.entries(COARSER))('overprecise-date writes the coarser date %s', (_name, story) =>
    tell(FINE, story, convert),
  );
  it.each(Object.entries(MARKED))('unmarked-inference writes the basis %s', (_name, story) =>
    tell(UNMARKED, story, convert),
  );
  it.each(Object.entries(RESOLVED))('unresolved-relative-date writes value and basis %s', (_name, story) =>
    tell(RELATIVE, story, convert),
  );
});

it('what a fix of dates writes is never certain', () => {
  const text = worded('2017-10-15', 'in 2017');
  expect(fixOf(FINE, text, 'Write `2017`').certain).not.toBe(true);
});
