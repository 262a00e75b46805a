/** Aliases that stand for far more than is written: they are told of, and the rest of the document is read and exported as ever. */
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const HEAD = 'kind: person\nid: a\nname: A\n';
const TOO_MUCH = /^The aliases up to here stand for more than \d+ characters/;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const BOMBS: Readonly<Record<string, string>> = {
  'lists of lists': `${HEAD}b0: &b0 [x, x]\n${lines(40, (i) => `b${i + 1}: &b${i + 1} [*b${i}, *b${i}]\n`)}`,
  'merges of merges': `${HEAD}m0: &m0 { x: 1 }\n${lines(40, (i) => `m${i + 1}: &m${i + 1} { <<: [*m${i}, *m${i}] }\n`)}`,
  'merges line by line': `${HEAD}m0: &m0 { x: 1 }\n${lines(40, (i) => `m${i + 1}: &m${i + 1}\n  <<: *m${i}\n  '<<': *m${i}\n`)}`,
  'a list in each entry of a list': `${HEAD}aliases: &all\n${lines(3000, (i) => `  - n${i}\n`)}citations:\n${lines(3000, () => '  - { source: x, supports: *all }\n')}`,
  'a long text in each entry of a list': `${HEAD}note: &note ${'a'.repeat(50_000)}\naliases:\n${lines(3000, () => '  - *note\n')}`,
};

describe('aliases that stand for too much', () => {
  it.each(Object.entries(BOMBS))('%s are one problem, and what is read stays in proportion to the text', (_, text) => {
    const document = new YamlDocument(text);
    expect(document.errors.map(({ message }) => message)).toEqual([expect.stringMatching(TOO_MUCH)]);
    const [{ span }] = document.errors as [(typeof document.errors)[0]];
    expect(text.slice(span.start, span.end)).toMatch(/^\*\w+$/);
    // Of all that aliases stand for and of the text itself nothing can become longer than it is written, but for quotes.
    expect(JSON.stringify(document.value).length).toBeLessThan(2 * (100_000 + 5 * text.length));
  });

  it.each(Object.entries(BOMBS))('%s leave the rest of the record to the rules', (_, text) => {
    const uri = `${ROOT}/a.yaml`;
    const workspace = makeWorkspace({ 'a.yaml': `${text}offices:\n  - { title: x, state: KAX }\n` }, rules);
    const found = workspace.problemsOf(uri);
    expect(found.filter(({ rule }) => rule === 'yaml-syntax')).toHaveLength(1);
    expect(found.some(({ rule }) => rule === 'unknown-reference')).toBe(true);
  });
});

describe('aliases as people use them', () => {
  it('are read to the last, however many there are', () => {
    const party = '&kaz { state: KAZ, role: proposer }';
    const text = `parties:\n  - ${party}\n${lines(5000, () => '  - *kaz\n')}`;
    const document = new YamlDocument(text);
    expect(document.errors).toEqual([]);
    const { parties } = document.value as { parties: readonly { state: string }[] };
    expect(parties).toHaveLength(5001);
    expect(new Set(parties.map(({ state }) => state))).toEqual(new Set(['KAZ']));
  });
});
