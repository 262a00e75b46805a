/** `former-id-reference`: which ids it knows from before, what it says of one and of several, and what it writes instead. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, ROOT } from '../support/fixture.ts';
import { fixOf, messagesOf, problemsOf, type Story, tell, titlesOf } from './support.ts';

const BODY = 'kind: organization\nid: x-body\nname: Body\ntype: body\n';
const OTHERS = {
  'x-union.yaml': 'kind: organization\nid: x-union\nname: Union\ntype: organization\nformer_ids: [x-league, x-club]\n',
};
const TWO = { ...OTHERS, 'x-pact.yaml': OTHERS['x-union.yaml'].replace('x-union', 'x-pact').replace('Union', 'Pact') };
const PROPOSAL =
  'kind: proposal\nid: x-idea\ntitle: An idea\ntype: position\nparties: [{ state: KAZ }]\ndomains: []\nstatus: proposed\ncitations: [{ source: reports }]\n';

const STORIES: Readonly<Record<string, Story>> = {
  'a plain id': {
    before: `${BODY}parent: x-league # its parent\n`,
    fix: 'Change to `x-union`',
    after: `${BODY}parent: x-union # its parent\n`,
  },
  'an id in quotes': {
    before: `${BODY}parent: "x-club"\n`,
    fix: 'Change to `x-union`',
    after: `${BODY}parent: "x-union"\n`,
  },
  'an id in a flow map, behind letters of another script': {
    before: `${BODY}note: Тюрк 😀\nmembers: [{ organization: x-league, status: member }]\n`,
    fix: 'Change to `x-union`',
    after: `${BODY}note: Тюрк 😀\nmembers: [{ organization: x-union, status: member }]\n`,
  },
};

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each(Object.entries(STORIES))('%s', (_name, story) => {
    tell('former-id-reference', { others: OTHERS, ...story }, convert);
  });
});

describe('former-id-reference', () => {
  it('leads past a name that is the same', () => {
    const named = { 'x-union.yaml': OTHERS['x-union.yaml'].replace('name: Union', 'name: x-club') };
    const [problem] = problemsOf('former-id-reference', `${BODY}parent: x-club\n`, named);
    expect(problem?.related.map(({ path }) => path)).toEqual([['former_ids', 1]]);
  });

  it('says what the id is now, and leads to the record that had it', () => {
    const [problem] = problemsOf('former-id-reference', `${BODY}parent: x-club\n`, OTHERS);
    expect(problem?.message).toBe('`x-club` is a former id: the organization has the id `x-union` now.');
    expect(problem?.related).toEqual([
      {
        kind: 'organization',
        id: 'x-union',
        path: ['former_ids', 1],
        message: '`x-union` was `x-club` before.',
      },
    ]);
    expect(fixOf('former-id-reference', `${BODY}parent: x-club\n`, 'Change to `x-union`', OTHERS).certain).toBe(true);
  });

  it('offers each of several that claim the id, and takes none of them unseen', () => {
    const text = `${BODY}parent: x-league\n`;
    expect(messagesOf('former-id-reference', text, TWO)).toEqual([
      '`x-league` is a former id of `x-pact` and `x-union`: write the id of the one that is meant.',
    ]);
    expect(titlesOf('former-id-reference', text, TWO)).toEqual(['Change to `x-pact`', 'Change to `x-union`']);
    expect(fixOf('former-id-reference', text, 'Change to `x-pact`', TWO).certain).toBe(false);
  });

  it('knows the former id of a record that takes the place of one in the registry', () => {
    const own = { 'ots.yaml': 'kind: organization\nid: ots\nname: Ours\ntype: organization\nformer_ids: [x-tc]\n' };
    expect(messagesOf('former-id-reference', `${BODY}parent: x-tc\n`, own)).toHaveLength(1);
  });

  it.each([
    ['the present id', `${BODY}parent: x-union\n`],
    ['a former id of another kind', `${BODY}seat: { state: x-league }\n`],
    [
      'a former id that is in use again, which reused-id tells',
      `${BODY}parent: x-league\n---\n${BODY.replace('x-body', 'x-league')}`,
    ],
    ['a former id in other letters', `${BODY}parent: X-League\n`],
    ['a former id on a line that cannot be read', `${BODY}parent: "x-league\n`],
    [
      'what is no text',
      `${BODY}parent: [x-league]\naffiliated_to: { x-league: 1 }\nmembers: [{ organization: null }]\n`,
    ],
  ])('says nothing of %s', (_, text) => expect(messagesOf('former-id-reference', text, OTHERS)).toEqual([]));

  it('is the only rule that speaks of the reference', () => {
    const text = PROPOSAL.replace('{ state: KAZ }', '{ state: KAZ }, { organization: x-league }');
    const files = { ...OTHERS, 'x-idea.yaml': text, 'reports.yaml': 'kind: source\nid: reports\npublisher: P\n' };
    const told = makeWorkspace(files, rules).problemsOf(`${ROOT}/x-idea.yaml`);
    expect(told.map(({ rule }) => rule)).toEqual(['former-id-reference']);
  });

  it('is not troubled by lists of former ids that are none', () => {
    for (const list of ['x-league', '[[x-league]]', '[1, null, true]', '{ x-league: x }', 'null']) {
      const others = { 'a.yaml': `kind: organization\nid: a\nname: A\ntype: forum\nformer_ids: ${list}\n` };
      expect(messagesOf('former-id-reference', `${BODY}parent: x-league\n`, others)).toEqual([]);
    }
  });
});
