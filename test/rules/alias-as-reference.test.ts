/** `alias-as-reference`: which names it knows, what it says of them, and the id that takes their place. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../support/fixture.ts';
import { messagesOf, type Story, tell } from './support.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\n';
const OTHERS = {
  'organizations/x-org.yaml':
    'kind: organization\nid: x-org\nname: Organization of Examples\ntype: organization\naliases: [Example Union]\n',
};

const STORIES: Readonly<Record<string, Story>> = {
  'a name with one owner': {
    before: `${BODY}parent: Example Union # its parent\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org # its parent\n`,
  },
  'a name in quotes': {
    before: `${BODY}parent: 'example  union'\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: 'x-org'\n`,
  },
  'a name in a block scalar': {
    before: `${BODY}parent: >-\n  Example\n  Union\nnote: kept\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org\nnote: kept\n`,
  },
  'names in a flow list': {
    before: `${BODY}concerns: [Қазақстан, KGZ]\n`,
    fix: 'Change to `KAZ`',
    after: `${BODY}concerns: [KAZ, KGZ]\n`,
  },
  'an id in other letters': {
    before: `${BODY}parent: X-Org\n`,
    fix: 'Change to `x-org`',
    after: `${BODY}parent: x-org\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) =>
    tell('alias-as-reference', { others: OTHERS, ...story }, convert),
  );
});

describe('alias-as-reference', () => {
  it('says what to write', () => {
    expect(messagesOf('alias-as-reference', `${BODY}parent: Example Union\n`, OTHERS)).toEqual([
      '`Example Union` is a name, and an id belongs here: write `x-org`.',
    ]);
  });

  it('calls an id in other letters what it is', () => {
    expect(messagesOf('alias-as-reference', `${BODY}seat: { state: kaz }\n`)).toEqual([
      'The id is written `KAZ`, not `kaz`.',
    ]);
  });

  it('takes two records with one id for one owner', () => {
    const others = { 'a.yaml': OTHERS['organizations/x-org.yaml'], 'b.yaml': OTHERS['organizations/x-org.yaml'] };
    expect(messagesOf('alias-as-reference', `${BODY}parent: Example Union\n`, others)).toHaveLength(1);
    expect(messagesOf('ambiguous-alias', `${BODY}parent: Example Union\n`, others)).toEqual([]);
  });
});

it('says what is wrong with each word of an id that has letters of two scripts', () => {
  expect(messagesOf('alias-as-reference', `${BODY}parent: \u043Ets-council-\u043Ef-elders\n`)).toEqual([
    '`оts` mixes letters of several scripts: `о` (U+043E) stands among Latin ones. Write `ots`. `оf` mixes letters of several scripts: `о` (U+043E) stands among Latin ones. Write `of`.',
  ]);
});
