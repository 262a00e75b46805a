/** Where the documents of a file begin and end, which of them an edit leaves as they are, and aliases of a document without anchors. */
import { describe, expect, it } from 'vitest';
import { documentStarts, parseYaml, YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

describe('documents', () => {
  it.each([
    ['at a marker that ends the text', 'a: 1\n---', [0, 5]],
    ['at a marker with a tab behind it', 'a: 1\n---\tb\n', [0, 5]],
    ['below an end in the second line', '\n...\na: 1\n', [0, 5]],
    ['at markers of both sorts in turn', 'a: 1\n...\nb: 2\n---\nc: 3\n...\nd: 4\n', [0, 9, 14, 27]],
  ])('begin %s', (_, text, starts) => {
    expect(documentStarts(text)).toEqual(starts);
  });

  it.each([
    ['below an end that ends the text', 'a: 1\n...\n'],
    ['below an end without a line end', 'a: 1\n...'],
    ['at four dashes', 'a: 1\n----\nb: 2\n'],
    ['at dashes that touch a word', 'a: 1\n---b: 2\n'],
    ['at dashes behind a word', 'x---\ny\n'],
    ['at dashes in a line', 'k: |\n  --- x\nb: ---\n'],
  ])('do not begin %s', (_, text) => {
    expect(documentStarts(text)).toEqual([0]);
  });

  it('below the one that is edited are all taken over', () => {
    const before = parseYaml('a: 1\n---\nb: 2\n---\nc: 3\n---\nd: 4\n');
    const after = parseYaml('a: 11\n---\nb: 2\n---\nc: 3\n---\nd: 4\n', before);
    expect(after.map(({ document }, i) => document === before[i]!.document)).toEqual([false, true, true, true]);
  });

  it('that are copies of one another are each a document of its own', () => {
    const text = '---\nkind: state\n';
    const copies = parseYaml(text.repeat(3), parseYaml(text));
    expect(new Set(copies.map(({ document }) => document)).size).toBe(3);
    expect(copies.map(({ start }) => start)).toEqual([0, text.length, 2 * text.length]);
  });
});

describe('aliases', () => {
  it('without an anchor are told of beside those that stand for too much', () => {
    const text = `a: &a ${'w'.repeat(2000)}\nb: *gone\nc: [${'*a, '.repeat(70)}]\nd: *lost\n`;
    expect(new YamlDocument(text).errors.map(({ message }) => message)).toEqual([
      'No anchor `&gone` stands before this alias: quote the text if it is no alias.',
      expect.stringMatching(/^The aliases up to here stand for more than \d+ characters, which is too much/),
      'No anchor `&lost` stands before this alias: quote the text if it is no alias.',
    ]);
  });
});
