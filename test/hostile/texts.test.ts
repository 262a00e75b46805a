/** Texts that nobody means well with, or that a broken program has written: they are read, and soon. */
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/dataset/fix-all.ts';
import { completions } from '../../server/features/completion/index.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const HEAD = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: held\ndate: 2025-10-07\n';
const numbered = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, i) => line(i));

const TEXTS: Readonly<Record<string, string>> = {
  'lists in lists': `${HEAD}x: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
  'lists in lists that stay open': `${HEAD}x: ${'['.repeat(5000)}`,
  'maps in maps': `${HEAD}x: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}\n`,
  'block maps in block maps': `${HEAD}x:\n${numbered(1000, (i) => `${' '.repeat(i + 1)}a:\n`).join('')}`,
  'dashes behind dashes': `${HEAD}x:\n${'- '.repeat(5000)}a\n`,
  'colons behind colons': `${HEAD}note: ${'a: '.repeat(20_000)}\n`,
  'a long line': `${HEAD}note: ${'a'.repeat(1_000_000)}\n`,
  'a long quote that stays open': `${HEAD}note: "${'a'.repeat(1_000_000)}\nhost: AZE\n`,
  'a long list': `${HEAD}aliases:\n${'  - a\n'.repeat(50_000)}`,
  'quotes that stay open on every line': `${HEAD}${numbered(5000, (i) => `k${i}: "a\n`).join('')}`,
  'unknown keys': `${HEAD}${numbered(20_000, (i) => `k${i}: 1\n`).join('')}`,
  'repeated keys': `${HEAD}${'host: AZE\n'.repeat(20_000)}`,
  'conflicts of versions': `${HEAD}${'<<<<<<< a\nx\n=======\n'.repeat(20_000)}>>>>>>> b\n`,
  'one id for all': 'kind: person\nid: x\nname: X\n---\n'.repeat(3000),
  'a bomb of aliases': `kind: summit\nid: a\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghijk']
    .map((letter, i) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghijk'[i]}`).join(', ')}]\n`)
    .join('')}`,
  'keys of every object': `${HEAD}__proto__: { kind: x }\nconstructor: y\nplace: { __proto__: a, toString: b }\n`,
  'ids of every object': 'kind: person\nid: __proto__\nname: constructor\naliases: [toString]\n',
  'halves of characters': `${HEAD}note: \ud800 \udc00 x\n`,
  'no text at all': `kind: summit\n${numbered(5000, (i) => String.fromCharCode((i * 7919) % 256)).join('')}`,
};

describe('what is hostile', () => {
  it.each(Object.entries(TEXTS))('%s', (_, text) => {
    const workspace = makeWorkspace({ 'a.yaml': text }, rules);
    const uri = `${ROOT}/a.yaml`;
    const problems = workspace.problemsOf(uri);
    expect(Math.max(0, ...problems.map(({ message }) => message.length))).toBeLessThan(1500);
    expect(() => completions(workspace, uri, text.length)).not.toThrow();
    expect(() => completions(workspace, uri, HEAD.length + 3)).not.toThrow();
  });

  it('is told of in messages that fit on a screen', () => {
    const id = 'b'.repeat(1_000_000);
    const workspace = makeWorkspace({ 'a.yaml': `kind: person\nid: ${id}\nname: A\n` }, rules);
    const messages = workspace.problemsOf(`${ROOT}/a.yaml`).map(({ message }) => message);
    expect(messages).toEqual([expect.stringMatching(/^The only record of `a.yaml` has the id `b+…$/)]);
    expect(messages[0]!.length).toBeLessThan(1500);
  });

  it('has fewer problems told the longer it is, because finding a fix reads the whole text', () => {
    const told = (count: number) =>
      makeWorkspace({ 'a.yaml': `${HEAD}${'host: AZE\n'.repeat(count)}` }, rules)
        .problemsOf(`${ROOT}/a.yaml`)
        .filter(({ rule }) => rule === 'duplicate-key').length;
    expect([told(10), told(500), told(1000), told(2000), told(40_000)]).toEqual([9, 394, 198, 99, 10]);
  });

  it('is mended as far as it takes no more than moments', () => {
    const workspace = makeWorkspace({ 'a.yaml': TEXTS['repeated keys']! }, rules);
    let applied = 0;
    const edited = fixAll(workspace, [`${ROOT}/a.yaml`], undefined, () => applied++);
    expect(edited.size).toBe(1);
    expect(applied).toBeGreaterThan(0);
    expect(applied).toBeLessThan(10);
  });

  it('is told of once, when it is nested deeper than anyone means', () => {
    const workspace = makeWorkspace({ 'a.yaml': TEXTS['dashes behind dashes']! }, rules);
    const [problem, ...others] = workspace.problemsOf(`${ROOT}/a.yaml`);
    expect(problem).toMatchObject({ rule: 'yaml-syntax', span: { start: 0, end: 'kind: summit'.length } });
    expect(others).toEqual([]);
  });
});
