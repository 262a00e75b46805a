/** What a source's own words date by: the years and the parts of a year that they name, in several languages. */
import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../server/rules/support/wording.ts';

describe('what a text dates by', () => {
  it.each([
    ['2025', [2025], ['']],
    ['we may meet in 2025', [2025], ['']],
    ['in March 2025', [2025], ['-03']],
    ['in May 2025', [2025], ['-05']],
    ['Mayıs 2025', [2025], ['-05']],
    ['в дорогом октябре 2025', [2025], ['-10']],
    ['осенью 2025г.', [2025], ['-23']],
    ['осенью этого года', [], ['-23']],
    ['весной и осенью 2025', [2025], ['-21', '-23']],
    ['III саммит осенью 2025', [2025], ['-23']],
    ['second quarter of 2025', [2025], ['-34']],
    ['3Q 2025', [2025], ['-35']],
    ['2H 2025', [2025], ['-41']],
    ['in the latter half of 2025', [2025], ['-41']],
    ['1-е полугодие 2025', [2025], ['-40']],
  ])('is plain: %s', (text, years, parts) => {
    expect(wordingOf(text)).toMatchObject({ years, parts, byMonth: false });
  });

  it.each([
    ['a half that a year does not have', 'the third half of 2025'],
    ['such a half in short', 'H3 2025'],
    ['a half that is not told', 'half of 2025'],
    ['a word that ends like a half', 'FAQ2 of 2025'],
    ['a word that begins like a quarter', 'Q10 2025'],
    ['a decade', 'in 2010s'],
    ['a number in words', 'третий саммит осенью 2025'],
    ['the first number in words', 'первый саммит осенью 2025'],
    ['a day in words', 'седьмого октября 2025'],
  ])('is not known of %s', (_what, text) => {
    expect(wordingOf(text)).toBeUndefined();
  });

  it('is sought in texts of up to 300 letters', () => {
    const text = 'in spring 2025 '.padEnd(300, 'x');
    expect(wordingOf(text)?.parts).toEqual(['-21']);
    expect(wordingOf(`${text}x`)).toBeUndefined();
  });
});
