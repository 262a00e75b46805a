/** `unquoted-scalar`: what YAML takes for something else, where that matters, and that quotes keep the text as it is. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const RULE = 'unquoted-scalar';
const ORG = 'kind: organization\nid: x-org\nname: Org\ntype: forum\n';
const STATE = 'kind: state\nid: XAA\nname: Alphaland\n';

const STORIES: Readonly<Record<string, Story>> = {
  'digits keep their zeros': {
    before: `${ORG}abbreviation: 007 # c\n`,
    fix: 'Put `007` in quotes',
    after: `${ORG}abbreviation: '007' # c\n`,
  },
  'a number that is a name': {
    before: ORG.replace('Org', '2040'),
    fix: 'Put `2040` in quotes',
    after: ORG.replace('Org', "'2040'"),
  },
  'a fraction keeps its last zero': {
    before: `${ORG}note: 1.10\n`,
    fix: 'Put `1.10` in quotes',
    after: `${ORG}note: '1.10'\n`,
  },
  'in a flow list, behind letters of another script': {
    before: `${ORG}aliases: [Тюрк 😀, 1e3, 'x']\n`,
    fix: 'Put `1e3` in quotes',
    after: `${ORG}aliases: [Тюрк 😀, '1e3', 'x']\n`,
  },
  'in a block list': {
    before: `${ORG}aliases:\n  - x\n  - 0x1F\n`,
    fix: 'Put `0x1F` in quotes',
    after: `${ORG}aliases:\n  - x\n  - '0x1F'\n`,
  },
  'with an anchor': {
    before: `${ORG}note: &n 12\nabbreviation: *n\n`,
    fix: 'Put `12` in quotes',
    after: `${ORG}note: &n '12'\nabbreviation: *n\n`,
  },
  'an id': {
    before: ORG.replace('x-org', '7'),
    fix: 'Put `7` in quotes',
    after: ORG.replace('x-org', "'7'"),
  },
  'the word null, as a word': {
    before: `${ORG}note: null\n`,
    fix: 'Put `null` in quotes',
    after: `${ORG}note: 'null'\n`,
  },
  'the word null, as nothing': {
    before: `${ORG}note: Null # c\nabbreviation: XO\n`,
    fix: 'Remove `note`',
    after: `${ORG}abbreviation: XO\n`,
  },
  'the word null among others': {
    before: `${ORG}aliases: [x, null]\n`,
    fix: 'Remove this entry',
    after: `${ORG}aliases: [x]\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => tell(RULE, story, convert));

  it('marks the value', () => {
    const { text, ranges } = parseFixture(
      convert(`${ORG}# Тюрк 😀\nnames: [{ lang: en, text: ⟦-12.50⟧ }]\nnote: ⟦TRUE⟧ # c\nseat: { city: ⟦.inf⟧ }\n`),
    );
    expect(problemsOf(RULE, text).map(({ span }) => span)).toEqual(ranges);
  });
});

describe(RULE, () => {
  it.each([
    ['abbreviation: 007', 'YAML reads `007` as the number 7, and text belongs here: put it in quotes.'],
    ['note: 1.10', 'YAML reads `1.10` as the number 1.1, and text belongs here: put it in quotes.'],
    ['note: .nan', 'YAML reads `.nan` as the number NaN, and text belongs here: put it in quotes.'],
    ['note: true', 'YAML reads `true` as the value true, and text belongs here: put it in quotes.'],
    ['note: NULL', 'YAML reads `NULL` as nothing, and text belongs here: put it in quotes.'],
  ])('says of %s: %s', (line, message) => expect(messagesOf(RULE, `${ORG}${line}\n`)).toEqual([message]));

  it.each([
    ['text', `${ORG}note: twelve\nabbreviation: NO\naliases: [1_000, 12:30, 1.2.3, 0b1, '', yes]\n`],
    ['quotes of any sort', `${ORG}note: "007"\nabbreviation: '12'\naliases:\n  - |\n    12\n  - >-\n    true\n`],
    ['quotes with a tag that says it is something else', `${ORG}note: !!int "007"\nabbreviation: !!bool 'true'\n`],
    ['a property without a value in braces', `${ORG}seat: { city }\n`],
    ['a tag that says it is text', `${ORG}note: !!str 12\n`],
    ['a year', `${ORG}founded: { signed: 2009, in_force: { value: 2010, stated: 2011 } }\ndissolved: 2040\n`],
    ['numbers where they belong', 'kind: summit\nid: a\nname: A\nordinal: 12\n'],
    ['true where it belongs', 'kind: summit\nid: a\nname: A\nquotes: [{ text: A, translated: true }]\n'],
    ['a value from a list', `${ORG.replace('forum', '12')}`],
    ['an id of another record', `${ORG}parent: 12\n`],
    ['nothing', `${ORG}note:\nabbreviation: ~\naliases: [~, x]\n`],
    ['an unknown property', `${ORG}nota: 12\n`],
    ['lists and maps', `${ORG}note: [12]\nabbreviation: { a: 12 }\n`],
    ['a line that cannot be read', `${ORG}note: { text: 12\n`],
    ['no record of ours', 'name: 12\n'],
  ])('says nothing of %s', (_, text) => expect(messagesOf(RULE, text)).toEqual([]));

  it('looks at the end of a long record, too', () => {
    const names = Array.from({ length: 1100 }, (_, i) => `  - { text: Name ${i} }\n`);
    expect(messagesOf(RULE, `${ORG}names:\n${names.join('')}  - { text: 007 }\n`)).toHaveLength(1);
  });

  it('looks at the manifest, too', () => {
    const manifest = makeWorkspace({ 'initiatives.yaml': 'dataset: 2040\ntoday: 2025\n' }, rules);
    expect(manifest.problemsOf(`${ROOT}/initiatives.yaml`).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it('is the only rule that speaks of the value', () => {
    for (const value of ['007', '2040', '1.10', '1e3', '0x1F', '017', 'true', 'FALSE', '.inf', 'null']) {
      const workspace = makeWorkspace({ 'x-org.yaml': `${ORG}note: ${value}\naliases: [${value}]\n` }, rules);
      expect(
        workspace.problemsOf(`${ROOT}/x-org.yaml`).map(({ rule }) => rule),
        value,
      ).toEqual([RULE, RULE]);
    }
    const state = makeWorkspace({ 'XAA.yaml': `${STATE}alpha2: 12\n` }, rules);
    expect(state.problemsOf(`${ROOT}/XAA.yaml`).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it('offers to take out what says that there is nothing, and nothing else', () => {
    expect(titlesOf(RULE, 'kind: person\nid: a\nname: 7\nnote: null\n')).toEqual([
      'Put `7` in quotes',
      'Put `null` in quotes',
      'Remove `note`',
    ]);
  });

  it('offers to take out no number, and nothing that stands in what is merged', () => {
    expect(titlesOf(RULE, `${ORG}note: 007\n`)).toEqual(['Put `007` in quotes']);
    expect(titlesOf(RULE, `${ORG}x-base: &base { note: null }\n<<: *base\n`)).toEqual(['Put `null` in quotes']);
  });

  it('is certain of numbers and truth, but not of nothing', () => {
    expect(fixOf(RULE, `${ORG}note: 007\n`, 'Put `007` in quotes').certain).toBe(true);
    expect(fixOf(RULE, `${ORG}note: true\n`, 'Put `true` in quotes').certain).toBe(true);
    expect(fixOf(RULE, `${ORG}note: null\n`, 'Put `null` in quotes').certain).toBe(false);
    expect(titlesOf(RULE, ORG.replace('Org', 'null'))).toEqual(['Put `null` in quotes']);
  });
});
