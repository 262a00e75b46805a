/** Records by what a person types of a name: the best first, the dataset's own before those that are shipped. */
import { expect, it } from 'vitest';
import { fold } from '../../server/dataset/names/names.ts';
import { makeWorkspace } from '../support/fixture.ts';

const person = (id: string, name: string) => `kind: person\nid: ${id}\nname: ${name}\n`;
const { dataset } = makeWorkspace(
  {
    'a.yaml': person('a', 'The Green Council'),
    'b.yaml': person('b', 'Green Councillor'),
    'c.yaml': person('c', 'Green Council'),
    'd.yaml': person('d', 'Red'),
    'e.yaml':
      'kind: organization\nid: ots\nname: Our own\n---\nkind: organization\nid: zz-green\nname: Green Council\n',
  },
  [],
);
const found = (kind: string, query: string, limit = 10) =>
  dataset.search(kind, fold(query), limit).map(({ record }) => record.id);

it('has whole names first, then beginnings of names, then those of later words', () => {
  expect(found('person', 'Green Council')).toEqual(['c', 'b', 'a']);
  expect(found('person', 'RED')).toEqual(['d']);
  expect(found('person', 'council')).toEqual(['a', 'b', 'c']);
  expect(found('person', 'nobody')).toEqual([]);
});

it('has all of a kind by id where nothing is typed, and no more than are wanted', () => {
  expect(found('person', '')).toEqual(['a', 'b', 'c', 'd']);
  expect(found('person', '', 2)).toEqual(['a', 'b']);
  expect(found('person', 'green', 2)).toEqual(['b', 'c']);
});

it('has the own before the shipped, and what is replaced once', () => {
  expect(found('organization', '', 3).slice(0, 2)).toEqual(['ots', 'zz-green']);
  const all = dataset.ofKind('organization').map(({ record }) => record.id);
  expect(all.filter((id) => id === 'ots')).toEqual(['ots']);
  expect(all).toContain('csto');
  expect(found('organization', 'ots')[0]).toBe('ots');
  expect(found('organization', 'Turkic Council')).not.toContain('ots');
});
