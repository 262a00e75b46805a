/** Organizations within and after one another, and what rules make of records that say too little of them. */
import { describe, expect, it } from 'vitest';
import { messagesOf, problemsOf } from '../support.ts';

const organization = (id: string, more: string) =>
  `kind: organization\nid: ${id}\nname: The ${id}\ntype: organization\n${more}`;
const meeting = (more: string) => `kind: summit\nid: story\nname: Story\nstatus: held\ndate: 2024-11-28\n${more}`;

describe('a body', () => {
  const levels = {
    'a.yaml': organization('whole', ''),
    'b.yaml': organization('council', 'parent: whole\n'),
    'c.yaml': organization('committee', 'parent: council\n'),
    'd.yaml': organization('group', 'parent: committee\n'),
  };

  it('belongs to the whole, however many levels lead there', () => {
    expect(messagesOf('body-of-other-organization', meeting('organization: whole\nbody: group\n'), levels)).toEqual([]);
  });

  it('does not belong to another organization than that whole', () => {
    const others = { ...levels, 'e.yaml': organization('other', '') };
    expect(
      messagesOf('body-of-other-organization', meeting('organization: other\nbody: group\n'), others),
    ).toHaveLength(1);
  });

  it('belongs to those before its organization, too, as far as they are known', () => {
    const after = (id: string) => ({
      'a.yaml': organization('third', `predecessor: ${id}\n`),
      'b.yaml': organization('second', 'predecessor: first\n'),
      'c.yaml': organization('first', ''),
      'd.yaml': organization('council', 'parent: third\n'),
    });
    const told = (id: string) =>
      messagesOf('body-of-other-organization', meeting('organization: first\nbody: council\n'), after(id)).length;
    expect([told('second'), told('unknown')]).toEqual([0, 1]);
  });
});

describe('a circle of organizations', () => {
  it('is no whole, and bodies in it are left alone', () => {
    const circle = {
      'a.yaml': organization('council', 'parent: committee\n'),
      'b.yaml': organization('committee', 'parent: council\n'),
      'c.yaml': organization('whole', ''),
    };
    const text = meeting('organization: whole\nbody: council\n');
    expect(messagesOf('body-of-other-organization', text, circle)).toEqual([]);
  });
});

describe('the members of an organization', () => {
  it('count where a body, however deep, is one of its successor', () => {
    const both = {
      'a.yaml': organization('first', 'members: [{ state: KAZ, status: member }, { state: ARM, status: observer }]\n'),
      'b.yaml': organization('second', 'predecessor: first\n'),
      'c.yaml': organization('council', 'parent: second\n'),
      'd.yaml': organization('committee', 'parent: council\n'),
    };
    const text = meeting('organization: first\nbody: committee\nparticipants: [{ state: ARM, role: member }]\n');
    expect(messagesOf('participant-role', text, both)).toEqual([
      'Armenia was an observer of The first on 28 November 2024: write `observer`.',
    ]);
  });
});

describe('the list of a meeting', () => {
  const missing = (participants: string) =>
    messagesOf('missing-member', meeting(`organization: csto\nformat: regular\nparticipants: [${participants}]\n`), {
      'poet.yaml': 'kind: person\nid: poet\nname: Poet\noffices: [{ title: Poet }]\n',
    });
  const FIVE = ['BLR', 'KAZ', 'KGZ', 'RUS', 'TJK'].map((state) => `{ state: ${state} }`).join(', ');

  it('is complete with an organization on it', () => {
    expect(missing(`${FIVE}, { organization: eco }`)).toEqual([expect.stringMatching(/^Armenia was a member /)]);
  });

  it('is not complete with a person whose office is nobody’s', () => {
    expect(missing(`${FIVE}, { person: poet }`)).toEqual([]);
  });
});

describe('what is said of a member', () => {
  const league = (members: string) => ({
    'league.yaml': organization('league', `abbreviation: ""\nmembers: [{ state: KAZ, status: member }, ${members}]\n`),
  });

  it('has the name of its organization where that has an empty abbreviation', () => {
    const text = meeting('organization: league\nformat: regular\nparticipants: [{ state: KAZ }]\n');
    const [problem, ...others] = problemsOf('missing-member', text, league('{ state: ARM, status: member }'));
    expect(others).toEqual([]);
    expect(problem?.message).toMatch(/^Armenia was a member of The league on 28 November 2024/);
    expect(problem?.related.map(({ message }) => message)).toEqual(['`ARM`: a member']);
  });

  it('has each standing that it had', () => {
    const standings = ['candidate', 'associate', 'frozen', 'suspended', 'friend'];
    const members = standings.map((status) => `{ state: ARM, status: ${status}, to: 2000 }`).join(', ');
    const idea =
      'kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-programme\nparties: [{ state: ARM }]\naddressed_to: { organization: league }\ndate: 2024\ndomains: []\nstatus: proposed\n';
    const [problem] = problemsOf('proposer-not-member', idea, league(members));
    expect(problem?.related.map(({ message }) => message)).toEqual([
      '`ARM`: a candidate until 2000',
      '`ARM`: an associate member until 2000',
      '`ARM`: a member that takes no part until 2000',
      '`ARM`: a suspended member until 2000',
      '`ARM`: `friend` until 2000',
    ]);
  });

  it('has no time where none is given', () => {
    const text = meeting('organization: league\nparticipants: [{ state: ARM, role: member }]\n');
    const [problem] = problemsOf('participant-role', text, league('{ state: ARM, status: observer }'));
    expect(problem?.related.map(({ message }) => message)).toEqual(['`ARM`: an observer']);
  });
});

describe('a series', () => {
  const outside = (series: string, more: string) =>
    messagesOf('ordinal-outside-series', meeting(`organization: league\nordinal: 3\n${more}`), {
      'league.yaml': organization('league', `series: [${series}]\n`),
    }).length;

  it('begins with its first meeting, of whatever sort another is', () => {
    expect(outside('{ body: league, first: 2030 }', 'format: regular\n')).toBe(1);
    expect(outside('{ body: league, first: 2030 }', '')).toBe(1);
  });

  it('may be one of two, of which the other has begun', () => {
    expect(outside('{ body: league, first: 2030 }, { body: league, first: 2010 }', 'format: regular\n')).toBe(0);
  });

  it('has no beginning that is the wrong way round', () => {
    expect(outside('{ body: league, first: 2032/2030 }', 'format: regular\n')).toBe(0);
  });

  it('has no numbers but whole ones', () => {
    const half = (id: string, date: string) =>
      `kind: summit\nid: ${id}\nname: ${id}\norganization: ots\nbody: ots-chs\nformat: regular\nordinal: 1.5\nstatus: held\ndate: ${date}\n`;
    expect(messagesOf('ordinal-sequence', half('b', '2025'), { 'a.yaml': half('a', '2024') })).toEqual([]);
  });
});

describe('a proposer', () => {
  it('is asked for no membership where the date is the wrong way round', () => {
    const idea = (date: string) =>
      `kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-programme\nparties: [{ state: USA }]\naddressed_to: { organization: csto }\ndate: ${date}\ndomains: []\nstatus: proposed\n`;
    expect(messagesOf('proposer-not-member', idea('2020/2024'))).toHaveLength(1);
    expect(messagesOf('proposer-not-member', idea('2024/2020'))).toEqual([]);
  });
});
