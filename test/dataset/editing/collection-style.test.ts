/** Blocks and flow collections: one written as the other says the same, and keeps what people have added. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Path } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds } from '../../support/fixture.ts';
import { converted, type Style } from './converted.ts';

describe.each(lineEnds)('with %s', (_, convert) => {
  const become = (text: string, path: Path, to: Style) => converted(convert(text), path, to);

  it.each([
    ['a map', 'p: { a: 1, b: x y }\nq: 1\n', ['p'], 'p:\n  a: 1\n  b: x y\nq: 1\n'],
    ['a list', 'p: [a, "b", \'c\']\n', ['p'], 'p:\n  - a\n  - "b"\n  - \'c\'\n'],
    ['an item of a list', 'p:\n  - { a: 1, b: 2 }\n  - c\n', ['p', 0], 'p:\n  - a: 1\n    b: 2\n  - c\n'],
    ['a list in a list', 'p:\n- [a, b]\n', ['p', 0], 'p:\n- - a\n  - b\n'],
    ['only one level', 'p: [{ a: [1, 2] }, { b: {} }]\n', ['p'], 'p:\n  - { a: [1, 2] }\n  - { b: {} }\n'],
    ['below lists whose dashes stand below the key', 'l:\n- x\np: [a]\n', ['p'], 'l:\n- x\np:\n- a\n'],
    ['as deep as the text has it', 'm:\n    n: 1\np: { a: 1 }\n', ['p'], 'm:\n    n: 1\np:\n    a: 1\n'],
    ['a comment behind it', 'p: { a: 1 } # c\n', ['p'], 'p: # c\n  a: 1\n'],
    ['a comment behind an item', '- { a: 1, b: 2 } # c\n', [0], '- # c\n  a: 1\n  b: 2\n'],
    [
      'comments within',
      'p: { # one\n    # two\n    a: 1, # three\n    b: 2 # four\n    # five\n  } # six\n',
      ['p'],
      'p: # six\n  # one\n  # two\n  a: 1 # three\n  b: 2 # four\n  # five\n',
    ],
    [
      'an anchor',
      'p: &x { a: &y 1, b: !!str 2 }\nq: [*x, *y]\n',
      ['p'],
      'p: &x\n  a: &y 1\n  b: !!str 2\nq: [*x, *y]\n',
    ],
    ['an item with an anchor', '- &x { a: 1 }\n- *x\n', [0], '- &x\n  a: 1\n- *x\n'],
    ['a comment above an entry', 'p: { a: 1,\n  # b\n  b: 2 }\n', ['p'], 'p:\n  a: 1\n  # b\n  b: 2\n'],
    [
      'aliases',
      'a: &x b\np: [*x, { *x : 1 }]\nq: { *x : *x }\n',
      ['q'],
      'a: &x b\np: [*x, { *x : 1 }]\nq:\n  *x : *x\n',
    ],
    ['keys without values', 'p: { a, b: , "c":1, d: }\n', ['p'], 'p:\n  a:\n  b:\n  "c": 1\n  d:\n'],
    ['maps of one entry in a list', 'p: [a: 1, b]\n', ['p'], 'p:\n  - a: 1\n  - b\n'],
    [
      'several lines',
      'p: [\n    { a: 1,\n      b: 2 },\n    c\n  ]\n',
      ['p'],
      'p:\n  - { a: 1,\n      b: 2 }\n  - c\n',
    ],
    ['one below its key', 'p:\n    { a: 1, b: 2 }\nq: 1\n', ['p'], 'p:\n    a: 1\n    b: 2\nq: 1\n'],
    ['a whole document', '{ a: 1, b: [2] }\n', [], 'a: 1\nb: [2]\n'],
    ['a document behind its marker', '---\n# c\n{ a: 1 } # d\n', [], '---\n# c\n# d\na: 1\n'],
    ['letters beyond ASCII', 'имя: { тән: 🌍, ə: Ə }\n', ['имя'], 'имя:\n  тән: 🌍\n  ə: Ə\n'],
    ['one at the end of a text without a line end', 'q: 1\np: [a]', ['p'], 'q: 1\np:\n  - a'],
    ['in a map of a list', '- k: v\n  p: { a: 1 }\n', [0, 'p'], '- k: v\n  p:\n    a: 1\n'],
    ['the first of a map of a list', '- p: [a, b]\n  k: v\n', [0, 'p'], '- p:\n    - a\n    - b\n  k: v\n'],
  ] as const)('%s becomes a block', (_name, before, path, after) => {
    expect(become(before, path, 'block')).toBe(convert(after));
  });

  it.each([
    ['an empty map', 'p: {}\n', ['p']],
    ['an empty list', 'p: [ ]\n', ['p']],
    ['what stands in another flow collection', 'p: [{ a: 1 }]\n', ['p', 0]],
    ['keys with a question mark', 'p: { ? a : 1 }\n', ['p']],
    ['a block', 'p:\n  a: 1\n', ['p']],
    ['a text', 'p: a\n', ['p']],
  ] as const)('%s does not become a block', (_name, text, path) => {
    expect(become(text, path, 'block')).toBeUndefined();
  });

  it.each([
    ['a map', 'p:\n  a: 1\n  b: x y\nq: 1\n', ['p'], 'p: { a: 1, b: x y }\nq: 1\n'],
    ['a list', 'p:\n- a\n- "b"\n- \'c\'\n', ['p'], 'p: [a, "b", \'c\']\n'],
    ['an item of a list', 'p:\n  - a: 1\n    b: 2\n  - c\n', ['p', 0], 'p:\n  - { a: 1, b: 2 }\n  - c\n'],
    ['an item below its dash', 'p:\n  -\n    a: 1\n  - c\n', ['p', 0], 'p:\n  - { a: 1 }\n  - c\n'],
    ['with all in it', 'p:\n  - a:\n      - 1\n      - x: y\n', ['p'], 'p: [{ a: [1, { x: y }] }]\n'],
    [
      'what needs quotes there',
      'p:\n  a: b, c\n  d: "[e]"\n  f: it\'s {g}\n',
      ['p'],
      "p: { a: 'b, c', d: \"[e]\", f: 'it''s {g}' }\n",
    ],
    [
      'values that are no text',
      'p:\n  a: null\n  b: ~\n  c: 2025\n  d: 1.10\n  e: true\n',
      ['p'],
      'p: { a: null, b: ~, c: 2025, d: 1.10, e: true }\n',
    ],
    ['a comment behind its last line', 'p:\n  a: 1 # c\nq: 1\n', ['p'], 'p: { a: 1 } # c\nq: 1\n'],
    [
      'an anchor',
      'p: &x\n  a: &y 1\n  b: !!str 2\nq: [*x, *y]\n',
      ['p'],
      'p: &x { a: &y 1, b: !!str 2 }\nq: [*x, *y]\n',
    ],
    ['an anchor of an item', '- &x\n  a: 1\n- *x\n', [0], '- &x { a: 1 }\n- *x\n'],
    [
      'anchors above what they belong to',
      'p:\n  - &x\n    a: 1\n  - q: &y\n      - 2\n',
      ['p'],
      'p: [&x { a: 1 }, { q: &y [2] }]\n',
    ],
    ['keys without values', 'p:\n  a:\n  b: 1\n  c:\n', ['p'], 'p: { a:, b: 1, c: }\n'],
    ['a merge', 'b: &b { c: 1 }\np:\n  <<: *b\n  *b : *b\n', ['b'], undefined],
    ['a merge within', 'b: &b { c: 1 }\np:\n  <<: *b\n  d: *b\n', ['p'], 'b: &b { c: 1 }\np: { <<: *b, d: *b }\n'],
    ['letters beyond ASCII', 'имя:\n  тән: 🌍\n  ə: Ə\n', ['имя'], 'имя: { тән: 🌍, ə: Ə }\n'],
    ['one at the end of a text without a line end', 'p:\n  - a', ['p'], 'p: [a]'],
  ] as const)('%s becomes a flow collection', (_name, before, path, after) => {
    expect(become(before, path, 'flow')).toBe(after && convert(after));
  });

  it.each([
    ['a comment within', 'p:\n  a: 1 # c\n  b: 2\n', ['p']],
    ['a comment behind its key', 'p: # c\n  a: 1\n', ['p']],
    ['a comment behind its dash', '- # c\n  a: 1\n', [0]],
    ['a comment above an entry', 'p:\n  # c\n  a: 1\n', ['p']],
    ['a block text', 'p:\n  a: |\n    b\n', ['p']],
    ['a text of several lines', 'p:\n  a: b\n    c\n', ['p']],
    ['keys with a question mark', 'p:\n  ? a\n  : 1\n', ['p']],
    ['an item without a value', 'p:\n  - a\n  -\n', ['p']],
    ['an anchor of its first key', '- &x a: 1\n  b: *x\n', [0]],
    ['an anchor of the first key of an item', 'p:\n  - &x a: 1\n', ['p']],
    ['an anchor of the first item of a list', 'p:\n  - - &x a\n    - b\n  - - - &y c: 1\n', ['p']],
    ['more than fits on a line', `p:\n${'  - a long text\n'.repeat(20)}`, ['p']],
    ['the whole document', 'a: 1\n', []],
  ] as const)('%s keeps a block as it is', (_name, text, path) => {
    expect(become(text, path, 'flow')).toBeUndefined();
  });
});

describe('a collection of any kind', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      'a',
      'x y',
      'a, b',
      '# c',
      'a: b',
      "it's",
      '"',
      '2025-10-07',
      'true',
      '',
      'Мира 🌍',
      '- x',
      '[',
      '*x',
      '&x',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ maxLength: 8 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, scalar, tie('list'), tie('map')),
    list: fc.array(tie('tree'), { maxLength: 3 }),
    map: fc.dictionary(fc.constantFrom('a', 'b c', 'д', '1', 'x: y', '<'), tie('tree'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  }));
  const documents = fc
    .tuple(fc.array(tree, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.constantFrom('\n', '\r\n'))
    .map(([values, indentSeq, end]) => ({ values, indentSeq, end }));

  it('means the same in the other style, and in its own again', () => {
    fc.assert(
      fc.property(documents, ({ values, indentSeq, end }) => {
        const styles = ['block', 'flow'] as const;
        for (const style of styles) {
          const inner = (value: unknown) =>
            style === 'block' ? stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim() : undefined;
          const text =
            style === 'block'
              ? values.map((value, i) => `k${i}: ${inner(value)}\n`).join('')
              : stringify(Object.fromEntries(values.map((value, i) => [`k${i}`, value])), { indentSeq, lineWidth: 0 });
          const written = text.replaceAll('\n', end);
          for (const i of values.keys()) {
            const there = converted(written, [`k${i}`], style);
            if (there === undefined) continue;
            const back = converted(there, [`k${i}`], style === 'block' ? 'flow' : 'block');
            if (style === 'block' && back !== undefined)
              expect(new YamlDocument(back).value).toEqual(new YamlDocument(written).value);
          }
        }
      }),
    );
  });
});
