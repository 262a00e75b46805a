/** The passage of a text that is most like some words: where it begins and ends, and how unlike it may be. */
import { describe, expect, it } from 'vitest';
import { nearestPassage, wordsOf } from '../../../server/dataset/stored-texts/passage.ts';
import { StoredText } from '../../../server/dataset/stored-texts/stored-text.ts';

function nearest(text: string, quote: string): string | undefined {
  const span = nearestPassage(wordsOf(text), wordsOf(quote));
  return span && text.slice(span.start, span.end);
}

const numbered = (count: number, first = 0) => Array.from({ length: count }, (_, at) => `word${first + at}`);

describe('words', () => {
  it('are told apart by their letters, marks and digits alone', () => {
    const words = wordsOf('The region’s 3-day re-union: o‘zbek, ЁЖ, x\u0304y!');
    expect(words.map(({ form }) => form)).toEqual(['the', 'regions', '3day', 'reunion', 'o', 'zbek', 'ёж', 'x\u0304y']);
    expect(words[1]).toEqual({ form: 'regions', start: 4, end: 12 });
  });
});

describe('the passage', () => {
  it.each([
    ['is a last word', 'The leaders met in Gabala', 'Gabala', 'Gabala'],
    [
      'ends with the text, and has a first word in place of another',
      'The leaders met and founded a Cybersecurity Council',
      'established a Cybersecurity Council',
      'founded a Cybersecurity Council',
    ],
    [
      'is the first of equals',
      'The water of the lake. The water of the river.',
      'the water of the sea',
      'The water of the',
    ],
    [
      'has a form of the same word in place of another word',
      'No meeting of states. The council of states.',
      'councillor of states',
      'council of states',
    ],
    [
      'has half a word in place of another',
      'No number of states. The member of states.',
      'mem of states',
      'member of states',
    ],
    [
      'takes words of two letters for others',
      'A house by hills. A house on hills.',
      'house of hills',
      'house by hills',
    ],
    [
      'takes words with less than half in common for others',
      'No number of states. The international of states.',
      'interest of states',
      'number of states',
    ],
    ['may lack three of five words', 'The water energy plan', 'water energy trade youth space', 'water energy'],
    ['may not lack four of six', 'Only water or energy', 'trade youth water space culture finance', undefined],
    ['is none without words', 'Only water', '…', undefined],
  ])('%s', (_, text, quote, passage) => expect(nearest(text, quote)).toBe(passage));

  it('is the one with fewer words otherwise, though another has more of them near their places', () => {
    const words = numbered(16);
    const swapped = words.map((_, at) => words[at ^ 1]!);
    const lacking = words.map((word, at) => ([2, 7, 12].includes(at) ? `other${at}` : word));
    const apart = numbered(60, 100).join(' ');
    expect(nearest([...swapped, apart, ...lacking].join(' '), words.join(' '))).toBe(lacking.join(' '));
  });

  it('is the first of those that are equally like it, far from each other', () => {
    const words = numbered(16);
    const [first, second] = ['one', 'other'].map((slip) => words.with(7, slip).join(' '));
    expect(nearest([first, numbered(60, 100).join(' '), second].join(' '), words.join(' '))).toBe(first);
  });

  it('may have a third more words in its middle, in a long quote', () => {
    const distinct = (count: number, first: number) => Array.from({ length: count }, (_, at) => `${first + at}th`);
    const words = distinct(60, 0);
    const passage = [...words.slice(0, 30), ...distinct(20, 100), ...words.slice(30)].join(' ');
    const text = [...distinct(30, 200), passage, ...distinct(30, 300)].join(' ');
    expect(nearest(text, words.join(' '))).toBe(passage);
  });

  it('is the one with fewest words otherwise of three that follow each other', () => {
    // A letter is a word of the quote, a dot is another word.
    const written = (shape: string) => Array.from(shape, (sign, at) => (sign === '.' ? `${at}` : sign));
    const shapes = ['..b.d.fg......i.kl', '.b..e.g.ij.l', '..c.e..h.j.l'];
    const shape = [shapes[0], '.'.repeat(9), shapes[1], '.'.repeat(11), shapes[2], '.'.repeat(30)].join('');
    const at = shape.indexOf(shapes[1]!);
    const passage = written(shape).slice(at, at + shapes[1]!.length);
    expect(nearest(written(shape).join(' '), 'a b c d e f g h i j k l')).toBe(passage.join(' '));
  });

  it('is found by a word that a quote has eight times, and not by one that it has more often', () => {
    const waters = (count: number, river: string) => Array.from({ length: count }, (_, at) => `water ${river}${at}`);
    const found = (count: number) => nearest(waters(count, 'Chu').join(', '), waters(count, 'Naryn').join(', '));
    expect([found(8)?.match(/water/g)?.length, found(9)]).toEqual([8, undefined]);
  });

  it('is looked for with six hundred words, and with no more', () => {
    const text = numbered(700).join(' ');
    const slip = (count: number) => numbered(count).with(50, 'slip').join(' ');
    expect(nearest(text, slip(600))).toBe(numbered(600).join(' '));
    expect(nearest(text, slip(601))).toBeUndefined();
  });
});

describe('a quote', () => {
  const copy = new StoredText(
    'He said: “I propose establishing a Cybersecurity Council. We must nurture the younger generation — in the spirit of brotherhood.” Peace came. War ended it. Then peace came again.',
  );

  it('has its parts in order where one may begin with a capital or a small letter', () => {
    expect(copy.missingPart('peace came … War')).toBeUndefined();
    expect(copy.missingPart('Peace came … war')).toBeUndefined();
  });

  it.each([
    [
      'keeps the parts that are right as they are written',
      'I propose founding a Cybersecurity Council … the younger generation - in the spirit',
      'I propose establishing a Cybersecurity Council … the younger generation - in the spirit',
    ],
    [
      'keeps what stands around it',
      ' “I propose founding a Cybersecurity Council.”\n',
      ' “I propose establishing a Cybersecurity Council.”\n',
    ],
    [
      'is not mended where its parts stand in another order',
      'nurture the young generation […] I propose founding a Cybersecurity Council',
      undefined,
    ],
  ])('%s', (_, quote, mended) => expect(copy.mended(quote)).toBe(mended));

  it('is mended as far as it has twenty thousand characters and a hundred parts', () => {
    const [slip, right] = ['propose founding a Cybersecurity Council', 'propose establishing a Cybersecurity Council'];
    expect(copy.mended(slip.padEnd(20_000))?.trim()).toBe(right);
    expect(copy.mended(slip.padEnd(20_001))).toBeUndefined();
    expect(copy.mended(`${slip}${' …'.repeat(99)}`)).toBe(`${right}${' …'.repeat(99)}`);
    expect(copy.mended(`${slip}${' …'.repeat(100)}`)).toBeUndefined();
  });
});
