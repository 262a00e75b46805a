/** Who says what a city lies in: owners before others, many before few, and nothing of records that have gone. */
import { describe, expect, it } from 'vitest';
import { mergeClaims, PlaceIndex, rivalsOf } from '../../../server/dataset/placements/place-index.ts';
import { placeKey } from '../../../server/dataset/placements/placement.ts';
import { DatasetRecord } from '../../../server/dataset/record.ts';

const OSH = placeKey({ kind: 'state', name: 'osh' });

const meeting = (id: string | undefined, state: string, city = 'Osh') => ({
  record: new DatasetRecord('summit', { kind: 'summit', ...(id && { id }), place: { city, state } }),
});
const state = (id: string, ...cities: string[]) => ({
  record: new DatasetRecord('state', { kind: 'state', id, name: id, cities: cities.map((name) => ({ name })) }),
});

function indexOf(...documents: ReturnType<typeof meeting>[]) {
  const index = new PlaceIndex<ReturnType<typeof meeting>>();
  for (const document of documents) index.add(document);
  return index;
}
const told = (index: PlaceIndex<ReturnType<typeof meeting>>, key = OSH) =>
  index.claims(key).map(({ owner, count, example }) => `${owner} ${count} ${example.kind}/${example.id}`);

describe('claims', () => {
  const [b, a, other] = [meeting('b', 'KGZ'), meeting('a', 'KGZ'), meeting('c', 'UZB')];

  it('are one an owner, with the first that says so, in whatever order they come', () => {
    expect(told(indexOf(b, a, other))).toEqual(['KGZ 2 summit/a', 'UZB 1 summit/c']);
    expect(told(indexOf(other, a, b, a))).toEqual(['UZB 1 summit/c', 'KGZ 2 summit/a']);
    expect(told(indexOf(b), 'state/gabala')).toEqual([]);
    expect(told(indexOf(meeting('osh-2', 'KGZ'), meeting('osh', 'KGZ')))).toEqual(['KGZ 2 summit/osh']);
  });

  it('point to the first place of a record that says it twice', () => {
    const index = indexOf(state('KGZ', 'Osh', 'OSH'));
    const [all, among] = [index.claims(OSH), index.claimsAmong(OSH, () => true)];
    expect(all).toMatchObject([{ count: 1, example: { path: ['cities', 0, 'name'] } }]);
    expect(among).toEqual(all);
  });

  it('name the record of the owner before all others', () => {
    const index = indexOf(a, state('KGZ', 'Osh'));
    expect(told(index)).toEqual(['KGZ 2 state/KGZ']);
    expect(index.claims(OSH)[0]).toMatchObject({ declared: true, example: { path: ['cities', 0, 'name'] } });
  });

  it('go with their records', () => {
    const index = indexOf(b, a, other);
    index.remove(a);
    expect(told(index)).toEqual(['KGZ 1 summit/b', 'UZB 1 summit/c']);
    index.remove(a);
    index.remove(b);
    expect(told(index)).toEqual(['UZB 1 summit/c']);
    index.remove(other);
    expect(told(index)).toEqual([]);
    index.add(b);
    expect(told(index)).toEqual(['KGZ 1 summit/b']);
  });

  it('are counted anew after several have gone at once', () => {
    const [c, d, e] = [meeting('c', 'KGZ'), meeting('d', 'KGZ'), meeting('e', 'KGZ')];
    const index = indexOf(d, c, e, b, a);
    for (const gone of [a, b]) index.remove(gone);
    expect(told(index)).toEqual(['KGZ 3 summit/c']);
    expect(index.claimsAmong(OSH, () => true)).toEqual(index.claims(OSH));
  });

  it('stay as they are when a record without an id goes, which made none', () => {
    const [same, otherwise] = [meeting(undefined, 'KGZ'), meeting(undefined, 'TJK')];
    const index = indexOf(same, otherwise);
    for (const gone of [same, otherwise]) index.remove(gone);
    expect(told(index)).toEqual([]);
    index.add(a);
    for (const gone of [same, otherwise]) index.remove(gone);
    expect(told(index)).toEqual(['KGZ 1 summit/a']);
  });

  it('are none of a record without an id, nor of a name of nothing but signs', () => {
    expect(told(indexOf(meeting(undefined, 'KGZ')))).toEqual([]);
    expect(meeting('a', 'KGZ', ' — ').record.placements).toEqual([]);
  });

  it('may be those of some documents alone', () => {
    const index = indexOf(b, a, other);
    const among = index.claimsAmong(OSH, (document) => document !== a && document !== other);
    expect(among.map(({ owner, count, example }) => [owner, count, example.id])).toEqual([['KGZ', 1, 'b']]);
    expect(index.claimsAmong('state/gabala', () => true)).toEqual([]);
  });

  it('of two sets are those of one: the better example, and the sum of both', () => {
    const [ours, theirs] = [
      indexOf(b, other).claims(OSH),
      indexOf(state('KGZ', 'Osh'), meeting('x', 'TJK')).claims(OSH),
    ];
    const all = (claims: typeof ours) => claims.map(({ owner, declared, count }) => [owner, declared, count]);
    const expected = [
      ['KGZ', true, 2],
      ['UZB', false, 1],
      ['TJK', false, 1],
    ];
    expect(all(mergeClaims(ours, theirs))).toEqual(expected);
    expect(all(mergeClaims(theirs, ours)).sort()).toEqual([...expected].sort());
    const both = mergeClaims(indexOf(b).claims(OSH), indexOf(a).claims(OSH));
    expect(both).toMatchObject([{ owner: 'KGZ', count: 2, example: { id: 'b' } }]);
  });
});

describe('what speaks against an owner', () => {
  const rivals = (owner: string, ...documents: ReturnType<typeof meeting>[]) =>
    rivalsOf(indexOf(...documents).claims(OSH), owner).map((claim) => claim.owner);
  const [one, two, uzb, tjk] = [meeting('a', 'KGZ'), meeting('b', 'KGZ'), meeting('c', 'UZB'), meeting('d', 'TJK')];

  it('is nothing where its own record says so, or nobody says anything', () => {
    expect(rivals('KGZ', state('KGZ', 'Osh'), state('UZB', 'Osh'))).toEqual([]);
    expect(rivals('KGZ')).toEqual([]);
    expect(rivals('KGZ', one)).toEqual([]);
  });

  it('is the record of another owner, however many say something else', () => {
    expect(rivals('KGZ', one, two, tjk, state('UZB', 'Osh'))).toEqual(['UZB']);
  });

  it('is what as many say, or more, by the alphabet', () => {
    expect(rivals('UZB', one, two, uzb, tjk)).toEqual(['KGZ']);
    expect(rivals('KGZ', one, two, uzb, tjk)).toEqual([]);
    expect(rivals('KGZ', one, uzb, tjk)).toEqual(['TJK', 'UZB']);
    expect(rivals('XYZ', uzb, one)).toEqual(['KGZ', 'UZB']);
    expect(rivals('XYZ', one, tjk, uzb)).toEqual(['KGZ', 'TJK', 'UZB']);
  });
});
