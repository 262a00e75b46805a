/** Globs of manifests: what they take in, in which they agree with a known library, and that none of them takes long. */
import fc from 'fast-check';
import picomatch from 'picomatch/posix.js';
import { describe, expect, it } from 'vitest';
import { isGlob, matcher } from '../../server/dataset/globs.ts';

describe('a glob', () => {
  it.each([
    ['**/*.{yaml,yml}', 'a.yaml b/c.YML b/c/d.yaml', 'a.yamlx b.json .a.yaml .b/c.yaml'],
    ['summits/**/*.yaml', 'summits/a.yaml Summits/b/c.yaml', 'a.yaml x/summits/a.yaml summits/.b/c.yaml'],
    ['summits/**', 'summits/a.yaml summits/b/c.yaml', 'summitsx/a.yaml'],
    ['./summits/*.yaml', 'summits/a.yaml', 'summits/b/c.yaml'],
    ['{summits,persons/{a,b}*}.yaml', 'summits.yaml persons/ax.yaml persons/b.yaml', 'persons/c.yaml'],
    ['**/{a,**/b}.yaml', 'a.yaml b.yaml x/y/b.yaml', 'c.yaml'],
    ['a?[0-9][!x-z].yaml', 'ab1c.yaml', 'a1c.yaml ab1y.yaml abcd.yaml'],
    ['[]a]/[a-].yaml', ']/-.yaml a/a.yaml', 'b/a.yaml'],
    ['a\\*b\\{c,d}.yaml', 'a*b{c,d}.yaml', 'axb{c,d}.yaml'],
    ['a{b.yaml', 'a{b.yaml', 'ab.yaml'],
    ['a[b.yaml', 'a[b.yaml', 'ab.yaml'],
    ['.hidden/*.yaml', '.hidden/a.yaml', 'hidden/a.yaml'],
    ['Қазақстан/*.yaml', 'қазақстан/Ә.yaml', 'kazakhstan/a.yaml'],
    ['?.yaml', '😀.yaml', 'ab.yaml'],
    ['*.yaml', 'a.yaml', '.yaml'],
    ['a/{b,.c}*.yaml', 'a/b.yaml a/.c.yaml', 'a/.b.yaml'],
    ['**b.yaml', 'ab.yaml b.yaml', 'x/b.yaml x/ab.yaml'],
    ['a**/c.yaml', 'a/c.yaml ab/c.yaml', 'a/b/c.yaml'],
    ['../*.yaml', '', 'a.yaml'],
    ['v1./*.yaml', 'v1./a.yaml', 'v1a.yaml'],
    ['{a,**}b.yaml', 'ab.yaml b.yaml xb.yaml', 'c.yaml'],
    ['a/*.yaml', 'a/b.yaml', 'a/.yaml'],
    ['{a,b,c}.yaml', 'a.yaml b.yaml c.yaml', 'd.yaml'],
    ['{a\\,b,c}.yaml', 'a,b.yaml c.yaml', 'a.yaml b.yaml'],
    ['{a}.yaml', '{a}.yaml', 'a.yaml'],
    ['x[!]a]c.yaml', 'xbc.yaml', 'xac.yaml x]c.yaml'],
    ['x[a[!].yaml', 'xa.yaml x[.yaml x!.yaml', 'xb.yaml'],
    ['\\', '\\', 'a.yaml'],
  ])('%s takes in %j and leaves out %j', (glob, taken, left) => {
    const test = matcher(glob);
    const wrong = (paths: string, is: boolean) => paths.split(' ').filter((path) => path !== '' && test(path) !== is);
    expect([wrong(taken, true), wrong(left, false)]).toEqual([[], []]);
  });

  it('is read as picomatch reads it', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'ab',
      'ba',
      '*',
      'a*',
      '*b',
      '?',
      '?b',
      '[ab]',
      '[^b]',
      '[a-b]c',
      '{a,b}',
      '{a*,b}c',
      '*.yaml',
      'b.yaml',
    );
    const folder = fc.oneof(name, fc.constant('**'));
    const globs = fc.tuple(fc.array(folder, { maxLength: 3 }), name).map(([above, last]) => [...above, last].join('/'));
    const part = fc.constantFrom('a', 'b', 'ab', 'bc', 'ac', '.a', 'b.yaml', 'a.yaml', 'AB');
    const paths = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(globs, fc.array(paths, { minLength: 5, maxLength: 20 }), (glob, all) => {
        const theirs = picomatch(glob, { nocase: true });
        expect(all.filter(matcher(glob))).toEqual(all.filter((path) => theirs(path)));
      }),
    );
  });

  it.each(['', '!', '(a+)+', '+(a|aa)', '!(a)', 'a'.repeat(201), `{${'a,'.repeat(100)}}`])('is not %j', (text) => {
    expect(isGlob(text)).toBe(false);
  });
});

describe('matching', () => {
  it('takes no longer with globs and paths that are made for it', () => {
    const steps = ['*a', '**a', '**/', '{a,aa}', '{a,a}', '[a]', '{**,*}', '?', '{{a,*},*a}'];
    const path = (length: number) => `${'a'.repeat(length)}b`;
    const time = (glob: string, length: number) => {
      const start = process.cpuUsage();
      matcher(glob)(path(length));
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    const plain = 'a'.repeat(200);
    time(plain, 4000);
    for (const step of steps) {
      const glob = `${step.repeat(Math.floor(199 / step.length))}c`;
      const [short, long] = [1000, 4000].map((length) => Math.min(time(glob, length), time(glob, length)));
      // In proportion to the length it would be 4 times as much, and 16 times in proportion to its square.
      expect(long, step).toBeLessThan(10 * short! + 20_000);
    }
  });

  it('gives any text and any path an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*?[]{},!^\\/.-ab\n😀') }), fc.string(), (glob, path) => {
        expect(typeof matcher(glob)(path)).toBe('boolean');
      }),
    );
  });
});
