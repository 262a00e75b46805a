/** Text of records in Markdown, and our Markdown as plain text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, code, codeBlock, escapeMarkdown, link, markup } from '../../server/features/markdown.ts';
import '../support/random.ts';

const plain = (markdown: string) => markup(markdown, 'plaintext').value;
const collapsed = (text: string) => text.replace(/\s+/g, ' ');
/** Any text, and above all such as is made of what Markdown knows. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...'\\`*_[]()<>&;:/#-.!|~ \n\r\u2028aмə🙂'.split(/(?:)/u), 'amp;', 'lt', 'http://'),
  }),
);

describe('plain text', () => {
  it('gives back every text that was escaped', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(plain(escapeMarkdown(text))).toBe(collapsed(text));
      }),
    );
  });
  it('gives back every text that was written as code', () => {
    const written = texts.filter((text) => text !== '');
    fc.assert(
      fc.property(written, (text) => {
        expect(plain(code(text))).toBe(collapsed(text));
      }),
    );
  });
  it('keeps what stands around code', () => {
    fc.assert(
      fc.property(texts, fc.string({ minLength: 1 }), (text, inner) => {
        expect(plain(`${escapeMarkdown(text)} ${code(inner)}, **${escapeMarkdown(text)}**`)).toBe(
          `${collapsed(text)} ${collapsed(inner)}, ${collapsed(text)}`,
        );
      }),
    );
  });
  it('keeps blocks of code as they are', () => {
    const block = 'a: **b**\n  - `c` \\* ```\n[x](y) &lt;';
    expect(plain(`**x**\n\n${codeBlock(block, 'yaml')}\n\n${escapeMarkdown('*y*')}`)).toBe(`x\n\n${block}\n\n*y*`);
  });
  it('shows where links lead', () => {
    expect(plain(link('A [b] (c)', 'https://example.org/a_b'))).toBe('A [b] (c) (https://example.org/a_b)');
    expect(plain(link('https://example.org', 'https://example.org'))).toBe('https://example.org');
  });
});

describe('text in Markdown', () => {
  it('makes no links of its own', () => {
    expect(escapeMarkdown('https://example.org')).not.toMatch(/[^\\]:\/\//);
    expect(escapeMarkdown('www.example.org a@example.org')).not.toMatch(/www\.|a@/);
  });
  it.each([
    '# x',
    '- x',
    '+ x',
    '> x',
    '1. x',
    '12) x',
    '---',
    '===',
    ' - x',
    '![x](y)',
    '**x**',
    '~~x~~',
    '<b>',
    '&lt;',
    '`x`',
  ])('is nothing but text: %s', (text) => {
    expect(escapeMarkdown(text)).not.toBe(text);
    expect(plain(escapeMarkdown(text))).toBe(text);
  });
  it('is left as it is where nothing else can be meant', () => {
    for (const text of ['Confidence-Building (2025-10-07), at 15:12!', 'A. B. 1. c #5 + {d}', 'Türkiye’s', 'a > b']) {
      expect(escapeMarkdown(text)).toBe(text);
    }
  });
  it.each(['command:evil', 'javascript:alert(1)', 'file:///etc', 'https://a b', 'https://a)](command:x', 7, null])(
    'is no link to %s',
    (url) => {
      expect(link('label', url)).toBe('label');
    },
  );
  it('is a link to an address with brackets', () => {
    expect(link('x', 'https://example.org/a_(b)')).toBe('[x](https://example.org/a_%28b%29)');
  });
  it('is cut between characters, not within', () => {
    expect(clip('🙂🙂🙂', 2)).toBe('🙂🙂…');
    expect(clip('🙂🙂', 2)).toBe('🙂🙂');
    expect(clip('ab cd', 3)).toBe('ab…');
  });
});
