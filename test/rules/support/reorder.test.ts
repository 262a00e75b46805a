/** Entries of a list put in another order: which comments go with which entry, and when nothing is moved at all. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../../support/fixture.ts';
import { messagesOf, type Story, tell, titlesOf } from '../support.ts';

const RULE = 'history-out-of-order';
const FIX = 'Put the oldest step first';
const withHistory = (history: string) =>
  `kind: proposal\nid: idea\ntitle: An idea\ntype: adopt-agreement\nparties: [{ organization: asean }]\ndomains: []\nstatus: merged\n${history}`;
const sorted = (before: string, after: string): Story => ({
  before: withHistory(before),
  fix: FIX,
  after: withHistory(after),
});

const MOVED: Readonly<Record<string, Story>> = {
  'comments within an entry with it, and one at the dash with the entry below': sorted(
    `history:
  - status: adopted
    date: 2017-07
    # In Astana,
    # on the second day.
  # First heard of.
  - status: announced
    date: 2016
`,
    `history:
  # First heard of.
  - status: announced
    date: 2016
  - status: adopted
    date: 2017-07
    # In Astana,
    # on the second day.
`,
  ),
  'comments within the first entry alone, where the next one has none': sorted(
    `history:
  - status: adopted
    date: 2017-07
    # In Astana.
  - status: announced
    date: 2016
`,
    `history:
  - status: announced
    date: 2016
  - status: adopted
    date: 2017-07
    # In Astana.
`,
  ),
  'no comment of a later entry with an earlier one': sorted(
    `history:
  - status: adopted
    date: 2017-07
  - status: announced
    date: 2016
    # In the evening.
note: Fin.
  # Not quite.
`,
    `history:
  - status: announced
    date: 2016
    # In the evening.
  - status: adopted
    date: 2017-07
note: Fin.
  # Not quite.
`,
  ),
  'no comment behind the name of the list': sorted(
    `history: # by the papers\n  - { status: adopted, date: 2017 }\n  - { status: announced, date: 2016 }\n`,
    `history: # by the papers\n  - { status: announced, date: 2016 }\n  - { status: adopted, date: 2017 }\n`,
  ),
  'comments far behind entries in brackets': sorted(
    `history: [\n  { status: adopted, date: 2017 },   # at last\n  { status: announced, date: 2016 },\t# at first\n]\n`,
    `history: [\n  { status: announced, date: 2016 },\t# at first\n  { status: adopted, date: 2017 },   # at last\n]\n`,
  ),
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(MOVED))('a new order takes %s', (_name, story) => tell(RULE, story, convert));
});

describe('no order is offered', () => {
  it.each([
    [
      'where dashes stand alone',
      'history:\n  -\n    status: adopted\n    date: 2017\n  -\n    status: announced\n    date: 2016\n',
    ],
    ['where an entry is empty', 'history:\n  - status: adopted\n    date: 2017\n  - \n  - status: announced\n'],
    ['where the list stands behind a colon', '? history\n: - { status: adopted }\n  - { status: announced }\n'],
    [
      'where an alias would stand for something else',
      'history:\n  - { status: announced, summit: &at first }\n  - { status: adopted, summit: &at second }\n  - { status: proposed, summit: *at }\n',
    ],
    [
      'where entries in brackets share a line, and one has a comment',
      'history: [\n  { status: adopted }, # at last\n  { status: announced }, { status: proposed }\n]\n',
    ],
  ])('%s', (_where, history) => {
    expect(messagesOf(RULE, withHistory(history))).toHaveLength(1);
    expect(titlesOf(RULE, withHistory(history))).toEqual([]);
  });
});
