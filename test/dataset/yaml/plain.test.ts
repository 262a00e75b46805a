/** Plain YAML in single lines and odd corners: what the fast reader takes, which is what the reader of all of YAML says, and what it leaves to it. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/dataset/yaml/syntax.ts';
import { plainValue, toTree } from '../../../server/dataset/yaml/tree.ts';
import { readPlainTree, readPlainValue } from '../../../server/dataset/yaml/values/plain-yaml.ts';
import { lineEnds } from '../../support/fixture.ts';

function byLibrary(text: string) {
  const { document, masked } = readDocument(text);
  return document && toTree(document, text, masked);
}

const BLOCKS: readonly (readonly [text: string, value: unknown])[] = [
  ['a: |\nb: 1\n', { a: '', b: 1 }],
  ['a: >-\n\nb: 1\n', { a: '', b: 1 }],
  ['a: |\n  b', { a: 'b\n' }],
  ['a: |+\n  b\n\nc: 1\n', { a: 'b\n\n', c: 1 }],
  ['a: |+\n  b\n\nc: d', { a: 'b\n\n', c: 'd' }],
  ['a: |+\n  b\n\n', { a: 'b\n\n' }],
  ['a: >+\n  b\n\nc: 1\n', { a: 'b\n\n', c: 1 }],
  ['a: |1\n  b\n', { a: ' b\n' }],
  ['a: |2\n    b\n', { a: '  b\n' }],
  [`a: |9\n${' '.repeat(10)}b\n`, { a: ' b\n' }],
  ['a: |  # c\n  b\n', { a: 'b\n' }],
  ['a: |\n\n  b\n', { a: '\nb\n' }],
  ['a: |\n  b\n  \n  c\n', { a: 'b\n\nc\n' }],
  ['- |\n  a\n- >\n  b\n', ['a\n', 'b\n']],
];

const SCALARS: readonly (readonly [text: string, value: unknown])[] = [
  ['[+1, 9, 9.5, 123e-5, False, false, 2019-10-07]', [1, 9, 9.5, 0.00123, false, false, '2019-10-07']],
  ['0x1F: a\n-1.50: b\n+1: c\n.5: d\n9.0: e\n', { 31: 'a', '-1.5': 'b', 1: 'c', 0.5: 'd', 9: 'e' }],
  ['a:\n  --- b\n', { a: '--- b' }],
  ['a:\n  ...\n', { a: '...' }],
  ['...b\n', '...b'],
  ['a#: b#c\nd: e #f\n', { 'a#': 'b#c', d: 'e' }],
  ['a: #b\nc: d\n', { a: null, c: 'd' }],
  ['-a: -b\n', { '-a': '-b' }],
  ['-[a\n', '-[a'],
  ['a: -]b\n-,c: d 1 - 2\n', { a: '-]b', '-,c': 'd 1 - 2' }],
  ['- -,\n- -]b\n', ['-,', '-]b']],
  ['a: "b\\\n  c"\n', { a: 'bc' }],
  ['a: "\\U0010FFFF"\n', { a: '\u{10ffff}' }],
  ["a: 'b\n  -c'\n", { a: 'b -c' }],
  ['a: "   "\n', { a: '   ' }],
];

const BRACKETS: readonly (readonly [text: string, value: unknown])[] = [
  ['a: {}\nb: []\n', { a: {}, b: [] }],
  ['[{ a: b, }, [c, ], "d"]\n', [{ a: 'b' }, ['c'], 'd']],
  ['- [a,\n# c\n  b]\n', [['a', 'b']]],
  [`a: ${'x'.repeat(600)}\nb: { c: d }\n`, { a: 'x'.repeat(600), b: { c: 'd' } }],
  ['[a #b\n  , c]\n', ['a', 'c']],
  ['[a#b, c]\n', ['a#b', 'c']],
  ['[a\n  b,\n  c\n\n  d]\n', ['a b', 'c\nd']],
  ['- # a\n  - b\n-\n  c\n', [['b'], 'c']],
  ['a:\n  - - b\n    - c\n', { a: [['b', 'c']] }],
  ['a:\n  "b": 1\n  "c": 2\n', { a: { b: 1, c: 2 } }],
  ['{a:[b], c:{d: e}}\n', { a: ['b'], c: { d: 'e' } }],
];

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([...BLOCKS, ...SCALARS, ...BRACKETS])(
    '%j is read as the reader of all of YAML reads it',
    (written, value) => {
      const text = convert(written);
      expect(readPlainValue(text)).toEqual(value);
      const tree = byLibrary(text);
      expect(plainValue(tree)).toEqual(value);
      expect(readPlainTree(text)).toEqual(tree);
    },
  );

  it.each([
    ['a block of text at the root', '|\n  a\n'],
    ['a block of text with a mark that there is not', `a: |A\n${' '.repeat(17)}b\n`],
    ['what follows the end of the document', 'a: 1\n...\nb: 2\n'],
    ['a dash before a comma', '{ -, a: b }'],
    ['a dash before a bracket', '[-[a]]'],
    ['a key of no letters', '{ : a }'],
    ['a key that is a colon', ': a\n'],
    ['an escaped line end before a line that is not deep enough', 'a:\n  b: "c\\\n  d"\n'],
    ['text in brackets on a line that is not deep enough', 'a:\n  b: [c\n  d]\n'],
    ['a mark of byte order before a dash', '\ufeff- a\n'],
    ['text in brackets that goes on with a colon', '{ a\n  :b }'],
    ['a colon in brackets below a comment', '{ a # b\n  :c }'],
    [
      'more than a hundred dashes in one another',
      Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}-\n`).join(''),
    ],
    ['more than a hundred keys in one another', Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    [
      'more than a hundred lists and maps in one another',
      Array.from({ length: 90 }, (_, i) => `${'  '.repeat(i)}a:\n${'  '.repeat(i)}- b: 1\n`).join(''),
    ],
    ['a list in the column of its key, deeper than that', 'a:\n  b:\n- c\n'],
  ])('%s is left to it', (_, text) => {
    expect(readPlainValue(convert(text))).toBeUndefined();
  });
});
