/** `proposer-not-member`: states that propose to an organization they have nothing to do with. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'proposer-not-member';
const proposal = (lines: string, parties = '[{ state: TKM, role: proposer }]') =>
  `kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-programme\nparties: ${parties}\n${lines}domains: []\nstatus: proposed\ncitations: [{ source: example-report }]\n`;
const TO_OTS = 'addressed_to: { organization: ots }\n';
const summit = (date: string) => ({
  'meeting.yaml': `kind: summit\nid: meeting\nname: Meeting\norganization: cica\nstatus: held\ndate: ${date}\n`,
});

describe(RULE, () => {
  it('tells of Turkmenistan in 2020, and leads to when it became an observer', () => {
    const [problem] = problemsOf(RULE, proposal(`${TO_OTS}date: 2020-04-10\n`));
    expect(problem?.message).toBe(
      'Turkmenistan was neither a member nor an observer of the OTS on 10 April 2020. Check the state, the date and the addressee.',
    );
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'ots', path: ['members', 6], message: '`TKM`: an observer since 12 November 2021' },
    ]);
  });

  it('speaks of each state that proposes', () => {
    const parties = (...roles: string[]) => `[${roles.map((role) => `{ state: JPN${role} }`).join(', ')}]`;
    const said = (...roles: string[]) => messagesOf(RULE, proposal(`${TO_OTS}date: 2025\n`, parties(...roles))).length;
    expect(said('', ', role: proposer', ', role: co-sponsor')).toBe(3);
    expect(said(', role: supporter', ', role: announcer', ', role: opponent')).toBe(0);
    expect(said(', role: proposr', ', role: [proposer]', ', role: ')).toBe(0);
  });

  it('goes by the date, else by the meeting, else by the first step', () => {
    const said = (lines: string, others = {}) => messagesOf(RULE, proposal(TO_OTS + lines), others);
    expect(said('made_at: meeting\n', summit('2020-09-24'))).toEqual([
      'Turkmenistan was neither a member nor an observer of the OTS on 24 September 2020. Check the state, the date and the addressee.',
    ]);
    expect(said('made_at: meeting\n', summit('2022'))).toEqual([]);
    expect(said('date: 2020-09\nmade_at: meeting\n', summit('2020-09-24'))).toHaveLength(1);
    expect(said('history: [{ status: proposed, date: 2019 }, { status: adopted, date: 2023 }]\n')).toEqual([
      'Turkmenistan was neither a member nor an observer of the OTS in 2019. Check the state, the date and the addressee.',
    ]);
    expect(said('history: [{ status: adopted, date: 2019 }]\n')).toEqual([]);
    expect(said('')).toEqual([]);
  });

  it('leaves it to another rule when the date is not that of the meeting', () => {
    const text = proposal(`${TO_OTS}date: 2020-09-24\nmade_at: meeting\n`);
    expect(messagesOf(RULE, text, summit('2022-10-13'))).toEqual([]);
    expect(messagesOf('proposal-outside-summit', text, summit('2022-10-13'))).toHaveLength(1);
  });

  it('goes by the body that is addressed, within the organization', () => {
    const said = (to: string, state: string) =>
      messagesOf(RULE, proposal(`addressed_to: ${to}\ndate: 2025-10-07\n`, `[{ state: ${state} }]`)).length;
    expect(said('{ organization: csto, body: csto-ccc }', 'KGZ')).toBe(0);
    expect(said('{ organization: csto, body: csto-ccc }', 'UZB')).toBe(1);
    expect(said('{ organization: turkic-academy }', 'KAZ')).toBe(0);
    expect(said('{ organization: turkic-academy }', 'TKM')).toBe(1);
    expect(said('{ organization: ots, body: csto-ccc }', 'JPN')).toBe(0);
    expect(said('{ organization: ots, body: nothing }', 'JPN')).toBe(0);
  });

  it.each([
    ['an observer from that day on', `${TO_OTS}date: 2021-11-12\n`],
    ['a coarse date', `${TO_OTS}date: 2021\n`],
    ['an approximate date', `${TO_OTS}date: 2020-04-10~\n`],
    ['a date that is none', `${TO_OTS}date: 10 April 2020\n`],
    ['a date that is odd', `${TO_OTS}date: [2020]\n`],
    ['a partner', 'addressed_to: { organization: sco }\ndate: 2025-10\n', '[{ state: LAO }]'],
    ['a candidate', 'addressed_to: { organization: brics }\ndate: 2025-10\n', '[{ state: SAU }]'],
    ['an associate member', 'addressed_to: { organization: cis }\ndate: 2020\n'],
    ['no addressee', 'date: 2020\n'],
    ['an odd addressee', 'addressed_to: ots\ndate: 2020\n'],
    ['an unknown addressee', 'addressed_to: { organization: otss }\ndate: 2020\n'],
    ['an addressee without members on record', 'addressed_to: { organization: un }\ndate: 1992-10-05\n'],
    ['an addressee that did not exist yet', 'addressed_to: { organization: csto }\ndate: 1999\n'],
    ['a person', `${TO_OTS}date: 2020\n`, '[{ person: nobody, role: proposer }]'],
    ['an organization', `${TO_OTS}date: 2020\n`, '[{ organization: un, role: proposer }]'],
    ['an unknown state', `${TO_OTS}date: 2020\n`, '[{ state: XQQ }]'],
    ['a name of a state', `${TO_OTS}date: 2020\n`, '[{ state: Japan }]'],
    ['odd parties', `${TO_OTS}date: 2020\n`, '[7, null, [JPN], { state: [JPN] }, JPN]'],
    ['parties that are no list', `${TO_OTS}date: 2020\n`, '{ state: JPN }'],
    ['a broken line', `${TO_OTS}date: 2020\n`, '[{ state: "JPN }]'],
  ])('says nothing of %s', (_, lines, parties?: string) => {
    expect(messagesOf(RULE, proposal(lines, parties))).toEqual([]);
  });

  it('knows invented organizations, and states that came back', () => {
    const others = {
      'lake-union.yaml':
        'kind: organization\nid: lake-union\nname: Озёрный союз\ntype: forum\nmembers:\n  - { state: EST, status: member }\n  - { state: FIN, status: member, to: 2004 }\n  - { state: FIN, status: observer, from: 2010 }\n',
    };
    const said = (date: string) =>
      messagesOf(
        RULE,
        proposal(`addressed_to: { organization: lake-union }\ndate: ${date}\n`, '[{ state: FIN }]'),
        others,
      );
    expect(said('2007-05')).toEqual([
      'Finland was neither a member nor an observer of Озёрный союз in May 2007. Check the state, the date and the addressee.',
    ]);
    expect([...said('2004-05'), ...said('2010-05')]).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('the state is marked', () => {
    const text = convert(
      proposal(
        `${TO_OTS}date: 2020-04-10\n`,
        '\n  - role: proposer\n    office: Түркменистандын президенти\n    state: TKM',
      ),
    );
    expect(problemsOf(RULE, text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['TKM']);
  });
});
