/** `unknown-reference`: what is asked for instead, and which of the rules about references speaks. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\n';
const OTHERS = {
  'organizations/x-org.yaml':
    'kind: organization\nid: x-org\nname: Organization of Examples\ntype: organization\naliases: [Example Union]\n',
  'persons.yaml':
    'kind: person\nid: akylbek\nname: Akylbek Japarov\naliases: [Zhaparov]\n---\nkind: person\nid: sadyr\nname: Sadyr Japarov\naliases: [Zhaparov]\n',
};

const STORIES: Readonly<Record<string, Story>> = {
  'a mistyped id': {
    before: `${BODY}parent: x-orgg # its parent\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org # its parent\n`,
  },
  'a mistyped name': {
    before: `${BODY}parent: "Exampel Union"\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: "x-org"\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) =>
    tell('unknown-reference', { others: OTHERS, ...story }, convert),
  );

  it('a new record ends its lines as the text does', () => {
    const fix = fixOf('unknown-reference', convert(`${BODY}parent: new-one\n`), 'Create the organization `new-one`');
    expect(fix.creates).toEqual({
      path: 'organizations/new-one.yaml',
      text: convert('kind: organization\nid: new-one\nname:\ntype:\n'),
    });
  });
});

describe('of the rules about references just one speaks', () => {
  it.each([
    ['x-org', []],
    ['x-orgg', ['unknown-reference']],
    ['Example Union', ['alias-as-reference']],
    ['Zhaparov', ['unknown-reference']],
    ['sadyr', ['wrong-kind-reference']],
    ['KAZ', ['wrong-kind-reference']],
    ['"x-orgg', ['yaml-syntax']],
  ])('%s', (text, expected) => {
    const workspace = makeWorkspace({ ...OTHERS, 'x-body.yaml': `${BODY}parent: ${text}\n` }, rules);
    expect(workspace.problemsOf(`${ROOT}/x-body.yaml`).map(({ rule }) => rule)).toEqual(expected);
  });
});

describe('unknown-reference', () => {
  it('asks for the nearest, the best first', () => {
    expect(messagesOf('unknown-reference', `${BODY}parent: x-orgg\n`, OTHERS)).toEqual([
      'There is no organization with the id `x-orgg`. Did you mean `x-org`?',
    ]);
    expect(messagesOf('unknown-reference', `${BODY}parent: qqqqqqqqqqqq\n`, OTHERS)).toEqual([
      'There is no organization with the id `qqqqqqqqqqqq`.',
    ]);
  });

  it('says what is odd about letters, and whom they are like', () => {
    expect(messagesOf('unknown-reference', `${BODY}parent: \u0441sto\n`)).toEqual([
      'There is no organization with the id `\u0441sto`, which mixes letters of several scripts. Did you mean `csto`?',
    ]);
    const name = 'Colle\u0441tive Security Treaty Organization';
    expect(messagesOf('unknown-reference', `${BODY}parent: ${name}\n`)).toEqual([
      `There is no organization with the id \`${name}\`, which mixes letters of several scripts. Did you mean \`csto\`?`,
    ]);
    const renamed = 'kind: organization\nid: x-org\nname: Org\ntype: forum\nformer_ids: [lake-league]\n';
    expect(messagesOf('unknown-reference', `${BODY}parent: lake-le\u0430gue\n`, { 'x-org.yaml': renamed })).toEqual([
      'There is no organization with the id `lake-le\u0430gue`, which mixes letters of several scripts. Did you mean `x-org`?',
    ]);
    expect(messagesOf('unknown-reference', `${BODY}parent: "qq\u200Bqqqqqqqq"\n`)).toEqual([
      'There is no organization with the id `qq\u200Bqqqqqqqq`, in which characters hide that nobody sees.',
    ]);
  });

  it('finds a record by a word of its name when few have it', () => {
    expect(titlesOf('unknown-reference', `${BODY}parent: examples\n`, OTHERS)).toContain('Change to `x-org`');
    expect(titlesOf('unknown-reference', `${BODY}seat: { state: Korea }\n`)).toEqual([
      'Change to `KOR`',
      'Change to `PRK`',
    ]);
    expect(titlesOf('unknown-reference', `${BODY}seat: { state: republic }\n`)).toEqual([]);
  });

  it('offers to create a record only under what can be an id', () => {
    expect(titlesOf('unknown-reference', `${BODY}parent: Quite Another Thing\n`)).toEqual([]);
    expect(titlesOf('unknown-reference', `${BODY}concerns: [XQQ]\n`)).toContain('Create the state `XQQ`');
    expect(titlesOf('unknown-reference', `${BODY}concerns: [xqq]\n`)).not.toContain('Create the state `xqq`');
  });

  it('never changes a text unseen', () => {
    expect(
      problemsOf('unknown-reference', `${BODY}parent: x-orgg\n`, OTHERS)[0]!
        .fixes()
        .map(({ certain }) => certain === true),
    ).not.toContain(true);
  });
});

describe('an id that is no text', () => {
  it('is told once, empty or a number', () => {
    const rulesOf = (text: string) =>
      makeWorkspace({ 'x-body.yaml': text }, rules)
        .problemsOf(`${ROOT}/x-body.yaml`)
        .map(({ rule }) => rule);
    for (const value of ['5', 'true', '1.5', '', 'null', '[x]']) {
      expect(rulesOf(`${BODY}parent: ${value}\n`), value).toEqual(['schema']);
    }
    for (const value of ['""', "' '"]) {
      expect(rulesOf(`${BODY}parent: ${value}\n`)).toEqual(['unknown-reference']);
      expect(messagesOf('unknown-reference', `${BODY}parent: ${value}\n`)).toEqual([
        'This is empty: write the id of an organization, or remove the property.',
      ]);
    }
  });
});
