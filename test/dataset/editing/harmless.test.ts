/** Edits that leave alone what they do not touch, and those that nobody is offered because they do not. */
import { describe, expect, it } from 'vitest';
import { SourceDocument } from '../../../server/dataset/document.ts';
import { isHarmless } from '../../../server/dataset/editing/harmless.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

const documentOf = (text: string) => new SourceDocument('a.yaml', new YamlDocument(text), 0);

/** The edits that turn each `from` in a document into `to`, where it stands first. */
function editsOf(text: string, changes: readonly (readonly [from: string, to: string])[]) {
  const document = documentOf(text);
  return changes.map(([from, to]) => {
    const start = text.indexOf(from);
    expect(start).toBeGreaterThanOrEqual(0);
    return { document, span: { start, end: start + from.length }, text: to };
  });
}

describe('edits', () => {
  it.each<[string, string, [string, string][]]>([
    ['that write another value', 'a: 1\nb: [2, { c: 3 }]\n', [['3', '4']]],
    ['that remove an entry', 'a: 1\nb: 2\nc: [3]\n', [['b: 2\n', '']]],
    ['that add one', 'a: 1\nb: 2\n', [['\n', '\nz: 0\n']]],
    ['that rename a key', 'a: { b: 1, c: 2 }\n', [['a', 'zz']]],
    [
      'that rename an anchor with all its aliases',
      'a: &x 1\nb: *x\n',
      [
        ['&x', '&long'],
        ['*x', '*long'],
      ],
    ],
    ['that write lines as a flow collection', 'a:\n  - b\nc: 1\n', [['\n  - b', ' [b]']]],
    ['that write anew what a merge takes', 'a: &x { c: 1 }\nb: { <<: *x }\n', [['1', '2']]],
    ['that mend a slip', 'a: "x\n', [['"x', 'x']]],
    ['that break nothing more in a text that is broken', 'a: [1\nb: 2\n', [['2', '3']]],
    ['that close a bracket', 'a: [1\nb: 2\n', [['[1', '[1]']]],
    ['that close a bracket before what it took in', 'a: { b: [c, d }\ne: f\n', [['[c', '[c]']]],
    ['that take out a bracket', 'a: [b, c\nd: e\n', [['[', '']]],
    ['that put an entry before all others', 'a: 1\nb: 2\n', [['', 'z: 0\n']]],
    ['that fill an empty value', 'a:\nb: 1\n', [['a:', 'a: 2']]],
    ['of none', 'a: 1\n', []],
  ])('%s are harmless', (_, text, changes) => expect(isHarmless(editsOf(text, changes))).toBe(true));

  it.each<[string, string, [string, string][]]>([
    ['that cannot be read any more', 'a: 1\nb: 2\n', [['1', '[1']]],
    ['that break more in a text that is broken', 'a: [1\nb: 2\n', [['2', '"2\n']]],
    ['that make a value part of another', 'a: 1\nb: 2\n', [['1\n', '1 ']]],
    ['that make a comment of a value', 'a: 1\nb: 2\nc: [3]\n', [['b', '# b']]],
    [
      'that make a text of a number',
      'a: [1, 2]\nb: 3\n',
      [
        ['[', '"'],
        [']', '"'],
      ],
    ],
    ['that give a value to another key', 'a:\nb: 1\n', [['\nb:', '']]],
    [
      'that put an entry under another',
      'a: 1\nb:\n  c: 2\nd:\n',
      [
        ['b:\n', ''],
        ['1', ''],
      ],
    ],
    ['that put an item into a list within its list', 'a:\n  - b\n', [['- ', '- - ']]],
    ['that take the anchor of an alias', 'a: &x 1\nb: *x\n', [['&x ', '']]],
    ['that let an alias mean something else', 'a: &x 1\nb: &y 1\nc: *x\n', [['&y', '&x']]],
    ['that join a text with the next line', 'a: x\nb: y\n', [['x\n', 'x\n  ']]],
    ['that give a value another level', 'a:\n  b: x\n', [['  b', 'b']]],
    ['that have a block keep its last lines', 'a: |+\n  x\n\nb: y\n', [['\nb', 'b']]],
    ['that make a text of a comment', 'a: x # y\n', [['# ', '']]],
    ['that lengthen a value from behind', 'a: x\n', [['\n', 'y\n']]],
    ['that take a key out', 'a: { b: 1 }\nc: 2\n', [['b: ', '']]],
  ])('%s are not', (_, text, changes) => expect(isHarmless(editsOf(text, changes))).toBe(false));

  it('of several documents are harmless when all are', () => {
    const good = editsOf('a: 1\n', [['1', '2']]);
    const bad = editsOf('b: 1\n', [['1', '[']]);
    expect(isHarmless([...good, ...editsOf('c: 1\n', [['1', '2']])])).toBe(true);
    expect([isHarmless([...good, ...bad]), isHarmless([...bad, ...good])]).toEqual([false, false]);
  });
});
