/** Edits to YAML text: the value says what was meant, and everything else stays as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  addEntries,
  removeEntry,
  removeItem,
  replaceScalar,
  writeScalar,
} from '../../../server/dataset/editing/edits.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { follow, keyText, type Path, type YamlMap } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds } from '../../support/fixture.ts';

function mapAt(text: string, path: Path): YamlMap {
  const node = follow(new YamlDocument(text).place(path)?.value);
  if (node?.type !== 'map') throw new Error('The test has no map there.');
  return node;
}

describe('writeScalar', () => {
  it.each([
    ['ots', 'ots'],
    ['Organization of Turkic States', 'Organization of Turkic States'],
    ['2025-10-07', '2025-10-07'],
    ['2025-10-07T15:12', '2025-10-07T15:12'],
    ['https://example.org/a', 'https://example.org/a'],
    ['007', "'007'"],
    ['true', "'true'"],
    ['null', "'null'"],
    ['a: b', "'a: b'"],
    ['a, b', "'a, b'"],
    ["it's", "'it''s'"],
    ['- x', "'- x'"],
    ['', "''"],
    ['two\nlines', '"two\\nlines"'],
  ])('%j is written as %s', (text, written) => expect(writeScalar(text)).toBe(written));

  it('is read again as the same text, in block and flow style', () => {
    const style = fc.constantFrom('plain' as const, 'single' as const, 'double' as const);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), style, (text, as) => {
        const written = writeScalar(text, as);
        expect(parse(`a: ${written}\nb: [${written}, { c: ${written} }]\n`)).toEqual({
          a: text,
          b: [text, { c: text }],
        });
      }),
    );
  });
});

describe('replaceScalar', () => {
  it.each([
    ['a: x # c\n', 'a: y # c\n'],
    ["a: 'x'\n", "a: 'y'\n"],
    ['a: "x"\n', 'a: "y"\n'],
    ['a: |\n  x\nb: 1\n', 'a: y\nb: 1\n'],
  ])('keeps the quotes of %j', (before, after) => {
    const edit = replaceScalar(new YamlDocument(before).place(['a'])!.value!, 'y');
    expect(applyEdits(before, [edit])).toBe(after);
  });

  it('keeps a year a number where it was one', () => {
    const text = 'a: 20250\n';
    expect(applyEdits(text, [replaceScalar(new YamlDocument(text).place(['a'])!.value!, '2025')])).toBe('a: 2025\n');
  });
});

describe.each(lineEnds)('with %s', (_, convert) => {
  describe('removeEntry', () => {
    it.each([
      ['a line', 'a: 1\nb: 2 # c\nc: 3\n', [], 'b', 'a: 1\nc: 3\n'],
      ['the first line', 'a: 1\nb: 2\n', [], 'a', 'b: 2\n'],
      ['the last line', 'a: 1\nb: 2\n', [], 'b', 'a: 1\n'],
      ['a last line that has no end', 'a: 1\nb: 2', [], 'b', 'a: 1'],
      ['an entry of many lines', 'a:\n  - x\n  # c\n  - y\nb: 2\n', [], 'a', 'b: 2\n'],
      ['a block scalar', 'a: |\n  x\n\n  y\nb: 2\n', [], 'a', 'b: 2\n'],
      ['an empty value', 'a:\n# about b\nb: 2\n', [], 'a', '# about b\nb: 2\n'],
      ['the first key of a list entry', 'l:\n  - a: 1\n    b: 2\n', ['l', 0], 'a', 'l:\n  - b: 2\n'],
      ['a nested line', 'm:\n  a: 1\n  b: 2\nc: 3\n', ['m'], 'b', 'm:\n  a: 1\nc: 3\n'],
      ['from a flow map', 'm: { a: 1, b: 2, c: 3 }\n', ['m'], 'b', 'm: { a: 1, c: 3 }\n'],
      ['from its beginning', 'm: { a: 1, b: 2 }\n', ['m'], 'a', 'm: { b: 2 }\n'],
      ['from its end', 'm: { a: 1, b: 2 }\n', ['m'], 'b', 'm: { a: 1 }\n'],
      ['the only one', 'm: {a: 1}\n', ['m'], 'a', 'm: {}\n'],
      ['before one with an anchor', 'm: {a: 1,\n  &x b: 2}\n', ['m'], 'a', 'm: {&x b: 2}\n'],
      ['one with an anchor and a tag', 'm: {&x !t a: 1, b: 2}\n', ['m'], 'a', 'm: {b: 2}\n'],
    ] as const)('%s', (_name, before, path, key, after) => {
      const text = convert(before);
      const map = mapAt(text, path);
      const pair = map.pairs.find((candidate) => keyText(candidate.key) === key)!;
      expect(applyEdits(text, [removeEntry(text, map, pair)])).toBe(convert(after));
    });
  });

  describe('removeItem', () => {
    it.each([
      ['a line', 'l:\n  - a # c\n  - b # d\n  - c\nm: 1\n', 1, 'l:\n  - a # c\n  - c\nm: 1\n'],
      ['the first one', 'l:\n- a: 1\n  b: 2\n- a: 3\n', 0, 'l:\n- a: 3\n'],
      ['the last one', 'l:\n  - a\n  - b: 1\n    c: 2\nm: 1\n', 1, 'l:\n  - a\nm: 1\n'],
      ['the last one of a text that has no end', 'l:\n  - a\n  - b', 1, 'l:\n  - a'],
      ['one with an anchor', 'l:\n  - &x { a: 1 }\n  - b\n', 0, 'l:\n  - b\n'],
      ['one below its dash', 'l:\n  -\n    a: 1 # c\n  - b\n', 0, 'l:\n  - b\n'],
      ['one of nothing', 'l:\n  - a\n  -\n  - b\n', 1, 'l:\n  - a\n  - b\n'],
      ['one between comments', 'l:\n  # one\n  - a\n  # two\n  - b\n', 0, 'l:\n  # one\n  # two\n  - b\n'],
      ['a block scalar', 'l:\n  - |\n    - x\n\n  - b\n', 0, 'l:\n\n  - b\n'],
      ['from a flow list', 'l: [a, { b: 1 }, c]\n', 1, 'l: [a, c]\n'],
      ['from its beginning', 'l: [ a, b ]\n', 0, 'l: [ b ]\n'],
      ['from its end', 'l: [ a, b ]\n', 1, 'l: [ a ]\n'],
      ['before one with an anchor', 'l: [a, &x b]\n', 0, 'l: [&x b]\n'],
      ['before one whose anchor stands on a line of its own', 'l: [a,\n  &x\n  b]\n', 0, 'l: [&x\n  b]\n'],
      ['one with an anchor, from the beginning of a flow list', 'l: [&x a, &y b]\n', 0, 'l: [&y b]\n'],
      ['the only one of a flow list, with an anchor', 'l: [&x !!str a]\n', 0, 'l: []\n'],
    ] as const)('%s', (_name, before, index, after) => {
      const text = convert(before);
      const list = follow(new YamlDocument(text).place(['l'])?.value);
      if (list?.type !== 'seq') throw new Error('The test has no list there.');
      expect(applyEdits(text, [removeItem(text, list, index)])).toBe(convert(after));
    });
  });

  describe('addEntries', () => {
    const order = ['a', 'b', 'c', 'd'];
    it.each([
      ['after the one before it', 'a: 1 # x\nd: 4\n', [], ['b'], 'a: 1 # x\nb:\nd: 4\n'],
      ['several in their order', 'a: 1\nd: 4\n', [], ['c', 'b'], 'a: 1\nb:\nc:\nd: 4\n'],
      ['in several places', 'b:\n  - 1\n', [], ['a', 'c'], 'a:\nb:\n  - 1\nc:\n'],
      ['at the end of a text without a line end', 'a: 1', [], ['b'], convert('\n') === '\n' ? 'a: 1\nb:' : undefined],
      [
        'before a comment that belongs to the next',
        'a: 1\n# about d\nd: 4\n',
        [],
        ['b'],
        'a: 1\nb:\n# about d\nd: 4\n',
      ],
      ['in a list entry', 'l:\n  - a: 1\n    c: 3\n', ['l', 0], ['b'], 'l:\n  - a: 1\n    b:\n    c: 3\n'],
      ['before the first of a list entry', 'l:\n  - b: 1\n', ['l', 0], ['a'], 'l:\n  - a:\n    b: 1\n'],
      ['in a flow map', 'm: { a: 1 }\n', ['m'], ['b', 'c'], 'm: { a: 1, b:, c: }\n'],
      ['in a tight flow map', 'm: {a: 1}\n', ['m'], ['b'], 'm: {a: 1, b: }\n'],
      ['at the beginning of a flow map', 'm: { b: 1 }\n', ['m'], ['a'], 'm: { a: , b: 1 }\n'],
      ['in an empty flow map', 'm: {}\n', ['m'], ['b', 'a'], 'm: { a: , b: }\n'],
    ] as const)('%s', (_name, before, path, keys, after) => {
      if (after === undefined) return;
      const text = convert(before);
      const map = mapAt(text, path);
      const result = applyEdits(text, addEntries(text, map, keys, order));
      expect(result).toBe(convert(after));
      expect(new YamlDocument(result).errors).toEqual([]);
    });
  });
});
