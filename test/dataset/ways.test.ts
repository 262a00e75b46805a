/** Ways to the parts of a value that are looked for. */
import { expect, it } from 'vitest';
import { waysFrom } from '../../server/dataset/ways.ts';
import type { YamlValue } from '../../server/dataset/yaml/tree.ts';

interface Model {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Model>;
  readonly items: Model | undefined;
  readonly additional: Model | undefined;
}

const model = (name: string, within: Partial<Omit<Model, 'name'>> = {}): Model => ({
  name,
  properties: new Map(),
  items: undefined,
  additional: undefined,
  ...within,
});
const wanted = model('wanted');
const other = model('other');
const root = model('root', {
  properties: new Map([
    ['a', wanted],
    ['b', other],
    ['list', model('list', { items: wanted })],
    ['map', model('map', { properties: new Map([['b', other]]), additional: wanted })],
  ]),
});

function foundIn(value: YamlValue, from = root): unknown {
  const parts: { path: readonly (string | number)[]; value: YamlValue; schema: Model }[] = [];
  waysFrom(from, ({ name }) => name === 'wanted')?.collect(parts, value);
  return parts.map((part) => [part.path.join('.'), part.value]);
}

it('lead through properties, lists and maps of any names', () => {
  const value = { a: 1, b: 2, c: 3, list: [4, 5], map: { b: 6, x: 7, y: [8] } };
  expect(foundIn(value)).toEqual([
    ['a', 1],
    ['list.0', 4],
    ['list.1', 5],
    ['map.x', 7],
    ['map.y', [8]],
  ]);
});

it('lead into no value that is of another shape, and nowhere where nothing is looked for', () => {
  expect(foundIn({ list: { a: 1 }, map: [1], b: { a: 1 } })).toEqual([]);
  expect(foundIn([1])).toEqual([]);
  expect(foundIn(null)).toEqual([]);
  expect(waysFrom(other, ({ name }) => name === 'wanted')).toBeUndefined();
});
