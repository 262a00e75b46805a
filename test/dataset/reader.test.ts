/** What a reader answers of each record, and whom it passes over: records without an id, of another kind, or otherwise written. */
import { describe, expect, it } from 'vitest';
import { DatasetRecord } from '../../server/dataset/record.ts';
import { makeWorkspace } from '../support/fixture.ts';

const readerOf = (...records: string[]) => makeWorkspace({ 'records.yaml': records.join('---\n') }, []).reader();
const ids = (views: readonly { readonly id: string }[]) => views.map(({ id }) => id);
const person = (id: string, more = '') => `kind: person\nid: ${id}\n${more}`;

describe('records without an id', () => {
  it('are among those of no kind, no name, no former id, and refer to nobody', () => {
    const [serdar, meeting] = [
      'name: Сердар\nformer_ids: [old]\n',
      'name: Meeting\norganization: csto\nstatus: held\ndate: 2025-11-27\n',
    ];
    const reader = readerOf(
      `kind: person\n${serdar}`,
      person('serdar', serdar),
      `kind: summit\n${meeting}`,
      `kind: summit\nid: bishkek\n${meeting}`,
    );
    expect(reader.idsOf('person')).toEqual(['serdar']);
    expect(ids(reader.named('person', 'Serdar'))).toEqual(['serdar']);
    expect(ids(reader.formerly('person', 'old'))).toEqual(['serdar']);
    expect(ids(reader.referrers('summit', 'organization', 'csto'))).toEqual(['bishkek']);
  });
});

describe('a former id', () => {
  it('is that of records of the kind that is asked for, and written the same', () => {
    const reader = readerOf(
      person('a', 'former_ids: [old]\n'),
      person('b', 'former_ids: [Old]\n'),
      'kind: summit\nid: s\nformer_ids: [old]\n',
    );
    const asked = [
      ['person', 'old'],
      ['person', 'Old'],
      ['person', 'OLD'],
      ['summit', 'old'],
      ['state', 'old'],
    ] as const;
    expect(asked.map(([kind, id]) => ids(reader.formerly(kind, id)))).toEqual([['a'], ['b'], [], ['s'], []]);
  });

  it('is told of the first hundred records that had it', () => {
    const many = Array.from({ length: 101 }, (_, i) => person(`p-${200 - i}`, 'former_ids: [old]\n'));
    const owners = ids(readerOf(...many).formerly('person', 'old'));
    expect([owners.length, owners[0], owners.at(-1)]).toEqual([100, 'p-100', 'p-199']);
  });
});

describe('a reference', () => {
  const reader = readerOf(person('sadyr', 'name: Sadyr\n'));

  it.each([
    ['person', 'sadyr', 'found'],
    ['person', 'SADYR', 'alias'],
    ['organization', 'sadyr', 'wrong-kind'],
    ['organization', 'SADYR', 'unknown'],
    ['organization', 'nobody', 'unknown'],
  ])('to the %s %s is %s', (kind, id, type) => {
    expect(reader.resolve({ kind, id, path: [] }).type).toBe(type);
  });

  it('leads astray unless it is found', () => {
    const record = new DatasetRecord('summit', { kind: 'summit', id: 's', organization: 'csto', parent: 'nowhere' });
    const astray = reader.astray(record).map(({ reference, resolved }) => [reference.id, resolved.type]);
    expect(astray).toEqual([['nowhere', 'unknown']]);
  });
});

describe('a city of which records say different things', () => {
  it('has another rival for each of its owners', () => {
    const meeting = (id: string, state: string) => `kind: summit\nid: ${id}\nplace: { city: Osh, state: ${state} }\n`;
    const reader = readerOf(meeting('a', 'KGZ'), meeting('b', 'UZB'));
    const rivalsOf = (owner: string) => reader.rivals({ kind: 'state', name: 'osh', owner }, true);
    const rivals = ['KGZ', 'UZB'].map((owner) => rivalsOf(owner).map((claim) => claim.owner));
    expect(rivals).toEqual([['UZB'], ['KGZ']]);
  });
});
