/** `participant-not-member`: members that had not joined yet, had left, or never were members. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, tell, titlesOf } from './support.ts';

const RULE = 'participant-not-member';
const meeting = (lines: string, participants: string) =>
  `kind: summit\nid: meeting\nname: Meeting\nstatus: held\n${lines}participants:\n${participants}citations: [{ source: example-report }]\n`;
const CSTO_2013 = 'organization: csto\ndate: 2013-09-23\n';
const UNION = 'kind: organization\nid: lake-union\nname: Lake Union\nabbreviation: LU\ntype: organization\n';

describe(RULE, () => {
  it('tells of Uzbekistan in the CSTO in 2013, and of India in the SCO in 2016', () => {
    expect(messagesOf(RULE, meeting(CSTO_2013, '  - { state: UZB, role: member }\n'))).toEqual([
      'Uzbekistan was not a member of the CSTO on 23 September 2013. Check the participant, its role and the date.',
    ]);
    const text = meeting(
      'organization: sco\nbody: sco-chs\ndate: 2016-06-23/2016-06-24\n',
      '  - { state: IND, role: member }\n',
    );
    expect(messagesOf(RULE, text)).toEqual([
      'India was not a member of the SCO from 23 June 2016 to 24 June 2016. It was an observer: write `observer`, or check the date.',
    ]);
  });

  it('tells a state from the organization, even by one id', () => {
    const state = { 'state.yaml': 'kind: state\nid: csto\nname: Castonia\n' };
    const text = meeting(CSTO_2013, '  - { state: csto, role: member }\n');
    expect(titlesOf(RULE, text, state)).toEqual([]);
    expect(messagesOf(RULE, text, state)).toEqual([
      'Castonia was not a member of the CSTO on 23 September 2013. Check the participant, its role and the date.',
    ]);
  });

  it('leads to when it belonged, and else to the list', () => {
    const text = meeting(CSTO_2013, '  - { state: UZB, role: member }\n  - { state: JPN, role: member }\n');
    expect(problemsOf(RULE, text).map(({ related }) => related)).toEqual([
      [
        {
          kind: 'organization',
          id: 'csto',
          path: ['members', 6],
          message: '`UZB`: a member from 23 June 2006 to 19 December 2012',
        },
      ],
      [{ kind: 'organization', id: 'csto', path: ['members'], message: 'Who belongs to the CSTO' }],
    ]);
  });

  it('knows of observers that joined later, and of members that stayed as observers', () => {
    const entry = (role: string) => `  - { state: FIN, role: ${role} } # Helsinki\n`;
    const others = {
      'lake-union.yaml': `${UNION}members:\n  - { state: EST, status: member }\n  - { state: FIN, status: observer, to: 2000-05 }\n  - { state: FIN, status: member, from: 2000-05, to: 2010-05 }\n  - { state: FIN, status: observer, from: 2010-05 }\n`,
    };
    const at = (date: string, role = 'member') => meeting(`organization: lake-union\ndate: ${date}\n`, entry(role));
    for (const date of ['1999', '2011-01-01']) {
      const message = problemsOf(RULE, at(date), others)[0]?.message;
      expect(message).toMatch(
        /^Finland was not a member of the LU .*\. It was an observer: write `observer`, or check/,
      );
      expect(messagesOf('participant-role', at(date), others)).toEqual([]);
      tell(
        RULE,
        { before: at(date), fix: 'Change to `observer`', after: at(date, 'observer'), others },
        (text) => text,
      );
    }
    for (const date of ['2000-05-31', '2005', '2010']) expect(messagesOf(RULE, at(date), others)).toEqual([]);
  });

  it('takes the days on which a membership begins and ends for a part of it', () => {
    const role = '  - { state: UZB, role: member }\n';
    const said = (organization: string, date: string) =>
      messagesOf(RULE, meeting(`organization: ${organization}\ndate: ${date}\n`, role)).length;
    expect([said('ots', '2019-10-14'), said('ots', '2019-10-15'), said('ots', '2019-10-16')]).toEqual([1, 0, 0]);
    expect([said('csto', '2012-12-18'), said('csto', '2012-12-19'), said('csto', '2012-12-20')]).toEqual([0, 0, 1]);
    expect(said('sco', '2017-06-08/2017-06-09')).toBe(0);
  });

  it('knows of those who left and came back', () => {
    const others = {
      'lake-union.yaml': `${UNION}members:\n  - { state: EST, status: member }\n  - { state: FIN, status: member, to: 2004 }\n  - { state: FIN, status: member, from: 2010-02 }\n`,
    };
    const said = (date: string) =>
      messagesOf(
        RULE,
        meeting(`organization: lake-union\ndate: ${date}\n`, '  - { state: FIN, role: member }\n'),
        others,
      );
    expect(said('2007')).toEqual([
      'Finland was not a member of the LU in 2007. Check the participant, its role and the date.',
    ]);
    for (const date of ['2004-12-31', '2010-02-01', '2010', '1999-07', '2007~', '2004/2008'])
      expect(said(date)).toEqual([]);
    expect(said('2004-12-31?')).toEqual([]);
    expect(said('2010-01-31')).toHaveLength(1);
  });

  it('knows of organizations', () => {
    const said = (entry: string) =>
      messagesOf(RULE, meeting('organization: ots\ndate: 2025-10-07\n', `  - ${entry}\n`));
    expect(said('{ organization: cis, role: member }')).toEqual([
      'The CIS was not a member of the OTS on 7 October 2025. Check the participant, its role and the date.',
    ]);
    expect(said('{ organization: eco, role: member }')).toEqual([]);
    expect(said('{ organization: ots, role: member }')).toEqual([]);
    expect(said('{ organization: ots-secretariat, role: member }')).toEqual([]);
  });

  it('counts a candidate as none yet', () => {
    const said = (role: string) =>
      messagesOf(RULE, meeting('organization: brics\ndate: 2024-10-23\n', `  - { state: SAU, role: ${role} }\n`));
    expect(said('member')).toEqual([
      'Saudi Arabia was not a member of BRICS on 23 October 2024. Check the participant, its role and the date.',
    ]);
    expect(said('guest')).toEqual([]);
  });

  it.each([
    ['a role that says nothing of a standing', CSTO_2013, '{ state: UZB, role: guest }'],
    ['an observer that is none, but may have been asked to come', CSTO_2013, '{ state: UZB, role: observer }'],
    ['no role', CSTO_2013, '{ state: UZB }'],
    ['a person alone', CSTO_2013, '{ person: nobody, role: member }'],
    ['a coarse date', 'organization: csto\ndate: 2012\n', '{ state: UZB, role: member }'],
    ['no date', 'organization: csto\n', '{ state: UZB, role: member }'],
    ['a date without a value', 'organization: csto\ndate: { text: last year }\n', '{ state: UZB, role: member }'],
    ['a suspended member', 'organization: las\ndate: 2012\n', '{ state: SYR, role: member }'],
    ['an observer, of which another rule speaks', 'organization: ots\ndate: 2025\n', '{ state: TKM, role: member }'],
    ['an associate member', 'organization: cis\ndate: 2019\n', '{ state: TKM, role: member }'],
    ['the members of nobody knows whom', 'organization: g20\ndate: 2025\n', '{ state: JPN, role: member }'],
    ['a time for which no member is listed', 'organization: cis\ndate: 1992\n', '{ state: UZB, role: member }'],
    ['a time before the organization', 'organization: csto\ndate: 1999\n', '{ state: JPN, role: member }'],
    ['a list of observers only', 'organization: lake-union\ndate: 2020\n', '{ state: JPN, role: member }'],
    ['an unknown state', CSTO_2013, '{ state: XQQ, role: member }'],
    ['a name instead of an id', CSTO_2013, '{ state: Japan, role: member }'],
    ['an id of another kind', CSTO_2013, '{ state: ots, role: member }'],
    ['an unknown organization', 'organization: cstoo\ndate: 2013\n', '{ state: UZB, role: member }'],
    ['a role that is none', CSTO_2013, '{ state: UZB, role: membr }'],
    ['an empty entry', CSTO_2013, ''],
    ['a text', CSTO_2013, 'UZB'],
    ['a list', CSTO_2013, '[UZB, member]'],
    ['odd values', CSTO_2013, '{ state: [UZB], organization: 7, role: { member: } }'],
  ])('says nothing of %s', (_, lines, entry) => {
    const others = {
      'lake-union.yaml': `${UNION}members: [{ state: EST, status: observer }, 7, null, [x], { state: 5 }, { status: member }]\n`,
    };
    expect(messagesOf(RULE, meeting(lines, `  - ${entry}\n`), others)).toEqual([]);
  });

  it('bears members of any sort', () => {
    for (const members of [
      '7',
      'null',
      '{ a: 1 }',
      '[null]',
      '[[]]',
      '[{ state: FIN, status: member, from: [], to: {} }]',
    ]) {
      const others = { 'lake-union.yaml': `${UNION}members: ${members}\n` };
      const text = meeting('organization: lake-union\ndate: 2020\n', '  - { state: FIN, role: member }\n');
      expect(messagesOf(RULE, text, others), members).toEqual([]);
    }
    const odd = 'kind: summit\nid: a\norganization: ots\ndate: 2025\nparticipants: ';
    for (const value of ['7', 'null', '{ state: JPN, role: member }', 'JPN']) {
      expect(messagesOf(RULE, `${odd}${value}\n`), value).toEqual([]);
    }
  });

  it('forgives an end that cannot be read', () => {
    const others = {
      'lake-union.yaml': `${UNION}members: [{ state: FIN, status: member, from: 2000, to: 2004-2-3 }]\n`,
    };
    const text = meeting('organization: lake-union\ndate: 2020\n', '  - { state: FIN, role: member }\n');
    expect(messagesOf(RULE, text, others)).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('marks the state, also below letters of other scripts', () => {
    const text = convert(
      meeting(
        `theme: Өзбекстан 🇺🇿 Ўзбекистон\n${CSTO_2013}`,
        '  - role: member\n    state: RUS\n  - role: member\n    state: "UZB" # Ташкент\n',
      ),
    );
    const marked = problemsOf(RULE, text).map(({ span }) => text.slice(span.start, span.end));
    expect(marked).toEqual(['"UZB"']);
  });
});
