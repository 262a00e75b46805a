/** Random files as a disk may hold them: bytes that are no text, text in other encodings, and YAML in no order at all. */
import fc from 'fast-check';
import { lines, pieces } from '../dataset/yaml/texts.ts';
import { share } from '../support/share.ts';
import { type Edit, edit, edited } from './text-edits.ts';
import { allLines, records } from './text-samples.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );

/** Sequences that are not UTF-8: cut short, overlong, beyond Unicode, halves of pairs. */
const NO_UTF8 = [
  [0xff],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0x80],
];

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(isBig ? bytes.subarray(0, bytes.length & ~1).swap16() : bytes);
};

/** Lines of real records in any order, and in any column. */
const shuffled: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom('', '', '', '  ', '    ', '- ', '  - ', '\t', '# '), fc.constantFrom(...allLines)), {
    maxLength: 30,
  })
  .map((all) => all.map(([before, line]) => before + line).join('\n'));

/** Texts that look like YAML from far away. */
export const soup: fc.Arbitrary<string> = fc.oneof(
  shuffled,
  lines,
  pieces,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

/** A record of the samples after a few edits. */
export const editedRecord: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...records), fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([text, edits]: [string, Edit[]]) => edits.reduce(edited, text));

/** What may be in a file. */
export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: editedRecord.map(utf8) },
  { weight: 3, arbitrary: soup.map(utf8) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...records), fc.constantFrom(...NO_UTF8), share).map(([text, wrong, at]) => {
      const offset = Math.floor(at * text.length);
      return bytesOf(text.slice(0, offset), wrong, text.slice(offset));
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...records), fc.boolean()).map(([text, isBig]) => utf16(text, isBig)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...records).map((text) => bytesOf([0xef, 0xbb, 0xbf], text)) },
  { weight: 1, arbitrary: fc.constantFrom(...records).map((text) => new Uint8Array(Buffer.from(text, 'latin1'))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...records), share)
      .map(([text, at]) => utf8(text).subarray(0, Math.floor(at * Buffer.byteLength(text)))),
  },
);
