/** `bad-date`: what it says of each sort of mistake, and what it writes instead. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, type Story, tell, titlesOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SOURCE = 'kind: source\nid: s\npublisher: P\n';

const STORIES: Readonly<Record<string, Story>> = {
  'digits that lack their zeros': {
    before: `${ORG}dissolved: 2025-8-1 # c\n`,
    fix: 'Write 2025-08-01',
    after: `${ORG}dissolved: 2025-08-01 # c\n`,
  },
  'in quotes': {
    before: `${ORG}dissolved: "7 Oct 2025"\n`,
    fix: 'Write 2025-10-07',
    after: `${ORG}dissolved: "2025-10-07"\n`,
  },
  'in single quotes': {
    before: `${ORG}dissolved: '2017-H2'\n`,
    fix: 'Write 2017-41',
    after: `${ORG}dissolved: '2017-41'\n`,
  },
  'day first, or month first': {
    before: `${ORG}dissolved: 07.10.2025\n`,
    fix: 'Write 2025-07-10',
    after: `${ORG}dissolved: 2025-07-10\n`,
  },
  'in flow style and the long form': {
    before: `${ORG}founded: { signed: { value: 2025/10/07, text: on Tuesday } }\n`,
    fix: 'Write 2025-10-07',
    after: `${ORG}founded: { signed: { value: 2025-10-07, text: on Tuesday } }\n`,
  },
  'what YAML reads as a whole number': {
    before: `${ORG}dissolved: 20251007\n`,
    fix: 'Write 2025-10-07',
    after: `${ORG}dissolved: 2025-10-07\n`,
  },
  'what YAML reads as a fraction': {
    before: `${ORG}dissolved: 10.2025\n`,
    fix: 'Write 2025-10',
    after: `${ORG}dissolved: 2025-10\n`,
  },
  'zeros for what is not known': {
    before: `${ORG}dissolved: 2025-10-00\n`,
    fix: 'Write 2025-10',
    after: `${ORG}dissolved: 2025-10\n`,
  },
  'a number that is a year to nobody but YAML': {
    before: `${ORG}dissolved: 2025.0 # c\n`,
    fix: 'Write 2025',
    after: `${ORG}dissolved: 2025 # c\n`,
  },
  'line ends around a date': {
    before: `${ORG}dissolved: |\n  2025-10-07\n`,
    fix: 'Write 2025-10-07',
    after: `${ORG}dissolved: 2025-10-07\n`,
  },
  'a period in words': {
    before: `${ORG}dissolved: 7–8 октября 2025\n`,
    fix: 'Write 2025-10-07/2025-10-08',
    after: `${ORG}dissolved: 2025-10-07/2025-10-08\n`,
  },
  'a time of day where a source has one': {
    before: `${SOURCE}published: 2025-10-07 15:12\n`,
    fix: 'Write 2025-10-07T15:12',
    after: `${SOURCE}published: 2025-10-07T15:12\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell('bad-date', story, convert));
});

describe('bad-date', () => {
  it.each([
    ['2025-8-1', '`2025-8-1` is not an EDTF date: write `2025-08-01`.'],
    [
      '07.10.2025',
      '`07.10.2025` can be read in several ways: write `2025-10-07` (7 October 2025) or `2025-07-10` (10 July 2025).',
    ],
    ['2025-02-30', '`2025-02-30` does not exist: February 2025 has 28 days.'],
    ['2024-02-30', '`2024-02-30` does not exist: February 2024 has 29 days.'],
    ['31.04.2025', '`31.04.2025` does not exist: April 2025 has 30 days.'],
    ['2025-13-01', '`2025-13-01` does not exist: months run from 01 to 12.'],
    ['2025-20', '`2025-20` does not exist: months run from 01 to 12.'],
    ['2025-10-07T15:12', 'A time of day does not belong here: write `2025-10-07`.'],
    [
      'soon',
      '`soon` is not an EDTF date: write it like `2025-10-07`, `2025-10` or `2025`, or keep the wording as `{ text: … }`.',
    ],
    [
      '25',
      '`25` is not an EDTF date: write it like `2025-10-07`, `2025-10` or `2025`, or keep the wording as `{ text: … }`.',
    ],
    ['""', 'This date is empty: write one such as `2025-10-07`, or remove the property.'],
    ['"  "', 'This date is empty: write one such as `2025-10-07`, or remove the property.'],
  ])('says of %s: %s', (date, message) => {
    expect(messagesOf('bad-date', `${ORG}dissolved: ${date}\n`)).toEqual([message]);
  });

  it.each([
    '2025',
    '2025-10',
    '2025-10-07',
    '"2025"',
    '2017-33',
    '2017-41',
    '2025~',
    '2024-11-06/..',
    '../2025',
    '199X',
    '2025-21',
  ])('takes %s as it is', (date) => expect(messagesOf('bad-date', `${ORG}dissolved: ${date}\n`)).toEqual([]));

  it('is the only rule that speaks of such a date', () => {
    for (const date of [
      '2025-8-1',
      '2025-02-30',
      '20251007',
      '10.2025',
      '2025-10-07T15:12',
      '2025-10-08/2025-9-1',
      '.inf',
      '1e99',
    ]) {
      const workspace = makeWorkspace({ 'x-org.yaml': `${ORG}dissolved: ${date}\n` }, rules);
      expect(workspace.problemsOf(`${ROOT}/x-org.yaml`).map(({ rule }) => rule)).toEqual(['bad-date']);
    }
  });

  it('judges a number as it is written', () => {
    for (const date of ['1e3', '0x7E9', '+2025', '02025']) {
      expect(messagesOf('bad-date', `${ORG}dissolved: ${date}\n`)).toHaveLength(1);
    }
    expect(messagesOf('bad-date', `${ORG}note: &year 2025\ndissolved: *year\n`)).toEqual([]);
  });

  it('advises only what the field can hold', () => {
    const wording = (field: string) => messagesOf('bad-date', `${ORG}${field}\n`)[0];
    expect(wording('dissolved: next year')).toMatch(/or keep the wording as `\{ text: … \}`\.$/);
    expect(wording('dissolved: { value: next year }')).toMatch(/or keep the wording as `text`\.$/);
    expect(wording('founded: { signed: { value: next year } }')).toMatch(/or keep the wording as `text`\.$/);
    expect(wording('dissolved: 2017-42')).toMatch(/quarters are 33 to 36/);
    expect(wording('dissolved: "2025-10-07 "')).toMatch(/^Blanks or line ends stand around this date/);
  });

  it('looks at the dates in `initiatives.yaml`, too, and at nothing else there', () => {
    const inManifest = (text: string) => {
      const workspace = makeWorkspace({ 'initiatives.yaml': text }, rules);
      const problems = workspace.problemsOf(`${ROOT}/initiatives.yaml`).filter(({ rule }) => rule === 'bad-date');
      return problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
    };
    expect(inManifest('name: 7 Oct 2025\ntoday: 7 Oct 2025\n')).toEqual([
      '7 Oct 2025: `7 Oct 2025` is not an EDTF date: write `2025-10-07`.',
    ]);
    expect(inManifest('dataset: 7 Oct 2025\ndescription: 2025-8-1\n')).toEqual([]);
    expect(inManifest('today: 2025-10-07T10:00\n')).toEqual([
      '2025-10-07T10:00: A time of day does not belong here: write `2025-10-07`.',
    ]);
    expect(inManifest('today: 25\n')).toEqual([
      '25: `25` is not an EDTF date: write it like `2025-10-07`, `2025-10` or `2025`.',
    ]);
    for (const today of ['2025-10-07', '2025', '[x]', '{}', ''])
      expect(inManifest(`name: x\ntoday: ${today}\n`)).toEqual([]);
  });

  it('keeps still about a file of the dataset that is neither a record nor the manifest', () => {
    const files = { 'initiatives.yaml': 'records: [draft.yaml]\n', 'draft.yaml': 'kind: sumit\ntoday: 7 Oct 2025\n' };
    const problems = makeWorkspace(files, rules).problemsOf(`${ROOT}/draft.yaml`);
    expect(problems.map(({ rule }) => rule)).toEqual(['schema']);
  });

  it('keeps still where a text is broken off', () => {
    expect(messagesOf('bad-date', `${ORG}dissolved: "next year\n`)).toEqual([]);
  });

  it('names no day for a moment of a year that it does not guess at', () => {
    expect(messagesOf('bad-date', `${ORG}dissolved: 0001-01-01T10:00\n`)).toEqual([
      '`0001-01-01T10:00` is not an EDTF date: write it like `2025-10-07`, `2025-10` or `2025`, or keep the wording as `{ text: … }`.',
    ]);
  });

  it('offers nothing for a day that does not exist', () => {
    expect(titlesOf('bad-date', `${ORG}dissolved: 2025-02-30\n`)).toEqual([]);
  });

  it('is certain of what can mean one thing only and loses nothing', () => {
    const certain = (date: string, title: string) => fixOf('bad-date', `${ORG}dissolved: ${date}\n`, title).certain;
    expect(certain('2025-8-1', 'Write 2025-08-01')).toBe(true);
    expect(certain('07.10.2025', 'Write 2025-10-07')).toBe(false);
    expect(certain('2025-10-07T15:12', 'Write 2025-10-07')).toBe(false);
    expect(certain('2025-10-07 15:12', 'Write 2025-10-07')).toBe(false);
  });
});
