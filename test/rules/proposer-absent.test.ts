/** `proposer-absent`: states that propose at a meeting they are not listed at. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const RULE = 'proposer-absent';
const proposal = (party = 'state: ARM', lines = '') =>
  `kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-programme\nparties:\n  - { ${party} }\naddressed_to: { organization: csto }\nmade_at: session\ndate: 2024-11-28\n${lines}domains: []\nstatus: proposed\ncitations: [{ source: example-report }]\n`;
const session = (lines: string) => ({
  'session.yaml': `kind: summit\nid: session\nname: Session\norganization: csto\nstatus: held\ndate: 2024-11-28\n${lines}`,
  'persons.yaml': [
    'kind: person\nid: pashinyan\nname: Nikol Pashinyan\noffices: [{ title: Prime Minister, state: ARM }]\n',
    'kind: person\nid: tokayev\nname: Tokayev\noffices: [{ title: President, state: KAZ }]\n',
    'kind: person\nid: zas\nname: Stanislav Zas\noffices: [{ title: Secretary General, organization: csto }]\n',
    'kind: person\nid: unknown\nname: Somebody\n',
  ].join('---\n'),
});
const OTHERS = 'participants: [{ state: KAZ, role: member }, { state: RUS }]\n';

describe(RULE, () => {
  it('tells of who is not on the list, and leads there', () => {
    const [problem] = problemsOf(RULE, proposal(), session(OTHERS));
    expect(problem?.message).toBe(
      'Armenia is not among the participants of the meeting at which this was made. Check the meeting, the state and the list of participants.',
    );
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'session', path: ['participants'], message: 'Who took part' },
    ]);
  });

  it('tells of who is listed as absent', () => {
    expect(messagesOf(RULE, proposal(), session('participants: [{ state: ARM, capacity: absent }]\n'))).toEqual([
      'Armenia is listed as absent from the meeting at which this was made. Check the meeting, the state and the list of participants.',
    ]);
    const twice = 'participants: [{ state: ARM, capacity: absent }, { state: ARM, capacity: ambassador }]\n';
    expect(messagesOf(RULE, proposal(), session(twice))).toEqual([]);
  });

  it('looks at those who propose, not at others', () => {
    for (const role of ['proposer', 'co-sponsor']) {
      expect(messagesOf(RULE, proposal(`state: ARM, role: ${role}`), session(OTHERS))).toHaveLength(1);
    }
    for (const role of ['supporter', 'announcer', 'opponent', 'propos', '']) {
      expect(messagesOf(RULE, proposal(`state: ARM, role: ${role}`), session(OTHERS))).toEqual([]);
    }
  });

  it('takes persons for the states they stand for', () => {
    const said = (person: string, party?: string) =>
      messagesOf(RULE, proposal(party), session(`participants: [{ person: ${person} }]\n`)).length;
    expect(said('pashinyan')).toBe(0);
    expect(said('tokayev')).toBe(1);
    expect(said('zas')).toBe(1);
    expect(said('unknown')).toBe(0);
    expect(said('nobody')).toBe(0);
    expect(said('tokayev', 'state: ARM, person: tokayev')).toBe(0);
    expect(said('tokayev', 'state: ARM, person: pashinyan')).toBe(1);
  });

  it.each([
    ['the host', `host: ARM\n${OTHERS}`],
    ['the state in the chair', `chair: { state: ARM }\n${OTHERS}`],
    ['who is listed', 'participants: [{ state: ARM }]\n'],
    ['a meeting without participants', ''],
    ['an empty list', 'participants: []\n'],
    ['a list with an entry to be filled in', 'participants: [{ state: KAZ }, { role: member }]\n'],
    ['a list with a misspelt state', 'participants: [{ state: KAZ }, { state: ARN }]\n'],
    ['a list with something else in it', 'participants: [{ state: KAZ }, 7]\n'],
    ['a list with nothing in it', 'participants: [{ state: KAZ }, null]\n'],
    ['something else than a list', 'participants: { state: KAZ }\n'],
  ])('says nothing of %s', (_, lines) => expect(messagesOf(RULE, proposal(), session(lines))).toEqual([]));

  it.each([
    ['an unknown meeting', proposal().replace('made_at: session', 'made_at: sesion')],
    ['no meeting', proposal().replace('made_at: session\n', '')],
    ['odd meetings', proposal().replace('made_at: session', 'made_at: [session]')],
    ['an unknown state', proposal('state: ARN')],
    ['a name', proposal('state: Armenia')],
    ['a person alone', proposal('person: pashinyan')],
    ['an organization', proposal('organization: cis')],
    ['a broken line', proposal('state: "ARM')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text, session(OTHERS))).toEqual([]));

  it('leaves strangers to the organization to another rule', () => {
    const text = proposal('state: JPN');
    expect(messagesOf(RULE, text, session(OTHERS))).toEqual([]);
    expect(messagesOf('proposer-not-member', text, session(OTHERS))).toHaveLength(1);
    const elsewhere = text.replace('organization: csto', 'organization: un');
    expect(messagesOf(RULE, elsewhere, session(OTHERS))).toHaveLength(1);
    expect(messagesOf(RULE, elsewhere.replace('JPN', 'JPX'), session(OTHERS))).toEqual([]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it('the state is marked', () => {
    const text = convert(proposal("office: Վարչապետ, state: 'ARM'"));
    expect(problemsOf(RULE, text, session(OTHERS)).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "'ARM'",
    ]);
  });
});
