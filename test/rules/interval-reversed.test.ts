/** `interval-reversed`: which periods are, which are only coarse, and how the two ends change places. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, type Story, tell } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const CHAIR = 'kind: chairmanship\nid: chair\norganization: x-org\nstate: KGZ\n';

const STORIES: Readonly<Record<string, Story>> = {
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

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell('interval-reversed', story, convert));
});

describe('interval-reversed', () => {
  it.each([
    ['a shared day', `${CHAIR}from: 2025-01-01\nto: 2025-01-01\n`],
    ['coarse dates that may be in order', `${CHAIR}from: 2025-10-07\nto: 2025\n`],
    ['an end that is open', `${CHAIR}from: 2025-01-01/..\nto: 2026\n`],
    ['a date that is none', `${CHAIR}from: 2025-8-1\nto: 2024\n`],
    [
      'from and to that the schema does not know',
      `${ORG}founded: { signed: 2024 }\ndissolved: 2025\nfrom: 2025\nto: 2024\n`,
    ],
    ['entries that are none', `${ORG}founded: { signed: 2024 }\ndissolved: 2025\nmembers: [null, 7, x, [x], [null]]\n`],
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
