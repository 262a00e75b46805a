/** `duplicate-id`, `interval-reversed` and `proposal-outside-summit`: what is one, what is none, and the fixes. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const CHAIR = 'kind: chairmanship\nid: chair\norganization: x-org\nstate: KGZ\n';
const SUMMIT = 'kind: summit\nid: gabala\nname: Gabala summit\norganization: x-org\nstatus: held\ndate: 2025-10-07\n';
const PROPOSAL =
  'kind: proposal\nid: idea\ntitle: An idea\ntype: position\nparties: [{ state: KAZ }]\nmade_at: gabala\n';
const END = 'domains: []\nstatus: proposed\n';
const summit = (date: string) => ({ 'gabala.yaml': SUMMIT.replace('2025-10-07', date) });

describe('duplicate-id', () => {
  it('tells of a record with the same id in another file, and leads there', () => {
    const [problem] = problemsOf('duplicate-id', ORG, { 'other.yaml': ORG });
    expect(problem?.message).toBe('Another organization has this id, too: give one of them another.');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'x-org', path: ['id'], message: 'The other organization' },
    ]);
  });

  it('tells of ids that differ in case only', () => {
    expect(messagesOf('duplicate-id', ORG, { 'other.yaml': ORG.replace('x-org', 'X-Org') })).toEqual([
      'Another organization has the id `X-Org`, which differs in case only: give one of them another.',
    ]);
  });

  it.each([
    ['records of two kinds', ORG, 'kind: person\nid: x-org\nname: A\n'],
    ['a record that takes the place of one in the registry', 'kind: state\nid: KAZ\nname: Kazakhstan\n', ''],
    ['records without an id', 'kind: person\nname: A\n', 'kind: person\nname: B\n'],
  ])('says nothing of %s', (_, text, other) => {
    expect(messagesOf('duplicate-id', text, { 'other.yaml': other })).toEqual([]);
  });
});

const REVERSED: Readonly<Record<string, Story>> = {
  'a period is turned round': {
    before: `${ORG}founded: { signed: '2024-11/2024-10-31' }\n`,
    fix: 'Write `2024-10-31/2024-11`',
    after: `${ORG}founded: { signed: '2024-10-31/2024-11' }\n`,
  },
  'from and to change places, each with its quotes': {
    before: `${CHAIR}from: "2025-01-01"\nto: 2024-12-31 # the end\n`,
    fix: 'Swap `from` and `to`',
    after: `${CHAIR}from: 2024-12-31\nto: "2025-01-01" # the end\n`,
  },
  'so do those of an office': {
    before: 'kind: person\nid: a\nname: A\noffices: [{ title: President, state: KGZ, from: 2021, to: 2020-10 }]\n',
    fix: 'Swap `from` and `to`',
    after: 'kind: person\nid: a\nname: A\noffices: [{ title: President, state: KGZ, from: 2020-10, to: 2021 }]\n',
  },
  'and the values of the long form': {
    before: `${CHAIR}from: { value: 2025, text: in 2025 }\nto: 2024\n`,
    fix: 'Swap `from` and `to`',
    after: `${CHAIR}from: { value: 2024, text: in 2025 }\nto: 2025\n`,
  },
};

const OUTSIDE: Readonly<Record<string, Story>> = {
  'a date before the meeting': {
    before: `${PROPOSAL}date: 2025-09-07 # c\n${END}`,
    fix: 'Write `2025-10-07`',
    after: `${PROPOSAL}date: 2025-10-07 # c\n${END}`,
    others: summit('2025-10-07'),
  },
  'a meeting of several days': {
    before: `${PROPOSAL}date: { value: "2025-09-02", text: on Tuesday }\n${END}`,
    fix: 'Write `2025-08-31/2025-09-01`',
    after: `${PROPOSAL}date: { value: "2025-08-31/2025-09-01", text: on Tuesday }\n${END}`,
    others: summit('{ value: 2025-08-31/2025-09-01, text: two days }'),
  },
  'a meeting of which only the year is known': {
    before: `${PROPOSAL}date: 2024-10-07\n${END}`,
    fix: 'Write `2025`',
    after: `${PROPOSAL}date: 2025\n${END}`,
    others: summit('2025'),
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(REVERSED))('interval-reversed: %s', (_name, story) =>
    tell('interval-reversed', story, convert),
  );
  it.each(Object.entries(OUTSIDE))('proposal-outside-summit: %s', (_name, story) => {
    tell('proposal-outside-summit', story, convert);
  });
});

describe('interval-reversed', () => {
  it.each([
    ['a shared day', `${CHAIR}from: 2025-01-01\nto: 2025-01-01\n`],
    ['coarse dates that may be in order', `${CHAIR}from: 2025-10-07\nto: 2025\n`],
    ['an end that is open', `${CHAIR}from: 2025-01-01/..\nto: 2026\n`],
    ['a date that is none', `${CHAIR}from: 2025-8-1\nto: 2024\n`],
    ['an end without a beginning', `${CHAIR.replace('state', 'from: 2025\nstate')}`],
    [
      'the founding of a body, which may be signed and be in force on any day',
      `${ORG}founded: { signed: 2025, in_force: 2024 }\n`,
    ],
  ])('says nothing of %s', (_, text) => expect(messagesOf('interval-reversed', text)).toEqual([]));

  it('tells a reversed period once, also where it is one of a pair', () => {
    expect(messagesOf('interval-reversed', `${CHAIR}from: 2025-02/2025-01\nto: 2024\n`)).toEqual([
      'This period ends before it starts: `2025-01/2025-02` would be the right way round.',
    ]);
  });

  it('says when', () => {
    expect(messagesOf('interval-reversed', `${CHAIR}from: 2025-01-01\nto: 2024-12\n`)).toEqual([
      'This ends (some time in December 2024) before it starts (1 January 2025).',
    ]);
  });
});

describe('proposal-outside-summit', () => {
  it.each([
    ['on the day', '2025-10-07', '2025-10-07'],
    ['in the month', '2025-10', '2025-10-07'],
    ['within its days', '2025-08-31', '2025-08-31/2025-09-01'],
    ['on a day of the month that is all one knows of the meeting', '2025-10-17', '2025-10'],
    ['dated wrongly otherwise', '2025-8-1', '2025-10-07'],
    ['at a meeting whose date is no date', '2025-10-17', 'soon'],
    ['at a meeting whose date is not resolved', '2025-10-17', '{ text: next year }'],
  ])('says nothing of a proposal %s', (_, date, held) => {
    expect(messagesOf('proposal-outside-summit', `${PROPOSAL}date: ${date}\n${END}`, summit(held))).toEqual([]);
  });

  it('says nothing where the meeting is unknown', () => {
    expect(messagesOf('proposal-outside-summit', `${PROPOSAL}date: 2020\n${END}`)).toEqual([]);
  });

  it('names the date of the meeting, and leads to it', () => {
    const text = `${PROPOSAL}date: 2025-10-17\n${END}`;
    const [problem] = problemsOf('proposal-outside-summit', text, summit('{ value: 2025-10-07 }'));
    expect(problem?.message).toBe('The meeting at which this was made has another date: 7 October 2025.');
    expect(problem?.related).toEqual([
      { kind: 'summit', id: 'gabala', path: ['date', 'value'], message: 'The meeting: 7 October 2025' },
    ]);
    expect(titlesOf('proposal-outside-summit', text, summit('2025-10-07'))).toEqual(['Write `2025-10-07`']);
  });
});
