/** Folded lines, unfolded as RFC 5545 says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLines } from '../../server/exports/content-lines.ts';

const octets = (text: string) => new TextEncoder().encode(text).length;

describe('folding', () => {
  it('leaves lines of 75 octets and parts longer ones', () => {
    const short = 'a'.repeat(75);
    expect(foldLines(`${short}\r\n${short}b\r\n`)).toBe(`${short}\r\n${short}\r\n b\r\n`);
    expect(foldLines('ы'.repeat(40))).toBe(`${'ы'.repeat(37)}\r\n ${'ы'.repeat(3)}`);
  });

  it('keeps every text, in lines of 75 octets at most', () => {
    const line = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const text = lines.join('\r\n');
        const folded = foldLines(text);
        for (const one of folded.split('\r\n')) expect(octets(one)).toBeLessThanOrEqual(75);
        // A line that itself begins with a blank would go on from the one before; content lines begin with a name.
        if (!/\r\n /.test(text)) expect(folded.replaceAll('\r\n ', '')).toBe(text);
      }),
    );
  });
});
