/** Proposals told of twice: by which of their words, types and domains they are known again. */
import { describe, expect, it } from 'vitest';
import { proposal } from '../proposal-records.ts';
import { problemsOf } from '../support.ts';

const RULE = 'duplicate-proposal';
const GABALA = {
  'gabala.yaml': 'kind: summit\nid: gabala\nname: Gabala\norganization: ots\nstatus: held\ndate: 2025-10-07\n',
};

/** Each proposal of which there is another record, with that. */
const twins = (...texts: readonly string[]) =>
  problemsOf(RULE, texts.join('---\n'), GABALA).map(({ document, related }) => [document.record?.id, related[0]?.id]);

describe('two proposals', () => {
  it.each([
    [
      'the same words in another order, whatever their types and domains',
      proposal('a', 'Council on cyber-security'),
      proposal('b', 'Cybersecurity Council', { type: 'hold-event', domains: '[energy]' }),
    ],
    [
      'the same words but for the name of the proposer',
      proposal('a', 'Lighthouse museum of Kazakhstan'),
      proposal('b', 'Lighthouse museum', { type: 'hold-event', domains: '[energy]' }),
    ],
    [
      'most of their words and their type in common',
      proposal('a', 'Joint digital harbour lighthouse museum council'),
      proposal('b', 'Digital harbour lighthouse museum council of sailors', { domains: '[energy]' }),
    ],
  ])('are one with %s', (_what, a, b) => {
    expect(twins(a, b)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  it.each([
    [
      'most of their words in common, but neither type nor domains',
      proposal('a', 'Joint digital harbour lighthouse museum council'),
      proposal('b', 'Digital harbour lighthouse museum council of sailors', {
        type: 'hold-event',
        domains: '[energy]',
      }),
    ],
    [
      'half of their words in common, and no domains',
      proposal('a', 'Cybersecurity Council', { domains: '' }),
      proposal('b', 'Cybersecurity Committee', { domains: '' }),
    ],
    [
      'parties that name nobody',
      proposal('a', 'Cybersecurity Council', { parties: '[{}]' }),
      proposal('b', 'Cybersecurity Council', { parties: '[{}]' }),
    ],
    [
      'no words in common but those of their ids',
      proposal('lighthouse-museum', 'Harbour school', { type: 'hold-event' }),
      proposal('museum-lighthouse', 'Digital centre', { domains: '[energy]' }),
    ],
  ])('are two with %s', (_what, a, b) => {
    expect(twins(a, b)).toEqual([]);
  });

  it('are one for both, also where the first has too much in common with others to find the second', () => {
    const words = Array.from({ length: 20 }, (_, i) => `word${i}`);
    const crowded = proposal('a', 'Keepers of the lighthouse', { names: `[{ text: ${words.join(' ')}, lang: en }]` });
    const others = words.map((word) => proposal(word, `Fair on ${word}`));
    const third = proposal('c', 'Lighthouse keepers and their families in all harbours');
    expect(twins(crowded, proposal('b', 'Lighthouse keepers'), third, ...others)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  it('stay together where a third one has more in common with the second', () => {
    const title = 'Harbour lighthouse museum';
    expect(twins(proposal('a', title), proposal('b', `${title} fair`), proposal('c', `${title} fair ship`))).toEqual([
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'b'],
    ]);
  });

  it.each([
    [
      19,
      [
        ['y', 'z'],
        ['z', 'y'],
      ],
    ],
    [20, []],
  ])('are not looked for behind twenty others of the same words: %s', (count, told) => {
    const bare = { domains: '' };
    const others = Array.from({ length: count }, (_, i) =>
      proposal(`p${i}`, `Harbour lighthouse with a${i}a b${i}b c${i}c d${i}d`, bare),
    );
    const [y, z] = [proposal('y', 'Harbour lighthouse', bare), proposal('z', 'Harbour lighthouse museum', bare)];
    expect(twins(...others, y, z)).toEqual(told);
  });

  it('are known by a name without any telling word among many others', () => {
    const others = Array.from({ length: 25 }, (_, i) => proposal(`p${i}`, `Fair on word${i}`));
    const bare = { type: '', domains: '' };
    expect(twins(...others, proposal('q', 'Of the', bare), proposal('r', 'Of the', bare))).toEqual([
      ['q', 'r'],
      ['r', 'q'],
    ]);
  });
});
