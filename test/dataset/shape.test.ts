/** What does not fit the schema of a kind, in words. */
import { expect, it } from 'vitest';
import { fitsSchema, shapeErrors } from '../../server/dataset/shape.ts';

const PERSON = { kind: 'person', id: 'a', name: 'A' };

it('is nothing where all fits', () => {
  expect([fitsSchema('person', PERSON), shapeErrors('person', PERSON)]).toEqual([true, []]);
  expect(fitsSchema('person', { ...PERSON, nam: 'A' })).toBe(false);
});

it.each([
  ['person', { name: ' ' }, 'name', 'A name cannot be empty.'],
  ['proposal', { parties: [] }, 'parties', '`parties` needs at least one entry.'],
])('tells what a %s with %j needs', (kind, more, path, message) => {
  const told = shapeErrors(kind, { ...PERSON, kind, ...more }).filter((error) => error.path.join('.') === path);
  expect(told).toEqual([{ type: 'other', path: [path], message }]);
});
