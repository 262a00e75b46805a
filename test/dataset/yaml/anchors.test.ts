/** Anchors and aliases: where their names stand, which belong together, and that nothing else is taken for one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorMarks, familyOf } from '../../../server/dataset/yaml/anchors.ts';
import { nodesOf } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, parseFixture } from '../../support/fixture.ts';

const written = (text: string) => anchorMarks(text).map(({ start, end }) => text.slice(start - 1, end));

describe.each(lineEnds)('anchors with %s', (_, convert) => {
  it.each([
    ['of scalars, maps and lists', 'a: &⟦x⟧ 1\nb: &⟦m⟧\n  c: *⟦x⟧\nd: &⟦l⟧ [*⟦m⟧,*⟦x⟧]\n'],
    ['of nothing', 'a: &⟦x⟧\nb: &⟦y⟧ # *z\nc: *⟦x⟧\n'],
    ['of keys', '&⟦k⟧ a: 1\n*⟦k⟧ : 2\n? *⟦k⟧\n: 3\n'],
    ['of merges', 'a: &⟦x⟧ { b: 1 }\nc:\n  <<: *⟦x⟧\nd: { <<: [*⟦x⟧, *⟦x⟧] }\n'],
    ['beside tags', 'a: &⟦x⟧ !!str 1\nb: !!str &⟦y⟧ 2\nc: *⟦y⟧\n'],
    ['of whole documents', '# 🙂 Ташкент\n--- &⟦r⟧\na: 1\n'],
    ['in any script', 'a: &⟦хозяин⟧ 🙂\nb: *⟦хозяин⟧\nc: &⟦🙂⟧ 1\nd: *⟦🙂⟧\n'],
    ['with names of objects', 'a: &⟦constructor⟧ 1\nb: *⟦__proto__⟧\n'],
    ['of the first line', '&⟦x⟧ a: 1\n'],
    ['of no anchor', 'a: *⟦x⟧\n'],
  ])('are found: those %s', (_name, marked) => {
    const { text, ranges } = parseFixture(convert(marked));
    expect(anchorMarks(text).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
  });

  it.each([
    ['comments', '# &x *y\na: 1 # &x *y\n'],
    ['quotes', 'a: "&x *y\n  &z *w"\nb: \'*x\'\n'],
    ['blocks of lines', 'a: |\n  &x\n  *y\nb: >-\n  *y\n  &x\n'],
    ['a block of lines at the margin', '--- |\n*y\n&x\n'],
    ['plain words', 'a: b &x *y\nc: R&D\nd: 2*3\n'],
    ['lone signs', 'a: [ &, * ]\n'],
    ['directives', '%TAG &x *y\n---\na: 1\n'],
  ])('are not looked for in %s', (_name, text) => {
    expect(written(convert(text))).toEqual([]);
  });

  it('belong to the last anchor of their name before them', () => {
    const text = convert('- *x\n- &x 1\n- *x\n- &y 2\n- *x\n- &x 3\n- *x\n');
    const marks = anchorMarks(text);
    const line = (start: number) => text.slice(0, start).split('\n').length;
    const familyAt = (number: number) => {
      const { anchor, aliases } = familyOf(marks, marks.find(({ start }) => line(start) === number)!);
      return [anchor && line(anchor.start), aliases.map(({ start }) => line(start))];
    };
    expect(familyAt(1)).toEqual([undefined, [1]]);
    for (const number of [2, 3, 5]) expect(familyAt(number)).toEqual([2, [3, 5]]);
    expect(familyAt(4)).toEqual([4, []]);
    for (const number of [6, 7]) expect(familyAt(number)).toEqual([6, [7]]);
  });

  it('belong together at the very beginning, too, where no anchor stands', () => {
    const marks = anchorMarks(convert('*x : 1\nb: *x\n'));
    expect(familyOf(marks, marks[1]!)).toEqual({ anchor: undefined, aliases: marks });
  });

  it('are found below a slip in the text as it could be read', () => {
    const { painted } = new YamlDocument(convert('a: "never closed\nb: &x 1\nc: *x\nd: [ 1, 2\ne: *x\n'));
    expect(written(painted)).toEqual(['&x', '*x', '*x']);
  });
});

describe('anchors', () => {
  const piece = fc.constantFrom(
    '&x',
    '*x',
    '&y',
    '*y',
    ' ',
    '\n',
    '- ',
    'a: ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    '#',
    '|',
    '\r\n',
    '🙂',
    'а',
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('have aliases just where the tree has them, whatever the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = new YamlDocument(source);
        const aliases = [...nodesOf(document.root)]
          .filter(({ type }) => type === 'alias')
          .map(({ start }) => start + 1);
        const marks = anchorMarks(document.painted).filter(({ type }) => type === 'alias');
        if (document.errors.length === 0) expect(marks.map(({ start }) => start)).toEqual(aliases);
      }),
    );
  });

  it('stand where their names are written, whatever the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { type, name, start, end } of anchorMarks(source)) {
          expect(source.slice(start - 1, end)).toBe((type === 'anchor' ? '&' : '*') + name);
        }
      }),
    );
  });
});
