/** `summit-chair-mismatch`: who presides, days of hand-overs, and meetings that others chair. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { CSTO, chair, files, session } from './chair-records.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'summit-chair-mismatch';
const KAZ = chair('ots-chair-2023-kaz', 'KAZ', '2023-11-03', '2024-11-06');
const KGZ = chair('ots-chair-2024-kgz', 'KGZ', '2024-11-06', '2025-10-07');
const AZE = chair('ots-chair-2025-aze', 'AZE', '2025-10-07');
const meeting = (state: string, date: string, more = {}) =>
  session('meeting', 'KGZ', date, { chair: `{ state: ${state} }`, ...more });
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the state, and leads to the one that was in the chair', () => {
    const text = convert(`# Өзбекстан 🇺🇿\n${meeting('⟦UZB⟧', '2025-09-12')}`);
    const [problem, ...others] = problemsOf(RULE, text, files(KAZ, KGZ, AZE));
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.severity).toBe('warning');
    expect(problem?.related).toEqual([
      {
        kind: 'chairmanship',
        id: 'ots-chair-2024-kgz',
        path: ['state'],
        message: 'In the chair: Kyrgyzstan, from 6 November 2024 to 7 October 2025',
      },
    ]);
  });
});

describe('summit-chair-mismatch', () => {
  it('says who was in the chair', () => {
    expect(messages(meeting('UZB', '2025-09-12'), KGZ)).toEqual([
      'Kyrgyzstan, not Uzbekistan, was in the chair of the OTS on 12 September 2025: correct this, or the chairmanship.',
    ]);
  });

  it('finds both right on the day of a hand-over, and nobody else', () => {
    const on = (state: string) => messages(meeting(state, '2024-11-06'), KAZ, KGZ);
    expect([on('KAZ'), on('KGZ')]).toEqual([[], []]);
    expect(on('TUR')).toHaveLength(1);
  });

  it('leaves it open who was next on the last day of the last term known', () => {
    expect(messages(meeting('AZE', '2025-10-07'), KGZ)).toEqual([]);
    expect(messages(meeting('KAZ', '2024-11-06'), KGZ)).toEqual([]);
  });

  it('takes the last term to last until today', () => {
    expect(messages(meeting('KGZ', '2025-10-20'), KGZ, AZE)).toHaveLength(1);
    expect(messages(meeting('TUR', '2026-10-20', { status: 'planned' }), AZE)).toEqual([]);
  });

  it('leaves it open how long a term without an end lasted, when another one has begun', () => {
    const open = chair('a', 'KAZ', '2023-11-03');
    expect(messages(meeting('UZB', '2024-07-06'), open, KGZ)).toEqual([]);
    expect(messages(meeting('UZB', '2024-07-06'), open)).toHaveLength(1);
  });

  it('finds that other one, whatever the ids of terms', () => {
    const [open, early] = [chair('a', 'KAZ', '2023-11-03'), chair('b', 'TUR', '2010', '2011')];
    const last = chair('z', 'KGZ', '2024-11-06');
    expect(messages(meeting('UZB', '2024-07-06'), open, early, last)).toEqual([]);
    expect(messages(meeting('UZB', '2024-12-06'), open, early, last)).toHaveLength(1);
  });

  it('looks years back and ahead in long terms', () => {
    const long = chair('a', 'TUR', '1950', '2010');
    expect(messages(meeting('KAZ', '1980-05-05'), long)).toHaveLength(1);
    const endless = chair('a', 'TUR', "'0200'", '2010');
    expect(messages(meeting('KAZ', '1980-05-05'), endless)).toHaveLength(1);
  });

  it('takes a meeting of no format for one over which the chair presides', () => {
    expect(messages(meeting('UZB', '2025-09-12', { format: undefined }), KGZ)).toHaveLength(1);
  });

  it('knows the rank of a meeting from its body', () => {
    const body = { body: 'ots-security-council-secretaries', level: undefined };
    expect(messages(meeting('UZB', '2025-09-12', body), KGZ)).toHaveLength(1);
  });

  it('goes by the chair of the body where that has one of its own', () => {
    const elders = { body: 'ots-council-of-elders', level: undefined };
    const own = chair('a', 'TUR', '2025-01-01', '2025-12-31', { organization: 'ots-council-of-elders' });
    expect(messages(meeting('TUR', '2025-05-01', elders), KGZ, own)).toEqual([]);
    expect(messages(meeting('KGZ', '2025-05-01', elders), KGZ, own)).toHaveLength(1);
    expect(messages(meeting('TUR', '2025-05-01', elders), KGZ)).toEqual([]);
  });

  it('lets the host preside over a meeting outside the regular series', () => {
    const informal = { format: 'informal', host: 'AZE' };
    expect(messages(meeting('AZE', '2024-07-06', informal), KAZ)).toEqual([]);
    expect(messages(meeting('TUR', '2024-07-06', informal), KAZ)).toHaveLength(1);
    expect(messages(meeting('AZE', '2024-07-06', { host: 'AZE' }), KAZ)).toHaveLength(1);
  });

  it('tells one organization from another', () => {
    const csto = chair('b', 'UZB', '2025-01-01', '2025-12-31', { organization: 'csto' });
    expect(messages(meeting('UZB', '2025-09-12'), KGZ, csto)).toHaveLength(1);
    expect(messages(meeting('UZB', '2025-09-12', CSTO), KGZ, csto)).toEqual([]);
  });

  it.each([
    ['the state in the chair', meeting('KGZ', '2025-09-12'), KGZ],
    ['a day of which no term is known', meeting('UZB', '2022-05-05'), KGZ],
    ['a month in which the chair may have passed on', meeting('AZE', '2025-10'), KGZ],
    ['an approximate date', meeting('UZB', '2025-09-12~'), KGZ],
    ['a date of many years', meeting('UZB', '1990/2025'), KGZ],
    ['a date that is none', meeting('UZB', 'in autumn'), KGZ],
    ['a term from about that time', meeting('UZB', '2024-09-12'), chair('a', 'KGZ', '2024~', '2025')],
    ['a term that ends before it starts', meeting('UZB', '2024-09-12'), chair('a', 'KGZ', '2025', '2024')],
    [
      'a term of which nobody knows when it was',
      meeting('UZB', '2025-09-12'),
      `${KGZ}---\n${chair('c', 'UZB', '{ text: then }')}`,
    ],
    ['a term of a state that nobody knows', meeting('UZB', '2025-09-12'), chair('a', 'Uzbekistan', '2024', '2026')],
    ['a chair that nobody knows', meeting('UZX', '2025-09-12'), KGZ],
    ['a chair who is a person', session('m', 'KGZ', '2025-09-12', { chair: '{ person: sadyr-japarov }' }), KGZ],
    ['a chair that is no map', session('m', 'KGZ', '2025-09-12', { chair: 'UZB' }), KGZ],
    ['a conference', meeting('UZB', '2025-09-12', { format: 'conference' }), KGZ],
    ['a forum', meeting('UZB', '2025-09-12', { format: 'forum' }), KGZ],
    ['an audience', meeting('UZB', '2025-09-12', { format: 'audience' }), KGZ],
    [
      'heads of government, who take turns of their own',
      meeting('UZB', '2025-09-12', { body: undefined, level: 'heads-of-government' }),
      KGZ,
    ],
    ['a meeting of unknown rank', meeting('UZB', '2025-09-12', { body: undefined, level: undefined }), KGZ],
    ['a meeting that was called off', meeting('UZB', '2025-09-12', { status: 'cancelled' }), KGZ],
    ['an organization that nobody knows', meeting('UZB', '2025-09-12', { organization: 'x', body: 'y' }), KGZ],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, other)).toEqual([]);
  });
});
