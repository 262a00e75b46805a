/** `anachronistic-organization`: organizations before their founding and after their end, and what stood in their place. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'anachronistic-organization';
const CITED = 'citations: [{ source: example-report }]\n';
const summit = (lines: string) => `kind: summit\nid: meeting\nname: Meeting\nstatus: held\n${lines}${CITED}`;
const proposal = (lines: string) =>
  `kind: proposal\nid: idea\ntitle: An idea\n${lines}domains: []\nstatus: proposed\n${CITED}`;
const text = (lines: string) => `kind: document\nid: text\ntitle: A text\n${lines}${CITED}`;
const LAKES = {
  'lakes.yaml': [
    'kind: organization\nid: lake-talks\nname: Lake Talks\ntype: process\nfounded: { in_force: 1980 }\ndissolved: 1989\n',
    'kind: organization\nid: lake-forum\nname: Lake Forum\ntype: forum\npredecessor: lake-talks\nfounded: { signed: 1990-05-01 }\ndissolved: { value: 1999-12-31, text: at the end of the century }\n',
    'kind: organization\nid: lake-forum-council\nname: Lake Forum Council\ntype: body\nparent: lake-forum\n',
    'kind: organization\nid: lake-union\nname: Lake Union\nabbreviation: LU\ntype: organization\npredecessor: lake-forum\nfounded: { signed: 2000-01-01, in_force: 2001-06 }\n',
    'kind: organization\nid: lake-bank\nname: Lake Bank\ntype: fund\npredecessor: lake-forum\nfounded: { in_force: 2003 }\n',
    'kind: organization\nid: lake-academy\nname: Lake Academy\ntype: centre\nparent: lake-union\nfounded: { signed: 1995 }\n',
    'kind: organization\nid: lake-computer-centre\nname: Lake Computer Centre\ntype: centre\nparent: lake-union\nfounded: { signed: 2010 }\n',
  ].join('---\n'),
};
const said = (record: string) => messagesOf(RULE, record, LAKES);

describe(RULE, () => {
  it('tells of the CSTO in 1999, and leads to its founding', () => {
    const [problem] = problemsOf(RULE, summit('organization: csto\ndate: 1999\n'));
    expect(problem?.message).toBe(
      'The CSTO did not exist yet in 1999: it was founded on 7 October 2002. Write `cst`, or correct the date.',
    );
    expect(problem?.related).toEqual([
      {
        kind: 'organization',
        id: 'csto',
        path: ['founded', 'signed', 'value'],
        message: 'The CSTO was founded: 7 October 2002',
      },
    ]);
    expect(problem?.fixes().map(({ title, certain }) => [title, certain === true])).toEqual([
      ['Change to `cst`', false],
    ]);
  });

  it('tells of what existed no more, and offers what took over', () => {
    expect(said(summit('organization: lake-forum\ndate: 2005-05-05\n'))).toEqual([
      'Lake Forum existed no more on 5 May 2005: it was dissolved on 31 December 1999. Write `lake-bank` or `lake-union`, or correct the date.',
    ]);
    expect(problemsOf(RULE, summit('organization: lake-forum\ndate: 2005-05-05\n'), LAKES)[0]?.related).toEqual([
      {
        kind: 'organization',
        id: 'lake-forum',
        path: ['dissolved', 'value'],
        message: 'Lake Forum was dissolved: 31 December 1999',
      },
    ]);
    expect(titlesOf(RULE, summit('organization: lake-forum\ndate: 2001-05-05\n'), LAKES)).toEqual([
      'Change to `lake-union`',
    ]);
    expect(said(summit('organization: rcd\ndate: 1980\n'))).toEqual([
      'The RCD existed no more in 1980: it was dissolved in 1979. Name another organization, or correct the date.',
    ]);
  });

  it('leads to the end of what existed no more', () => {
    const related = (date: string) =>
      problemsOf(RULE, summit(`organization: ${date}`), LAKES).flatMap((problem) =>
        problem.related.map(({ path }) => path),
      );
    expect(related('lake-forum\ndate: 2005-05-05\n')).toEqual([['dissolved', 'value']]);
    expect(related('lake-talks\ndate: 2005-05-05\n')).toEqual([['dissolved']]);
  });

  it('goes back and on until it finds what existed', () => {
    expect(titlesOf(RULE, summit('organization: lake-union\ndate: 1985\n'), LAKES)).toEqual(['Change to `lake-talks`']);
    expect(titlesOf(RULE, summit('organization: lake-talks\ndate: 2002\n'), LAKES)).toEqual(['Change to `lake-union`']);
    expect(titlesOf(RULE, summit('organization: lake-talks\ndate: 1970\n'), LAKES)).toEqual([]);
    const circle = {
      'circle.yaml':
        'kind: organization\nid: a\nname: A\ntype: forum\npredecessor: b\nfounded: { signed: 2000 }\n---\nkind: organization\nid: b\nname: B\ntype: forum\npredecessor: a\nfounded: { signed: 2000 }\n',
    };
    expect(titlesOf(RULE, summit('organization: a\ndate: 1970\n'), circle)).toEqual([]);
    expect(messagesOf(RULE, summit('organization: a\ndate: 1970\n'), circle)).toHaveLength(1);
  });

  it('counts an organization as founded when it is signed or in force, whichever comes first', () => {
    expect(said(summit('organization: lake-union\ndate: 1999-12-31\n'))).toHaveLength(1);
    expect(said(summit('organization: lake-union\ndate: 2000-01-01\n'))).toEqual([]);
    expect(said(summit('organization: ots\ndate: 2009-10-03\n'))).toEqual([]);
    const early = {
      'early.yaml':
        'kind: organization\nid: early\nname: Early\ntype: forum\nfounded: { signed: 2005-05-05, in_force: 2004-01-01 }\n',
    };
    expect(messagesOf(RULE, summit('organization: early\ndate: 2004-02-01\n'), early)).toEqual([]);
    expect(messagesOf(RULE, summit('organization: early\ndate: 2003\n'), early)).toEqual([
      'Early did not exist yet in 2003: it was founded on 1 January 2004. Name another organization, or correct the date.',
    ]);
  });

  it('goes by the record of a body, and else by that of what it is part of', () => {
    expect(said(summit('organization: lake-academy\ndate: 1996\n'))).toEqual([]);
    expect(said(summit('organization: lake-academy\ndate: 1994\n'))).toHaveLength(1);
    expect(said(summit('organization: lake-union\nbody: lake-computer-centre\ndate: 2005\n'))).toEqual([
      'Lake Computer Centre did not exist yet in 2005: it was founded in 2010. Name another organization, or correct the date.',
    ]);
    expect(said(text('type: plan\norganization: csto-csc\nadopted: 1999\n'))).toEqual([
      'The CSTO did not exist yet in 1999: it was founded on 7 October 2002. Name another organization, or correct the date.',
    ]);
    expect(said(summit('organization: lake-forum-council\ndate: 2005\n'))).toHaveLength(1);
  });

  it('says it once of an organization and its bodies', () => {
    const both = summit('body: csto-csc\norganization: csto\ndate: 1999\nparticipants: [{ organization: csto }]\n');
    const marked = problemsOf(RULE, both).map(({ span }) => both.slice(span.start, span.end));
    expect(marked).toEqual(['csto']);
    expect(problemsOf(RULE, both)[0]?.span.start).toBe(both.indexOf('organization: csto') + 'organization: '.length);
  });

  it('marks the organization itself where a body of it comes first', () => {
    const both = summit('participants: [{ organization: csto-csc }]\norganization: csto\ndate: 1999\n');
    const marked = problemsOf(RULE, both).map(({ span }) => both.slice(span.start, span.end));
    expect(marked).toEqual(['csto']);
    const bodies = summit(
      'organization: cst\ndate: 1999\nparticipants: [{ organization: csto-csc }, { organization: csto-cfm }]\n',
    );
    expect(problemsOf(RULE, bodies).map(({ span }) => bodies.slice(span.start, span.end))).toEqual(['csto-csc']);
  });

  it('tells of a founding document after the end', () => {
    expect(said(text('type: charter\norganization: lake-forum\nsigned: 2005\n'))).toHaveLength(1);
  });

  it('leaves a body alone that the predecessor may have had', () => {
    expect(said(summit('organization: cst\nbody: csto-csc\ndate: 1999\n'))).toEqual([]);
  });

  it.each([
    ['a chairmanship', 'kind: chairmanship\nid: c\norganization: csto\nstate: RUS\nfrom: 1999\nto: 2005\n'],
    [
      'the addressee of a proposal',
      proposal('type: adopt-programme\nparties: [{ state: RUS }]\naddressed_to: { organization: csto }\ndate: 1999\n'),
    ],
    ['a party of a proposal', proposal('type: position\nparties: [{ organization: csto }]\ndate: 1999\n')],
    ['a document', text('type: statement\norganization: csto\nadopted: 1999\n')],
    ['a document by the day of its signing', text('type: statement\norganization: csto\nsigned: 1999\n')],
    ['a participant', summit('organization: cst\ndate: 1999\nparticipants: [{ organization: csto, role: guest }]\n')],
  ])('tells of %s', (_, record) => {
    expect(messagesOf(RULE, record)).toHaveLength(1);
    expect(titlesOf(RULE, record)).toEqual(['Change to `cst`']);
  });

  it.each([
    ['the year of the founding', summit('organization: csto\ndate: 2002\n')],
    ['an approximate date', summit('organization: csto\ndate: 1999~\n')],
    ['a date that is open', summit('organization: csto\ndate: 1999/..\n')],
    ['a period that begins before', summit('organization: csto\ndate: 1999/2003\n')],
    ['a period turned round', summit('organization: csto\ndate: 1999/1998\n')],
    ['a date that is none', summit('organization: csto\ndate: 1999-2-30\n')],
    ['no date', summit('organization: csto\n')],
    ['an organization of which nobody knows since when', summit('organization: iom\ndate: 1900\n')],
    ['an unknown organization', summit('organization: csto1\ndate: 1900\n')],
    ['an odd one', summit('organization: [csto]\nbody: { a: 1 }\ndate: 1900\n')],
    ['the year of the end', summit('organization: lake-talks\ndate: 1989\n')],
    ['what prepares the founding', summit('organization: csto\nformat: preparatory\ndate: 2002-05\n')],
    ['a charter', text('type: charter\norganization: csto\nsigned: 2002-09-01\n')],
    ['an agreement', text('type: agreement\norganization: eu\nsigned: 1992-02-07\n')],
    ['a document without a date', text('type: statement\norganization: csto\n')],
    [
      'what came of a proposal',
      proposal('type: new-format\nparties: [{ state: KAZ }]\ndate: 1992\nresult: { organization: cica }\n'),
    ],
    [
      'what came of a proposal of any sort',
      proposal('type: position\nparties: [{ state: KAZ }]\ndate: 1980\nresult: { organization: cica }\n'),
    ],
    [
      'a person with the id of an organization',
      summit('organization: cst\ndate: 1999\nparticipants: [{ person: csto }]\n'),
    ],
    [
      'what a proposal wants to set up',
      proposal(
        'type: establish-body\nparties: [{ state: KAZ }]\naddressed_to: { organization: cica }\ndate: 1992-10-05\n',
      ),
    ],
    ['a state', 'kind: state\nid: KAZ\nname: Kazakhstan\n'],
    [
      'the predecessor of an organization',
      'kind: organization\nid: x\nname: X\ntype: forum\npredecessor: csto\nfounded: { signed: 1990 }\n',
    ],
    ['an office', 'kind: person\nid: p\nname: P\noffices: [{ title: Secretary, organization: csto, from: 1999 }]\n'],
  ])('says nothing of %s', (_, record) => expect(said(record)).toEqual([]));

  it('bears records of any sort', () => {
    const odd = (lines: string) => ({
      'odd.yaml': `kind: organization\nid: odd\nname: Odd\ntype: forum\n${lines}`,
    });
    for (const founded of [
      '7',
      '[]',
      '{ signed: }',
      '{ signed: 2010-2-3, in_force: 2011 }',
      '{ place: X }',
      '{ signed: 2011/2010 }',
    ]) {
      const record = summit('organization: odd\ndate: 1999\n');
      expect(messagesOf(RULE, record, odd(`founded: ${founded}\n`)), founded).toEqual([]);
    }
    for (const dissolved of ['', '7', '[1980]', '1980~', '{ text: long ago }', '1981/1980']) {
      const record = summit('organization: odd\ndate: 1999\n');
      expect(messagesOf(RULE, record, odd(`dissolved: ${dissolved}\n`)), dissolved).toEqual([]);
    }
    for (const value of ['7', '[organization]', '{ organization: { csto: } }', 'csto']) {
      expect(said(proposal(`type: [x]\nparties: ${value}\naddressed_to: ${value}\ndate: 1999\n`)), value).toEqual([]);
    }
  });

  it('is the only one to speak of what it sees', () => {
    const record = summit(
      'organization: csto\nbody: csto-csc\nformat: regular\ndate: 1999\nhost: JPN\nparticipants:\n  - { state: RUS, role: observer }\n  - { state: JPN, role: member }\n',
    );
    const workspace = makeWorkspace({ 'meeting.yaml': record }, rules);
    const found = new Set(workspace.problemsOf(`${ROOT}/meeting.yaml`).map(({ rule }) => rule));
    for (const rule of ['host-not-member', 'participant-not-member', 'participant-role', 'missing-member']) {
      expect(found).not.toContain(rule);
    }
    expect(found).toContain(RULE);
  });
});

const STORIES: Readonly<Record<string, Story>> = {
  'the predecessor': {
    before: summit('organization: "csto" # ОДКБ\ndate: 1999-04-02\n'),
    fix: 'Change to `cst`',
    after: summit('organization: "cst" # ОДКБ\ndate: 1999-04-02\n'),
  },
  'the successor': {
    before: proposal('type: position\nparties: [{ organization: lake-forum, role: proposer }]\ndate: 2005\n'),
    fix: 'Change to `lake-bank`',
    after: proposal('type: position\nparties: [{ organization: lake-bank, role: proposer }]\ndate: 2005\n'),
    others: LAKES,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s is taken', (_name, story) => tell(RULE, story, convert));
});
