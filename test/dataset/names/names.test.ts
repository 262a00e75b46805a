/** Folding of names: what people write in any script meets what the record says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, matchRank, nearest, nearestFirst } from '../../../server/dataset/names/names.ts';

describe('fold', () => {
  it.each([
    [['Türkiye', 'Turkiye', 'TÜRKİYE', 'türkiye', 'Tu\u0308rkiye', ' Türkiye '], 'turkiye'],
    [['Тюрк', 'Türk', 'Turk', 'Түрк', 'TÜRK'], 'turk'],
    [['Түркі', 'Türki', 'Тюрки'], 'turki'],
    [['O‘zbekiston', "O'zbekiston", 'Oʻzbekiston', 'O`zbekiston', 'Ozbekiston'], 'ozbekiston'],
    [['İstanbul', 'Istanbul', 'ıstanbul', 'ISTANBUL'], 'istanbul'],
    [['Gəbələ', 'GƏBƏLƏ', 'Gebele', 'Гебеле'], 'gebele'],
    [['ŞUŞA', 'Şuşa', 'Susa'], 'susa'],
    [['ots-summit-2025', 'OTS summit (2025)', 'ots_summit  2025.'], 'ots summit 2025'],
    [['12 türk', '12 Турк', '12 turk'], '12 turk'],
  ])('%j are one', (spellings, folded) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => folded));
  });

  it('drops characters that cannot be seen', () => {
    expect(fold('Tur\u00ADkic\u200B Council')).toBe('turkic council');
  });

  it('keeps Han characters, and writes alphabets in Latin letters', () => {
    expect(fold('上海合作组织')).toBe('上海合作组织');
    expect(matchRank(fold('上海合作组织'), fold('上海'))).toBe(2);
    expect(['Հայաստան', 'საქართველო', 'Ελλάδα', '서울'].map(fold)).toEqual([
      'hayastan',
      'sakartvelo',
      'ellada',
      'seoul',
    ]);
  });

  it('takes no symbol for its name', () => {
    expect(['Green ☀ Forum', 'Green → Forum', 'Green ∞ Forum', 'Green ⠛ Forum'].map(fold)).toEqual(
      Array(4).fill('green forum'),
    );
  });

  it('gives words of letters and digits, and the same when folded again', () => {
    const letters = fc.constantFrom(..."aZ09 -_.'‘ʻİıIşŞəƏüÜөӨғқұүһіїєґёйюяЖЩъьÇçñßæøאبγΩ中😀\u0301\u00AD\u200D");
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.array(letters, { maxLength: 20 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (name) => {
        const folded = fold(name);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
        expect(folded).toBe(folded.toLowerCase());
        expect(fold(folded)).toBe(folded);
        expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')));
      }),
      { numRuns: 500 },
    );
  });
});

describe('matchRank', () => {
  it('prefers whole names to beginnings, and those to later words', () => {
    expect(
      ['turkic council', 'turkic council of elders', 'the turkic council', 'council'].map((name) =>
        matchRank(name, 'turkic council'),
      ),
    ).toEqual([3, 2, 1, 0]);
  });
});

describe('nearest', () => {
  it.each([
    ['statuss', ['status', 'state', 'theme'], ['status']],
    ['sttaus', ['status'], ['status']],
    [
      'ots-summit-2025-gebele',
      ['ots-summit-2025-gabala', 'ots-summit-2024-bishkek', 'csto'],
      ['ots-summit-2025-gabala'],
    ],
    ['helt', ['held', 'hold', 'planned'], ['held']],
    ['xyz', ['abc', 'def'], []],
  ])('%s', (word, candidates, best) => expect(nearest(word, candidates, 1)).toEqual(best));

  it('gives the same as measuring every candidate', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 9 }).map((list) => list.join(''));
    fc.assert(
      fc.property(
        word,
        fc.uniqueArray(word, { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (target, candidates, limit) => {
          const all = nearest(target, candidates, candidates.length);
          expect(nearest(target, candidates, limit)).toEqual(all.slice(0, limit));
          expect(nearest(target, [...candidates].reverse(), limit)).toEqual(all.slice(0, limit));
          expect(nearest(target, [...candidates, ...candidates], limit)).toEqual(all.slice(0, limit));
        },
      ),
    );
  });

  it('comes first among all candidates, which otherwise keep their order', () => {
    expect(nearestFirst('hold', ['planned', 'held', 'cancelled'])).toEqual(['held', 'planned', 'cancelled']);
  });
});
