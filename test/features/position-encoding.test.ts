/** Columns in bytes, code units and code points: what a client counts, and what JavaScript does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Converter } from '../../server/features/convert.ts';
import { chooseEncoding, columnAt, lengthIn, type PositionEncoding } from '../../server/features/position-encoding.ts';
import { lineEnds } from '../support/fixture.ts';

const ENCODINGS: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];
/** Scripts of the records, letters that are two marks, and a family of emoji in one. */
const LETTERS = [...'aZ: -’ıəğşҮүЖщქ中', 'é', '🇦🇿', '👨‍👩‍👧', '𐰱', '\uFEFF', '\uFFFF'];
const line = fc
  .array(fc.oneof(fc.constantFrom(...LETTERS), fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 30 })
  .map((parts) => parts.join('').replace(/[\r\n]/g, ' '));

/** How long a text is by those who know: the platform's encoder, and its iterator. */
function lengthByPlatform(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-8') return new TextEncoder().encode(text).length;
  return encoding === 'utf-16' ? text.length : [...text].length;
}

describe('the encoding', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-7'], 'utf-16'],
    [['utf-16'], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-7', 'utf-32', 'utf-8'], 'utf-32'],
  ] as const)('of a client that offers %j is %s', (offered, chosen) => {
    expect(chooseEncoding(offered)).toBe(chosen);
  });
});

describe.each(ENCODINGS)('columns in %s', (encoding) => {
  it('are as long as the platform says', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(lengthIn(text, encoding)).toBe(lengthByPlatform(text, encoding));
      }),
    );
  });

  it('of the beginning of each character lead back to it', () => {
    fc.assert(
      fc.property(line, (text) => {
        let column = 0;
        for (const character of text) {
          expect(columnAt(text, lengthByPlatform(text.slice(0, column), encoding), encoding)).toBe(column);
          column += character.length;
        }
        expect(columnAt(text, lengthByPlatform(text, encoding), encoding)).toBe(text.length);
      }),
    );
  });

  it('never stand within a character or beyond the line, and grow', () => {
    fc.assert(
      fc.property(line, (text) => {
        const length = lengthByPlatform(text, encoding);
        let before = 0;
        for (let at = 0; at <= length + 2; at++) {
          const column = columnAt(text, at, encoding);
          expect(column).toBeGreaterThanOrEqual(before);
          expect(column).toBeLessThanOrEqual(text.length);
          if (encoding !== 'utf-16') expect(text.codePointAt(column - 1) ?? 0).toBeLessThan(0x10000);
          before = column;
        }
        expect(before).toBe(text.length);
      }),
    );
  });

  it('are found in a line of a million characters', () => {
    const text = 'Саммит 🤝 '.repeat(100_000);
    const end = lengthIn(text, encoding);
    expect(columnAt(text, end, encoding)).toBe(text.length);
    expect(columnAt(text, end + 1_000_000_000, encoding)).toBe(text.length);
  });
});

describe.each(lineEnds)('places with %s', (_, convert) => {
  const text = convert('# Ежегодный саммит 🤝\nname: Türk Dövlətləri 🇹🇷 Təşkilatı\nhost: AZE\n');

  it.each(ENCODINGS)('go to offsets in %s and come back', (encoding) => {
    const converter = new Converter({ textOf: () => text }, { spelled: (uri) => uri, encoding });
    const lineEnd = convert('\n');
    let offset = 0;
    for (const [line, content] of text.split(lineEnd).entries()) {
      let before = '';
      for (const character of [...content, '']) {
        const position = { line, character: lengthByPlatform(before, encoding) };
        expect(converter.position('file:///a.yaml', offset + before.length)).toEqual(position);
        expect(converter.offset('file:///a.yaml', position)).toBe(offset + before.length);
        before += character;
      }
      offset += content.length + lineEnd.length;
    }
  });

  it.each(ENCODINGS)('beyond a line stand at its end in %s, never in the line end', (encoding) => {
    const converter = new Converter({ textOf: () => text }, { spelled: (uri) => uri, encoding });
    const ends = [...text.matchAll(/\r?\n/g)].map(({ index }) => index);
    for (const [line, end] of ends.entries()) {
      expect(converter.offset('file:///a.yaml', { line, character: 1000 })).toBe(end);
    }
    expect(converter.offset('file:///a.yaml', { line: 99, character: 0 })).toBe(text.length);
  });
});
