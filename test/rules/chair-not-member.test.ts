/** `chair-not-member`: chairs that were observers or strangers, and members of every sort. */
import { describe, expect, it } from 'vitest';
import { lineEnds, parseFixture } from '../support/fixture.ts';
import { chair, files, organization } from './chair-records.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'chair-not-member';
const messages = (text: string, ...others: string[]) => messagesOf(RULE, text, files(...others));
const csto = (state: string, from: string, to?: string) => chair('a', state, from, to, { organization: 'csto' });

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the state and leads to its membership in the registry', () => {
    const text = convert(`# Түркіменстан 🇹🇲\n${chair('a', '⟦TKM⟧', '2025-10-07')}`);
    const [problem, ...others] = problemsOf(RULE, text);
    expect(others).toEqual([]);
    expect(problem?.span).toEqual(parseFixture(text).ranges[0]);
    expect(problem?.severity).toBe('error');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'ots', path: ['members', 6], message: '`TKM`: an observer since 12 November 2021' },
    ]);
  });
});

describe('chair-not-member', () => {
  it('tells of an observer', () => {
    expect(messages(chair('a', 'TKM', '2025-10-07'))).toEqual([
      'Turkmenistan was an observer of the OTS, not a full member, on 7 October 2025, and so could not be in the chair: correct the state or the dates.',
    ]);
  });

  it('tells of a stranger, and leads to the list of members', () => {
    const [problem] = problemsOf(RULE, chair('a', 'JPN', '2025'));
    expect(problem?.message).toBe(
      'Japan was not a member of the OTS in 2025, and so could not be in the chair: correct the state or the dates.',
    );
    expect(problem?.related[0]?.path).toEqual(['members']);
  });

  it('tells of a term that begins before the state joined', () => {
    expect(messages(chair('a', 'UZB', '2018-09-03', '2019-10-15'))).toEqual([
      expect.stringContaining('Uzbekistan was not a member of the OTS on 3 September 2018'),
    ]);
  });

  it('tells of a term that lasts beyond the membership', () => {
    expect(messages(csto('UZB', '2012-01-01', '2013-06-30'))).toEqual([
      expect.stringContaining('Uzbekistan was not a member of the CSTO on 30 June 2013'),
    ]);
  });

  it('knows states that left and came back', () => {
    const members =
      '[{ state: EST, status: member, from: 2000, to: 2005 }, { state: EST, status: member, from: 2010 }, { state: LVA, status: member, from: 2000 }]';
    const own = organization('baltic-forum', { members });
    const term = (from: string) => chair('a', 'EST', from, undefined, { organization: 'baltic-forum' });
    expect(messages(term('2004'), own)).toEqual([]);
    expect(messages(term('2012'), own)).toEqual([]);
    expect(messages(term('2007'), own)).toHaveLength(1);
  });

  it("asks the dataset's own record where it takes the place of the registry's", () => {
    const own = organization('ots', { members: '[{ state: JPN, status: member }]' });
    expect(messages(chair('a', 'JPN', '2025'), own)).toEqual([]);
    expect(messages(chair('a', 'AZE', '2025'), own)).toHaveLength(1);
  });

  it('asks the organization around a body', () => {
    expect(messages(chair('a', 'JPN', '2025', undefined, { organization: 'ots-chs' }))).toHaveLength(1);
    expect(messages(chair('a', 'KGZ', '2025', undefined, { organization: 'ots-chs' }))).toEqual([]);
  });

  it('speaks of ASEAN and the GCC as it does of others, and not of the EU, whose members are not recorded', () => {
    const of = (organization: string) => (state: string, from: string) =>
      chair('a', state, from, undefined, { organization });
    expect(messages(of('asean')('TLS', '2024'))).toHaveLength(1);
    expect(messages(of('asean')('LAO', '2024'))).toEqual([]);
    expect(messages(of('gcc')('YEM', '2024'))).toHaveLength(1);
    expect(messages(of('eu')('JPN', '2024'))).toEqual([]);
  });

  it.each(['suspended', 'frozen'])('takes a member that is %s for a member in law', (status) => {
    const members = `[{ state: EST, status: ${status}, from: 2000 }, { state: LVA, status: member }]`;
    const own = organization('baltic-forum', { members });
    expect(messages(chair('a', 'EST', '2010', undefined, { organization: 'baltic-forum' }), own)).toEqual([]);
  });

  it.each([
    ['a member', chair('a', 'AZE', '2025-10-07')],
    ['the day of accession', chair('a', 'UZB', '2019-10-15')],
    ['the year of accession', chair('a', 'UZB', '2019')],
    ['a term that ends on the last day of the membership', csto('UZB', '2012', '2012-12-19')],
    ['a term that ends in the last year of the membership', csto('UZB', '2012', '2012')],
    ['an approximate beginning', chair('a', 'UZB', '2015~')],
    ['a beginning that has only words yet', chair('a', 'JPN', '{ text: soon }')],
    ['a beginning that is no date', chair('a', 'JPN', '[2025]')],
    ['a term without dates', chair('a', 'JPN', undefined)],
    ['a state that nobody knows', chair('a', 'JPX', '2025')],
    ['a name where the id belongs', chair('a', 'Japan', '2025')],
    ['what is no state at all', chair('a', '{ id: JPN }', '2025')],
    ['an organization that nobody knows', chair('a', 'JPN', '2025', undefined, { organization: 'xyz' })],
    ['an organization without recorded members', chair('a', 'JPN', '2025', undefined, { organization: 'tcci' })],
    ['a term from before the organization', chair('a', 'RUS', '1999', '2000', { organization: 'csto' })],
  ])('says nothing of %s', (_, text) => {
    expect(messages(text)).toEqual([]);
  });
});
