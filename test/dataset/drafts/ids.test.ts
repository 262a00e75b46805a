/** Ids of records that do not exist yet: by the habit of their kind, by name, and free. */
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../server/dataset/dataset.ts';
import { fieldAtEnd, fieldsFromId, habitOf, textFor } from '../../../server/dataset/drafts/id-habit.ts';
import { freeId, idFromName, isIdOf } from '../../../server/dataset/drafts/ids.ts';
import { proposedId } from '../../../server/dataset/drafts/proposed-id.ts';
import { registry } from '../../../server/dataset/registry.ts';
import { kinds } from '../../../server/dataset/schema.ts';
import type { YamlRecord } from '../../../server/dataset/yaml/tree.ts';
import { makeWorkspace } from '../../support/fixture.ts';

const shipped = new Dataset(registry());

describe('an id made of a name', () => {
  it.each([
    ['Sadyr Japarov', 'sadyr-japarov'],
    ['Садыр Жапаров', 'sadyr-zhaparov'],
    ['  “Peace” — Mission (2025)!  ', 'peace-mission-2025'],
    ['Türkiye', 'turkiye'],
    ['', ''],
    ['— !', ''],
    // As many whole words as fit into 60 letters, and of one longer word its beginning.
    [`${'a'.repeat(30)} ${'b'.repeat(29)} c`, `${'a'.repeat(30)}-${'b'.repeat(29)}`],
    [`${'a'.repeat(30)} ${'b'.repeat(30)} c`, 'a'.repeat(30)],
    ['a'.repeat(70), 'a'.repeat(60)],
    ['../../etc/passwd', 'etc-passwd'],
    ['__proto__', 'proto'],
  ])('%j is %j', (name, id) => expect(idFromName(name)).toBe(id));
});

describe('a free id', () => {
  it('is one that nobody has or had, in any case', () => {
    const { dataset } = makeWorkspace(
      { 'a.yaml': 'kind: person\nid: osh\nformer_ids: [osh-3]\n---\nkind: summit\nid: OSH-2\n' },
      [],
    );
    expect(['osh', 'bishkek', 'kaz', 'ots'].map((id) => freeId(dataset, id))).toEqual([
      'osh-4',
      'bishkek',
      'kaz-2',
      'ots-2',
    ]);
  });

  it.each([
    ['person', 'sadyr-japarov', true],
    ['person', 'Sadyr', false],
    ['person', '../x', false],
    ['state', 'XAA', true],
    ['state', 'kazakhstan', false],
  ])('may be that of a %s: %s is %s', (kind, id, isOne) => expect(isIdOf(kind, id)).toBe(isOne));
});

describe('the id that a record gets', () => {
  it.each<[string, string, YamlRecord, string | undefined]>([
    [
      'has the parts of its habit',
      'summit',
      { organization: 'ots', date: '2025-10-07', place: { city: 'Gabala' } },
      'ots-summit-2025-gabala',
    ],
    ['leaves out what nothing tells', 'summit', { organization: 'ots', date: 2025 }, 'ots-summit-2025'],
    [
      'takes the year of a date with words',
      'summit',
      { organization: 'ots', date: { value: '2025-10', text: 'x' } },
      'ots-summit-2025',
    ],
    [
      'takes the year in which a stretch begins',
      'summit',
      { organization: 'ots', date: '2024-12/2025-01' },
      'ots-summit-2024',
    ],
    ['is by name where a field of the habit is missing', 'summit', { date: 2025, name: 'The 12th' }, 'the-12th'],
    ['is by name where a field is fit for no id', 'summit', { organization: 'O T S', date: 2025, name: 'A' }, 'a'],
    ['is by name where there is no habit', 'person', { name: 'Садыр Жапаров' }, 'sadyr-zhaparov'],
    [
      'has a state in lower case',
      'chairmanship',
      { organization: 'ots', from: '2028-01-01', state: 'KAZ' },
      'ots-chair-2028-kaz',
    ],
    ['is none where nothing tells one', 'document', {}, undefined],
    ['is none where the name is no text', 'person', { name: ['A'] }, undefined],
    ['is none where the habit lacks all, and no name helps', 'chairmanship', { organization: 'ots' }, undefined],
    [
      'has a few words of the title',
      'proposal',
      {
        title: 'A council on the water of all the rivers',
        parties: [{ state: 'KAZ' }],
        addressed_to: { organization: 'ots' },
      },
      'kaz-ots-a-council-on-the-water-of-all',
    ],
    [
      'says when, where the record does',
      'proposal',
      { title: 'Water council', parties: [{ state: 'KAZ' }], date: '2025-10-07' },
      'kaz-water-council-2025',
    ],
    [
      'has the number of the page',
      'source',
      {
        title: 'A',
        publisher: 'TASS',
        published: '2025-10-07T15:12',
        url: 'https://tass.com/politics/2025/10/2025777',
      },
      'tass-2025-10-07-2025777',
    ],
    [
      'has no number that is none of the page',
      'source',
      { title: 'A', publisher: 'TASS', published: '2025-10-07', url: 'https://10000.ru/a12345/2025?id=12345#67890' },
      'tass-2025-10-07',
    ],
    [
      'has the last number of an address',
      'source',
      { publisher: 'TASS', url: 'https://tass.ru/100001/x-100002.html' },
      'tass-100002',
    ],
    ['has no words in place of a number', 'source', { title: 'A', publisher: 'TASS' }, 'tass'],
    ['is by name where a path leads through no map', 'proposal', { title: 'Water', parties: 'KAZ' }, 'water'],
  ])('%s', (_, kind, record, id) => expect(proposedId(kind, record)).toBe(id));
});

describe('what an id tells of its record', () => {
  it.each<[string, string, Record<string, string>]>([
    ['summit', 'ots-summit-2025-gabala', { organization: 'ots', date: '2025' }],
    ['summit', 'ots-summit-2025', { organization: 'ots', date: '2025' }],
    ['summit', 'ots-chs-summit-2025-gabala', { organization: 'ots', date: '2025' }],
    ['chairmanship', 'csto-chair-2027-kgz', { organization: 'csto', from: '2027', state: 'KGZ' }],
    ['proposal', 'kaz-ots-water-2025', { 'parties.0.state': 'KAZ' }],
    // Nothing, where any part is not as it should be.
    ['summit', 'nobody-summit-2025-gabala', {}],
    ['summit', 'ots-summit-25-gabala', {}],
    ['chairmanship', 'csto-chair-2027-kgz-x', {}],
    ['chairmanship', 'csto-chair-2027', {}],
    ['person', 'kaz', {}],
    ['document', '', {}],
    ['summit', `ots-summit-2025-${'a'.repeat(200)}`, {}],
  ])('%s %s', (kind, id, fields) => {
    expect(Object.fromEntries(fieldsFromId(kind, id, shipped))).toEqual(fields);
  });

  it('is what the habit makes of those fields', () => {
    const fields = fieldsFromId('chairmanship', 'csto-chair-2027-kgz', shipped);
    expect(proposedId('chairmanship', Object.fromEntries(fields))).toBe('csto-chair-2027-kgz');
  });

  it('is known of the kinds that have a habit', () => {
    expect(kinds.filter((kind) => habitOf(kind).length > 0)).toEqual(['chairmanship', 'proposal', 'source', 'summit']);
    expect(habitOf('chairmanship')).toEqual([
      { type: 'field', path: ['organization'], form: 'as-it-is' },
      { type: 'text', text: '-chair-' },
      { type: 'field', path: ['from'], form: 'year' },
      { type: 'text', text: '-' },
      { type: 'field', path: ['state'], form: 'lower' },
    ]);
    expect(habitOf('proposal').slice(0, 3)).toEqual([
      { type: 'field', path: ['parties', 0, 'state'], form: 'lower' },
      { type: 'text', text: '-' },
      { type: 'free', example: 'ots' },
    ]);
  });

  it.each<[string, YamlRecord, string | undefined]>([
    ['organization', { organization: 'ots' }, 'ots'],
    ['organization', { organization: 'OTS' }, undefined],
    ['organization', { organization: 'a b' }, undefined],
    ['organization', { organization: 7 }, undefined],
    ['organization', {}, undefined],
    ['date', { date: 'soon' }, undefined],
    ['date', { date: '2025-10' }, '2025'],
    ['date', { date: { value: 'Y12025' } }, undefined],
  ])('the field %s of %j gives %s', (name, record, text) => {
    const form = name === 'date' ? 'year' : 'as-it-is';
    expect(textFor({ type: 'field', path: [name], form }, 'summit', record)).toBe(text);
  });
});

describe('the part of an id that is being written', () => {
  const at = (kind: string, beginning: string) => {
    const found = fieldAtEnd(kind, beginning);
    return found && [found.part.path.join('.'), found.typed];
  };

  it.each([
    ['summit', 'o', ['organization', 'o']],
    ['summit', '', ['organization', '']],
    ['chairmanship', 'ots-chair-2028-', ['state', '']],
    ['chairmanship', 'ots-chair-2028-k', ['state', 'k']],
    ['chairmanship', 'ots-chair-20', ['organization', 'ots-chair-20']],
    ['proposal', 'ka', ['parties.0.state', 'ka']],
    ['person', 'sad', undefined],
    ['summit', 'two words', undefined],
    ['summit', 'a'.repeat(201), undefined],
  ])('of a %s after %j', (kind, beginning, expected) => expect(at(kind, beginning)).toEqual(expected));
});
