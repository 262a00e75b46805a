/** Edits to YAML text as few people write it: anchors, question marks, years, blanks of other scripts, and empty values. */
import { describe, expect, it } from 'vitest';
import {
  addEntries,
  removeEntry,
  removeItem,
  replaceProse,
  replaceScalar,
  writeScalar,
} from '../../../server/dataset/editing/edits.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { keyText, type Path, type YamlMap, type YamlSeq } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds } from '../../support/fixture.ts';

const nodeAt = (text: string, path: Path) => new YamlDocument(text).place(path)!.value!;
const mapAt = (text: string, path: Path) => nodeAt(text, path) as YamlMap;

it.each([
  ['a\u00a0', "'a\u00a0'"],
  ['東京\u3000', "'東京\u3000'"],
])('%j with a wide blank at its end is written as %s', (text, written) => expect(writeScalar(text)).toBe(written));

it.each([
  ['a: "20250"', '2025', 'a: "2025"'],
  ['a: 2025', '-0044', "a: '-0044'"],
  ['a: 2025', '20251', "a: '20251'"],
  ['a: [2024]', '2025', 'a: 2025'],
  ['b: &x 1\na: *x', '2025', 'b: &x 1\na: 2025'],
])('in %j, %s is put as %s', (before, date, after) => {
  expect(applyEdits(before, [replaceScalar(nodeAt(before, ['a']), date)])).toBe(after);
});

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    ['a text in quotes over two lines', 'a: "one\n    two"\n', 'x y', 'a: "x y"\n'],
    ['a plain text over two lines', 'a: one\n    two\n', 'x y', 'a: x y\n'],
    ['a block below a line of blanks', 'a: >\n \n    one two\n', 'x y', 'a: >\n    x y\n'],
    ['a block, with blanks around', 'a: >\n  one two\n', ' x y\n', 'a: >\n  x y\n'],
    ['a block whose first line cannot be read', 'a: >@\n  one two\n', 'x y', 'a: x y\n'],
  ])('other words take the place of %s', (_name, before, prose, after) => {
    const text = convert(before);
    expect(applyEdits(text, [replaceProse(text, nodeAt(text, ['a']), prose)])).toBe(convert(after));
  });

  it.each([
    ['one with an anchor and a tag', '&x !!str a: 1\nb: 2\n', [], 'a', 'b: 2\n'],
    ['one with a question mark', '? a\n: 1\nb: 2\n', [], 'a', 'b: 2\n'],
    ['one of a list with an anchor', 'l:\n  - &x a: 1\n    b: 2\n', ['l', 0], 'a', 'l:\n  - b: 2\n'],
    ['the only one of a list', 'l:\n  - a: 1\n', ['l', 0], 'a', 'l:\n  - \n'],
    ['one without a value', 'm: { a, b: 1 }\n', ['m'], 'a', 'm: { b: 1 }\n'],
    ['one behind a key without a value', 'm: { a, b: 1 }\n', ['m'], 'b', 'm: { a }\n'],
    ['all there is', 'a:\n  - x', [], 'a', ''],
  ] as const)('the entry goes that is %s', (_name, before, path, key, after) => {
    const text = convert(before);
    const map = mapAt(text, path);
    const pair = map.pairs.find((each) => keyText(each.key) === key)!;
    expect(applyEdits(text, [removeEntry(text, map, pair)])).toBe(convert(after));
  });

  it.each([
    ['behind a byte order mark', '\ufeff- a\n- b\n', [], 0, '- b\n'],
    ['behind one with a byte order mark', 'l: [b, \ufeffa]\n', ['l'], 1, 'l: [b]\n'],
  ] as const)('the item goes that is %s', (_name, before, path, index, after) => {
    const text = convert(before);
    expect(applyEdits(text, [removeItem(text, nodeAt(text, path) as YamlSeq, index)])).toBe(convert(after));
  });

  it.each([
    ['a key without a value', 'm: { a }\n', ['m'], 'm: { a, b: }\n'],
    ['an empty value', 'm: { a: , c: 3 }\n', ['m'], 'm: { a: , b:, c: 3 }\n'],
    ['an empty value in lines', 'a:\nc: 3\n', [], 'a:\nb:\nc: 3\n'],
    ['the last value in braces that nothing closes', 'm: { a: 1', ['m'], 'm: { a: 1, b: '],
    ['a value with a wide blank at its end', 'm: { a: Ош\u00a0, c: 3 }\n', ['m'], 'm: { a: Ош\u00a0, b:, c: 3 }\n'],
    ['a list that nothing closes', 'a: [x\n\n', [], 'a: [x\nb:\n\n'],
    ['nothing, before an anchor', 'l:\n  - &x c: 1\n', ['l', 0], 'l:\n  - b:\n    &x c: 1\n'],
  ] as const)('an entry comes behind %s', (_name, before, path, after) => {
    const text = convert(before);
    expect(applyEdits(text, addEntries(text, mapAt(text, path), ['b'], ['a', 'b', 'c']))).toBe(convert(after));
  });
});
