/** The model: look-up by path, the walk over a value, and mistakes as a person counts them. */
import { describe, expect, it } from 'vitest';
import {
  isDateSchema,
  isKind,
  kinds,
  type Schema,
  schemaAt,
  schemaOf,
  walk,
  walkTo,
} from '../../server/dataset/schema.ts';
import { type ShapeError, shapeErrors } from '../../server/dataset/shape.ts';
import type { YamlRecord } from '../../server/dataset/yaml/tree.ts';

describe('schemas', () => {
  it('are there for the eight kinds, and for the manifest, which is none', () => {
    expect(kinds).toEqual([
      'chairmanship',
      'document',
      'organization',
      'person',
      'proposal',
      'source',
      'state',
      'summit',
    ]);
    expect([isKind('summit'), isKind('manifest'), isKind('common'), isKind(1)]).toEqual([true, false, false, false]);
    expect(schemaOf('manifest').properties.has('dataset')).toBe(true);
    expect(() => schemaOf('sumit')).toThrow('sumit');
  });

  it('are found by path, through references, lists and names of any kind', () => {
    expect(schemaAt('summit', ['participants', 0, 'state'])?.reference).toBe('state');
    expect(schemaAt('summit', ['date', 'value'])?.format).toBe('edtf');
    expect(schemaAt('summit', ['citations', 3, 'source'])?.reference).toBe('source');
    expect(schemaAt('manifest', ['rules', 'bad-date'])?.values.map(({ value }) => value)).toContain('off');
    expect(schemaAt('summit', ['no', 'such'])).toBeUndefined();
    expect(schemaAt('summit', ['no', 0])).toBeUndefined();
    expect(schemaAt('summit', ['name', 'deeper'])).toBeUndefined();
  });

  it('have dates in short, long and timed fields, and none where the model has nothing', () => {
    const paths = [['date'], ['date', 'value'], ['published'], ['name'], ['no', 'such']];
    const isDate = (kind: string) => paths.map((path) => isDateSchema(schemaAt(kind, path)));
    expect(isDate('summit')).toEqual([true, true, false, false, false]);
    expect(isDate('source')).toEqual([false, false, true, false, false]);
  });

  it('say what each value means, and that text near a reference counts more than the definition', () => {
    const level = schemaAt('summit', ['level'])!;
    expect(level.values[0]).toEqual({ value: 'heads-of-state', description: expect.stringMatching(/./) });
    expect(level.description).not.toBe('');
  });

  it('are walked along with a value, parents first, and what the model does not know is passed over', () => {
    const value = { kind: 'summit', place: { city: 'Gabala', moon: 1 }, aliases: ['a', 'b'], unknown: { date: 1 } };
    expect([...walk('summit', value)].map(({ path }) => path.join('.'))).toEqual([
      '',
      'kind',
      'place',
      'place.city',
      'aliases',
      'aliases.0',
      'aliases.1',
    ]);
  });

  it.each([1, 40, 41])('lead to every part that is looked for, in lists of %i entries, too', (count) => {
    const pathsTo = (value: YamlRecord) => walkTo('summit', value, isStateReference).map(({ path }) => path.join('.'));
    const participants = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? { state: 'KAZ' } : 'nobody'));
    const expected = participants.flatMap((each, i) => (typeof each === 'string' ? [] : `participants.${i}.state`));
    expect(pathsTo({ participants, host: 'KAZ', name: 'KAZ' })).toEqual([...expected, 'host']);
    expect(pathsTo({ participants: [...participants].reverse() })).toHaveLength(expected.length);
    expect(pathsTo({ participants: 'KAZ' })).toEqual([]);
  });
});

const isStateReference = ({ reference }: Schema) => reference === 'state';

const ots = { kind: 'organization', id: 'ots', name: 'OTS', type: 'organization' };
const summit = { kind: 'summit', id: 'a', name: 'A', organization: 'ots', status: 'held', date: '2025' };

describe('shapeErrors', () => {
  it.each<[string, string, object, Partial<ShapeError>[]]>([
    ['a record that fits', 'organization', ots, []],
    [
      'a misspelt property that is required',
      'organization',
      { kind: 'organization', id: 'ots', nam: 'x', type: 'forum' },
      [{ type: 'unknown', key: 'nam', suggestion: 'name' }],
    ],
    ['an unknown property', 'organization', { ...ots, moon: 1 }, [{ type: 'unknown', path: ['moon'] }]],
    [
      'several missing',
      'summit',
      { kind: 'summit', id: 'a' },
      [{ type: 'missing', path: [], keys: ['name', 'organization', 'status', 'date'] }],
    ],
    ['a value not in the list', 'summit', { ...summit, status: 'hold' }, [{ type: 'value', path: ['status'] }]],
    ['a number for text', 'summit', { ...summit, name: 2040 }, [{ type: 'type', path: ['name'] }]],
    ['an empty date', 'summit', { ...summit, date: null }, [{ type: 'type', path: ['date'] }]],
    [
      'a long date with an unknown property',
      'summit',
      { ...summit, date: { valu: '2025' } },
      [{ type: 'unknown', path: ['date', 'valu'], suggestion: 'value' }],
    ],
    [
      'an entry that names nobody',
      'summit',
      { ...summit, participants: [{ role: 'member' }] },
      [{ type: 'choice', path: ['participants', 0] }],
    ],
    [
      'an entry whose name is misspelt',
      'summit',
      { ...summit, participants: [{ sate: 'KAZ' }] },
      [{ type: 'unknown', suggestion: 'state' }],
    ],
    [
      'an outcome of two sorts',
      'summit',
      { ...summit, outcomes: [{ document: 'a', decision: 'b' }] },
      [{ type: 'exclusive', key: 'decision', other: 'document' }],
    ],
    [
      'a proposal made in two places',
      'proposal',
      {
        kind: 'proposal',
        id: 'a',
        title: 'A',
        type: 'position',
        parties: [{ state: 'KAZ' }],
        domains: [],
        status: 'proposed',
        made_at: 'a',
        context: 'b',
      },
      [{ type: 'exclusive', key: 'context', other: 'made_at' }],
    ],
    [
      'an empty list that needs an entry',
      'proposal',
      { kind: 'proposal', id: 'a', title: 'A', type: 'position', parties: [], domains: [], status: 'proposed' },
      [{ type: 'other', path: ['parties'] }],
    ],
    ['an id of other letters', 'organization', { ...ots, id: 'OTS!' }, [{ type: 'other', path: ['id'] }]],
    [
      'a text where a list belongs',
      'organization',
      { ...ots, aliases: 'x' },
      [{ type: 'type', path: ['aliases'], expected: ['array'] }],
    ],
    [
      'a level that is none',
      'manifest',
      { rules: { schema: 'loud' } },
      [{ type: 'value', path: ['rules', 'schema'], allowed: expect.arrayContaining(['off']) }],
    ],
  ])('%s', (_, kind, value, errors) => {
    expect(shapeErrors(kind, value as never)).toEqual(errors.map((error) => expect.objectContaining(error)));
  });
});
