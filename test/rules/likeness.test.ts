/** How alike titles are: the words that tell one thing from another, in all their spellings. */
import { describe, expect, it } from 'vitest';
import { likeness, tellingWords, wordedNames } from '../../server/rules/support/likeness.ts';

const alike = (a: string, b: string) => likeness(tellingWords(a), tellingWords(b));
const wordsOf = (title: string, ...names: string[]) => {
  const { subjects, sorts, numbers } = tellingWords(title, [wordedNames(names)]);
  return [...subjects, '|', ...sorts, '|', ...numbers].join(' ');
};

describe('one word', () => {
  it.each([
    ['programme', 'program'],
    ['programmes', 'programs'],
    ['centre', 'center'],
    ['centres', 'centers'],
    ['organised', 'organized'],
    ['organises', 'organizes'],
    ['organise', 'organize'],
    ['organising', 'organizing'],
    ['digitalisation', 'digitalization'],
    ['labour', 'labor'],
    ['labours', 'labors'],
    ['country', 'countries'],
    ['beach', 'beaches'],
    ['brush', 'brushes'],
    ['pass', 'passes'],
    ['tax', 'taxes'],
    ['border', 'borders'],
    ['ban', 'bans'],
  ])('is %s and %s', (word, other) => {
    expect(alike(word, other)).toBe(1);
    expect(alike(other, word)).toBe(1);
  });

  it.each([
    ['programmer', 'programer'],
    ['programmer', 'programr'],
    ['centrespread', 'centerpread'],
    ['isingham', 'izingham'],
    ['labourer', 'laborer'],
    ['iesa', 'ya'],
    ['axeslot', 'axlot'],
    ['crisis', 'crisi'],
    ['status', 'statu'],
    ['congress', 'congres'],
    ['gas', 'ga'],
    ['disk', 'dik'],
  ])('is not %s and %s', (word, other) => expect(alike(word, other)).toBe(0));
});

describe('telling words', () => {
  it.each([
    ['proposal to establish a cybersecurity council within', 'cybersecurity | council |'],
    ['phase 12 of part iv', 'phase part | | 12 iv'],
    ['x5 and 5x in vivid', 'x5 5x vivid | |'],
    ['counter terrorism', 'counterterrorism | |'],
    ['anti counter terrorism', 'anticounterterrorism | |'],
    ['what is multi', 'what is multi | |'],
    ['eco', 'eco | |'],
    ['', '| |'],
  ])('of "%s"', (title, words) => expect(wordsOf(title)).toBe(words));

  it('are none of those of a name, the longest that stands there', () => {
    const names = ['turkic states', 'turkic council', 'turkic council of elders', 'ots'];
    expect(wordsOf('turkic council of elders water', ...names)).toBe('water | |');
    expect(wordsOf('turkic council of elders water', ...names.toReversed())).toBe('water | |');
    expect(wordsOf('turkic council water', ...names)).toBe('water | |');
    expect(wordsOf('turkic water states', ...names)).toBe('turkic water state | |');
    expect(wordsOf('ots turkic states ots', ...names)).toBe('| |');
    expect(wordsOf('water of the turkic', ...names)).toBe('water turkic | |');
    expect(wordsOf('water turkic council', ...names.toReversed())).toBe('water | |');
  });
});

describe('numbers', () => {
  it.each([
    ['water 1', 'water 2', 0],
    ['water 1', 'water', 1],
    ['water', 'water 1', 1],
    ['water 1', 'water 1', 1],
    ['water 1 2', 'water 1', 0],
    ['water 1', 'water 1 2', 0],
    ['water 2026', 'water 26', 0],
  ])('make of "%s" and "%s" %d', (a, b, share) => expect(alike(a, b)).toBe(share));
});

describe('a sort of thing', () => {
  it.each([
    ['water council', 'water', 2 / 3],
    ['water council', 'energy council', 0.2],
    ['council', 'council', 1],
    ['council', 'committee', 0],
    ['water energy', 'water', 0.5],
  ])('counts half as much as a subject: "%s" and "%s"', (a, b, share) => expect(alike(a, b)).toBeCloseTo(share, 10));
});
