/** Folding: what stands on several lines and belongs together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { dashOf } from '../../server/dataset/editing/edits.ts';
import type { YamlNode } from '../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { blocksOf } from '../../server/features/blocks.ts';
import { type FoldingClient, foldingRanges } from '../../server/features/folding.ts';
import { openEditor } from '../support/editor.ts';
import { lineEnds } from '../support/fixture.ts';

const LINES: FoldingClient = { foldsLines: true, mostFolds: undefined };
const EXACT: FoldingClient = { foldsLines: false, mostFolds: undefined };

/** The text with each fold's number before its first line and after its last, as people read it: `1>`, `<1`. */
function folded(text: string, client = LINES): string[] {
  const { workspace, uri, converter } = openEditor({ 'a.yaml': text });
  return foldingRanges(workspace, uri, converter, client).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`,
  );
}

const SUMMIT = `# Who met, and
# where.
kind: summit
id: gabala
date:
  value: 2025-10-07
  text: Oct. 7

participants:
  - { state: KAZ }
  - state: AZE
    role: member
    # Nobody was named.

  # About the next.
  # And more about it.
  - { state: KGZ,
      role: member }

aliases:
- Первый
-
  Второй
note: >-
  Some words

  and more 🙂

# At the end.
`;

describe.each(lineEnds)('folding with %s', (_, convert) => {
  it('offers entries, texts and comments, without the blank lines and comments after them', () => {
    expect(folded(convert(SUMMIT))).toEqual([
      '1-2 comment',
      '5-7',
      '9-18',
      '11-13',
      '15-16 comment',
      '17-18',
      '20-23',
      '22-23',
      '24-27',
    ]);
  });

  it('offers each of several documents from its first line with content', () => {
    const text = '# a\n---\nkind: state\nid: XAA\n\n--- # b\n# c\nkind: state\nname:\n  x\n...\n---\nkind: state\n';
    expect(folded(convert(text))).toEqual(['3-4', '8-10', '9-10']);
    expect(folded(convert('---\nkind: state\nid: XAA\n'))).toEqual([]);
  });

  it('leaves a closing bracket in sight that stands on a line of its own', () => {
    const text = convert('kind: summit\nplace: {\n  city: x,\n  state: AZE\n}\ntopics: [\n  water, # ]\n  "a ] b" ]\n');
    expect(folded(text)).toEqual(['2-4', '6-8']);
  });

  it('goes from bracket to bracket for clients that can', () => {
    const text = convert('kind: summit\nplace: { # {\n  city: "}" }\nhost: AZE\n');
    const { workspace, uri, converter } = openEditor({ 'a.yaml': text });
    expect(foldingRanges(workspace, uri, converter, EXACT)).toEqual([
      { startLine: 1, endLine: 2 },
      { startLine: 1, startCharacter: 8, endLine: 2, endCharacter: 12 },
    ]);
  });

  it('takes a list in the column of its key for a part of it, and lists within lists', () => {
    const text = convert('a:\n- - b\n  - c\n- key:\n  - d\n  other: e\nnext: 1\n');
    expect(folded(text)).toEqual(['1-6', '2-3', '4-6']);
    expect(folded(text, EXACT)).toEqual(['1-6', '2-3', '4-6', '4-5']);
  });

  it('knows what is no comment, no key and no dash', () => {
    const text = convert(
      "a: |\n  # no\n  # comment\n  - b:\n\n  c: d\nb: \"two\n  # lines: 1\n  - of it\"\nc: 'it''s\n  too'\nd: plain\n  text\n",
    );
    expect(folded(text)).toEqual(['1-6', '7-9', '10-11', '12-13']);
  });

  it('offers regions', () => {
    const text = convert(
      '# region Summits\nkind: summit\n#region inner\nid: a\n#endregion\n# endregion\n# endregion\n',
    );
    expect(folded(text)).toEqual(['1-6 region', '3-5 region']);
  });

  it('takes no line of a text in quotes for an entry', () => {
    expect(folded(convert('a: "two\n  b: of\n    it"\nc: d\n'))).toEqual(['1-3']);
  });

  it('takes comments together that nothing stands between, at the end, too', () => {
    expect(folded(convert('# a\nkind: summit\n# b\nid: a\n# c\n# d'))).toEqual(['5-6 comment']);
    expect(folded(convert('# a\n# b\n# region\n# c\n# d\n# endregion\nid: a\n'))).toEqual([
      '1-2 comment',
      '3-6 region',
      '4-5 comment',
    ]);
  });

  it('gives up a comment as deep as what it stands in', () => {
    const text = convert('a:\n  b:\n    # c\n    # d\n    x: 1\ne:\n  f: 1\n');
    expect(folded(text)).toEqual(['1-5', '2-5', '3-4 comment', '6-7']);
    expect(folded(text, { foldsLines: true, mostFolds: 2 })).toEqual(['1-5', '6-7']);
  });

  it('gives up what lies deepest where the client wants less', () => {
    const text = convert('kind: summit\na:\n  b:\n    c:\n      - d\nplace:\n  city: x\n');
    expect(folded(text, { foldsLines: true, mostFolds: 3 })).toEqual(['2-5', '3-5', '6-7']);
    expect(folded(text, { foldsLines: true, mostFolds: 0 })).toEqual([]);
  });
});

describe('folding of text that can be read', () => {
  const text = fc.oneof(
    fc.stringMatching(/^[a-zж🙂:#\-'" {}[\],&*|>]{0,30}$/u),
    fc.stringMatching(/^[a-zж#:'" -]{1,20}(\n{1,2}[a-zж#:'" -]{0,20}){0,3}$/u),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(fc.stringMatching(/^[a-zж][a-zж _-]{0,5}$/u), tie('value'), { maxKeys: 4 }),
  }));
  const style = fc.record({
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(20, 40, 0),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  });

  it('offers just the entries and brackets that the tree has over several lines', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), value, { minKeys: 1, maxKeys: 5 }),
        style,
        (map, options) => {
          const yaml = new YamlDocument(stringify(map, options));
          fc.pre(yaml.errors.length === 0);
          const shown = blocksOf(yaml.text)
            .filter(({ type }) => type === 'entry' || type === 'flow')
            .map(({ start, end }) => yaml.text.slice(start, end));
          expect([...new Set(shown)].sort()).toEqual([...new Set(longParts(yaml.text, yaml.root))].sort());
        },
      ),
      { numRuns: 500 },
    );
  });

  /** The text of every entry and bracket of more than one line. */
  function longParts(all: string, node: YamlNode | undefined, inFlow = false): string[] {
    if (node?.type !== 'map' && node?.type !== 'seq') return [];
    const flow = inFlow || node.flow;
    // A pair in a list in brackets is a map without brackets of its own.
    const own = /[[{]/.test(all[node.start]!) && node.flow ? [all.slice(node.start, node.end)] : [];
    const inner =
      node.type === 'map'
        ? node.pairs.flatMap(({ key, value: held }) => [
            ...(flow ? [] : [all.slice(key.start, held?.end)]),
            ...longParts(all, held, flow),
          ])
        : node.items.flatMap((item) => [
            ...(flow ? [] : [all.slice(dashOf(all, node, item), item.end)]),
            ...longParts(all, item, flow),
          ]);
    return [...own, ...inner].filter((part) => part.includes('\n'));
  }
});

describe('folding of broken text', () => {
  it.each([
    ['an unclosed quote', 'kind: summit\nname: "Oops\nplace:\n  city: x\n  state: AZE\n', ['3-5']],
    ['an unclosed bracket', 'kind: summit\ntopics: [water,\nplace:\n  city: x\n', ['3-4']],
    [
      'an unclosed bracket in an entry',
      'participants:\n  - { state: KAZ\n  - state: AZE\n    role: x\n',
      ['1-4', '3-4'],
    ],
    ['a key without a colon', 'kind: summit\nplac\n  city: x\nplace:\n  city: x\n', ['4-5']],
    ['a text behind the end of the document', 'kind: summit\nplace:\n  city: x\n... more\n', ['2-3']],
    ['lines in wrong columns', 'kind: summit\nplace:\n    city: x\n  state: AZE\nhost: AZE\n', ['2-4']],
    ['brackets too many', 'kind: summit\ntopics: [a]]]}\nplace:\n  city: x\n', ['3-4']],
    ['a bracket in the middle of writing', 'place: {\n  city: x\n\nhost: AZE\n', ['1-2']],
    [
      'a quote in brackets that a colon and one more quote go on with',
      'host: AZE\ntopics: ["water\n:"\nplace:\n  city: x\n',
      ['4-5'],
    ],
    ['a quote in brackets that are closed all the same', "topics: [\n  'water\n]\nplace:\n  city: x\n", ['1-2', '4-5']],
    ['a quote in brackets above brackets of other entries', 'topics: ["water\naliases: [\n  x\n]\n', ['2-3']],
    ['tabs', 'place:\n\tcity: x\nhost: AZE\n', ['1-2']],
  ])('still works below %s', (_name, text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  it.each([
    '{',
    '[',
    '"',
    "'",
    '- ',
    '? ',
    '- "',
    '{"',
    '#',
    '# region\n',
    'a: {\n ',
    '- [\n  ',
    '|\n',
    'a:\n',
    '"\n ',
  ])('takes a text of nothing but %j', (piece) => {
    const text = `kind: summit\n${piece.repeat(20_000)}`;
    for (const { start, end } of blocksOf(text)) expect(end).toBeGreaterThan(start);
  });

  it('gives folds in order that lie within one another, in any text', () => {
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
      '# x',
      '|',
      'ж🙂',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, foldsLines) => {
        const text = pieces.join('');
        const { workspace, uri, converter } = openEditor({ 'a.yaml': text });
        const folds = foldingRanges(workspace, uri, converter, { foldsLines, mostFolds: undefined });
        const lines = text.split('\n').length;
        for (const [index, fold] of folds.entries()) {
          expect(fold.startLine).toBeLessThan(fold.endLine);
          expect(fold.endLine).toBeLessThan(lines);
          expect(fold.startLine).toBeGreaterThanOrEqual(folds[index - 1]?.startLine ?? 0);
        }
      }),
    );
  });
});
