/** `host-not-member`: who may host what, and on which day. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from './support.ts';

const meeting = (lines: string) =>
  `kind: summit\nid: meeting\nname: Meeting\nstatus: held\n${lines}citations: [{ source: example-report }]\n`;
/** What is said, with its severity. */
function told(lines: string, others: Record<string, string> = {}): string[] {
  return problemsOf('host-not-member', meeting(lines), others).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}
const OTS = 'organization: ots\nformat: regular\ndate: 2025-10-07\n';
const UNION = 'kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\n';

describe('host-not-member', () => {
  it('warns of a host from outside', () => {
    expect(told(`${OTS}host: JPN\n`)).toEqual([
      'warning: Japan was neither a member nor an observer of the OTS on 7 October 2025. Check the host and the date.',
    ]);
  });

  it('hints at one where the meeting is informal', () => {
    for (const format of ['informal', 'preparatory', 'conference', 'forum', 'audience']) {
      expect(told(`${OTS.replace('regular', format)}host: JPN\n`)).toEqual([
        'hint: Japan was neither a member nor an observer of the OTS on 7 October 2025. Check the host and the date.',
      ]);
    }
    for (const format of ['extraordinary', 'jubilee']) {
      expect(told(`${OTS.replace('regular', format)}host: JPN\n`)[0]).toMatch(/^warning/);
    }
    expect(told('organization: ots\ndate: 2025-10-07\nhost: JPN\n')[0]).toMatch(/^warning/);
  });

  it('hints at an observer, as at Hungary in Budapest, and at a partner', () => {
    expect(told('organization: ots\nbody: ots-chs\nformat: informal\ndate: 2025-05-21\nhost: HUN\n')).toEqual([
      'hint: Hungary was an observer of the OTS on 21 May 2025, and not a member. Check that it was the host.',
    ]);
    expect(told('organization: sco\nformat: regular\ndate: 2025-10\nhost: MNG\n')).toEqual([
      'hint: Mongolia was a partner of the SCO in October 2025, and not a member. Check that it was the host.',
    ]);
  });

  it('warns of a candidate, which is neither a member nor an observer yet', () => {
    const brics = 'organization: brics\ndate: 2025-07-06\nhost: SAU\n';
    const words = 'Saudi Arabia was a candidate of BRICS on 6 July 2025, and not a member. Check that it was the host.';
    expect(told(`${brics}format: regular\n`)).toEqual([`warning: ${words}`]);
    expect(told(`${brics}format: informal\n`)).toEqual([`hint: ${words}`]);
  });

  it('asks what the host was on that day', () => {
    expect(told('organization: ots\nformat: regular\ndate: 2019-10-14\nhost: UZB\n')).toHaveLength(1);
    expect(told('organization: ots\nformat: regular\ndate: 2019-10-15\nhost: UZB\n')).toEqual([]);
    expect(told('organization: csto\nformat: regular\ndate: 2012-12-19\nhost: UZB\n')).toEqual([]);
    expect(told('organization: csto\nformat: regular\ndate: 2012-12-20/2012-12-21\nhost: UZB\n')).toEqual([
      'warning: Uzbekistan was neither a member nor an observer of the CSTO from 20 December 2012 to 21 December 2012. Check the host and the date.',
    ]);
    expect(told('organization: lake-union\ndate: 2005-06-01\nhost: FIN\n', { 'lake-union.yaml': LEFT })).toHaveLength(
      1,
    );
    for (const date of ['2001', '2004-12-31', '2010-01-01', '2023']) {
      expect(told(`organization: lake-union\ndate: ${date}\nhost: FIN\n`, { 'lake-union.yaml': LEFT })).toEqual([]);
    }
  });

  it('leads to what the organization’s record tells of the host', () => {
    const [host] = problemsOf('host-not-member', meeting('organization: csto\ndate: 2013-09-23\nhost: UZB\n'));
    expect(host?.related).toEqual([
      {
        kind: 'organization',
        id: 'csto',
        path: ['members', 6],
        message: '`UZB`: a member from 23 June 2006 to 19 December 2012',
      },
    ]);
    const [stranger] = problemsOf('host-not-member', meeting(`${OTS}host: JPN\n`));
    expect(stranger?.related).toEqual([
      { kind: 'organization', id: 'ots', path: ['members'], message: 'Who belongs to the OTS' },
    ]);
  });

  it('goes by the members of the body, where it has its own', () => {
    const others = {
      'lake-union.yaml': `${UNION}members: [{ state: FIN, status: member }]\n---\nkind: organization\nid: lake-academy\nname: Lake Academy\ntype: body\nparent: lake-union\nmembers: [{ state: EST, status: member }]\n`,
    };
    expect(told('organization: lake-union\nbody: lake-academy\ndate: 2020\nhost: EST\n', others)).toEqual([]);
    expect(told('organization: lake-union\nbody: lake-academy\ndate: 2020\nhost: FIN\n', others)).toEqual([
      'warning: Finland was neither a member nor an observer of Lake Academy in 2020. Check the host and the date.',
    ]);
    expect(told('organization: lake-union\ndate: 2020\nhost: FIN\n', others)).toEqual([]);
  });

  it('goes by a record of one’s own that takes the registry’s place', () => {
    const others = {
      'ots.yaml':
        'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers: [{ state: JPN, status: member, from: 2025 }]\n',
    };
    expect(told(`${OTS}host: JPN\n`, others)).toEqual([]);
    expect(told(`${OTS}host: AZE\n`, others)).toHaveLength(1);
  });

  it.each([
    ['a member', `${OTS}host: AZE\n`],
    ['a coarse date that may fit', 'organization: ots\nformat: regular\ndate: 2019\nhost: UZB\n'],
    ['an approximate date', 'organization: ots\nformat: regular\ndate: 2015-09-11~\nhost: UZB\n'],
    ['an approximate year of joining', 'organization: lake-union\ndate: 2000\nhost: FIN\n'],
    ['an open date', 'organization: ots\nformat: regular\ndate: 2015/..\nhost: UZB\n'],
    ['a date that is none', 'organization: ots\nformat: regular\ndate: 2025-8-1\nhost: JPN\n'],
    ['a period that ends before it starts', 'organization: ots\nformat: regular\ndate: 2025/2024\nhost: JPN\n'],
    ['no date', 'organization: ots\nformat: regular\nhost: JPN\n'],
    ['a suspended member', 'organization: las\ndate: 2012\nhost: SYR\n'],
    ['an associate member', 'organization: cis\ndate: 2019-10-11\nhost: TKM\n'],
    ['an organization whose members nobody lists', 'organization: eu\ndate: 2025\nhost: JPN\n'],
    ['the UN', 'organization: un\ndate: 2025\nhost: XNC\n'],
    ['an organization that is unknown', 'organization: otss\ndate: 2025\nhost: JPN\n'],
    ['a name for an organization', 'organization: Turkic Council\ndate: 2025\nhost: JPN\n'],
    ['a body that is unknown', 'organization: ots\nbody: ots-chss\ndate: 2025\nhost: JPN\n'],
    ['a body of another organization', 'organization: ots\nbody: csto-csc\ndate: 2025\nhost: JPN\n'],
    ['a state that is unknown', `${OTS}host: XQQ\n`],
    ['a name for a state', `${OTS}host: Japan\n`],
    ['an organization as host', `${OTS}host: eco\n`],
    ['a time for which no member is listed', 'organization: cis\ndate: 1992-05-15\nhost: UZB\n'],
    ['a time before the organization, of which another rule speaks', 'organization: csto\ndate: 1999\nhost: JPN\n'],
    ['nothing at all', `${OTS}host:\n`],
    ['a list', `${OTS}host: [JPN]\n`],
    ['a number', `${OTS}host: 7\n`],
    ['a map', `${OTS}host: { state: JPN }\n`],
  ])('says nothing of %s', (_, lines) => {
    const joined = `${UNION}members: [{ state: FIN, status: member, from: 2004~ }, { state: EST, status: member }]\n`;
    expect(told(lines, { 'lake-union.yaml': joined })).toEqual([]);
  });

  it('asks the members of the predecessor where a body has passed on from it', () => {
    expect(told('organization: cst\nbody: csto-csc\ndate: 2001-05-25\nhost: UZB\n')).toEqual([
      'warning: Uzbekistan was neither a member nor an observer of the CST on 25 May 2001. Check the host and the date.',
    ]);
    expect(told('organization: cst\nbody: csto-csc\ndate: 1995-02-10\nhost: UZB\n')).toEqual([]);
  });

  it('says nothing on a line that is broken', () => {
    expect(told(`${OTS}host: "JPN\n`)).toEqual([]);
  });
});

/** A state that left and came back. */
const LEFT = `${UNION}members:\n  - { state: EST, status: member }\n  - { state: FIN, status: member, from: 2000, to: 2004 }\n  - { state: FIN, status: member, from: 2010-01-01 }\n`;
