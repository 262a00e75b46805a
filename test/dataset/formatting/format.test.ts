/** Formatting of YAML in stories: what moves where, what stays, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { formatFile, formatRanges, formatYaml } from '../../../server/dataset/formatting/format.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../../support/fixture.ts';

const FILE = `${ROOT}/a.yaml`;

function documentsOf(text: string) {
  return makeWorkspace({ 'a.yaml': text }, []).documentsOf(FILE);
}

/** Pairs of texts, before and after; a list is one text, so that the columns can be seen. */
const stories: readonly [name: string, before: readonly string[], after: readonly string[]][] = [
  ['a map', ['a:', '    b: 1', '    c:', '         d: 2'], ['a:', '  b: 1', '  c:', '    d: 2']],
  ['a list in the column of its key', ['a:', '- x', '- y', 'b: 1'], ['a:', '  - x', '  - y', 'b: 1']],
  ['entries beside dashes', ['a:', '-   b: 1', '    c: 2', '-\tx'], ['a:', '  - b: 1', '    c: 2', '  - x']],
  ['dashes alone', ['a:', '-', '      b: 1', '-', '   - x'], ['a:', '  -', '    b: 1', '  -', '    - x']],
  ['lists in lists', ['a:', ' -   - x', '     - y', ' - - -  z'], ['a:', '  - - x', '    - y', '  - - - z']],
  ['a record that is indented as a whole', ['    a:', '      b: 1', '    c: 2'], ['a:', '  b: 1', 'c: 2']],
  [
    'a literal',
    ['a:', '    b: |', '       x', '         y', '', '       z'],
    ['a:', '  b: |', '    x', '      y', '', '    z'],
  ],
  ['a literal with a digit', ['a:', '    b: |2-', '         x', '       y'], ['a:', '  b: |2-', '       x', '     y']],
  ['blank lines of a literal', ['a: |', '     x', '       ', '    ', '     y'], ['a: |', '  x', '    ', '  ', '  y']],
  [
    'blank lines below a literal',
    ['a:', '    b: |', '       x', '      ', 'c: 1'],
    ['a:', '  b: |', '    x', '    ', 'c: 1'],
  ],
  ['a literal far behind its dash', ['a:', '-   |', '      x'], ['a:', '  - |', '    x']],
  ['a folded text in a list', ['a:', '- >-', ' x', ' y'], ['a:', '  - >-', '    x', '    y']],
  ['a plain text of several lines', ['a: x', '      y', '', '   z'], ['a: x', '  y', '', '  z']],
  ['a quoted text of several lines', ['a:', '- b: "x', '      \ty"'], ['a:', '  - b: "x', '      y"']],
  ['a text below its key', ['a:', '      x', '      y', 'b: 1'], ['a:', '  x', '  y', 'b: 1']],
  ['a flow map', ['a: {', ' b: 1,', '      c: [', ' 2', ' ]', '}'], ['a: {', '  b: 1,', '  c: [', '    2', '  ]', '}']],
  ['a flow list with tabs', ['a: [', ' \tx, # c', '\t# d', ' \ty ]'], ['a: [', '  x, # c', '  # d', '  y ]']],
  ['a flow map after a dash', ['a:', '- {', '   b: 1', '  }'], ['a:', '  - {', '      b: 1', '    }']],
  [
    'values below their keys in a flow map',
    ['a: {', '    b:', ' 1,', '    c', '      : 2', '  }'],
    ['a: {', '  b:', '  1,', '  c', '  : 2', '}'],
  ],
  [
    'flow maps on one line',
    ['a: [{', ' b: 1', ' }, {', ' c: 1', ' }]', 'd: [{', ' }, 1', ']'],
    ['a: [{', '    b: 1', '  }, {', '    c: 1', '  }]', 'd: [{', '  }, 1', ']'],
  ],
  [
    'anchors and tags',
    ['a: &x', '    b: 1', 'c:', '      !!map', '      <<: *x'],
    ['a: &x', '  b: 1', 'c:', '  !!map', '  <<: *x'],
  ],
  ['a key over several lines', ['?   - x', '    - y', ':', '    - z'], ['? - x', '  - y', ':', '  - z']],
  [
    'directives and document marks',
    ['%YAML 1.2', '---  # c', 'a:', '    b: 1', '...'],
    ['%YAML 1.2', '---  # c', 'a:', '  b: 1', '...'],
  ],
  ['an empty value', ['a:', '    b:', '    c:', 'd:'], ['a:', '  b:', '  c:', 'd:']],
  ['what follows a document mark', ['---', '    a:', '      b: 1'], ['---', 'a:', '  b: 1']],
  ['a tag above the record', ['  !!map', '  a:', '     b: 1'], ['!!map', 'a:', '  b: 1']],
  ['values beside colons that begin a line', ['? a', ':   - b', '    - c'], ['? a', ': - b', '  - c']],
  [
    'a text of several lines in brackets',
    ['a: [', '    x', '      y, "z', ' z" ]'],
    ['a: [', '  x', '  y, "z', '  z" ]'],
  ],
  [
    'a dash below a literal in the column of the key',
    ['a:', '- |', '     x', '-', '  b: 1'],
    ['a:', '  - |', '    x', '  -', '    b: 1'],
  ],
];

/** Comments likewise: each stays with the entries whose column it has. */
const comments: readonly [name: string, before: readonly string[], after: readonly string[]][] = [
  ['above an entry', ['a:', '    # about b', '    b: 1'], ['a:', '  # about b', '  b: 1']],
  [
    'above a dash in the column of the key',
    ['a:', '# about x', '- x', '# about b', 'b: 1'],
    ['a:', '  # about x', '  - x', '# about b', 'b: 1'],
  ],
  ['below the last entry', ['a:', '    b: 1', '    # more', 'c: 2'], ['a:', '  b: 1', '  # more', 'c: 2']],
  ['below a key without a value', ['a:', '      # nothing yet', 'b: 1'], ['a:', '  # nothing yet', 'b: 1']],
  [
    'at the margin of something nested',
    ['a:', '    b: 1', '#   c: 2', '    d: 3'],
    ['a:', '  b: 1', '#   c: 2', '  d: 3'],
  ],
  [
    'between the columns of two levels',
    ['a:', '    b:', '        c: 1', '      # d', 'e: 1'],
    ['a:', '  b:', '    c: 1', '  # d', 'e: 1'],
  ],
  ['a little too far out', ['a:', '  # about b', '    b: 1'], ['a:', '  # about b', '  b: 1']],
  ['too far in', ['a: 1', '      # about b', 'b: 2'], ['a: 1', '# about b', 'b: 2']],
  [
    'below a literal',
    ['a:', '    b: |', '        x', '      # c', '    d: 1'],
    ['a:', '  b: |', '    x', '  # c', '  d: 1'],
  ],
  [
    'at the end',
    ['a:', '    - b: 1', '      # of the entry', '    # of the list', '# of the record'],
    ['a:', '  - b: 1', '    # of the entry', '  # of the list', '# of the record'],
  ],
  ['at the end of lists in the columns of their keys', ['a:', '- x', '# more'], ['a:', '  - x', '# more']],
  ['above a record that is indented as a whole', ['  # about a', '    a: 1'], ['# about a', 'a: 1']],
  ['below a record that is indented as a whole', ['    a: 1', '  # more'], ['a: 1', '# more']],
  ['behind the end mark', ['a:', '    b: 1', '...', '    # c'], ['a:', '  b: 1', '...', '# c']],
  [
    'below an anchor or a tag without a value',
    ['a: &x', '      # of a', 'b: !!null', '      # of b', 'c: 1'],
    ['a: &x', '  # of a', 'b: !!null', '  # of b', 'c: 1'],
  ],
  ['too far in below brackets', ['a: [x]', '      # about b', 'b: 2'], ['a: [x]', '# about b', 'b: 2']],
  ['below the last key, which has no value', ['a:', ' b:', '   # nothing yet'], ['a:', '  b:', '    # nothing yet']],
  ['in the column of the last key, which has no value', ['a:', '# more'], ['a:', '# more']],
  ['below the last entry, one blank in', ['a:', ' - x', '   # more'], ['a:', '  - x', '  # more']],
  ['below a literal at the end', ['a:', '    b: |', '        x', '    # more'], ['a:', '  b: |', '    x', '  # more']],
  [
    'below entries that stand below their dash',
    ['a:', '    -', '        b: 1', '    # more'],
    ['a:', '  -', '    b: 1', '  # more'],
  ],
  [
    'between dashes in the column of the key and the next key',
    ['a:', '    b:', '    - x', '      # about c', '    c: 1'],
    ['a:', '  b:', '    - x', '  # about c', '  c: 1'],
  ],
  [
    'above a dash in the column of the key, too far in',
    ['a:', '- x', '   # about y', '- y'],
    ['a:', '  - x', '  # about y', '  - y'],
  ],
  ['above a bracket that closes', ['a: {', '        b: 1,', '      # c', '    }'], ['a: {', '  b: 1,', '  # c', '}']],
  ['below a second colon without a key', ['? a', ':', '', ': b', '  # c'], ['? a', ':', '', '  : b', '# c']],
  [
    'below a second colon in a record that is indented as a whole',
    ['  ? a', '  :', '', '  :', '  # c'],
    ['? a', ':', '', '  :', '# c'],
  ],
  [
    'above and below a second colon',
    ['  ? a', '  :', '', '# x', '  : b', '  # c'],
    ['? a', ':', '', '# x', '  : b', '# c'],
  ],
  ['beside values, with whatever stands before them', ['a:   # x', '    b: 1     # y'], ['a:   # x', '  b: 1     # y']],
];

describe.each(lineEnds)('with %s', (_, convert) => {
  const text = (lines: readonly string[]) => convert(`${lines.join('\n')}\n`);
  const formatted = (before: string) => applyEdits(before, formatYaml(new YamlDocument(before)));

  describe('formatting indents', () => {
    it.each(stories)('%s', (_name, before, after) => {
      expect(formatted(text(before))).toBe(text(after));
      expect(formatted(text(after))).toBe(text(after));
    });
  });

  describe('formatting leaves a comment where it belongs:', () => {
    it.each(comments)('%s', (_name, before, after) => {
      expect(formatted(text(before))).toBe(text(after));
      expect(formatted(text(after))).toBe(text(after));
    });
  });

  describe('formatting leaves alone', () => {
    it.each([
      ['blanks within lines', ['a:   1  # c', 'b:  {  x:   1 }   ', '', '', 'c:', '  - x   ', '   ']],
      ['a document with an error', ['a:', '    b: 1', '  c: 2']],
      ['a document with an unclosed quote', ['a:', '    b: "x', '    c: 2']],
      ['a document with a tab for indentation', ['a:', '\tb: 1']],
      ['a document that is one text', ['--- |', '     x', '    ']],
      ['a document that is one text without a mark', ['x', '   y', ' z']],
      ['blanks behind anchors and tags that begin a line', ['a:', '  &x   b: 1', '  !   c: 2']],
      [
        'long lines, quotes and empty collections',
        [`a: ${'long '.repeat(80)}end`, 'b: "x"', "c: 'y'", 'd: []', 'e: {}'],
      ],
    ])('%s', (_name, lines) => expect(formatYaml(new YamlDocument(text(lines)))).toEqual([]));

    it.each([
      ['a value', ['a:', '    b: 1'], ['a:', '  b: 1']],
      ['a text of several lines', ['a:', '    b: x', '     y'], ['a:', '  b: x', '    y']],
    ])('the last line end behind %s, be it there or not', (_name, before, after) => {
      expect(formatted(text(before).trimEnd())).toBe(text(after).trimEnd());
    });
  });

  it('formatting changes no more than the white space that differs', () => {
    const before = text(['# Саммит 🙂', 'a:', '    b: 1', '  # c', '    c:', '     d: 1']);
    const edits = formatYaml(new YamlDocument(before));
    expect(edits.map(({ span, text: added }) => [before.slice(span.start, span.end), added])).toEqual([
      ['  ', ''],
      ['  ', ''],
      [' ', ''],
    ]);
  });

  it('formatting of a file passes over what is broken and what is none of ours', () => {
    const file = (indent: string) =>
      text([
        'kind: state',
        'id: AZE',
        'exists:',
        `${indent}from: 1991`,
        '---',
        'kind: state',
        'exists:',
        ' - "x',
        '---',
        'other:',
        '    x: 1',
        '---',
        'kind: person',
        'offices:',
        `${indent}- title: X`,
      ]);
    const before = file('    ');
    expect(applyEdits(before, formatFile(documentsOf(before)))).toBe(file('  '));
  });

  it('formatting puts keys in order where that is asked for, then indents them', () => {
    const before = text(['id: AZE', 'kind: state', 'exists:', '     from: 1991', '# the name', 'name: Azerbaijan', '']);
    const edits = formatFile(documentsOf(before), { sortKeys: true });
    expect(applyEdits(before, edits)).toBe(
      text(['kind: state', 'id: AZE', '# the name', 'name: Azerbaijan', 'exists:', '  from: 1991', '']),
    );
  });

  describe('formatting tidies, where that is asked for,', () => {
    const before = text([
      'kind: state  ',
      'id: AZE',
      'official_name: |  ',
      '    x  ',
      '',
      'name: "x  ',
      '  y" \t',
      '  ',
      '# c ',
      '',
      '',
    ]);
    const tidied = (options: Parameters<typeof formatFile>[1], of = before) =>
      applyEdits(of, formatFile(documentsOf(of), options));

    it('the ends of lines, but not within texts', () => {
      const after = [
        'kind: state',
        'id: AZE',
        'official_name: |',
        '  x  ',
        '',
        'name: "x  ',
        '  y"',
        '',
        '# c',
        '',
        '',
      ];
      expect(tidied({ trimTrailingWhitespace: true })).toBe(text(after));
    });

    it('the end of the file', () => {
      expect(tidied({ trimFinalNewlines: true })).toMatch(/# c \r?\n$/);
      expect(tidied({ trimFinalNewlines: true, trimTrailingWhitespace: true })).toMatch(/# c\r?\n$/);
      const open = before.trimEnd();
      expect(tidied({ insertFinalNewline: true }, open)).toMatch(/# c\r?\n$/);
      expect(tidied({ insertFinalNewline: true, trimTrailingWhitespace: true }, `${open}   `)).toMatch(/# c\r?\n$/);
      expect(tidied({ insertFinalNewline: true })).toBe(tidied({}));
    });

    it('the lines of a text without quotes', () => {
      const plain = text(['kind: state', 'name: Republic  ', '  of  ', '  Azerbaijan  ']);
      expect(tidied({ trimTrailingWhitespace: true }, plain)).toBe(
        text(['kind: state', 'name: Republic', '  of', '  Azerbaijan']),
      );
    });

    it('blank lines below a block that moves, at the end of the file as well', () => {
      const all = { trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };
      const block = text(['kind: state', 'name: >', '      x', '', '   ', 'id: AZE', 'note: |-', '    y', '   ', '']);
      expect(tidied(all, block)).toBe(text(['kind: state', 'name: >', '  x', '', '', 'id: AZE', 'note: |-', '  y']));
    });

    it('nothing that a text would lose', () => {
      const kept = text(['kind: state', 'name: |+', '  x', '', '']);
      expect(tidied({ trimFinalNewlines: true, trimTrailingWhitespace: true }, kept)).toBe(kept);
    });
  });

  describe('formatting of a passage', () => {
    const inPart = (marked: readonly string[]) => {
      const { text: before, ranges } = parseFixture(text(marked));
      return applyEdits(before, formatRanges(documentsOf(before), ranges));
    };
    const record = (...lines: string[]) => ['kind: summit', ...lines];

    it('changes its lines alone where the rest bears that', () => {
      expect(inPart(record('place:', '    city: ⟦Gab⟧ala', 'chair:', '    state: AZE'))).toBe(
        text(record('place:', '  city: Gabala', 'chair:', '    state: AZE')),
      );
    });

    it('takes in the entries that must move together', () => {
      const before = record('place:', '    city: ⟦Gabala⟧', '    state: AZE', 'chair:', '    state: AZE');
      expect(inPart(before)).toBe(text(record('place:', '  city: Gabala', '  state: AZE', 'chair:', '    state: AZE')));
    });

    it('takes in the whole of a list', () => {
      const before = record('topics:', '- ⟦energy⟧', '- space', 'participants:', '- state: AZE');
      expect(inPart(before)).toBe(text(record('topics:', '  - energy', '  - space', 'participants:', '- state: AZE')));
    });

    it('leaves out the line before whose beginning it ends', () => {
      const before = record('⟦place:', '    city: Gabala', '⟧chair:', '    state: AZE');
      expect(inPart(before)).toBe(text(record('place:', '  city: Gabala', 'chair:', '    state: AZE')));
    });

    it('can be several passages in several documents', () => {
      const part = (mark: string, indent: string) =>
        record('place:', `${indent}city: ${mark}`, 'chair:', `${indent}state: AZE`);
      const before = [...part('⟦x⟧', '    '), '---', ...record('place:', '    city: ⟦y⟧')];
      expect(inPart(before)).toBe(
        text([...record('place:', '  city: x', 'chair:', '    state: AZE'), '---', ...record('place:', '  city: y')]),
      );
    });

    it('does nothing where only the whole document could be formatted', () => {
      const before = ['  kind: summit', '  place:', '    ⟦city: Gabala⟧'];
      expect(inPart(before)).toBe(text(['  kind: summit', '  place:', '    city: Gabala']));
    });
  });
});

describe('formatting', () => {
  it('knows a byte order mark', () => {
    const formatted = (text: string) => applyEdits(text, formatYaml(new YamlDocument(text)));
    expect(formatted('\uFEFFa:\n    b: |2\n        x\n')).toBe('\uFEFFa:\n  b: |2\n      x\n');
    expect(formatted('\uFEFFa: |2\n    x\nb:\n    c: 1\n')).toBe('\uFEFFa: |2\n    x\nb:\n  c: 1\n');
    expect(formatted('\uFEFF   a:\n     b: 1\n')).toBe('\uFEFFa:\n  b: 1\n');
  });

  it.each([
    ['braces behind a bar, which would wander to the right for ever', '? | {\na:\n', '? | {\na:\n'],
    ['a bracket that nothing has opened', '| ---\n    >-\n\n ]# c{', '| ---\n    >-\n\n ]# c{'],
    ['a dash that stands nowhere', '- >- ---\n\n ]\na: -   \n:   - y\n', '- >- ---\n\n  ]\na: -   \n:   - y\n'],
    ['braces that nothing closes', '\n>- ---\n    \n ---a: ? \n: {a: ', '\n>- ---\n    \n  ---a: ? \n: {a: '],
  ])('bears what is read without a problem though it is broken: %s', (_name, before, after) => {
    expect(applyEdits(before, formatYaml(new YamlDocument(before)))).toBe(after);
  });

  it('bears what is deep, empty and long', () => {
    const deep = Array.from({ length: 150 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    const after = applyEdits(deep, formatYaml(new YamlDocument(deep)));
    expect(after.split('\n').at(-1)).toBe(`${' '.repeat(298)}a:`);
    expect(formatYaml(new YamlDocument(''))).toEqual([]);
    expect(formatYaml(new YamlDocument(`a: [${'{b: [x]}, '.repeat(20_000)}]`))).toEqual([]);
    expect(formatYaml(new YamlDocument(`a: ${' '.repeat(300_000)}x\n`), { trimTrailingWhitespace: true })).toEqual([]);
  });
});
