/** Formatting of passages, of several documents, and of the ends of files: what is taken in, and what stays as it is. */
import { describe, expect, it } from 'vitest';
import { type FormatOptions, formatFile, formatRanges, formatYaml } from '../../../server/dataset/formatting/format.ts';
import { widening } from '../../../server/dataset/formatting/parts.ts';
import { applyEdits } from '../../../server/dataset/text.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { lineEnds, makeWorkspace, parseFixture, ROOT } from '../../support/fixture.ts';

const documentsOf = (text: string) => makeWorkspace({ 'a.yaml': text }, []).documentsOf(`${ROOT}/a.yaml`);

describe.each(lineEnds)('with %s', (_, convert) => {
  it.each([
    [
      'an item',
      'topics:\n  - ⟦energy⟧\n  - space\nid: x\n',
      ['  - energy', '  - energy', 'topics:\n  - energy\n  - space'],
    ],
    [
      'two entries of a map',
      'place:\n  city: ⟦Gabala\n  state: AZ⟧E\n  note: n\nid: x\n',
      [
        '  city: Gabala\n  state: AZE',
        '  city: Gabala\n  state: AZE',
        'place:\n  city: Gabala\n  state: AZE\n  note: n',
      ],
    ],
    ['entries of the record', 'kind: s⟦ummit\nid: x⟧\nname: n\n', ['kind: summit\nid: x', 'kind: summit\nid: x']],
    [
      'a comment between two entries',
      'id: x\n# ⟦about⟧ the name\nname: n\n',
      ['# about the name', '# about the name\nname: n'],
    ],
    ['a line to its end', 'id: x\n⟦name: n\n⟧kind: summit\n', ['name: n', 'name: n']],
    ['the beginning of a line', 'id: x\n⟦⟧name: n\n', ['name: n', 'name: n']],
    ['a key without a value', 'id: x\n{ ⟦a⟧ }: 1\n', ['{ a }: 1', '{ a }: 1']],
    ['what stands above all', '# c⟦⟧\n\nid: x\n', ['# c']],
    ['what stands below all', 'id: x\n\n# c⟦⟧\n', ['# c']],
    ['an item in braces', 'a: [{ b: ⟦1⟧, c }]\n', Array(4).fill('a: [{ b: 1, c }]')],
    ['an empty item', 'topics:\n  -⟦⟧\n  - space\n', ['  -', '  -', 'topics:\n  -\n  - space']],
    ['a passage behind an empty value', 'a:\n  b:\n  c: ⟦1⟧\n', ['  c: 1', '  c: 1', 'a:\n  b:\n  c: 1']],
  ] as const)('widens %s', (_name, marked, expected) => {
    const { text, ranges } = parseFixture(convert(marked));
    const spans = widening(text, new YamlDocument(text).root, ranges[0]!);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected.map(convert));
  });

  it.each([
    [
      'a line of braces alone',
      'kind: summit\nplace: {\n      city: ⟦Gabala⟧,\n      state: AZE }\n',
      'kind: summit\nplace: {\n  city: Gabala,\n      state: AZE }\n',
    ],
    [
      'passages of different depth',
      'kind: summit\nid: ⟦x⟧\nplace:\n    city: ⟦Gabala⟧\n    state: AZE\nchair:\n    state: AZE\n',
      'kind: summit\nid: x\nplace:\n  city: Gabala\n  state: AZE\nchair:\n    state: AZE\n',
    ],
    [
      'the place of a cursor',
      'kind: summit\nplace:\n    city: ⟦⟧Gabala\nchair:\n    state: AZE\n',
      'kind: summit\nplace:\n  city: Gabala\nchair:\n    state: AZE\n',
    ],
    [
      'a passage in a second document',
      'kind: summit\nplace:\n    city: Gabala\n---\nkind: summit\nplace:\n    city: ⟦x⟧\nchair:\n    state: AZE\n',
      'kind: summit\nplace:\n    city: Gabala\n---\nkind: summit\nplace:\n  city: x\nchair:\n    state: AZE\n',
    ],
    [
      'a passage in a first document',
      'kind: summit\nplace:\n    city: ⟦x⟧\n---\nkind: summit\nplace:\n    city: Gabala\n',
      'kind: summit\nplace:\n  city: x\n---\nkind: summit\nplace:\n    city: Gabala\n',
    ],
    [
      'all of the entries between whose insides a passage begins and ends',
      'kind: summit\nplace:\n    city: ⟦Gabala\n    state: AZE\nchair:\n    state: ⟧AZE\n    title: X\nid: x\n',
      'kind: summit\nplace:\n  city: Gabala\n  state: AZE\nchair:\n  state: AZE\n  title: X\nid: x\n',
    ],
    [
      'nothing of a document before whose beginning a passage ends',
      'kind: summit\nplace:\n    ⟦city: Gabala\n...\n⟧  kind: summit\n',
      'kind: summit\nplace:\n  city: Gabala\n...\n  kind: summit\n',
    ],
    [
      'nothing of the document behind that of the cursor',
      'kind: ⟦⟧summit\n...\n  kind: summit\n',
      'kind: summit\n...\n  kind: summit\n',
    ],
    ['nothing that is broken, even where that would mend it', 'kind: summit\n\t⟦: x⟧\n', 'kind: summit\n\t: x\n'],
    ['nothing of what is no record', 'other:\n    ⟦x⟧: 1\n', 'other:\n    x: 1\n'],
    ['nothing that cannot be read', 'kind: summit\nplace:\n\t⟦city⟧: x\n', 'kind: summit\nplace:\n\tcity: x\n'],
  ])('formats %s', (_name, marked, after) => {
    const { text, ranges } = parseFixture(convert(marked));
    expect(applyEdits(text, formatRanges(documentsOf(text), ranges))).toBe(convert(after));
  });

  it.each<[string, FormatOptions, string, string]>([
    [
      'line ends between documents stay',
      { trimFinalNewlines: true, insertFinalNewline: true },
      'kind: state\n\n\n---\nkind: person\n\n\n',
      'kind: state\n\n\n---\nkind: person\n',
    ],
    ['line ends at the end go', { trimFinalNewlines: true }, 'kind: state\n\n\n', 'kind: state\n'],
    [
      'lines of blanks at the end go',
      { trimFinalNewlines: true, trimTrailingWhitespace: true },
      'kind: state  \n  \n  \n',
      'kind: state\n',
    ],
    [
      'lines of blanks below a text, which move with it, stay',
      { trimFinalNewlines: true, trimTrailingWhitespace: true },
      'kind: state\nname: |\n      x\n        \n\n',
      'kind: state\nname: |\n  x\n    \n\n',
    ],
    [
      'line ends that count stay, and blanks go',
      { trimFinalNewlines: true, trimTrailingWhitespace: true },
      'kind: state  \nexists:\n    from: 1991\nname: |+\n  x\n\n',
      'kind: state\nexists:\n  from: 1991\nname: |+\n  x\n\n',
    ],
    [
      'a line end comes behind blanks that move with a text',
      { insertFinalNewline: true },
      'kind: state\nname: |-\n     x\n       ',
      'kind: state\nname: |-\n  x\n    \n',
    ],
  ])('%s', (_name, options, before, after) => {
    const text = convert(before);
    expect(applyEdits(text, formatFile(documentsOf(text), options))).toBe(convert(after));
  });

  it.each([
    ['a literal of words', 'a:\n    b: |\n       one two\n         three\n', 'a:\n  b: |\n    one two\n      three\n'],
    ['a literal of blanks', 'a:\n    b: |\n       \nc: 1\n', 'a:\n  b: |\n       \nc: 1\n'],
    ['a blank line as deep as a literal', 'a: |\n x\n \n y\n', 'a: |\n  x\n \n  y\n'],
    ['a literal without a line end', 'a:\n    b: |\n       x', 'a:\n  b: |\n    x'],
    ['a literal that ends in blanks', 'a:\n    b: |\n       x\n     ', 'a:\n  b: |\n    x\n    '],
  ])('%s moves as one', (_name, before, after) => {
    const text = convert(before);
    expect(applyEdits(text, formatYaml(new YamlDocument(text)))).toBe(convert(after));
  });
});
