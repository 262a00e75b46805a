/** An edited text: what it is after any edits, and what makes it of the text it began with. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditedText } from '../../../server/dataset/editing/edited-text.ts';
import { applyEdits, type TextEdit } from '../../../server/dataset/text.ts';
import { share } from '../../support/share.ts';

/** Edits that do not overlap, for a text of a length, from numbers between 0 and 1. */
function editsFrom(cuts: readonly number[], texts: readonly string[], length: number): TextEdit[] {
  const offsets = cuts.map((cut) => Math.round(cut * length)).sort((a, b) => a - b);
  return texts.slice(0, offsets.length / 2).map((text, i) => {
    return { span: { start: offsets[2 * i]!, end: offsets[2 * i + 1]! }, text };
  });
}

describe('an edited text', () => {
  it('is what the edits say, and tells how to get there at once', () => {
    const round = fc.tuple(
      fc.array(share, { minLength: 2, maxLength: 8 }),
      fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 6 }), (before, rounds) => {
        const edited = new EditedText(before);
        let now = before;
        for (const [cuts, texts] of rounds) {
          const edits = editsFrom(cuts, texts, now.length);
          edited.apply(edits);
          now = applyEdits(now, edits);
        }
        expect(edited.text).toBe(now);
        expect(applyEdits(before, edited.edits())).toBe(now);
      }),
    );
  });

  it('touches only what the edits have touched', () => {
    const edited = new EditedText('host: AZX\ndate: 7.10.2025\n');
    edited.apply([{ span: { start: 16, end: 25 }, text: '2025-10-7' }]);
    edited.apply([
      { span: { start: 6, end: 9 }, text: 'AZE' },
      { span: { start: 24, end: 24 }, text: '0' },
    ]);
    expect(edited.text).toBe('host: AZE\ndate: 2025-10-07\n');
    expect(edited.edits()).toEqual([
      { span: { start: 6, end: 9 }, text: 'AZE' },
      { span: { start: 16, end: 25 }, text: '2025-10-07' },
    ]);
  });

  it('takes edits in whatever order they come', () => {
    const [insertion, replacement, last] = [
      { span: { start: 2, end: 2 }, text: 'x' },
      { span: { start: 2, end: 4 }, text: 'y' },
      { span: { start: 5, end: 6 }, text: '' },
    ];
    for (const edits of [
      [insertion, replacement, last],
      [last, replacement, insertion],
    ]) {
      const edited = new EditedText('abcdef');
      edited.apply(edits);
      expect(edited.text).toBe('abxye');
      expect(edited.edits()).toEqual([
        { span: { start: 2, end: 4 }, text: 'xy' },
        { span: { start: 5, end: 6 }, text: '' },
      ]);
    }
  });

  it('needs no edit where nothing has been done', () => {
    expect(new EditedText('').edits()).toEqual([]);
    expect(new EditedText('a').edits()).toEqual([]);
  });
});
