/** A document of the dataset: what it is taken for, and where in the text its parts are shown. */
import { expect, it } from 'vitest';
import { SourceDocument } from '../../server/dataset/document.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';

const documentOf = (text: string) => new SourceDocument('file:///a.yaml', new YamlDocument(text), 0);

it('is taken for what it is, whatever of it is asked for first', () => {
  const text = 'kind: person\nid: a\n';
  expect(documentOf(text).schema).toBe('person');
  expect(documentOf(text).record?.id).toBe('a');
  expect(documentOf(text).role).toBe('record');
  expect(documentOf('kind: nothing\n').schema).toBeUndefined();
});

it.each([
  ['parties:\n  - { state: KAZ }\n  -\n', ['parties', 1], '-'],
  ['parties:\n  - # none\n  - { state: KAZ }\n', ['parties', 0], '-'],
  ['parties: [{ state: KAZ }]\n', ['parties', 0, 'state'], 'KAZ'],
  ['parties: [{ state: }]\n', ['parties', 0, 'state'], 'state'],
  ['parties: [{ state: KAZ }]\n', ['parties', 0, 'joined'], '{ state: KAZ }'],
])('shows in %j where %j stands', (text, path, shown) => {
  const { start, end } = documentOf(text).spanOf(path);
  expect(text.slice(start, end)).toBe(shown);
});
