/** Characters that nobody sees and letters that only look right, wherever in Unicode they stand. */
import { describe, expect, it } from 'vitest';
import { mendText, strangeMessage, strangeWords } from '../../../server/rules/support/strange-words.ts';
import { messagesOf } from '../support.ts';

const told = (note: string) =>
  messagesOf('mixed-script', `kind: organization\nid: x-org\nname: Org\ntype: forum\nnote: "${note}"\n`);

describe('what nobody sees', () => {
  it.each([
    ['a Hangul filler', 'Al\u3164maty', 'The character U+3164, which nobody sees, stands in `Almaty`: remove it.'],
    [
      'a letter of a tag',
      'Al\u{e0041}maty',
      'The character U+E0041, which nobody sees, stands in `Almaty`: remove it.',
    ],
    [
      'two characters by themselves',
      'Almaty \u200b\u2060 meets',
      'Characters that nobody sees stand here: a zero width space (U+200B), a word joiner (U+2060). Remove them.',
    ],
  ])('is told: %s', (_what, note, message) => {
    expect(told(note)).toEqual([message]);
  });

  it('is found where there is nothing else', () => {
    expect(strangeWords('\u200b').map(strangeMessage)).toEqual([
      'A zero width space (U+200B), which nobody sees, stands here: remove it.',
    ]);
    expect(mendText('\u200b')).toBe('');
  });
});

describe('a letter of another script', () => {
  it('is found where it is the first of all', () => {
    // The schwa is Latin, the rest Cyrillic.
    expect(mendText('\u018fлем')).toBe('Әлем');
    expect(told('\u018fлем')).toHaveLength(1);
  });
});
