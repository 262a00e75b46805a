/** What is found in a dataset: own records over those of the registry, each by its kind and exact id, in one order. */
import { describe, expect, it } from 'vitest';
import type { RecordDocument } from '../../server/dataset/record-index.ts';
import { makeWorkspace, ROOT } from '../support/fixture.ts';

const idsOf = (documents: Iterable<RecordDocument>) => Array.from(documents, ({ record }) => record.id);
const datasetOf = (...texts: readonly string[]) => makeWorkspace({ 'a.yaml': texts.join('---\n') }, []).dataset;
const recordOf = (kind: string, id: string, more = '') => `kind: ${kind}\nid: ${id}\nname: X\n${more}`;

describe('a record', () => {
  it('is found by its kind and exact id among those that share the id', () => {
    const dataset = datasetOf(recordOf('person', 'ots'), recordOf('person', 'OTS'), recordOf('organization', 'ots'));
    const found = (kind: string, id: string) => dataset.find(kind, id)?.record;
    expect([found('person', 'ots')?.kind, found('person', 'ots')?.id]).toEqual(['person', 'ots']);
    expect([found('person', 'OTS')?.kind, found('person', 'OTS')?.id]).toEqual(['person', 'OTS']);
    expect([found('organization', 'ots')?.kind, found('organization', 'ots')?.id]).toEqual(['organization', 'ots']);
    expect(found('summit', 'ots')).toBeUndefined();
    expect(found('organization', 'Ots')).toBeUndefined();
  });

  it.each([
    ['one of its kind and id', [recordOf('state', 'KAZ')], true],
    ['such a one beside one of another kind', [recordOf('person', 'KAZ'), recordOf('state', 'KAZ')], true],
    ['such a one beside one whose id has other case', [recordOf('state', 'Kaz'), recordOf('state', 'KAZ')], true],
    ['one of another kind', [recordOf('person', 'KAZ')], false],
    ['one whose id has other case', [recordOf('state', 'kaz')], false],
    ['one of another id', [recordOf('state', 'UZB')], false],
  ])('of the registry is replaced or not by %s', (_, texts, isReplaced) => {
    const dataset = datasetOf(...texts);
    const [shipped] = dataset.registry.byId.get('kaz')!;
    expect(shipped!.record.kind).toBe('state');
    expect(dataset.isReplaced(shipped!)).toBe(isReplaced);
    expect([...dataset.eachOfKind('state')].includes(shipped!)).toBe(!isReplaced);
    expect(dataset.ofKind('state').includes(shipped!)).toBe(!isReplaced);
  });
});

it('has all records of a kind, those in no order too: the own and those of the registry that none replaces', () => {
  const dataset = datasetOf(recordOf('state', 'KAZ'), recordOf('state', 'XYZ'), recordOf('person', 'KAZ'));
  const each = idsOf(dataset.eachOfKind('state'));
  expect(each.toSorted()).toEqual(idsOf(dataset.ofKind('state')).toSorted());
  expect(each.slice(0, 2)).toEqual(['KAZ', 'XYZ']);
  expect(each.filter((id) => id === 'KAZ')).toHaveLength(1);
  expect(each).toEqual(expect.arrayContaining(['AZE', 'TKM', 'UZB']));
});

it('has no more records of one name than are wanted, the first by id', () => {
  const dataset = datasetOf(...['c', 'a', 'b'].map((id) => recordOf('person', id)));
  expect(idsOf(dataset.named('person', 'x'))).toEqual(['a', 'b', 'c']);
  expect([1, 2, 3, 4].map((most) => idsOf(dataset.named('person', 'x', most)).join(' '))).toEqual([
    'a',
    'a b',
    'a b c',
    'a b c',
  ]);
});

it('has those without an id before all others', () => {
  const nameless = 'kind: person\nname: Nobody\n';
  const ids = (...texts: readonly string[]) => idsOf(datasetOf(...texts).ofKind('person'));
  expect(ids(recordOf('person', 'AB'), nameless, recordOf('person', 'AA'))).toEqual([undefined, 'AA', 'AB']);
  expect(ids(nameless, recordOf('person', 'AA'))).toEqual([undefined, 'AA']);
  expect(ids(recordOf('person', 'AA'), nameless)).toEqual([undefined, 'AA']);
});

it('has all of a kind where nothing is typed, those that have neither id nor name too', () => {
  const dataset = datasetOf('kind: person\nborn: 1970\n', recordOf('person', 'a'));
  expect(idsOf(dataset.search('person', '', 10))).toEqual(['a', undefined]);
  expect(idsOf(dataset.search('person', 'x', 10))).toEqual(['a']);
});

it('has of those that refer to a record just those that mean it, whatever else has its id', () => {
  const chairs = (id: string, organization: string, state: string) =>
    `kind: chairmanship\nid: ${id}\norganization: ${organization}\nstate: ${state}\n`;
  const dataset = datasetOf(
    chairs('one', 'ots', 'KAZ'),
    chairs('two', 'OTS', 'KAZ'),
    chairs('three', 'csto', 'ots'),
    chairs('four', 'kaz', 'AZE'),
    'kind: summit\nid: five\norganization: ots\n',
  );
  const referrers = (kind: string, id: string, from?: string) =>
    idsOf(dataset.referrers(kind, id, from)).filter((each) => /^(one|two|three|four|five)$/.test(each!));
  expect(referrers('organization', 'ots')).toEqual(['five', 'one']);
  expect(referrers('organization', 'ots', 'chairmanship')).toEqual(['one']);
  expect(referrers('organization', 'OTS')).toEqual(['two']);
  expect(referrers('state', 'ots')).toEqual(['three']);
  expect(referrers('state', 'KAZ')).toEqual(['one', 'two']);
  expect(referrers('organization', 'kaz')).toEqual(['four']);
});

it.each([
  ['kind: person\n', 1],
  ['kind: person\n---\nname: A\n', 2],
  ['Astana\n', 1],
  ['"', 1],
  ['kind: person\n---\n*nothing\n', 2],
  ['# nothing yet\n', 0],
  ['kind: person\n---\n# nothing more\n', 1],
  ['', 0],
])('counts in %j the documents with anything in them: %i', (text, count) => {
  expect(makeWorkspace({ 'a.yaml': text }, []).dataset.sizeOf(`${ROOT}/a.yaml`)).toBe(count);
});
