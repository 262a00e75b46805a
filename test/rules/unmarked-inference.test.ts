/** `unmarked-inference`: years that are not in the words of the source. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'unmarked-inference';
const MEETING =
  'kind: summit\nid: forum\nname: A forum\norganization: asean\nstatus: planned\ncitations: [{ source: report }]\n';
const dated = (date: string) => `${MEETING}date: ${date}\n`;
const worded = (value: string, text: string, more = 'basis: resolved') =>
  dated(`{ value: ${value}, text: ${JSON.stringify(text)}, ${more} }`);

describe('unmarked-inference', () => {
  it('tells of a year that is not in the words', () => {
    const text = worded('2025-09-12', 'September 12', 'note: From the page.');
    const [problem, ...others] = problemsOf(RULE, text);
    expect(problem?.message).toBe(
      '`September 12` gives no year: say in `basis` whether `2025` is `resolved` or `inferred`.',
    );
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('2025-09-12');
    expect(problem?.fixes().map(({ title }) => title)).toEqual(['Write `basis: inferred`', 'Write `basis: resolved`']);
    expect(problem?.fixes().some(({ certain }) => certain)).toBe(false);
    expect(others).toEqual([]);
  });

  it.each([
    ['../2025-09-12', 'until September 12', '`2025`'],
    ['-0044-03-15', 'on the Ides of March', 'the date'],
  ])('speaks of the first year of four digits in %s, or else of the date', (value, text, said) => {
    expect(messagesOf(RULE, dated(`{ value: ${value}, text: ${text} }`))).toEqual([
      `\`${text}\` gives no year: say in \`basis\` whether ${said} is \`resolved\` or \`inferred\`.`,
    ]);
  });

  it('is not silenced by a note that cannot be read', () => {
    const text = dated('\n  value: 2025-09-12\n  text: September 12\n  note: "TASS" has the year');
    expect(messagesOf(RULE, text)).toHaveLength(1);
  });

  it('offers first what is likelier', () => {
    expect(titlesOf(RULE, worded('2026', 'next year', 'basis: stated'))).toEqual([
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
    expect(messagesOf(RULE, worded('2025-10-07', text, 'basis: stated'))).toHaveLength(1);
  });

  it.each([
    'September 12, 2025',
    'Oct. 7, ’25',
    "Oct. 7 '25",
    '07.10.25',
    '7/10/2025',
    '20251007',
    'in October of FY2025',
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
    expect(messagesOf(RULE, worded('2025-10-07', text, 'basis: stated'))).toEqual([]);
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
    ['words on a line that cannot be read', dated('\n  value: 2025-10-07\n  text: "Oct. 7" or so')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));
});

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

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(MARKED))('unmarked-inference writes the basis %s', (_name, story) =>
    tell(RULE, story, convert),
  );
});
