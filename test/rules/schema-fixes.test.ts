/** What the `schema` rule offers and what it leaves alone: everything in a value that is plain, nothing where it is a guess. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { type Story, tell, titlesOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const SUMMIT = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const quote = (translated: string) => `${SUMMIT}quotes: [{ text: Words, translated: ${translated} }]\n`;

const STORIES: Readonly<Record<string, Story>> = {
  'a number that stands for text is put in quotes': {
    before: `${SUMMIT}host: 5 # c\n`,
    fix: 'Put `5` in quotes',
    after: `${SUMMIT}host: '5' # c\n`,
  },
  'blanks around a value go, and quotes stay': {
    before: `${SUMMIT}format: " regular " # c\n`,
    fix: 'Change to `regular`',
    after: `${SUMMIT}format: "regular" # c\n`,
  },
  'a value in lines of its own comes up behind its key': {
    before: `${SUMMIT}participants:\n  - role: |\n      member\n    state: KAZ\n`,
    fix: 'Change to `member`',
    after: `${SUMMIT}participants:\n  - role: member\n    state: KAZ\n`,
  },
  'a city becomes a place': {
    before: `${SUMMIT}place: Gabala # c\n`,
    fix: 'Change to `{ city: Gabala }`',
    after: `${SUMMIT}place: { city: Gabala } # c\n`,
  },
  'a city in quotes becomes a place and keeps them': {
    before: `${SUMMIT}place: "Gabala"\n`,
    fix: 'Change to `{ city: "Gabala" }`',
    after: `${SUMMIT}place: { city: "Gabala" }\n`,
  },
  'a key in an entry gives back the value that it has swallowed': {
    before: `${SUMMIT}participants: [{state:KAZ}]\n`,
    fix: 'Put a blank after the colon',
    after: `${SUMMIT}participants: [{state: KAZ}]\n`,
  },
  'the name of a state becomes a participant': {
    before: `${SUMMIT}participants:\n  - Kazakhstan\n`,
    fix: 'Change to `{ state: Kazakhstan }`',
    after: `${SUMMIT}participants:\n  - { state: Kazakhstan }\n`,
  },
  'an alias becomes a list': {
    before: `${SUMMIT}theme: &theme energy\ntopics: *theme\n`,
    fix: 'Make it a list',
    after: `${SUMMIT}theme: &theme energy\ntopics: [*theme]\n`,
  },
  'a lone key in braces goes': {
    before: '{ kind: person, id: a, name: A, aliases }\n',
    fix: 'Remove `aliases`',
    after: '{ kind: person, id: a, name: A }\n',
  },
  'a list of one in quotes becomes the one': {
    before: `${SUMMIT}host: ["AZE"]\n`,
    fix: 'Change to `AZE`',
    after: `${SUMMIT}host: AZE\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell('schema', story, convert));
});

describe('words for yes and no', () => {
  it.each(['yes', 'Y', 'on', 'ON', '"true"'])('%s is true', (text) =>
    expect(titlesOf('schema', quote(text))).toEqual(['Change to `true`']),
  );
  it.each(['no', 'N', 'off', 'Off', '"false"'])('%s is false', (text) =>
    expect(titlesOf('schema', quote(text))).toEqual(['Change to `false`']),
  );
  it.each(['yesterday', 'truly', 'oh yes', 'noon', 'offer', 'say no', 'maybe', '1', '0'])('%s is neither', (text) =>
    expect(titlesOf('schema', quote(text))).toEqual([]),
  );
});

describe('words for numbers', () => {
  it.each([
    ['"12."', '12'],
    ['3rd', '3'],
    ['12-й', '12'],
    ['"007"', '7'],
    ['"123456789"', '123456789'],
  ])('%s is %s', (text, number) =>
    expect(titlesOf('schema', `${SUMMIT}ordinal: ${text}\n`)).toEqual([`Change to \`${number}\``]),
  );
  it.each(['"1234567890"', 'no12', '12 of 13', '12-abcd', '12th.', '1.5', 'yes', 'no'])('%s is none', (text) =>
    expect(titlesOf('schema', `${SUMMIT}ordinal: ${text}\n`)).toEqual([]),
  );
});

describe('is offered', () => {
  it.each([
    [
      'each of two that exclude each other',
      `${SUMMIT}outcomes: [{ document: a, decision: b }]\n`,
      ['document', 'decision'].map((key) => `Remove \`${key}\``),
    ],
    ['the one property that a map needs', `${SUMMIT}citations: [report]\n`, ['Change to `{ source: report }`']],
    [
      'each of what one is needed',
      `${SUMMIT}participants: [{ role: member }]\n`,
      ['state', 'organization', 'person'].map((key) => `Add \`${key}\``),
    ],
  ])('%s', (_, text, titles) => expect(titlesOf('schema', text)).toEqual(titles));
});

describe('nothing is offered in a manifest', () => {
  it.each([
    ['for one glob of several that is none', 'records: ["(a+)+b"]\n'],
    ['for nothing at all', '~\n'],
  ])('%s', (_, text) => {
    const problems = makeWorkspace({ 'initiatives.yaml': text }, rules).problemsOf(`${ROOT}/initiatives.yaml`);
    expect(problems.flatMap((problem) => problem.fixes())).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('nothing is offered', () => {
  it.each([
    ['for a list of two where one belongs', `${SUMMIT}host: [AZE, KAZ]\n`],
    ['for a list over several lines where one belongs', `${SUMMIT}host:\n  - AZE\n`],
    ['for a list of a number where an id belongs', `${SUMMIT}host: [5]\n`],
    ['for an empty list where an id belongs', `${SUMMIT}host: []\n`],
    ['for a map over several lines where a list belongs', `${SUMMIT}participants:\n  state: KAZ\n`],
    ['for text over several lines where a list belongs', `${SUMMIT}topics: >\n  energy\n`],
    ['for text over several lines where a map belongs', `${SUMMIT}place: "Gabala\n  city"\n`],
    ['for a number where a map belongs', `${SUMMIT}place: 5\n`],
    ['for an id of nobody where a map needs one of several', `${SUMMIT}participants: [nobody]\n`],
    ['for an id without a letter or digit', ORG.replace('x-org', '"***"')],
    ['for an id that is empty', ORG.replace('x-org', '""')],
    ['for a number that is too small', `${SUMMIT}ordinal: 0\n`],
    ['for text within an entry that has not its form', `${ORG}names: [{ text: Org, lang: Turkish language }]\n`],
    ['for what a record needs and has left empty', ORG.replace('name: Org', 'name:')],
    ['for what an entry needs and has left empty', `${ORG}names: [{ text: }]\n`],
    ['for a choice left empty', SUMMIT.replace('held', '')],
    ['for a key that is like none', `${SUMMIT}moon: 1\n`],
    ['for a key that holds a value and is like none', `${SUMMIT}place: { "moon:Gabala": 1, city: Gabala }\n`],
    ['for a key without a value that is like none', `${SUMMIT}moon:\n`],
    ['for a list where one of some values belongs', SUMMIT.replace('held', '[held]')],
    ['for an alias of nothing where one of some values belongs', SUMMIT.replace('held', '*gone')],
    ['for an empty entry', `${SUMMIT}participants:\n  - { state: KAZ }\n  -\n`],
    ['for a map where an id belongs', `${SUMMIT}host: { state: KAZ }\n`],
    [
      'for a list that needs an entry',
      'kind: proposal\nid: a\ntitle: A\ntype: position\nparties: []\ndomains: []\nstatus: proposed\n',
    ],
    ['for a key in quotes that holds a value', `${SUMMIT}place: { "city:Gabala", state: AZE }\n`],
    ['for a key that holds a value behind another word', `${SUMMIT}place: { the city:Gabala, state: AZE }\n`],
    ['for a key that holds lines', `${SUMMIT}place: { "city:Gabala\\nand more", state: AZE }\n`],
    ['for a key that holds one value and has another', `${SUMMIT}place: { "city:Gabala": 1 }\n`],
  ])('%s', (_, text) => expect(titlesOf('schema', text)).toEqual([]));
});
