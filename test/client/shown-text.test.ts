/** Text from records in labels and in Markdown: it stays text. */
import { describe, expect, it } from 'vitest';
import { labelText, markdownText } from '../../client/shown-text.ts';

describe('a label', () => {
  it.each([
    ['Talks of 2025', 'Talks of 2025'],
    ['$(eye) of $(warning)', '$\u200b(eye) of $\u200b(warning)'],
    [
      '[here](command:x) and [there](https://e.example)',
      '[here]\u200b(command:x) and [there]\u200b(https://e.example)',
    ],
    ['a\u202eb\u2066c\u200fd', 'abcd'],
    [' a\n\tb\u2028c ', 'a b c'],
    ['Түрк кеңеши 水', 'Түрк кеңеши 水'],
  ])('%j is shown as %j', (text, shown) => expect(labelText(text)).toBe(shown));
});

describe('Markdown', () => {
  it.each([
    ['Talks, 2025', 'Talks\\, 2025'],
    ['<b> & _c_', '\\<b\\> \\& \\_c\\_'],
    ['a | b\n- c', 'a \\| b \\- c'],
    ['水', '水'],
  ])('%j is written as %j', (text, shown) => expect(markdownText(text)).toBe(shown));
});
