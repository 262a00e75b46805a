/** Styles of collections at the cursor: which of them are offered, the innermost first. */
import { describe, expect, it } from 'vitest';
import { lineEnds } from '../../support/fixture.ts';
import { textAfterChoice, titles } from './support.ts';

const HEAD = '# Мира 🌍\nkind: summit\nid: x-summit\n';
const STYLES = 'refactor.rewrite.';
const offers = (text: string) => titles(HEAD + text, STYLES).filter((title) => title.includes(' style'));

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    [
      'place: { city: Gab$0ala, state: AZE } # c\nhost: AZE\n',
      'Convert `place` to block style',
      'place: # c\n  city: Gabala\n  state: AZE\nhost: AZE\n',
    ],
    [
      'place:\n  city: Gab$0ala\n  state: AZE\nhost: AZE\n',
      'Convert `place` to flow style',
      'place: { city: Gabala, state: AZE }\nhost: AZE\n',
    ],
    [
      'participants:\n  - { state: KAZ, role: mem$0ber }\n  - { state: KGZ }\n',
      'Convert this entry to block style',
      'participants:\n  - state: KAZ\n    role: member\n  - { state: KGZ }\n',
    ],
    [
      'participants:\n- state: KAZ\n  role: mem$0ber\n- state: KGZ\n',
      'Convert this entry to flow style',
      'participants:\n- { state: KAZ, role: member }\n- state: KGZ\n',
    ],
    [
      'participants:\n- state: KAZ\n  role: mem$0ber\n- state: KGZ\n',
      'Convert `participants` to flow style',
      'participants: [{ state: KAZ, role: member }, { state: KGZ }]\n',
    ],
    ['topics: [energy, wa$0ter]\n', 'Convert `topics` to block style', 'topics:\n  - energy\n  - water\n'],
    [
      'participants:\n⟦  - state: KAZ\n    role: member\n  - state: KGZ⟧\n',
      'Convert `participants` to flow style',
      'participants: [{ state: KAZ, role: member }, { state: KGZ }]\n',
    ],
  ])('%s: %s', (before, title, after) => {
    expect(textAfterChoice(convert(HEAD + before), title)).toBe(convert(HEAD + after));
  });
});

describe('styles', () => {
  it('are offered below lists in the column of their keys where a key has a byte order mark in it', () => {
    const text = 'names:\n- text: x\n\ufefftopics: [ener$0gy]\n';
    expect(textAfterChoice(HEAD + text, 'Convert `topics` to block style')).toBe(
      `${HEAD}names:\n- text: x\n\ufefftopics:\n- energy\n`,
    );
  });
  it.each([
    ['a key', 'pla$0ce: { city: Gabala }\n', ['Convert `place` to block style']],
    ['a list of flow maps', 'participants: [{ state: K$0AZ }]\n', ['Convert `participants` to block style']],
    [
      'blocks in one another',
      'participants:\n  - state: K$0AZ\n',
      ['Convert this entry to flow style', 'Convert `participants` to flow style'],
    ],
    [
      'a flow map in a block list',
      'participants:\n  - { state: K$0AZ }\n',
      ['Convert this entry to block style', 'Convert `participants` to flow style'],
    ],
    ['a comment in the map', 'place:\n  # c\n  city: G$0\n', []],
    ['an empty map', 'place: {$0}\n', []],
    ['the record itself', 'host: A$0ZE\n', []],
    ['a broken text', 'place: { city: G$0\n', []],
  ])('of %s', (_name, text, expected) => {
    expect(offers(text)).toEqual(expected);
  });

  it('of a record in braces', () => {
    expect(textAfterChoice('{ kind: per$0son, id: mira }\n', 'Convert the record to block style')).toBe(
      'kind: person\nid: mira\n',
    );
  });
});
