/** Finding a text in another: everywhere it is, and no slower for what is made to be slow. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { occurrences } from '../../../server/dataset/stored-texts/occurrences.ts';
import { StoredText } from '../../../server/dataset/stored-texts/stored-text.ts';

const places = (text: string, part: string, from: number) =>
  Array.from({ length: text.length }, (_, at) => at).filter((at) => at >= from && text.startsWith(part, at));

it('finds a short or a long part at each of its places', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', 'a'.repeat(260), `${'ab'.repeat(130)}`, `${'a'.repeat(255)}b`);
  const some = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 4 }), some, fc.nat(300), (pieces, part, from) => {
      const text = pieces.join('');
      expect([...occurrences(text, part, from)]).toEqual(places(text, part, from));
    }),
  );
});

it.each([
  ['are one word', (size: number) => ['a'.repeat(size), 'a'.repeat(size / 2)]],
  ['differ in the middle', (size: number) => ['a'.repeat(size), `${'a'.repeat(size / 4)}b${'a'.repeat(size / 4)}`]],
  ['have nothing but omissions', (size: number) => [`${'a'.repeat(size)} z`, 'z…'.repeat(size / 4)]],
] as const)('takes time in proportion where a text and a quote %s', (_, make) => {
  const time = (size: number) => {
    const [text, quote] = make(size) as [string, string];
    const stored = new StoredText(text);
    const start = process.cpuUsage();
    stored.missingPart(quote);
    stored.mended(quote);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  time(1000);
  // Sixteen times as much would be the square.
  expect(time(400_000)).toBeLessThan(10 * time(100_000) + 50_000);
});
