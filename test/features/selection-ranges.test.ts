/** Selection ranges: what a selection grows to, step by step. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { registryText } from '../../server/dataset/registry.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';

function chainOf(selection: SelectionRange | undefined): Range[] {
  const ranges: Range[] = [];
  for (let at = selection; at; at = at.parent) ranges.push(at.range);
  return ranges;
}

/** What is selected at each step, line ends as LF, up to the whole record. */
function steps(marked: string): string[] {
  const { workspace, uri, converter, cursor } = openEditor({ 'a.yaml': marked });
  const text = workspace.textOf(uri)!;
  const [selection] = selectionRanges(workspace, uri, [converter.position(uri, cursor)], converter);
  return chainOf(selection).map(({ start, end }) =>
    text.slice(converter.offset(uri, start), converter.offset(uri, end)).replaceAll('\r', ''),
  );
}

describe.each(lineEnds)('selection ranges with %s', (_, convert) => {
  const above = '# Встреча 🙂\n';
  it.each([
    [
      'a word, the text, its quotes, the entry',
      'name: "Саммит в Га$0бале 🙂"\n',
      ['Габале', 'Саммит в Габале 🙂', '"Саммит в Габале 🙂"', 'name: "Саммит в Габале 🙂"'],
    ],
    ['a part of an id', "host: 'ots-ch$0s'\n", ['chs', 'ots-chs', "'ots-chs'", "host: 'ots-chs'"]],
    ['a key', 'made$0_at: a-b\n', ['made_at', 'made_at: a-b']],
    [
      'what stands in brackets',
      'place: { city: Gab$0ala, state: AZE }\n',
      [
        'Gabala',
        'city: Gabala',
        'city: Gabala, state: AZE',
        '{ city: Gabala, state: AZE }',
        'place: { city: Gabala, state: AZE }',
      ],
    ],
    [
      'an item of a list in brackets',
      'topics: [ en$0ergy, water ]\n',
      ['energy', 'energy, water', '[ energy, water ]', 'topics: [ energy, water ]'],
    ],
    [
      'an item with its dash, then the list',
      'a:\n  - b: c$0\n    d: e\n  - f\n',
      ['c', 'b: c', 'b: c\n    d: e', '- b: c\n    d: e', '- b: c\n    d: e\n  - f', 'a:\n  - b: c\n    d: e\n  - f'],
    ],
    ['an item at its dash', 'a:\n$0- b\n- c\n', ['- b', '- b\n- c', 'a:\n- b\n- c']],
    [
      'lines of a block of text',
      'note: >-\n  one two\n\n  thr$0ee four\nhost: AZE\n',
      [
        'three',
        'three four',
        'one two\n\n  three four',
        '>-\n  one two\n\n  three four',
        'note: >-\n  one two\n\n  three four',
      ],
    ],
    ['what is behind an anchor', 'host: &h A$0ZE\n', ['AZE', 'host: &h AZE']],
    ['an alias', 'a: &h x\nb: *$0h\n', ['h', '*h', 'b: *h']],
  ])('grow from %s', (_name, marked, expected) => {
    expect(steps(convert(`${above}kind: summit\n${marked}`)).slice(0, expected.length)).toEqual(expected);
  });

  it('end with the record, the document and the file', () => {
    expect(steps(convert('kind: state\n---\n# A\nkind: summit\nid: $0a\n\n---\nkind: person\n')).slice(1)).toEqual([
      'id: a',
      'kind: summit\nid: a',
      '---\n# A\nkind: summit\nid: a',
      '---\n# A\nkind: summit\nid: a\n\n',
      'kind: state\n---\n# A\nkind: summit\nid: a\n\n---\nkind: person\n',
    ]);
  });

  it('grow from a comment to those beside it and to what they stand in', () => {
    const text = convert('kind: summit\na:\n  - b\n  # one\n  # t$0wo (x)\n  - c\n# end\n');
    expect(steps(text)).toEqual([
      'two',
      '# two (x)',
      '  # two (x)',
      '# one\n  # two (x)',
      '- b\n  # one\n  # two (x)\n  - c',
      'a:\n  - b\n  # one\n  # two (x)\n  - c',
      'kind: summit\na:\n  - b\n  # one\n  # two (x)\n  - c',
      'kind: summit\na:\n  - b\n  # one\n  # two (x)\n  - c\n# end',
      'kind: summit\na:\n  - b\n  # one\n  # two (x)\n  - c\n# end\n',
    ]);
    expect(steps(convert('a: "# no" # y$0es # x\nb: c\n')).slice(0, 3)).toEqual([
      'yes',
      '# yes # x',
      'a: "# no" # yes # x',
    ]);
  });

  it('grow from an empty line to what is around it', () => {
    expect(steps(convert('a:\n  - b\n$0\n  - c\nd: e\n')).slice(0, 3)).toEqual([
      '',
      '- b\n\n  - c',
      'a:\n  - b\n\n  - c',
    ]);
  });

  it('grow in broken text, too', () => {
    expect(steps(convert('kind: summit\nname: "Oo$0ps\nhost: AZE\n'))).toContain(
      'kind: summit\nname: "Oops\nhost: AZE',
    );
    expect(steps(convert('kind: summit\nplace: {\n  city: B$0aku\nhost: AZE\n'))).toContain('Baku');
  });
});

describe('selection ranges', () => {
  it('answer each position, in the order of the question, wherever it is', () => {
    const { workspace, uri, converter } = openEditor({ 'a.yaml': 'kind: summit\nhost: AZE\n' });
    const positions = [
      { line: 1, character: 7 },
      { line: 0, character: 0 },
      { line: 99, character: 99 },
    ];
    const found = selectionRanges(workspace, uri, positions, converter);
    expect(found.map(({ range }) => range.start)).toEqual([
      { line: 1, character: 6 },
      { line: 0, character: 0 },
      { line: 2, character: 0 },
    ]);
    const nowhere = selectionRanges(workspace, 'file:///other.yaml', positions, converter);
    expect(nowhere).toHaveLength(3);
  });

  it('never end between CR and LF, even where the tree of a broken text does', () => {
    const { workspace, uri, converter } = openEditor({ 'a.yaml': '[{]\r\n' });
    const [selection] = selectionRanges(workspace, uri, [{ line: 0, character: 0 }], converter);
    const ends = chainOf(selection).map(({ end }) => converter.offset(uri, end));
    expect(new Set(ends).size).toBe(ends.length);
  });

  it('know the texts of the registry', () => {
    const { workspace, converter } = openEditor({ 'a.yaml': '' });
    const uri = 'security-initiatives-registry:/states/KAZ.yaml';
    const at = converter.position(uri, registryText(uri)!.indexOf('KAZ') + 1);
    const [selection] = selectionRanges(workspace, uri, [at], converter);
    expect(chainOf(selection).length).toBeGreaterThan(2);
  });

  it('hold the position and lie within one another, each smaller than the next, in any text', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n  ',
      '- ',
      'a: ',
      ':',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      ' # x',
      '|',
      'ж🙂',
      '\r\n',
      '---\n',
      '&a ',
      '*a',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, somewhere) => {
        const text = pieces.join('');
        const { workspace, uri, converter } = openEditor({ 'a.yaml': '' });
        workspace.apply([{ uri, text }]);
        // A place that a client can name: there is none between CR and LF.
        const position = converter.position(uri, somewhere % (text.length + 1));
        const offset = converter.offset(uri, position);
        const [selection] = selectionRanges(workspace, uri, [position], converter);
        let [start, end] = [offset, offset];
        for (const [index, range] of chainOf(selection).entries()) {
          const [from, to] = [converter.offset(uri, range.start), converter.offset(uri, range.end)];
          expect(from).toBeLessThanOrEqual(start);
          expect(to).toBeGreaterThanOrEqual(end);
          if (index > 0) expect(to - from).toBeGreaterThan(end - start);
          [start, end] = [from, to];
        }
        expect([start, end]).toEqual([0, text.length]);
      }),
      { numRuns: 500, examples: [[['[', '{', ']', '\r\n'], 0]] },
    );
  });
});
