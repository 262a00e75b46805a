/** Blanks at the ends of lines and line ends at the end of a file: no edit but where one is needed. */
import { expect, it } from 'vitest';
import { finalNewline, trailingBlanks } from '../../../server/dataset/formatting/tidy.ts';
import { applyEdits } from '../../../server/dataset/text.ts';

it.each([
  ['of one line', 'a\nb \t\nc\n', 1],
  ['of the last line', 'a\nb  ', 1],
  ['below an empty first line', '\na\nb  ', 1],
  ['between empty lines', '\na  \n\n', 1],
  ['before CRLF', 'a \r\n\r\nb\r\n', 1],
  ['of nothing but blanks', '  ', 1],
  ['nowhere', 'a\n\nb\n', 0],
])('blanks go at the end %s', (_, text, count) => {
  const edits = trailingBlanks(text, []);
  expect(applyEdits(text, edits)).toBe(text.replace(/[ \t]+(?=\r?\n|$)/g, ''));
  expect(edits).toHaveLength(count);
});

it('blanks stay in a text that begins with them', () => {
  const text = 'a: |\n  \n  x  \nb: 1  \n';
  expect(applyEdits(text, trailingBlanks(text, [{ start: 5, end: 14 }]))).toBe('a: |\n  \n  x  \nb: 1\n');
});

it.each([
  ['is added', 'a', { insertFinalNewline: true }, 'a\n'],
  ['is added as the others are', 'a\r\nb', { insertFinalNewline: true }, 'a\r\nb\r\n'],
  ['is not added to nothing', '', { insertFinalNewline: true }, undefined],
  ['is not added twice', 'a\n', { insertFinalNewline: true }, undefined],
  ['stays the only one', 'a\n\n\n', { trimFinalNewlines: true }, 'a\n'],
  ['stays where it is the only one', 'a\n', { trimFinalNewlines: true }, undefined],
  ['stays in a file of nothing else', '\n\n', { trimFinalNewlines: true }, undefined],
  ['stays before blanks', 'a\n  \n', { trimFinalNewlines: true }, undefined],
  ['goes with blanks', 'a\n  \n', { trimFinalNewlines: true, trimTrailingWhitespace: true }, 'a\n'],
])('a line end %s', (_, text, options, after) => {
  const edit = finalNewline(text, options);
  expect(edit && applyEdits(text, [edit])).toBe(after);
});
