/** All facts of a record in words: in the order of the schema, without its names, its sources and what only tools read. */
import { expect, it } from 'vitest';
import { allFactsOf } from '../../../server/dataset/timeline/facts.ts';
import { makeWorkspace } from '../../support/fixture.ts';

it('has each field that says something, whatever order they are in', () => {
  const { dataset } = makeWorkspace(
    {
      'a.yaml':
        'kind: summit\ntheme: Peace\nid: a\nname: A\naliases: [B]\nmode: in-person\nordinal: 12\norganization: ots\ncitations: [{ source: b }]\nformer_ids: [c]\nnote: ~\n',
    },
    [],
  );
  const facts = allFactsOf(dataset.find('summit', 'a')!.record, dataset);
  expect(facts.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Organization: Organization of Turkic States',
    'Ordinal: 12',
    'Mode: In person',
    'Theme: Peace',
  ]);
});

it('has what a list of words says', () => {
  const { dataset } = makeWorkspace({ 'a.yaml': 'kind: summit\nid: a\nname: A\ntopics: [energy, water]\n' }, []);
  expect(allFactsOf(dataset.find('summit', 'a')!.record, dataset)).toEqual([
    { label: 'Topics', text: 'energy; water' },
  ]);
});
