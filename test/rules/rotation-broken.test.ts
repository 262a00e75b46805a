/** `rotation-broken`: who is next, who is passed over, and terms between which nobody knows what was. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { chair, files, organization } from './chair-records.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'rotation-broken';
const csto = { organization: 'csto' };
const KGZ = chair('csto-chair-2025-kgz', 'KGZ', '2025-01-01', '2025-12-31', csto);
const next = (state: string, from = '2026-01-01', more = {}) =>
  chair('csto-chair-2026', state, from, undefined, { ...csto, ...more });
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the state, and leads to the rotation and to the term before', () => {
    const text = convert(`# Тоҷикистон\n${next('"⟦TJK⟧"')}`.replace('"⟦TJK⟧"', '⟦"TJK"⟧'));
    const [problem, ...others] = problemsOf(RULE, text, files(KGZ));
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.severity).toBe('hint');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'csto', path: ['rotation'], message: 'The rotation of the CSTO' },
      { kind: 'chairmanship', id: 'csto-chair-2025-kgz', path: ['state'], message: 'The term before: Kyrgyzstan' },
    ]);
  });
});

describe('rotation-broken', () => {
  it('tells of the row of the table: Tajikistan after Kyrgyzstan in the CSTO', () => {
    expect(messages(next('TJK'), KGZ)).toEqual([
      'After Kyrgyzstan the chair of the CSTO goes to Russia, not to Tajikistan: correct the state, or add the term in between.',
    ]);
  });

  it('tells of a state that stays in the chair', () => {
    expect(messages(next('KGZ'), KGZ)).toHaveLength(1);
  });

  it('begins anew after the last', () => {
    const tjk = chair('a', 'TJK', '2025-01-01', '2025-12-31', csto);
    expect(messages(next('ARM'), tjk)).toEqual([]);
    expect(messages(next('BLR'), tjk)).toEqual([expect.stringContaining('goes to Armenia, not to Belarus')]);
  });

  it('goes by the term that is named as the one before, however coarse the dates', () => {
    const coarse = chair('a', 'KGZ', '2025', '2025', csto);
    expect(messages(next('TJK', '2026'), coarse)).toEqual([]);
    expect(messages(next('TJK', '2026', { predecessor: 'a' }), coarse)).toHaveLength(1);
    expect(
      messages(next('TJK', '2026', { predecessor: 'a' }), chair('a', 'KGZ', '2025', undefined, csto)),
    ).toHaveLength(1);
  });

  it('asks of the term that is named whether it had begun', () => {
    const named = { predecessor: 'a' };
    const begun = (from: string) => messages(next('TJK', '2026', named), chair('a', 'KGZ', from, undefined, csto));
    expect(begun('2026')).toHaveLength(1);
    expect(begun('2027')).toEqual([]);
  });

  it('compares terms only where nobody can have been in between', () => {
    const told = (from: string, more = {}) => messages(next('TJK', from, more), KGZ).length;
    expect(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'].map((from) => told(from))).toEqual([0, 1, 1, 0]);
    const named = { predecessor: 'csto-chair-2025-kgz' };
    expect(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'].map((from) => told(from, named))).toEqual([
      0, 1, 1, 0,
    ]);
    expect(told('2024-06-01', named)).toBe(0);
  });

  it('passes over who was no member yet, or no more', () => {
    const members =
      '[{ state: EST, status: member }, { state: LVA, status: member, from: 2010 }, { state: LTU, status: observer }, { state: POL, status: member, to: 2003 }, { state: FIN, status: member }]';
    const own = organization('baltic-forum', { rotation: '[EST, LVA, LTU, POL, FIN]', members });
    const terms = (state: string, year: number) => [
      chair('b', state, `${year + 1}-01-01`, undefined, { organization: 'baltic-forum' }),
      chair('a', 'EST', `${year}-01-01`, `${year}-12-31`, { organization: 'baltic-forum' }),
      own,
    ];
    const told = (state: string, year: number) => messages(...(terms(state, year) as [string, string, string]));
    expect(told('FIN', 2006)).toEqual([]);
    expect(told('LVA', 2006)).toHaveLength(1);
    expect(told('LVA', 2010)).toEqual([]);
    expect(told('FIN', 2010)).toEqual([expect.stringContaining('goes to Latvia, not to Finland')]);
  });

  it('lets a member that takes no part be passed over, or not', () => {
    const members =
      '[{ state: EST, status: member }, { state: LVA, status: frozen }, { state: FIN, status: member }, { state: POL, status: member }]';
    const own = organization('baltic-forum', { rotation: '[EST, LVA, FIN, POL]', members });
    const before = chair('a', 'EST', '2024', '2024-12-31', { organization: 'baltic-forum' });
    const told = (state: string) =>
      messages(chair('b', state, '2025-01-01', undefined, { organization: 'baltic-forum' }), before, own);
    expect([told('LVA'), told('FIN')]).toEqual([[], []]);
    expect(told('POL')).toEqual([expect.stringContaining('goes to Latvia or Finland, not to Poland')]);
  });

  it('leaves it open whether someone is a member who joins or ceases to take part about then', () => {
    const told = (members: string, rotation = '[EST, LVA, FIN]', state = 'FIN') =>
      messages(
        chair('b', state, '2010-01-01', undefined, { organization: 'baltic-forum' }),
        chair('a', 'EST', '2009-01-01', '2009-12-31', { organization: 'baltic-forum' }),
        organization('baltic-forum', { rotation, members }),
      );
    const rest = '{ state: EST, status: member }, { state: FIN, status: member }';
    expect(told(`[{ state: LVA, status: member }, ${rest}]`)).toHaveLength(1);
    expect(told(`[{ state: LVA, status: member, from: 2010 }, ${rest}]`)).toEqual([]);
    const frozen = '{ state: LVA, status: member }, { state: LVA, status: frozen, from: 2009 }';
    expect(told(`[${frozen}, ${rest}]`)).toEqual([]);
    // Who was in the chair is not the next itself, however few of the others are sure to be.
    expect(told(`[${frozen}, { state: EST, status: member }]`, '[EST, LVA, POL]', 'EST')).toEqual([
      'After Estonia the chair of Organization baltic-forum goes to Latvia, not to Estonia: correct the state, or add the term in between.',
    ]);
  });

  it('takes all in the rotation for members where nobody says who is one', () => {
    const told = (rotation: string) =>
      messages(
        chair('b', 'FIN', '2010-01-01', undefined, { organization: 'baltic-forum' }),
        chair('a', 'EST', '2009-01-01', '2009-12-31', { organization: 'baltic-forum' }),
        organization('baltic-forum', { rotation }),
      );
    const message =
      'After Estonia the chair of Organization baltic-forum goes to Latvia, not to Finland: correct the state, or add the term in between.';
    expect(told('[EST, LVA, FIN]')).toEqual([message]);
    expect(told('[EST, 7, LVA, FIN]')).toEqual([message]);
    expect(told('[EST, XQQ, FIN]')).toEqual([message.replace('Latvia', '`XQQ`')]);
  });

  it.each([
    ['the next in the rotation', next('RUS'), KGZ],
    ['the first term known', next('TJK'), ''],
    ['a term after a gap', next('TJK', '2026-02-01'), KGZ],
    [
      'a term after a gap, whatever it names as the one before',
      next('TJK', '2027-02-01', { predecessor: 'csto-chair-2025-kgz' }),
      KGZ,
    ],
    ['a term that overlaps the one before', next('TJK', '2025-06-01'), KGZ],
    ['a term after one that has no end', next('TJK'), KGZ.replace(/to: .*\n/, '')],
    ['coarse dates that may adjoin', next('TJK', '2026'), KGZ],
    ['a state outside the rotation', next('UZB'), KGZ],
    ['a state after one from outside the rotation', next('TJK'), KGZ.replace('KGZ', 'UZB')],
    ['a state that nobody knows', next('TJX'), KGZ],
    ['a state after one that nobody knows', next('TJK'), KGZ.replace('state: KGZ', 'state: KGX')],
    ['a term before that nobody knows', next('TJK', '2026-01-01', { predecessor: 'csto-chair' }), KGZ],
    ['a term that names itself', next('TJK', '2026-01-01', { predecessor: 'csto-chair-2026' }), KGZ],
    [
      'an organization without a rotation',
      next('TUR', '2026-01-01', { organization: 'ots' }),
      KGZ.replace('csto\n', 'ots\n'),
    ],
    ['terms of two organizations', next('TJK'), KGZ.replace('organization: csto\n', 'organization: sco\n')],
    ['a beginning that is no date', next('TJK', 'soon'), KGZ],
    [
      'a beginning that is no date, whatever it names as the one before',
      next('TJK', 'soon', { predecessor: 'csto-chair-2025-kgz' }),
      KGZ,
    ],
  ])('says nothing of %s', (_, text, other) => {
    expect(messages(text, other)).toEqual([]);
  });

  it.each(['KGZ', '[]', '[KGZ]', '[7, null, { a: b }]', '{ KGZ: TJK }', 'null'])(
    'bears a rotation of %s',
    (rotation) => {
      expect(messages(next('TJK'), KGZ, organization('csto', { rotation }))).toEqual([]);
    },
  );
});
