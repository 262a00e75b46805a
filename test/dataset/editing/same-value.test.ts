/** Whether edits keep what a text says: another order or style does, and what cannot be read any more does not. */
import { expect, it } from 'vitest';
import { keepValue } from '../../../server/dataset/editing/same-value.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';

it.each([
  ['other quotes', 'name: "Мира"', "name: 'Мира'", true],
  ['another order', 'id: mira\nname: Mira', 'name: Mira\nid: mira', true],
  ['another word', 'name: Mira', 'name: Mirra', false],
  ['a text in place of a number', 'born: 1970', "born: '1970'", false],
  ['a bracket that is lost', 'aliases: [M]', 'aliases: [M', false],
  ['a bracket that was lost and still is', 'aliases: [ M', 'aliases: [M', true],
])('%s', (_, before, after, keeps) => {
  const edit = { span: { start: 0, end: before.length }, text: after };
  expect(keepValue([edit], new YamlDocument(before))).toBe(keeps);
});
