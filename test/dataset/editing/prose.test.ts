/** Words in the place of others where line breaks say nothing: in the quotes, or the block of lines, that are there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { replaceProse } from '../../../server/dataset/editing/edits.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds } from '../../support/fixture.ts';

function rewritten(text: string, prose: string): string {
  const node = new YamlDocument(text).place(['a'])!.value!;
  return applyEdits(text, [replaceProse(text, node, prose)]);
}

describe.each(lineEnds)('other words with %s', (_, convert) => {
  it.each([
    ['stand in the same quotes', 'a: "x"\nb: 1\n', 'y z', 'a: "y z"\nb: 1\n'],
    ['stand plain', 'a: x y # c\n', 'one: two', "a: 'one: two' # c\n"],
    [
      'fill a block as wide as before',
      'a: >\n  one two\n  three\nb: 1\n',
      'a b c d e f',
      'a: >\n  a b c d\n  e f\nb: 1\n',
    ],
    ['keep the sign of a block', 'a: |-\n  one two\n', 'three four', 'a: |-\n  three\n  four\n'],
    ['have a long word on a line of its own', 'a: >\n  one\n', 'a wonderful b', 'a: >\n  a\n  wonderful\n  b\n'],
    ['stand as deep as before, whatever is empty', 'a: >\n\n    one two\n', 'x\n y', 'a: >\n    x y\n'],
    ['stand in a line where a block is empty', 'a: >\nb: 1\n', 'x', 'a: x\nb: 1\n'],
  ])('%s', (_name, before, prose, after) => {
    expect(rewritten(convert(before), prose)).toBe(convert(after));
  });

  it('say what is meant, and leave all else as it is', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab-#:"\'>|&*%🙂é'), minLength: 1, maxLength: 9 });
    const prose = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const value = fc.constantFrom(
      'x',
      '"x y"',
      "'x'",
      '>\n  x y z\n  w',
      '|\n    some words here',
      '>-\n x',
      '|+\n  a\n\n',
    );
    fc.assert(
      fc.property(value, prose, (before, said) => {
        const after = parse(rewritten(convert(`a: ${before}\nb: [1, 2]\n`), said));
        expect(after.b).toEqual([1, 2]);
        expect(after.a.trim().split(/\s+/)).toEqual(said.split(' '));
      }),
      { numRuns: 150 },
    );
  });
});
