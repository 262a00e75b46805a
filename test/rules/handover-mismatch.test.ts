/** `handover-mismatch`: each of the three rules by which a chair passes on, and the days that they allow. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { CSTO, chair, files, organization, session } from './chair-records.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'handover-mismatch';
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));

const BISHKEK = session('ots-summit-2024-bishkek', 'KGZ', '2024-11-06');
const ASTANA = session('csto-csc-2024-astana', 'KAZ', '2024-11-28', CSTO);
const KAZ = chair('csto-chair-2024-kaz', 'KAZ', '2023-11-23', undefined, { organization: 'csto' });
const ots = (from: string, more = {}) => chair('ots-chair-2024-kgz', 'KGZ', from, undefined, more);
const csto = (from: string, more = {}) =>
  chair('csto-chair-2025-kgz', 'KGZ', from, undefined, { organization: 'csto', ...more });
const osce = (from: string) => chair('osce-chair', 'FIN', from, undefined, { organization: 'osce' });

const STORIES: Readonly<Record<string, Story>> = {
  'the host takes over on the day of the summit': {
    before: ots('"2025-01-01" # as reported'),
    fix: 'Write `2024-11-06`',
    after: ots('"2024-11-06" # as reported'),
    others: files(BISHKEK),
  },
  'the long form stays': {
    before: `${ots('')}  value: 2025-01-01\n  text: for 2025\n`.replace('from: \n', 'from:\n'),
    fix: 'Write `2024-11-06`',
    after: `${ots('')}  value: 2024-11-06\n  text: for 2025\n`.replace('from: \n', 'from:\n'),
    others: files(BISHKEK),
  },
  'of several days the last one counts': {
    before: chair('a', 'KAZ', '2024-01-01', undefined, { organization: 'x-org' }),
    fix: 'Write `2024-07-04`',
    after: chair('a', 'KAZ', '2024-07-04', undefined, { organization: 'x-org' }),
    others: files(
      organization('x-org', { handover: 'host-is-incoming' }),
      session('m', 'KAZ', '2024-07-03/2024-07-04', { organization: 'x-org', body: undefined }),
    ),
  },
  'the next chair takes over at the session': {
    before: csto('2024-12-15'),
    fix: 'Write `2024-11-28`',
    after: csto('2024-11-28'),
    others: files(ASTANA, KAZ),
  },
  'or on the 1 January after it': {
    before: csto('2024-12-15'),
    fix: 'Write `2025-01-01`',
    after: csto('2025-01-01'),
    others: files(ASTANA, KAZ),
  },
  'with the new year': { before: osce('2024-12-05'), fix: 'Write `2025-01-01`', after: osce('2025-01-01') },
  'with the new year that is nearest': {
    before: osce('2025-02-05'),
    fix: 'Write `2025-01-01`',
    after: osce('2025-01-01'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell(RULE, story, convert));

  it('marks the beginning and leads to the summit and to the rule', () => {
    const text = convert(`# Кыргызстан 🇰🇬\n${ots('⟦2025-01-01⟧')}`);
    const [problem, ...others] = problemsOf(RULE, text, files(BISHKEK));
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.severity).toBe('warning');
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'ots-summit-2024-bishkek', path: ['date'], message: 'The meeting: 6 November 2024' },
      { kind: 'organization', id: 'ots', path: ['handover'], message: 'When the chair of the OTS passes on' },
    ]);
  });
});

describe('where the host takes over', () => {
  it('tells of the row of the table: the OTS from 1 January 2025', () => {
    expect(messages(ots('2025-01-01'), BISHKEK)).toEqual([
      'The chair of the OTS passes on at the summit, to its host: the one that Kyrgyzstan hosted on 6 November 2024.',
    ]);
    expect(messages(ots('2025'), BISHKEK)).toHaveLength(1);
  });

  it('tells of a term that begins before the summit', () => {
    const gabala = session('gabala', 'AZE', '2025-10-07');
    expect(messages(chair('a', 'AZE', '2025-01-01'), gabala, BISHKEK)).toHaveLength(1);
    expect(messages(chair('a', 'AZE', '2025'), gabala, BISHKEK)).toEqual([]);
  });

  it('takes the nearest of the summits that a state hosted', () => {
    const before = session('cholpon-ata', 'KGZ', '2018-09-03');
    const [problem] = problemsOf(RULE, ots('2025-01-01'), files(before, BISHKEK));
    expect(problem?.related[0]?.id).toBe('ots-summit-2024-bishkek');
    expect(messages(chair('a', 'KGZ', '2012-08-23'), before, BISHKEK)).toEqual([]);
  });

  it('takes the earlier of two records of one id that are equally near, whichever file comes first', () => {
    const [early, late] = [session('m', 'KGZ', '2024-06-10'), session('m', 'KGZ', '2024-06-20')];
    expect(titlesOf(RULE, ots('2024-06-15'), files(early, late))).toEqual(['Write `2024-06-10`']);
    expect(titlesOf(RULE, ots('2024-06-15'), files(late, early))).toEqual(['Write `2024-06-10`']);
  });

  it('tells of a summit a year and a day before', () => expect(messages(ots('2025-11-07'), BISHKEK)).toHaveLength(1));

  it('takes the rank of a meeting for granted where its body is not known', () =>
    expect(messages(ots('2025-01-01'), session('m', 'KGZ', '2024-11-06', { body: 'council' }))).toHaveLength(1));

  it('takes the state of the place for the host where none is named', () => {
    const placed = session('m', undefined, '2024-11-06', { place: '{ city: Bishkek, state: KGZ }' });
    expect(messages(ots('2025-01-01'), placed)).toHaveLength(1);
  });

  it('knows the rank of a meeting from its body', () => {
    expect(messages(ots('2025-01-01'), session('m', 'KGZ', '2024-11-06', { level: undefined }))).toHaveLength(1);
  });

  it('asks the organization around a body, but not around an assembly', () => {
    const of = (organization: string) => chair('a', 'KGZ', '2025-01-01', undefined, { organization });
    expect(messages(of('ots-chs'), BISHKEK)).toHaveLength(1);
    expect(
      messages(of('ots-assembly'), BISHKEK, organization('ots-assembly', { parent: 'ots', type: 'assembly' })),
    ).toEqual([]);
  });

  it.each([
    ['the day of the summit', ots('2024-11-06'), BISHKEK],
    ['a day of the summit', ots('2024-11-05'), session('m', 'KGZ', '2024-11-05/2024-11-06')],
    ['the month of the summit', ots('2024-11'), BISHKEK],
    ['the year of the summit', ots('2024'), BISHKEK],
    ['an approximate beginning', ots('2025-01-01~'), BISHKEK],
    ['an uncertain date of the summit', ots('2025-01-01'), session('m', 'KGZ', '2024-11-06?')],
    ['a summit of some day in that year', ots('2024-05-01'), session('m', 'KGZ', '2024')],
    ['a summit hosted by another state', ots('2025-01-01'), session('m', 'AZE', '2025-10-07')],
    ['a summit years away', ots('2013-09-01'), BISHKEK],
    ['no summit', ots('2025-01-01'), ''],
    ['an informal summit', ots('2025-01-01'), session('m', 'KGZ', '2024-11-06', { format: 'informal' })],
    [
      'a meeting of ministers',
      ots('2025-01-01'),
      session('m', 'KGZ', '2024-11-06', { body: 'ots-cfm', level: 'foreign-ministers' }),
    ],
    ['a summit that was called off', ots('2025-01-01'), session('m', 'KGZ', '2024-11-06', { status: 'cancelled' })],
    ['a summit of another organization', ots('2025-01-01'), session('m', 'KGZ', '2024-11-06', CSTO)],
    ['a beginning that is no date', ots('new year'), BISHKEK],
    ['a beginning that has only words yet', ots('{ text: for 2025 }'), BISHKEK],
    ['a summit whose date has only words yet', ots('2025-01-01'), session('m', 'KGZ', '{ text: in autumn }')],
    ['a summit whose host is no text', ots('2025-01-01'), session('m', '[KGZ]', '2024-11-06')],
    ['a state that is no text', chair('a', '7', '2025-01-01'), BISHKEK],
    ['a term of no organization', ots('2025-01-01', { organization: undefined }), BISHKEK],
    [
      'a summit of that day, after another one',
      ots('2024-11-06'),
      `${BISHKEK}---\n${session('m', 'KGZ', '2024-09-03')}`,
    ],
    ['a summit more than a year and a day before', ots('2025-11-08'), BISHKEK],
    [
      'a summit of another organization, with this one as a guest',
      ots('2025-01-01'),
      session('m', 'KGZ', '2024-11-06', { ...CSTO, participants: '[{ organization: ots }]' }),
    ],
    [
      'a meeting of which it is said that ministers held it',
      ots('2025-01-01'),
      session('m', 'KGZ', '2024-11-06', { level: 'foreign-ministers' }),
    ],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, other)).toEqual([]);
  });

  it('accepts a hand-over at the meeting of ministers that the term names', () => {
    const ministers = session('baku', 'AZE', '2024-12-17', { organization: 'cica', body: 'cica-ministerial-council' });
    const summit = session('summit', 'AZE', '2025-10-07', { organization: 'cica', body: 'cica-summit' });
    const term = (more = {}) => chair('a', 'AZE', '2024-12-17', undefined, { organization: 'cica', ...more });
    expect(messages(term(), ministers, summit)).toHaveLength(1);
    expect(messages(term({ decided: '{ summit: baku }' }), ministers, summit)).toEqual([]);
    const decided = (more: Record<string, string | undefined>) =>
      messages(
        term({ decided: '{ summit: baku }' }),
        session('baku', 'AZE', more.date ?? '2024-12-17', {
          organization: 'cica',
          body: 'cica-ministerial-council',
          ...more,
        }),
        summit,
      ).length;
    expect(decided({ format: undefined })).toBe(0);
    expect(decided({ format: 'informal' })).toBe(1);
    expect(decided({ date: '2024-12-10' })).toBe(1);
    expect(decided({ date: '{ text: in December }' })).toBe(1);
  });

  it('leaves it to another rule that a term began before it was decided', () => {
    const term = ots('2024-05-01', { decided: '{ summit: ots-summit-2024-bishkek, date: 2024-11-06 }' });
    expect(messages(term, BISHKEK)).toEqual([]);
    expect(messagesOf('decision-mismatch', term, files(BISHKEK))).toHaveLength(1);
  });

  it('does not speak where the organization has no such rule', () => {
    const own = (handover: string | undefined) => organization('ots', { handover });
    expect(messages(ots('2025-01-01'), BISHKEK, own('none'))).toEqual([]);
    expect(messages(ots('2025-01-01'), BISHKEK, own('by lot'))).toEqual([]);
    expect(messages(ots('2025-01-01'), BISHKEK, own(undefined))).toEqual([]);
  });
});

describe('where the host hands over', () => {
  it('allows the day of the session and the next 1 January', () => {
    expect(messages(csto('2024-12-15'), ASTANA, KAZ)).toEqual([
      'The chair of the CSTO passes on at the session, or on the 1 January after it: the one that Kazakhstan hosted on 28 November 2024, as the chair before.',
    ]);
    expect(titlesOf(RULE, csto('2024-12-15'), files(ASTANA, KAZ))).toEqual([
      'Write `2024-11-28`',
      'Write `2025-01-01`',
    ]);
  });

  it('goes by the term that is named as the one before', () => {
    const other = chair('x', 'RUS', '2023-11-23', '2024-12-10', { organization: 'csto' });
    expect(messages(csto('2024-12-15'), ASTANA, KAZ, other)).toHaveLength(1);
    expect(messages(csto('2024-12-15', { predecessor: 'x' }), ASTANA, KAZ, other)).toEqual([]);
  });

  it.each([
    [
      'the hand-over on 1 January, although the decision was in November',
      csto('2025-01-01', { decided: '{ date: 2024-11-28, summit: csto-csc-2024-astana }' }),
      KAZ,
    ],
    ['the hand-over at the session', csto('2024-11-28'), KAZ],
    ['the year that holds 1 January', csto('2025'), KAZ],
    ['the month of the session', csto('2024-11'), KAZ],
    ['a chair before that is not known', csto('2024-12-15'), ''],
    ['a chair before whose state nobody knows', csto('2024-12-15'), KAZ.replace('KAZ', 'KAX')],
    ['a chair before that took over at this session', csto('2024-12-15'), KAZ.replace('2023-11-23', '2024-11-28')],
    [
      'a chair before that is dated by words',
      csto('2024-12-15'),
      KAZ.replace('2023-11-23', '{ text: at the session }'),
    ],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, ASTANA, other)).toEqual([]);
  });

  it('says nothing where the session has no end yet', () =>
    expect(messages(csto('2024-12-15'), session('m', 'KAZ', '2025-03-01/..', CSTO), KAZ)).toEqual([]));

  it('says nothing where the session was hosted by a third state', () => {
    const moscow = session('csto-csc-2011-moscow', 'RUS', '2011-12-20', CSTO);
    const blr = chair('a', 'BLR', '2010-12-10', '2011-12-21', { organization: 'csto' });
    expect(messages(chair('b', 'KAZ', '2011-12-21', undefined, { organization: 'csto' }), moscow, blr)).toEqual([]);
  });
});

describe('a state that nobody knows', () => {
  it('has no name in the message', () => {
    const term = chair('a', 'Kirgisien', '2025-01-01');
    expect(messages(term, session('m', 'Kirgisien', '2024-11-06'))).toEqual([
      'The chair of the OTS passes on at the summit, to its host: the one that that state hosted on 6 November 2024.',
    ]);
  });
});

describe('where the chair passes on with the new year', () => {
  it('says which day that is', () => {
    expect(messages(osce('2024-12-05'))).toEqual([
      'The chair of the OSCE passes on each 1 January: write `2025-01-01`.',
    ]);
    expect(problemsOf(RULE, osce('2024-12-05'))[0]?.related).toEqual([
      { kind: 'organization', id: 'osce', path: ['handover'], message: 'When the chair of the OSCE passes on' },
    ]);
    expect(messages(osce('2025-03'))).toHaveLength(1);
    expect(messages(osce('2025-41'))).toHaveLength(1);
  });

  it.each([
    ['2025-06-30', '2025-01-01'],
    ['2025-07-01', '2026-01-01'],
    ['0999-05', '0999-01-01'],
    ['9999-05/9999-12', '9999-01-01'],
  ])('says of %s that it is %s', (from, day) => expect(messages(osce(from))).toEqual([expect.stringContaining(day)]));

  it.each([
    '2025-01-01',
    '2025-01',
    '2025',
    '2025-33',
    '2025-12-31~',
    '2024-12/2025-02',
    'Y170000002',
    '../2025-12-31',
    '9999-12-31',
    '2025-03/..',
  ])('says nothing of %s', (from) => {
    expect(messages(osce(from))).toEqual([]);
  });
});
