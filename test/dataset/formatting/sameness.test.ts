/** When two texts say the same: structure, styles and values are compared, white space and comments are not. */
import { expect, it } from 'vitest';
import { saysTheSame } from '../../../server/dataset/formatting/sameness.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

it.each([
  ['nothing and nothing', '', '# c', true],
  ['nothing and something', '', 'id: AZE', false],
  ['other indentation', 'place:\n    city: Баку\n', 'place:\n  city: Баку # c\n', true],
  ['what cannot be read', 'topics: [energy', 'topics: [energy]', false],
  ['a text in quotes and a plain one', 'name: "Mira"', 'name: Mira', false],
  ['two texts', 'name: Mira', 'name: Mirra', false],
  ['a text and a number', 'born: "1970"', 'born: 1970', false],
  ['an alias and a text', 'a: &x b\nc: *x', 'a: &x b\nc: b', false],
  ['aliases of two anchors', 'a: &x b\nb: &y b\nc: *x', 'a: &x b\nb: &y b\nc: *y', false],
  ['the same aliases', 'a: &x b\nc:   *x', 'a: &x b\nc: *x', true],
  ['a text and a list', 'a: b', 'a: [b]', false],
  ['a list and a map', 'a: [b]', 'a: { b: 1 }', false],
  ['a block list and one in brackets', 'a:\n  - b', 'a: [b]', false],
  ['a list and a longer one', 'a: [b]', 'a: [b, c]', false],
  ['lists whose last items differ', 'a: [b, c]', 'a: [b, d]', false],
  ['a list in other columns', 'a:\n- b\n-   c', 'a:\n  - b\n  - c', true],
  ['a block map and one in braces', 'a:\n  b: 1', 'a: { b: 1 }', false],
  ['a map and a longer one', 'a: { b: 1 }', 'a: { b: 1, c: 2 }', false],
  ['maps whose keys differ', 'a: { b: 1 }', 'a: { c: 1 }', false],
])('%s', (_, one, other, isSame) => {
  expect(saysTheSame(one, new YamlDocument(other))).toBe(isSame);
});

it('a list or map is not what the other is, whichever comes first', () => {
  expect(saysTheSame('a: { b: 1 }', new YamlDocument('a: [b]'))).toBe(false);
  expect(saysTheSame('a: [b]', new YamlDocument('a: b'))).toBe(false);
});
