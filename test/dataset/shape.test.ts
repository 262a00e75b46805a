/** What does not fit the schema of a kind, in words. */
import { expect, it } from 'vitest';
import { fitsSchema, shapeErrors } from '../../server/dataset/shape.ts';
import type { YamlRecord } from '../../server/dataset/yaml/tree.ts';

const PERSON = { kind: 'person', id: 'a', name: 'A' };

it('is nothing where all fits', () => {
  expect([fitsSchema('person', PERSON), shapeErrors('person', PERSON)]).toEqual([true, []]);
  expect(fitsSchema('person', { ...PERSON, nam: 'A' })).toBe(false);
});

it.each([
  ['person', { name: ' ' }, 'name', 'A name cannot be empty.'],
  ['proposal', { parties: [] }, 'parties', '`parties` needs at least one entry.'],
  ['summit', { ordinal: 0 }, 'ordinal', '`ordinal` must be 1 or more.'],
  ['summit', { date: {} }, 'date', '`date` is empty: give it a property, or remove it.'],
])('tells what a %s with %j needs', (kind, more, path, message) => {
  const told = shapeErrors(kind, { ...PERSON, kind, ...more }).filter((error) => error.path.join('.') === path);
  expect(told).toEqual([{ type: 'other', path: [path], message }]);
});

it('tells how many globs a manifest may have', () => {
  expect(shapeErrors('manifest', { records: Array(101).fill('*.yaml') })).toEqual([
    { type: 'other', path: ['records'], message: '`records` has more than 100 entries.' },
  ]);
});

it('tells what a constant must be', () => {
  expect(shapeErrors('person', { ...PERSON, kind: 'summit' })).toEqual([
    { type: 'value', path: ['kind'], allowed: ['person'] },
  ]);
});

it('tells of two hundred strange keys at most', () => {
  const keys = Object.fromEntries(Array.from({ length: 205 }, (_, i) => [`zzzzzz${i}`, i]));
  expect(shapeErrors('person', { ...PERSON, ...keys })).toHaveLength(200);
});

it('tells what a strange key may have meant, of those that are not there', () => {
  const suggested = (record: YamlRecord) =>
    shapeErrors('person', record).map((error) => error.type === 'unknown' && error.suggestion);
  expect(suggested({ kind: 'person', id: 'a', nmae: 'A' })).toEqual(['name']);
  expect(suggested({ ...PERSON, nmae: 'A' })).toEqual([undefined]);
});

it.each(['a/b', 'c~d', '~1', 'e~0/f'])('tells where a wrong value stands below the name %s', (name) => {
  const errors = shapeErrors('manifest', { rules: { [name]: 'loud' } });
  expect(errors.map(({ path }) => path)).toEqual([['rules', name]]);
});

it('is asked of kinds alone that there are', () => {
  expect(() => fitsSchema('sumit', {})).toThrow('There is no validator for "sumit".');
});
