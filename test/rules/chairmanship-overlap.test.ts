/** `chairmanship-overlap`: who chairs too long, the day of a hand-over, and the fix that closes a term. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { chair, files, organization, session } from './chair-records.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'chairmanship-overlap';
const KGZ = chair('ots-chair-2024-kgz', 'KGZ', '2024-11-06', '2025-10-07');
const kaz = (to?: string, from = '2023-11-03') => chair('ots-chair-2023-kaz', 'KAZ', from, to);
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));

const STORIES: Readonly<Record<string, Story>> = {
  'a term is closed on the later start': {
    before: `${kaz('2025-01-01').trimEnd()} # for the year\nnote: kept\n`,
    fix: 'Write `2024-11-06`',
    after: `${kaz('2024-11-06').trimEnd()} # for the year\nnote: kept\n`,
    others: files(KGZ),
  },
  'quotes and the long form stay': {
    before: kaz('{ value: "2025-01-01", text: until the new year }'),
    fix: 'Write `2024-11-06`',
    after: kaz('{ value: "2024-11-06", text: until the new year }'),
    others: files(KGZ),
  },
  'a term without an end gets one after its beginning': {
    before: `${kaz()}# decided long before\ndecided:\n  date: 2022-11-11\n`,
    fix: 'Add `to: 2024-11-06`',
    after: `${kaz('2024-11-06')}# decided long before\ndecided:\n  date: 2022-11-11\n`,
    others: files(KGZ),
  },
  'so does one in a flow map': {
    before: '{ kind: chairmanship, id: a, organization: ots, state: KAZ, from: 2023-11-03, status: ended }\n',
    fix: 'Add `to: 2024-11-06`',
    after:
      '{ kind: chairmanship, id: a, organization: ots, state: KAZ, from: 2023-11-03, to: 2024-11-06, status: ended }\n',
    others: files(KGZ),
  },
  'in the file of both': {
    before: `${KGZ}---\n${kaz('2025-01-01')}`,
    fix: 'Write `2024-11-06`',
    after: `${KGZ}---\n${kaz('2024-11-06')}`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell(RULE, story, convert));

  it('marks the end that is too late, below a text of another script', () => {
    const text = convert(`# Қазақстан 🇰🇿\n${kaz('⟦2025-01-01⟧')}`);
    const [problem] = problemsOf(RULE, text, files(KGZ));
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
  });
});

describe('chairmanship-overlap', () => {
  it('tells of the first row of the table: Kazakhstan to 1 January 2025, Kyrgyzstan from 6 November 2024', () => {
    const [problem, ...others] = problemsOf(RULE, kaz('2025-01-01'), files(KGZ));
    expect(others).toEqual([]);
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toBe(
      'This term lasts until 1 January 2025, but Kyrgyzstan took the chair on 6 November 2024: end it there, or correct `ots-chair-2024-kgz`.',
    );
    expect(problem?.related).toEqual([
      {
        kind: 'chairmanship',
        id: 'ots-chair-2024-kgz',
        path: ['from'],
        message: 'The next term began: 6 November 2024',
      },
    ]);
  });

  it('is told once, at the earlier term', () => {
    expect(messages(KGZ, kaz('2025-01-01'))).toEqual([]);
  });

  it('warns of a term without an end once the next one has begun', () => {
    const [problem] = problemsOf(RULE, kaz(), files(KGZ));
    expect(problem?.severity).toBe('warning');
    expect(problem?.message).toBe(
      'Kyrgyzstan took the chair of the OTS on 6 November 2024, and this term has no end: write `to`.',
    );
    expect(problem?.related).toEqual([
      {
        kind: 'chairmanship',
        id: 'ots-chair-2024-kgz',
        path: ['from'],
        message: 'The next term began: 6 November 2024',
      },
    ]);
  });

  it('points into the long form of the other beginning', () => {
    const long = chair('b', 'KGZ', '{ value: 2024-11-06, basis: inferred }');
    expect(problemsOf(RULE, kaz('2025'), files(long))[0]?.related[0]?.path).toEqual(['from', 'value']);
  });

  it('tells of two terms from the same day once, and has no end to offer', () => {
    const [a, b] = [chair('a', 'KAZ', '2024-11-06', '2025-10-07'), KGZ];
    expect(messages(a, b)).toEqual([
      'Kyrgyzstan is in the chair for the same time, as `ots-chair-2024-kgz` has it: remove one of the two, or correct the dates.',
    ]);
    expect(messages(b, a)).toEqual([]);
    expect(titlesOf(RULE, a, files(b))).toEqual([]);
  });

  it('tells of a term that has two records', () => {
    expect(messages(chair('a', 'KGZ', '2024-11-06', '2025-10-07'), KGZ)).toHaveLength(1);
  });

  it('leaves out terms that share an id', () => {
    const [one, other] = [chair('a', 'KGZ', '2024-11-06', '2025-10-07'), chair('a', 'KAZ', '2024-01-01', '2025-01-01')];
    expect(messages(one, other)).toEqual([]);
    expect(messages(other, one)).toEqual([]);
  });

  it('tells each of many terms only of the next one', () => {
    const long = chair('a', 'KAZ', '2010-01-01', '2020-01-01');
    const next = chair('b', 'KGZ', '2011-01-01', '2012-01-01');
    const last = chair('c', 'TUR', '2013-01-01', '2014-01-01');
    expect(messages(long, last, next)).toEqual([
      expect.stringContaining('Kyrgyzstan took the chair on 1 January 2011'),
    ]);
    expect(messages(next, last, long)).toEqual([]);
  });

  it('looks past a term that is too coarse to say anything', () => {
    const coarse = chair('b', 'TUR', '2024', '2024');
    expect(messages(kaz('2025-01-01'), coarse, KGZ)).toHaveLength(1);
  });

  it('leaves it to the hand-over rule where the other beginning is the mistake', () => {
    const summit = session('gabala', 'AZE', '2025-10-07');
    const aze = chair('ots-chair-2025-aze', 'AZE', '2025-01-01');
    expect(messages(KGZ, aze)).toHaveLength(1);
    expect(messages(KGZ, aze, summit)).toEqual([]);
    expect(messagesOf('handover-mismatch', aze, files(KGZ, summit))).toHaveLength(1);
  });

  it.each([
    ['the shared day of a hand-over', kaz('2024-11-06'), KGZ],
    ['days that adjoin', kaz('2024-11-05'), KGZ],
    [
      'one state in the chair of two organizations',
      kaz('2025-01-01'),
      chair('b', 'KAZ', '2024-11-06', undefined, { organization: 'csto' }),
    ],
    [
      'two states in the chairs of two organizations',
      kaz('2025-01-01'),
      chair('b', 'KGZ', '2024-11-06', undefined, { organization: 'csto' }),
    ],
    ['an end in some year', kaz('2024'), KGZ],
    ['a beginning in some year', kaz('2024-12-31'), chair('b', 'KGZ', '2024')],
    ['an end in the month of the hand-over', kaz('2024-11'), KGZ],
    ['an approximate end', kaz('2025-01-01~'), KGZ],
    ['an uncertain beginning', kaz('2025-01-01'), chair('b', 'KGZ', '2024-11-06?')],
    ['an end that has only words yet', kaz('{ text: after the summit }'), KGZ],
    ['an end that is no date', kaz('soon'), KGZ],
    ['a term that ends before it starts', kaz('2023-01-01'), chair('b', 'KGZ', '2022-06-01', '2024-01-01')],
    ['a next term that ends before it starts', kaz('2025-01-01'), chair('b', 'KGZ', '2024-11-06', '2024-01-01')],
    ['a next term that is only announced', kaz(), chair('b', 'KGZ', '2026-11-06')],
    ['a next term of this year, for all we know', kaz(), chair('b', 'KGZ', '2025')],
    ['a term of a single day within another', kaz('2025-01-01'), chair('b', 'KGZ', '2024-11-06', '2024-11-06')],
    ['an open term that may have begun with the next', kaz(undefined, '2024'), chair('z', 'KGZ', '2024-12-31')],
    ['a term without a beginning', chair('a', 'KAZ', undefined, '2025-01-01'), KGZ],
    [
      'an organization that nobody knows',
      chair('a', 'KAZ', '2023', '2025', { organization: 'xyz' }),
      chair('b', 'KGZ', '2024-01-01', undefined, { organization: 'xyz' }),
    ],
    ['records that share an id', kaz('2025-01-01'), kaz('2024-12-01')],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, other)).toEqual([]);
  });

  it('does not care whether a term is only announced', () => {
    const announced = chair('b', 'TUR', '2026-10-01', undefined, { status: 'announced' });
    expect(messages(chair('a', 'AZE', '2025-10-07', '2026-12-31', { status: 'current' }), announced)).toHaveLength(1);
  });

  it("speaks of any organization, the dataset's own as well", () => {
    const own = { organization: 'baltic-forum' };
    const terms = [chair('a', 'EST', '2020-01-01', '2021-06-30', own), chair('b', 'LVA', '2021-01-01', undefined, own)];
    expect(messages(terms[0]!, terms[1]!, organization('baltic-forum'))).toHaveLength(1);
    const eu = { organization: 'eu' };
    const presidencies = [
      chair('a', 'POL', '2025-01-01', '2025-07-31', eu),
      chair('b', 'DNK', '2025-07-01', '2025-12-31', eu),
    ];
    expect(messages(presidencies[0]!, presidencies[1]!)).toEqual([
      expect.stringContaining('Denmark took the chair on 1 July 2025'),
    ]);
  });

  it('knows the other state by the name that the dataset gives it, and does without one', () => {
    const own = 'kind: state\nid: KGZ\nname: Kirgisistan\n';
    expect(messages(kaz('2025-01-01'), KGZ, own)).toEqual([expect.stringContaining('but Kirgisistan took')]);
    const unknown = chair('b', 'Kirgisien', '2024-11-06');
    expect(messages(kaz('2025-01-01'), unknown)).toEqual([expect.stringContaining('but another state took')]);
    expect(messages(kaz(), unknown)).toEqual([
      'Another state took the chair of the OTS on 6 November 2024, and this term has no end: write `to`.',
    ]);
  });
});
