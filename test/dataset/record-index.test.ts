/** The index of records: each key leads to those documents that have it now, whenever it is asked. */
import { expect, it } from 'vitest';
import { SourceDocument } from '../../server/dataset/document.ts';
import { RecordIndex } from '../../server/dataset/record-index.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';

const documentOf = (file: string, text: string) => new SourceDocument(file, new YamlDocument(text), 0);
const body = documentOf('a.yaml', 'kind: organization\nid: ots-chs\nname: Council of Heads of State\naliases: [CHS]\n');
const other = documentOf('b.yaml', 'kind: organization\nid: sco-chs\nname: Council of Heads of State\n');
const person = documentOf('c.yaml', 'kind: person\nid: chs\nname: C. H. S.\n');

it('finds records by their folded names within a kind, also those that come and go after the first question', () => {
  const index = new RecordIndex();
  const filesNamed = (kind: string, name: string) =>
    index
      .byName(kind)
      .get(name)
      ?.map(({ uri }) => uri);
  index.add(body);
  index.add(person);
  expect(filesNamed('organization', 'chs')).toEqual(['a.yaml']);
  expect(filesNamed('organization', 'ots chs')).toEqual(['a.yaml']);
  index.add(other);
  expect(filesNamed('organization', 'council of heads of state')).toEqual(['a.yaml', 'b.yaml']);
  expect(filesNamed('person', 'chs')).toEqual(['c.yaml']);
  index.remove(body);
  expect(filesNamed('organization', 'council of heads of state')).toEqual(['b.yaml']);
  expect(filesNamed('organization', 'chs')).toBeUndefined();
  index.remove(other);
  index.add(body);
  expect(filesNamed('organization', 'chs')).toEqual(['a.yaml']);
  expect(filesNamed('sumit', 'chs')).toBeUndefined();
});

it('has no kind of which there is no record any more', () => {
  const index = new RecordIndex();
  for (const document of [body, other, person]) index.add(document);
  index.remove(body);
  expect([...index.byKind.keys()]).toEqual(['organization', 'person']);
  index.remove(other);
  index.remove(person);
  expect(index.byKind.size).toBe(0);
});
