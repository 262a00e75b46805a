/** Which words are near to one that is mistyped: as many edits as a person would count, a third of its letters at most. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, nearest } from '../../../server/dataset/names/names.ts';

/** Letters more, less, other or swapped with their neighbours, counted the plain way: with every beginning of both words. */
function editsBetween(a: string, b: string): number {
  const counted: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    counted.push([]);
    for (let j = 0; j <= b.length; j++) {
      const ways = i === 0 || j === 0 ? [i + j] : [counted[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 0) ways.push(counted[i - 1]![j]! + 1);
      if (j > 0) ways.push(counted[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(counted[i - 2]![j - 2]! + 1);
      counted[i]!.push(Math.min(...ways));
    }
  }
  return counted[a.length]![b.length]!;
}

describe('the words that are nearest to another', () => {
  it.each([
    ['one letter of a short word', 'oyts', ['ots'], ['ots']],
    ['a letter that is missing at the end', 'sc', ['sco'], ['sco']],
    ['a letter too many at the beginning', 'kcsto', ['csto'], ['csto']],
    ['two neighbours that have changed places', 'csot', ['csto'], ['csto']],
    ['two pairs of them', 'cstso-umimt', ['csto-summit'], ['csto-summit']],
    ['a letter apart in one word, and one in another', 'gabela', ['gabola', 'gebela'], ['gabola', 'gebela']],
    ['no second letter of a word of five', 'sxxyr', ['sadyr'], []],
    ['two letters of a word of six', 'bixkek', ['bishkek', 'bixek'], ['bixek', 'bishkek']],
    ['three letters of a word of nine', 'axxxabadi', ['ashgabadi', 'ashgabatt'], ['ashgabadi']],
    ['capitals as small letters', 'Held', ['HELD', 'hold'], ['HELD', 'hold']],
    ['a letter written twice', 'otss', ['ots'], ['ots']],
    ['a letter not written twice', 'ots', ['otss', 'ota'], ['ota', 'otss']],
    ['no more letters alike than there are', 'abcaac', ['abcabdab'], []],
    ['nothing in place of nothing', 'xyz', [''], []],
  ])('are found by %s', (_what, word, candidates, found) => {
    expect(nearest(word, candidates)).toEqual(found);
    expect(nearest(word, new Set(candidates))).toEqual(found);
    expect(candidates.filter((candidate) => isNear(word, candidate)).sort()).toEqual([...found].sort());
  });

  it('are named once each', () => {
    expect(nearest('hel', ['held', 'held'])).toEqual(['held']);
  });

  it('are swapped with no letter before the first that differs', () => {
    const first = ['daabcaccbc', 'daabcadccbcd', 'aabaccbca', 'bdxbcaccbc'];
    const candidates = ['aabaccbca', 'daxaxccbc', 'daabcaccbc', 'bdxbcaccbc', 'daabcadccbcd', 'daaddbacaccbc'];
    expect(nearest('daabcaccbc', candidates, 4)).toEqual(first);
  });

  it('are three where nobody asks for another number, by the alphabet where they are as near', () => {
    const candidates = ['monister', 'ministry', 'ministra', 'minister', 'minster'];
    expect(nearest('ministr', candidates)).toEqual(['minister', 'ministra', 'ministry']);
    expect(nearest('ministr', candidates, 9)).toEqual(['minister', 'ministra', 'ministry', 'minster', 'monister']);
  });

  it('are those that take the fewest edits, however they are looked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        word,
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (typed, all, limit) => {
          const most = Math.max(1, Math.floor(typed.length / 3));
          const near = all
            .map((candidate) => ({ candidate, edits: editsBetween(typed, candidate) }))
            .filter(({ edits }) => edits <= most)
            .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
            .map(({ candidate }) => candidate);
          expect(nearest(typed, all, limit)).toEqual(near.slice(0, limit));
          expect(all.filter((candidate) => isNear(typed, candidate))).toEqual(
            all.filter((each) => near.includes(each)),
          );
        },
      ),
    );
  });
});
