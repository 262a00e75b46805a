/** `yaml-syntax`: one slip is one problem, shown where it was made, and it costs nothing but its own line. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/rules/index.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';
import { messagesOf, problemsOf } from './support.ts';

const ORG = 'kind: organization\nid: x-org\nname: Org\n';

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['a quote that is not closed', `${ORG}note: ⟦"⟧open\ntype: forum\n`],
    ['a bracket that is not closed', `${ORG}type: forum\nseat: ⟦{⟧ city: Istanbul\n`],
    ['a tab before a key', `${ORG}type: forum\nseat:\n⟦\t⟧city: Istanbul\n`],
    ['text with a colon, behind letters of another script', `${ORG}type: forum\nnote: ⟦Тюрк: 😀⟧ # c\n`],
    ['an alias of nothing', `${ORG}type: forum\nnote: ⟦*nothing⟧\n`],
  ])('marks %s', (_name, marked) => {
    const { text, ranges } = parseFixture(convert(marked));
    expect(problemsOf('yaml-syntax', text).map(({ span }) => span)).toEqual(ranges);
  });
});

describe('yaml-syntax', () => {
  it('says what to do', () => {
    expect(messagesOf('yaml-syntax', `${ORG}type: "forum\n`)).toEqual([
      'This double quote is not closed: add `"` at the end of the text it opens.',
    ]);
  });

  it('leaves the rest of the record, and its neighbours, to the other rules', () => {
    const text = `${ORG}note: "open\ntype: forumm\n---\n${ORG.replace('x-org', 'x-two').replace('Org', 'Two')}type: forumm\n`;
    const told = makeWorkspace({ 'two.yaml': text }, rules).problemsOf(`${ROOT}/two.yaml`);
    expect(told.map(({ rule }) => rule)).toEqual(['yaml-syntax', 'schema', 'schema']);
  });

  it('speaks of the manifest, and of what was meant as a record, but not of other files', () => {
    const told = (name: string, text: string) =>
      makeWorkspace({ [name]: text }, rules)
        .problemsOf(`${ROOT}/${name}`)
        .map(({ rule }) => rule);
    expect(told('initiatives.yaml', 'dataset: "open\n')).toEqual(['yaml-syntax']);
    expect(told('a.yaml', 'kind: summit\nname: {a\n')).toContain('yaml-syntax');
    expect(told('a.yaml', 'title: "open\n')).toEqual([]);
  });
});
