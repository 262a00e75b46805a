/** The four rules of references: which one speaks, what it says, and its fixes. */
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

const STORIES: Readonly<Record<string, Story & { rule: string }>> = {
  'a mistyped id': {
    rule: 'unknown-reference',
    before: `${BODY}parent: x-orgg # its parent\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org # its parent\n`,
  },
  'a mistyped name': {
    rule: 'unknown-reference',
    before: `${BODY}parent: "Exampel Union"\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: "x-org"\n`,
  },
  'a name with one owner': {
    rule: 'alias-as-reference',
    before: `${BODY}parent: Example Union # its parent\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org # its parent\n`,
  },
  'a name in quotes': {
    rule: 'alias-as-reference',
    before: `${BODY}parent: 'example  union'\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: 'x-org'\n`,
  },
  'a name in a block scalar': {
    rule: 'alias-as-reference',
    before: `${BODY}parent: >-\n  Example\n  Union\nnote: kept\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org\nnote: kept\n`,
  },
  'names in a flow list': {
    rule: 'alias-as-reference',
    before: `${BODY}concerns: [Қазақстан, KGZ]\n`,
    fix: 'Change to `KAZ`',
    after: `${BODY}concerns: [KAZ, KGZ]\n`,
  },
  'an id in other letters': {
    rule: 'alias-as-reference',
    before: `${BODY}parent: X-Org\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org\n`,
  },
  'a name of several': {
    rule: 'ambiguous-alias',
    before: `${BODY}---\nkind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ person: Zhaparov }]\ndomains: []\nstatus: proposed\n`,
    fix: 'Change to `sadyr` (Sadyr Japarov)',
    after: `${BODY}---\nkind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ person: sadyr }]\ndomains: []\nstatus: proposed\n`,
  },
};

describe('a word of a name', () => {
  it('finds the record when few have it', () => {
    expect(titlesOf('unknown-reference', `${BODY}parent: examples\n`, OTHERS)).toContain('Change to `x-org`');
    expect(titlesOf('unknown-reference', `${BODY}seat: { state: Korea }\n`)).toEqual([
      'Change to `KOR`',
      'Change to `PRK`',
    ]);
    expect(titlesOf('unknown-reference', `${BODY}seat: { state: republic }\n`)).toEqual([]);
  });

  it('is called an id in other letters when it is one', () => {
    expect(messagesOf('alias-as-reference', `${BODY}seat: { state: kaz }\n`)).toEqual([
      'The id is written `KAZ`, not `kaz`.',
    ]);
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
    for (const value of ['""', "' '"]) expect(rulesOf(`${BODY}parent: ${value}\n`)).toEqual(['unknown-reference']);
    expect(messagesOf('unknown-reference', `${BODY}parent: ""\n`)).toEqual([
      'This is empty: write the id of an organization, or remove the property.',
    ]);
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, { rule, ...story }) => {
    tell(rule, { others: OTHERS, ...story }, convert);
  });

  it('a new record ends its lines as the text does', () => {
    const fix = fixOf('unknown-reference', convert(`${BODY}parent: new-one\n`), 'Create the organization `new-one`');
    expect(fix.creates).toEqual({
      path: 'organizations/new-one.yaml',
      text: convert('kind: organization\nid: new-one\nname:\ntype:\n'),
    });
  });
});

describe('of the four rules just one speaks', () => {
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

  it('and where two records with one id share a name, that name has one owner', () => {
    const others = { 'a.yaml': OTHERS['organizations/x-org.yaml'], 'b.yaml': OTHERS['organizations/x-org.yaml'] };
    expect(messagesOf('alias-as-reference', `${BODY}parent: Example Union\n`, others)).toHaveLength(1);
    expect(messagesOf('ambiguous-alias', `${BODY}parent: Example Union\n`, others)).toEqual([]);
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

describe('messages', () => {
  it('of wrong-kind-reference say what the id is, and lead there', () => {
    const [problem] = problemsOf('wrong-kind-reference', `${BODY}seat: { state: x-org }\n`, OTHERS);
    expect(problem?.message).toBe('`x-org` is an organization, and this field points to a state.');
    expect(problem?.related).toEqual([
      { kind: 'organization', id: 'x-org', path: ['id'], message: '`x-org` is this organization.' },
    ]);
  });

  it('of alias-as-reference say what to write', () => {
    expect(messagesOf('alias-as-reference', `${BODY}parent: Example Union\n`, OTHERS)).toEqual([
      '`Example Union` is a name, and an id belongs here: write `x-org`.',
    ]);
  });

  it('of ambiguous-alias list whom it may mean, and lead to each', () => {
    const [problem] = problemsOf(
      'ambiguous-alias',
      `kind: source\nid: s\npublisher: P\n---\n${BODY}---\nkind: proposal\nid: a\ntitle: A\ntype: position\nparties: [{ person: Zhaparov }]\ndomains: []\nstatus: proposed\n`,
      OTHERS,
    );
    expect(problem?.message).toBe(
      '`Zhaparov` is a name of `akylbek` (Akylbek Japarov) and `sadyr` (Sadyr Japarov): write the id of the one that is meant.',
    );
    expect(problem?.related.map(({ id }) => id)).toEqual(['akylbek', 'sadyr']);
  });
});
