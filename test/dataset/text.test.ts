/** Offsets, lines and edits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  holds,
  LineIndex,
  lineAt,
  lineEndOf,
  type Span,
  touches,
  trimmedEnd,
  withKnownLineEnds,
} from '../../server/dataset/text.ts';

describe('known line ends', () => {
  it.each([
    ['a\nb', 'a\nb'],
    ['a\r\nb\r\n', 'a\r\nb\r\n'],
    ['a\rb\r', 'a\nb\n'],
    ['a\r\r\nb\n\r', 'a\n\r\nb\n\n'],
  ])('of %j are those of %j', (text, known) => expect(withKnownLineEnds(text)).toBe(known));
});

describe('LineIndex', () => {
  it('counts LF, CRLF and a lone CR as one line end each', () => {
    const index = new LineIndex('a\nb\r\nc\rd');
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => index.at(offset).line)).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3]);
  });

  it('counts columns in UTF-16 code units', () => {
    expect(new LineIndex('x: Қ😀y').at(6)).toEqual({ line: 0, column: 6 });
  });

  it('clamps what lies outside the text', () => {
    const index = new LineIndex('ab\nc');
    expect(index.at(-5)).toEqual({ line: 0, column: 0 });
    expect(index.at(99)).toEqual({ line: 1, column: 1 });
    expect([index.offset(-1, 3), index.offset(9, 0), index.offset(1, 99)]).toEqual([0, 4, 4]);
    expect([index.offset(2, 0), index.offset(0, 99), index.offset(0, -1)]).toEqual([4, 3, 0]);
  });

  it('leads back to where it came from', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (sample, at) => {
        const offset = Math.min(at, sample.length);
        const index = new LineIndex(sample);
        const { line, column } = index.at(offset);
        expect(index.offset(line, column)).toBe(offset);
      }),
    );
  });
});

describe('applyEdits', () => {
  it('applies edits in any order, insertions included', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'X' },
      { span: { start: 0, end: 0 }, text: '>' },
      { span: { start: 1, end: 3 }, text: '' },
    ];
    expect(applyEdits('abcde', edits)).toBe('>adX');
  });

  it('refuses edits that overlap', () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: '' },
      { span: { start: 2, end: 4 }, text: '' },
    ];
    expect(() => applyEdits('abcde', edits)).toThrow(new RangeError('Edits overlap at offset 2.'));
  });
});

describe('lines', () => {
  it('end before their line end', () => {
    expect(lineAt('a\r\nbc\r\nd', 4)).toEqual({ start: 3, end: 5 });
    expect(lineAt('abc', 3)).toEqual({ start: 0, end: 3 });
    expect(lineAt('\nabc', 0)).toEqual({ start: 0, end: 0 });
  });

  it('are ended as the first one is', () => {
    expect([lineEndOf('a\r\nb\n'), lineEndOf('a\nb\r\n'), lineEndOf('a'), lineEndOf('')]).toEqual([
      '\r\n',
      '\n',
      '\n',
      '\n',
    ]);
  });
});

describe('spans', () => {
  const span = (start: number, end: number): Span => ({ start, end });

  it.each<[a: Span, b: Span, expected: boolean]>([
    [span(2, 4), span(0, 1), false],
    [span(2, 4), span(0, 2), true],
    [span(2, 4), span(3, 3), true],
    [span(2, 4), span(0, 9), true],
    [span(2, 4), span(4, 6), true],
    [span(2, 4), span(5, 6), false],
  ])('%j and %j touch: %s', (a, b, expected) => {
    expect([touches(a, b), touches(b, a)]).toEqual([expected, expected]);
  });

  it('hold what lies in them and at their ends', () => {
    expect([1, 2, 3, 4, 5].map((offset) => holds(span(2, 4), offset))).toEqual([false, true, true, true, false]);
  });
});

it('a text is trimmed of some characters at its end alone', () => {
  expect(['..a.,', '.,.', '', 'a'].map((text) => trimmedEnd(text, /[.,]/))).toEqual(['..a', '', '', 'a']);
});
