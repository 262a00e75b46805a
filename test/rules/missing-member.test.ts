/** `missing-member`: who is not on the list of a regular meeting, and how it is added. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, after as textAfter, titlesOf } from './support.ts';

const RULE = 'missing-member';
const HEAD = 'kind: summit\nid: session\nname: Session\norganization: csto\n';
const REGULAR = `${HEAD}format: regular\nstatus: held\n`;
const DAY = 'date: 2024-11-28\n';
const END = 'citations: [{ source: example-report }]\n';
const FIVE = ['BLR', 'KAZ', 'KGZ', 'RUS', 'TJK'];
const listing = (states: readonly string[]) =>
  `participants:\n${states.map((state) => `  - { state: ${state}, role: member }\n`).join('')}`;
const session = (lines: string) => `${REGULAR}${DAY}${lines}${END}`;
const PERSONS = {
  'persons.yaml': [
    'kind: person\nid: pashinyan\nname: Nikol Pashinyan\noffices: [{ title: Prime Minister, state: ARM }]\n',
    'kind: person\nid: zas\nname: Stanislav Zas\noffices: [{ title: Secretary General, organization: csto }]\n',
    'kind: person\nid: unknown\nname: Somebody\n',
  ].join('---\n'),
};

describe(RULE, () => {
  it('tells of Armenia at the session of 2024, and leads to its membership', () => {
    const [problem] = problemsOf(RULE, session(listing(FIVE)));
    expect(problem?.message).toBe(
      'Armenia was a member of the CSTO on 28 November 2024, and was not listed. Add who is missing, as absent if nobody came.',
    );
    expect(problem?.severity).toBe('hint');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'csto', path: ['members', 0], message: '`ARM`: a member' },
    ]);
  });

  it('names several, and of many the first', () => {
    expect(messagesOf(RULE, session(listing(FIVE.slice(0, 4))))).toEqual([
      'Armenia and Tajikistan were members of the CSTO on 28 November 2024, and were not listed. Add who is missing, as absent if nobody came.',
    ]);
    const nato = session(listing(['BEL'])).replace('csto', 'nato');
    expect(messagesOf(RULE, nato)).toEqual([
      'Canada, Denmark, France, United Kingdom, Iceland and 25 others were members of NATO on 28 November 2024, and were not listed. Add who is missing, as absent if nobody came.',
    ]);
  });

  it('takes an ordinal for the mark of a regular meeting', () => {
    expect(messagesOf(RULE, `${HEAD}ordinal: 3\nstatus: held\n${DAY}${listing(FIVE)}${END}`)).toHaveLength(1);
    expect(messagesOf(RULE, `${HEAD}status: held\n${DAY}${listing(FIVE)}${END}`)).toEqual([]);
  });

  it('tells of no meeting of another format, whatever its number', () => {
    expect(messagesOf(RULE, `${HEAD}format: informal\nordinal: 3\nstatus: held\n${DAY}${listing(FIVE)}${END}`)).toEqual(
      [],
    );
  });

  it('names six in full, and leads to the first five', () => {
    const states = ['EST', 'FIN', 'ISL', 'LTU', 'LVA', 'NOR', 'SWE'];
    const union = {
      'lake-union.yaml': `kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\nmembers:\n${states.map((state) => `  - { state: ${state}, status: member }\n`).join('')}`,
    };
    const [problem] = problemsOf(RULE, session(listing(['EST'])).replace('csto', 'lake-union'), union);
    expect(problem?.message).toBe(
      'Finland, Iceland, Lithuania, Latvia, Norway and Sweden were members of Lake Union on 28 November 2024, and were not listed. Add who is missing, as absent if nobody came.',
    );
    expect(problem?.related.map(({ path }) => path[1])).toEqual([1, 2, 3, 4, 5]);
  });

  it('offers to add nobody where everyone who is missing was at home', () => {
    const block = (state: string) => `  - state: ${state}\n    role: member\n`;
    const list = `participants:\n${FIVE.map(block).join('')}`;
    expect(titlesOf(RULE, session(list))).toEqual(['Add `ARM` as absent']);
    expect(titlesOf(RULE, session(`host: ARM\n${list}`))).toEqual(['Add `ARM`']);
  });

  it('waits until a list can be read', () => {
    const broken = listing(FIVE).replace('{ state: TJK', '{ state: "TJK');
    expect(messagesOf(RULE, `${REGULAR}${DAY}${END}${broken}`)).toEqual([]);
  });

  it('speaks of meetings of any rank', () => {
    expect(messagesOf(RULE, session(`body: csto-cfm\nlevel: foreign-ministers\n${listing(FIVE)}`))).toHaveLength(1);
  });

  it('expects members for certain only', () => {
    const ots = (date: string, states: string[]) =>
      messagesOf(RULE, `${REGULAR}date: ${date}\n${listing(states)}${END}`.replace('csto', 'ots'));
    const four = ['AZE', 'KAZ', 'KGZ', 'TUR'];
    expect(ots('2018-09-03', four)).toEqual([]);
    expect(ots('2019-10-15', four)).toEqual([]);
    expect(ots('2019', four)).toEqual([]);
    expect(ots('2021-11-12~', four)).toEqual([]);
    expect(ots('2021-11-12', four)).toHaveLength(1);
    expect(ots('2025-10-07', [...four, 'UZB'])).toEqual([]);
    const out = (date: string) => messagesOf(RULE, session(listing([...FIVE, 'ARM'])).replace('2024-11-28', date));
    expect([out('2012-12-18'), out('2012-12-19'), out('2013-09-23')].map(({ length }) => length)).toEqual([1, 0, 0]);
  });

  it('expects no one that is suspended or frozen, or whose end cannot be read', () => {
    const union = (entry: string) => ({
      'lake-union.yaml': `kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\nmembers:\n  - { state: EST, status: member }\n  - { state: FIN, status: member${entry} }\n`,
    });
    const said = (entry: string) =>
      messagesOf(RULE, session(listing(['EST'])).replace('csto', 'lake-union'), union(entry)).length;
    expect(said('')).toBe(1);
    expect(said(', to: 2030')).toBe(1);
    expect(said(', to: 2024-2-1')).toBe(0);
    expect(said(', to: 2024')).toBe(0);
    expect(said(' }\n  - { state: FIN, status: suspended, from: 2020')).toBe(0);
    expect(said(' }\n  - { state: FIN, status: frozen, from: 2024-02')).toBe(0);
    expect(said(' }\n  - { state: FIN, status: suspended, from: 2020, to: 2022')).toBe(1);
  });

  it('expects organizations that are members', () => {
    const others = {
      'lake-union.yaml':
        'kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\nmembers: [{ state: EST, status: member }, { organization: eu, status: member }]\n',
    };
    const text = session(listing(['EST'])).replace('csto', 'lake-union');
    expect(messagesOf(RULE, text, others)).toEqual([
      'The EU was a member of Lake Union on 28 November 2024, and was not listed. Add who is missing, as absent if nobody came.',
    ]);
    expect(textAfter(text, fixOf(RULE, text, 'Add `eu` as absent', others))).toContain(
      '  - { organization: eu, role: member, capacity: absent }\n',
    );
  });

  it('takes a person for the state of an office', () => {
    const said = (person: string) =>
      messagesOf(RULE, session(`${listing(FIVE)}  - { person: ${person} }\n`), PERSONS).length;
    expect(said('pashinyan')).toBe(0);
    expect(said('zas')).toBe(1);
    expect(said('unknown')).toBe(0);
    expect(said('nobody')).toBe(0);
  });

  it.each([
    ['a meeting without participants', session('')],
    ['an empty list', session('participants: []\n')],
    ['everybody', session(listing([...FIVE, 'ARM']))],
    ['who is there in another role', session(`${listing(FIVE)}  - { state: ARM, role: observer }\n`)],
    ['who is absent', session(`${listing(FIVE)}  - { state: ARM, role: member, capacity: absent }\n`)],
    ['a list of guests', session('participants: [{ state: SRB, role: guest }]\n')],
    ['a meeting still to come', session(listing(FIVE)).replace('held', 'planned')],
    ['a meeting that was called off', session(listing(FIVE)).replace('held', 'cancelled')],
    ['an informal meeting', session(listing(FIVE)).replace('regular', 'informal')],
    ['a jubilee', session(listing(FIVE)).replace('regular', 'jubilee')],
    ['a list that somebody is at', session(`${listing(FIVE)}  -\n`)],
    ['a participant that is unknown', session(`${listing(FIVE)}  - { state: ARN, role: member }\n`)],
    ['a participant that is named', session(`${listing(FIVE)}  - { state: Armenia, role: member }\n`)],
    ['a participant of another sort', session(`${listing(FIVE)}  - ARM\n`)],
    ['a participant on a broken line', session(`${listing(FIVE)}  - { state: ARM, role: "member }\n`)],
    ['no date', session(listing(FIVE)).replace(DAY, '')],
    ['a date that is none', session(listing(FIVE)).replace('2024-11-28', '28.11.2024')],
    ['an organization that is unknown', session(listing(FIVE)).replace('csto', 'cstoo')],
    ['a map instead of a list', session('participants: { state: KAZ }\n')],
    ['a text instead of a list', session('participants: KAZ\n')],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it('adds the host and the chair as those who were there', () => {
    const text = session(`host: KAZ\nchair: { state: KGZ }\n${listing(['BLR', 'RUS', 'TJK'])}`);
    expect(titlesOf(RULE, text)).toEqual(['Add `ARM` as absent', 'Add `KAZ` and `KGZ`']);
    const both = textAfter(text, fixOf(RULE, text, 'Add `KAZ` and `KGZ`'));
    expect(both).toBe(session(`host: KAZ\nchair: { state: KGZ }\n${listing(['BLR', 'RUS', 'TJK', 'KAZ', 'KGZ'])}`));
    expect(titlesOf(RULE, both)).toEqual(['Add `ARM` as absent']);
  });

  it('looks past entries of the members that are half written', () => {
    const union =
      'kind: organization\nid: lake-union\nname: Lake Union\ntype: organization\nmembers: [{ state: EST, status: member }, { state: FIN }, 7]\n';
    const text = session(listing(['EST'])).replace('csto', 'lake-union');
    expect(messagesOf(RULE, text, { 'lake-union.yaml': union })).toEqual([]);
    const body = 'kind: organization\nid: board\nname: Board\ntype: body\nparent: csto\nmembers: [{ state: ARM }]\n';
    expect(messagesOf(RULE, session(listing(FIVE)).replace('csto', 'board'), { 'board.yaml': body })).toHaveLength(1);
  });

  it('adds nothing to a list that an alias stands for', () => {
    const text = `${REGULAR}${DAY}note: &p [{ state: KAZ }]\nparticipants: *p\n${END}`;
    expect(messagesOf(RULE, text)).toHaveLength(1);
    expect(titlesOf(RULE, text)).toEqual([]);
  });
});

const ABSENT = 'Add `ARM` as absent';
const flow = (states: readonly string[]) => states.map((state) => `{ state: ${state} }`).join(', ');
const STORIES: Readonly<Record<string, Story>> = {
  'in braces, as the others': {
    before: session(`${listing(FIVE)}# five presidents\n`),
    fix: ABSENT,
    after: session(`${listing(FIVE)}  - { state: ARM, role: member, capacity: absent }\n# five presidents\n`),
  },
  'with a line a key, as the others': {
    before: session(`${listing(FIVE.slice(0, 4))}  - state: TJK # Душанбе\n    role: member\n`),
    fix: ABSENT,
    after: session(
      `${listing(FIVE.slice(0, 4))}  - state: TJK # Душанбе\n    role: member\n  - state: ARM\n    role: member\n    capacity: absent\n`,
    ),
  },
  'below a list without indentation': {
    before: session(`participants:\n${FIVE.map((state) => `- state: ${state}\n`).join('')}`),
    fix: ABSENT,
    after: session(
      `participants:\n${FIVE.map((state) => `- state: ${state}\n`).join('')}- state: ARM\n  role: member\n  capacity: absent\n`,
    ),
  },
  'in braces below an alias': {
    before: session(`chair: &c { state: KGZ }\n${listing(FIVE.filter((state) => state !== 'KGZ'))}  - *c\n`),
    fix: ABSENT,
    after: session(
      `chair: &c { state: KGZ }\n${listing(FIVE.filter((state) => state !== 'KGZ'))}  - *c\n  - { state: ARM, role: member, capacity: absent }\n`,
    ),
  },
  'within brackets': {
    before: session(`participants: [${flow(FIVE)}] # five\n`),
    fix: ABSENT,
    after: session(`participants: [${flow(FIVE)}, { state: ARM, role: member, capacity: absent }] # five\n`),
  },
  'within brackets over several lines, with a comma at the end': {
    before: session(`participants: [\n  ${flow(FIVE)}, # five\n]\n`),
    fix: ABSENT,
    after: session(`participants: [\n  ${flow(FIVE)}, { state: ARM, role: member, capacity: absent }, # five\n]\n`),
  },
  'at the end of a text that has no end': {
    before: `${REGULAR}${DAY}${listing(FIVE)}`.trimEnd(),
    fix: ABSENT,
    after: `${REGULAR}${DAY}${listing(FIVE)}  - { state: ARM, role: member, capacity: absent }`,
  },
  'together with others': {
    before: session(listing(FIVE.slice(1))),
    fix: 'Add `ARM` and `BLR` as absent',
    after: session(
      `${listing(FIVE.slice(1))}  - { state: ARM, role: member, capacity: absent }\n  - { state: BLR, role: member, capacity: absent }\n`,
    ),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('who was missing is added %s', (_name, story) => tell(RULE, story, convert));

  it('the key is marked', () => {
    const text = convert(`${REGULAR}theme: Ереван 🇦🇲\n${DAY}${listing(FIVE)}${END}`);
    expect(problemsOf(RULE, text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['participants']);
  });
});
