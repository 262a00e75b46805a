/** `decision-mismatch`: decisions on another day, too late or elsewhere, and how the source's date is kept. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { CSTO, chair, files, organization, session } from './chair-records.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'decision-mismatch';
const ASTANA = session('csto-csc-2024-astana', 'KAZ', '2024-11-28', CSTO);
const FIX = 'Write `2024-11-28`, and keep `2024-11-24` as `stated`';
const term = (decided: string, from = '2025-01-01') =>
  chair('csto-chair-2025-kgz', 'KGZ', from, undefined, { organization: 'csto', decided });
const at = (date: string) => term(`{ date: ${date}, summit: csto-csc-2024-astana }`);
/** The same in block style, with a long form. */
const block = (...lines: string[]) =>
  term(
    `\n  date: # as reported\n${lines.map((line) => `    ${line}\n`).join('')}  summit: csto-csc-2024-astana`,
  ).replace('decided: \n', 'decided:\n');
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));

const STORIES: Readonly<Record<string, Story>> = {
  'the date of the meeting takes the place of the one stated': {
    before: at('2024-11-24'),
    fix: FIX,
    after: at('{ value: 2024-11-28, stated: 2024-11-24, basis: resolved }'),
  },
  'in block style': {
    before: term('\n  summit: csto-csc-2024-astana\n  date: 2024-11-24 # TASS').replace('decided: \n', 'decided:\n'),
    fix: FIX,
    after: term(
      '\n  summit: csto-csc-2024-astana\n  date: { value: 2024-11-28, stated: 2024-11-24, basis: resolved } # TASS',
    ).replace('decided: \n', 'decided:\n'),
  },
  'in quotes': {
    before: at('"2024-11-24"'),
    fix: FIX,
    after: at('{ value: "2024-11-28", stated: "2024-11-24", basis: resolved }'),
  },
  'in a long form': {
    before: block('value: 2024-11-24', 'text: the November 24 session'),
    fix: FIX,
    after: block('value: 2024-11-28', 'text: the November 24 session', 'basis: resolved', 'stated: 2024-11-24'),
  },
  'in a long form that takes the source at its word': {
    before: at("{ value: '2024-11-24', basis: stated }"),
    fix: FIX,
    after: at("{ value: '2024-11-28', basis: resolved, stated: '2024-11-24' }"),
  },
  'in a long form whose day somebody has inferred': {
    before: at('{ value: 2024-11-24, basis: inferred }'),
    fix: FIX,
    after: at('{ value: 2024-11-28, basis: inferred, stated: 2024-11-24 }'),
  },
  'in a long form that has what the source states': {
    before: block('value: 2024-11-24', 'basis: resolved', 'stated: 2024-11', 'note: so it says'),
    fix: FIX,
    after: block('value: 2024-11-28', 'basis: resolved', 'stated: 2024-11', 'note: so it says'),
  },
  'a year stays a number': {
    before: at('2023'),
    fix: 'Write `2024-11-28`, and keep `2023` as `stated`',
    after: at('{ value: 2024-11-28, stated: 2023, basis: resolved }'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => {
    tell(RULE, { ...story, others: files(ASTANA) }, convert);
  });

  it('marks the date and leads to that of the meeting', () => {
    const text = convert(`# Кыргызстан 🇰🇬\n${at('⟦2024-11-24⟧')}`);
    const long = ASTANA.replace('2024-11-28', '{ value: 2024-11-28 }');
    const [problem, ...others] = problemsOf(RULE, text, files(long));
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.severity).toBe('error');
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'csto-csc-2024-astana', path: ['date', 'value'], message: 'The meeting: 28 November 2024' },
    ]);
  });
});

describe('on another day than the meeting', () => {
  it('tells of the row of the table: 24 for 28 November 2024', () => {
    expect(messages(at('2024-11-24'), ASTANA)).toEqual([
      'The meeting that decided this has another date: 28 November 2024.',
    ]);
    expect(titlesOf(RULE, at('2024-11-24'), files(ASTANA))).toEqual([FIX]);
  });

  it('is told even where the meeting states that very day', () => {
    const stated = ASTANA.replace('2024-11-28', '{ value: 2024-11-28, stated: 2024-11-24, basis: resolved }');
    expect(messages(at('2024-11-24'), stated)).toHaveLength(1);
  });

  it.each([
    ['the day of the meeting', at('2024-11-28'), ASTANA],
    ['the month of the meeting', at('2024-11'), ASTANA],
    ['an approximate date', at('2024-11-24~'), ASTANA],
    ['any day of the meeting', at('2024-11-27'), ASTANA.replace('2024-11-28', '2024-11-27/2024-11-28')],
    ['a meeting of that month', at('2024-11-24'), ASTANA.replace('2024-11-28', '2024-11')],
    ['a meeting that was postponed', at('2024-11-24'), ASTANA.replace('held', 'postponed')],
    ['a meeting that nobody knows', at('2024-11-24'), ''],
    ['a date that has only words yet', at('{ text: at the session }'), ASTANA],
    ['a date that is none', at('in November'), ASTANA],
    ['a period that ends before it starts', at('2024-11-24/2024-11-01'), ASTANA],
    ['a meeting whose date is none', at('2024-11-24'), ASTANA.replace('2024-11-28', 'late November')],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, other)).toEqual([]);
  });
});

describe('after it took effect', () => {
  it('marks the date, or the meeting where there is none', () => {
    const [dated] = problemsOf(RULE, term('{ date: 2025-02-01 }'));
    expect(dated?.message).toBe(
      'The term began on 1 January 2025, before this decided it (1 February 2025): correct one of the two.',
    );
    expect(dated?.related).toEqual([
      { kind: 'chairmanship', id: 'csto-chair-2025-kgz', path: ['from'], message: 'The term began on 1 January 2025' },
    ]);
    const [nameless] = problemsOf(RULE, term('{ date: 2025-02-01 }').replace('id: csto-chair-2025-kgz\n', ''));
    expect(nameless?.related).toEqual([]);
    const text = term('{ summit: ⟦csto-csc-2024-astana⟧ }', '2024-01-01');
    const [undated] = problemsOf(RULE, text, files(ASTANA));
    expect(undated?.span).toEqual(parseFixture(text).ranges[0]);
  });

  it('is left aside where the date is not even that of the meeting', () => {
    expect(messages(term('{ date: 2025-02-01, summit: csto-csc-2024-astana }'), ASTANA)).toEqual([
      'The meeting that decided this has another date: 28 November 2024.',
    ]);
  });

  it.each([
    ['a hand-over on 1 January that was decided in November', at('2024-11-28')],
    ['a decision on the day of the hand-over', term('{ date: 2025-01-01 }')],
    ['a decision in the year of the hand-over', term('{ date: 2025 }')],
    ['a hand-over in the year of the decision', term('{ date: 2025-06-01 }', '2025')],
    ['an approximate beginning', term('{ date: 2025-06-01 }', '2025-01-01~')],
    ['a decision that is no map', term('2025-02-01')],
    ['an empty decision', term('')],
    ['a list of decisions', term('[{ date: 2025-02-01 }]')],
    ['a term without a beginning', chair('a', 'KGZ', undefined, undefined, { decided: '{ date: 2025 }' })],
  ])('says nothing of %s', (_, text) => {
    expect(messages(text, ASTANA)).toEqual([]);
  });
});

describe('at a meeting of another organization', () => {
  const elsewhere = (fields: Record<string, string | undefined>) =>
    session('csto-csc-2024-astana', 'KAZ', '2024-11-28', { body: undefined, ...fields });

  it('tells of the meeting alone, whatever its date', () => {
    const text = term('{ date: 2024-11-24, summit: ⟦csto-csc-2024-astana⟧ }');
    const [problem, ...others] = problemsOf(RULE, text, files(elsewhere({ organization: 'ots' })));
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.message).toBe(
      'This is a meeting of the OTS, which does not decide who chairs another organization: name the meeting that is meant.',
    );
    expect(problem?.related).toEqual([
      {
        kind: 'summit',
        id: 'csto-csc-2024-astana',
        path: ['organization'],
        message: 'Whose meeting it is: Organization of Turkic States',
      },
    ]);
  });

  it.each([
    ['a body of the organization', { organization: 'csto', body: 'csto-cfm' }],
    ['a body named as the organization', { organization: 'csto-csc' }],
    ['the organization that came before', { organization: 'cst' }],
    ['an organization that nobody knows', { organization: 'xyz' }],
    ['an institution that does not say whose it is', { organization: 'turkic-business-council' }],
  ])('says nothing of a meeting of %s', (_, fields) => {
    expect(messages(at('2024-11-28'), elsewhere(fields))).toEqual([]);
  });

  it('lets a body be chaired by what its organization decides, and a meeting of two count for both', () => {
    const cfm = term('{ summit: csto-csc-2024-astana }').replace('organization: csto', 'organization: csto-cfm');
    expect(messages(cfm, elsewhere({ organization: 'csto' }))).toEqual([]);
    expect(messages(at('2024-11-28'), elsewhere({ organization: 'cis', body: 'csto-cfm' }))).toEqual([]);
  });

  it('lets an organization decide for one that it is tied to', () => {
    const own = organization('academy', { affiliated_to: '[ots]' });
    const text = chair('a', 'KAZ', '2025-01-01', undefined, { organization: 'academy', decided: '{ summit: m }' });
    expect(messages(text, own, session('m', 'KGZ', '2024-11-06'))).toEqual([]);
    expect(messages(text, organization('academy'), session('m', 'KGZ', '2024-11-06'))).toHaveLength(1);
    const body = organization('council', { parent: 'academy', type: 'body' });
    const ofBody = text.replace('organization: academy', 'organization: council');
    expect(messages(ofBody, body, own, session('m', 'KGZ', '2024-11-06'))).toEqual([]);
    const host = organization('hosts', { affiliated_to: '[academy]' });
    const there = session('m', 'KGZ', '2024-11-06', { organization: 'hosts', body: undefined });
    expect(messages(text, organization('academy'), host, there)).toEqual([]);
  });
});
