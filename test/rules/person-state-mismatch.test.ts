/** `person-state-mismatch`: persons beside a state that they never served, wherever the model puts the two side by side. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'person-state-mismatch';
const person = (offices: string) => ({
  'persons/mira.yaml': `kind: person\nid: mira\nname: Mira Lund\n${offices && `offices: ${offices}\n`}`,
});
const NORWEGIAN = person('[{ title: Minister of Foreign Affairs, state: NOR, from: 2019 }]');
const summit = (lines: string) =>
  `kind: summit\nid: meeting\nname: Meeting\norganization: osce\nstatus: held\ndate: 2025-02-03\n${lines}`;
const proposal = (party: string) =>
  `kind: proposal\nid: idea\ntitle: Idea\ntype: position\nparties:\n  - ${party}\ndomains: [energy]\nstatus: proposed\n`;

describe(RULE, () => {
  it('tells of Japarov with Kazakhstan, and leads to his offices', () => {
    const japarov = {
      'persons/sadyr-japarov.yaml':
        'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\noffices:\n  - { title: President, state: KGZ, from: 2021-01-28 }\n',
    };
    const [problem] = problemsOf(RULE, proposal('{ state: KAZ, person: sadyr-japarov }'), japarov);
    expect(problem?.message).toBe(
      'Sadyr Japarov has held office in Kyrgyzstan, not in Kazakhstan: correct the state or the person.',
    );
    expect(problem?.related).toEqual([
      { kind: 'person', id: 'sadyr-japarov', path: ['offices', 0], message: 'Sadyr Japarov: President' },
    ]);
  });

  it.each([
    ['participants', 'participants: [{ person: mira, state: ⟦SWE⟧, role: member }]\n'],
    ['the chair', 'chair:\n  person: mira\n  state: ⟦SWE⟧\n'],
  ])('looks at %s', (_, lines) => {
    const [problem, ...others] = problemsOf(RULE, summit(lines), NORWEGIAN);
    const { document, span } = problem!;
    expect(document.yaml.text.slice(span.start, span.end)).toBe('SWE');
    expect(others).toEqual([]);
  });

  it('names all states that a person has served', () => {
    const both = person(
      '[{ title: Envoy, state: NOR }, { title: Envoy, state: DNK, to: 2001 }, { title: Head, state: NOR }]',
    );
    expect(messagesOf(RULE, proposal('{ state: SWE, person: mira }'), both)).toEqual([
      'Mira Lund has held office in Norway and Denmark, not in Sweden: correct the state or the person.',
    ]);
  });

  it('names a state that no record is about by its id', () => {
    expect(
      messagesOf(RULE, proposal('{ state: SWE, person: mira }'), person('[{ title: Envoy, state: XQQ }]')),
    ).toEqual(['Mira Lund has held office in XQQ, not in Sweden: correct the state or the person.']);
  });

  it('offers nothing where the state stands elsewhere', () => {
    const text = proposal('&s { state: SWE, role: supporter }\n  - { <<: *s, person: mira }');
    expect(messagesOf(RULE, text, NORWEGIAN)).toHaveLength(1);
    expect(titlesOf(RULE, text, NORWEGIAN)).toEqual([]);
  });

  it.each([
    ['the state that is served', '{ state: NOR, person: mira }', NORWEGIAN],
    [
      'a state served long ago',
      '{ state: DNK, person: mira }',
      person('[{ title: A, state: NOR }, { title: B, state: DNK, to: 1999 }]'),
    ],
    ['a person without offices', '{ state: SWE, person: mira }', person('')],
    ['an officer of an organization', '{ state: SWE, person: mira }', person('[{ title: Head, organization: osce }]')],
    ['a person alone', '{ person: mira }', NORWEGIAN],
    ['an unknown person', '{ state: SWE, person: mirra }', NORWEGIAN],
    ['a person named by a name', '{ state: SWE, person: Mira Lund }', NORWEGIAN],
    ['an unknown state', '{ state: XQQ, person: mira }', NORWEGIAN],
    ['odd values', '{ state: [SWE], person: { a: mira } }', NORWEGIAN],
    ['a text', 'mira of SWE', NORWEGIAN],
    ['odd offices', '{ state: SWE, person: mira }', person('[7, null, { title: [x], state: NOR }, { state: DNK }]')],
    ['offices that are a text', '{ state: SWE, person: mira }', person('Minister')],
  ])('says nothing of %s', (_, party, others) => {
    expect(messagesOf(RULE, proposal(party), others)).toEqual([]);
  });

  it('speaks again when the person’s record changes', () => {
    const workspace = makeWorkspace({ 'idea.yaml': proposal('{ state: SWE, person: mira }'), ...NORWEGIAN }, rules);
    const said = () => workspace.problemsOf(`${ROOT}/idea.yaml`).filter(({ rule }) => rule === RULE).length;
    expect(said()).toBe(1);
    const [[name, text]] = Object.entries(NORWEGIAN) as [[string, string]];
    workspace.apply([{ uri: `${ROOT}/${name}`, text: text.replace('NOR', 'SWE') }]);
    workspace.check();
    expect(said()).toBe(0);
  });

  const stories: Readonly<Record<string, Story>> = {
    'the state of the offices': {
      before: proposal('{ state: "SWE", person: mira } # at lunch'),
      fix: 'Change to `NOR`',
      after: proposal('{ state: "NOR", person: mira } # at lunch'),
      others: NORWEGIAN,
    },
  };
  describe.each(lineEnds)('with %s', (_, convert) => {
    it.each(Object.entries(stories))('writes %s', (_, story) => tell(RULE, story, convert));
  });
});
