/** `participant-role`: roles that are not the standing of that day, and the fix. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'participant-role';
const meeting = (lines: string, participants: string) =>
  `kind: summit\nid: meeting\nname: Meeting\nstatus: held\n${lines}participants:\n${participants}citations: [{ source: example-report }]\n`;
const OTS_2025 = 'organization: ots\nbody: ots-chs\ndate: 2025-10-07\n';

/** What is said of one entry. */
function said(lines: string, entry: string, others: Record<string, string> = {}): string[] {
  return messagesOf(RULE, meeting(lines, `  - ${entry}\n`), others);
}

describe(RULE, () => {
  it('tells of an observer listed as a member, and leads to when it became one', () => {
    const [problem] = problemsOf(RULE, meeting(OTS_2025, '  - { state: TKM, role: member }\n'));
    expect(problem?.message).toBe('Turkmenistan was an observer of the OTS on 7 October 2025: write `observer`.');
    expect(problem?.related).toEqual([
      {
        kind: 'organization',
        id: 'ots',
        path: ['members', 6],
        message: '`TKM`: an observer since 12 November 2021',
      },
    ]);
    expect(problem?.fixes().map(({ certain }) => certain === true)).toEqual([false]);
  });

  it.each([
    ['observer', 'Kazakhstan was a member of the OTS on 7 October 2025: write `member`.'],
    ['partner', 'Kazakhstan was a member of the OTS on 7 October 2025: write `member`.'],
    ['guest', 'Kazakhstan was a member of the OTS on 7 October 2025: write `member`.'],
  ])('tells of a member listed as %s', (role, message) => {
    expect(said(OTS_2025, `{ state: KAZ, role: ${role} }`)).toEqual([message]);
  });

  it('tells observers from partners', () => {
    expect(said('organization: sco\ndate: 2024-07-04\n', '{ state: MNG, role: partner }')).toEqual([
      'Mongolia was an observer of the SCO on 4 July 2024: write `observer`.',
    ]);
    expect(said('organization: sco\ndate: 2025-10\n', '{ state: MNG, role: observer }')).toEqual([
      'Mongolia was a partner of the SCO in October 2025: write `partner`.',
    ]);
    expect(said('organization: sco\ndate: 2025-08-31/2025-09-01\n', '{ state: MNG, role: partner }')).toEqual([]);
    expect(said('organization: sco\ndate: 2025-08-31/2025-09-01\n', '{ state: MNG, role: observer }')).toEqual([]);
  });

  it('knows of organizations', () => {
    expect(said(OTS_2025, '{ organization: eco, role: member }')).toEqual([
      'The ECO was an observer of the OTS on 7 October 2025: write `observer`.',
    ]);
    expect(said(OTS_2025, '{ organization: eco, role: observer }')).toEqual([]);
  });

  it('leaves the day of a change to either standing', () => {
    for (const role of ['member', 'guest', 'observer']) {
      expect(said('organization: ots\ndate: 2019-10-15\n', `{ state: UZB, role: ${role} }`)).toEqual([]);
    }
    expect(said('organization: ots\ndate: 2019-10-16\n', '{ state: UZB, role: guest }')).toHaveLength(1);
    expect(said('organization: ots\ndate: 2021-11-12\n', '{ state: TKM, role: guest }')).toEqual([]);
    expect(said('organization: ots\ndate: 2019\n', '{ state: UZB, role: guest }')).toEqual([]);
  });

  it('sees what several entries allow together', () => {
    const union = (members: string) => ({
      'lake-union.yaml': `kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\nmembers:\n  - { state: EST, status: member }\n${members}`,
    });
    const rose = union(
      '  - { state: FIN, status: observer, from: 2000, to: 2010 }\n  - { state: FIN, status: member, from: 2010 }\n',
    );
    const at = (date: string) => `organization: lake-union\ndate: ${date}\n`;
    expect(said(at('2010-05-05'), '{ state: FIN, role: observer }', rose)).toEqual([]);
    expect(said(at('2010-05-05'), '{ state: FIN, role: member }', rose)).toEqual([]);
    expect(said(at('2010-05-05'), '{ state: FIN, role: partner }', rose)).toEqual([]);
    expect(said(at('2011-05-05'), '{ state: FIN, role: observer }', rose)).toHaveLength(1);
    expect(said(at('2009-05-05'), '{ state: FIN, role: partner }', rose)).toEqual([
      'Finland was an observer of Lake Union on 5 May 2009: write `observer`.',
    ]);
    // Not a member yet, of which `participant-not-member` tells.
    expect(said(at('2009-05-05'), '{ state: FIN, role: member }', rose)).toEqual([]);
    const applied = union('  - { state: FIN, status: observer }\n  - { state: FIN, status: candidate, from: 2015 }\n');
    expect(said(at('2020'), '{ state: FIN, role: member }', applied)).toHaveLength(1);
    const today = union('  - { state: FIN, status: observer, from: 2015-05-05 }\n');
    expect(said(at('2015-05-05'), '{ state: FIN, role: member }', today)).toEqual([
      'Finland was an observer of Lake Union on 5 May 2015: write `observer`.',
    ]);
    const unknown = union('  - { state: XQQ, status: observer }\n');
    expect(said(at('2015-05-05'), '{ state: XQQ, role: member }', unknown)).toEqual([]);
    const frozen = union('  - { state: FIN, status: member }\n  - { state: FIN, status: frozen, from: 2015 }\n');
    expect(said(at('2020'), '{ state: FIN, role: observer }', frozen)).toEqual([]);
    const unread = union('  - { state: FIN, status: member, to: 2018-2-1 }\n');
    expect(said(at('2020'), '{ state: FIN, role: guest }', unread)).toEqual([]);
  });

  it.each([
    ['an observer that is called a guest', OTS_2025, '{ state: HUN, role: guest }'],
    ['staff', OTS_2025, '{ state: KAZ, role: secretariat }'],
    ['a suspended member that only listens', 'organization: las\ndate: 2012\n', '{ state: SYR, role: observer }'],
    ['a suspended member', 'organization: las\ndate: 2012\n', '{ state: SYR, role: member }'],
    ['an associate member', 'organization: cis\ndate: 2019\n', '{ state: TKM, role: observer }'],
    ['a stranger, of which another rule speaks', OTS_2025, '{ state: JPN, role: member }'],
    ['a stranger that was asked to come', OTS_2025, '{ state: JPN, role: observer }'],
    ['an approximate date', 'organization: ots\ndate: 2025-10-07~\n', '{ state: KAZ, role: guest }'],
    ['a time before the organization', 'organization: csto\ndate: 1999\n', '{ state: KAZ, role: guest }'],
    ['no role', OTS_2025, '{ state: TKM }'],
    ['an empty role', OTS_2025, '{ state: TKM, role: }'],
    ['an unknown role', OTS_2025, '{ state: TKM, role: membre }'],
    ['odd values', OTS_2025, '{ state: { TKM: }, role: [member] }'],
  ])('says nothing of %s', (_, lines, entry) => expect(said(lines, entry)).toEqual([]));

  it('offers nothing where the role stands elsewhere', () => {
    const text = meeting(OTS_2025, '  - &k { state: KAZ, role: member }\n  - { <<: *k, state: TKM }\n');
    expect(messagesOf(RULE, text)).toHaveLength(1);
    expect(titlesOf(RULE, text)).toEqual([]);
  });

  it('is the only one of the two rules to speak, or leaves it to the other', () => {
    const roles = ['member', 'observer', 'partner', 'guest', 'secretariat'];
    const entries = ['KAZ', 'TKM', 'JPN'].flatMap((state) =>
      roles.map((role) => `  - { state: ${state}, role: ${role} }\n`),
    );
    for (const entry of entries) {
      const workspace = makeWorkspace({ 'meeting.yaml': meeting(OTS_2025, entry) }, rules);
      const found = workspace.problemsOf(`${ROOT}/meeting.yaml`).filter(({ rule }) => rule.startsWith('participant-'));
      expect(found.length, entry).toBeLessThan(2);
    }
  });
});

const STORIES: Readonly<Record<string, Story>> = {
  'in braces': {
    before: meeting(OTS_2025, '  - { state: KAZ, role: member }\n  - { state: TKM, role: member } # Serdar\n'),
    fix: 'Change to `observer`',
    after: meeting(OTS_2025, '  - { state: KAZ, role: member }\n  - { state: TKM, role: observer } # Serdar\n'),
  },
  'with a line a key, in quotes': {
    before: meeting(OTS_2025, "  - state: KAZ\n    role: 'guest' # Астана\n    capacity: minister\n"),
    fix: 'Change to `member`',
    after: meeting(OTS_2025, "  - state: KAZ\n    role: 'member' # Астана\n    capacity: minister\n"),
  },
  'at the end of an entry': {
    before: meeting(OTS_2025, '  - state: KAZ\n    role: guest\n  - state: TKM\n    role: observer\n'),
    fix: 'Change to `member`',
    after: meeting(OTS_2025, '  - state: KAZ\n    role: member\n  - state: TKM\n    role: observer\n'),
  },
  'by way of an alias': {
    before: meeting(OTS_2025, '  - { state: KAZ, role: &m member }\n  - { state: TKM, role: *m }\n'),
    fix: 'Change to `observer`',
    after: meeting(OTS_2025, '  - { state: KAZ, role: &m member }\n  - { state: TKM, role: observer }\n'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('the fix is made %s', (_name, story) => tell(RULE, story, convert));
});
