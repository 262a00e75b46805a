/** The place of an id is found in the text as it is in the tree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceDocument } from '../../server/dataset/document.ts';
import { parseYaml } from '../../server/dataset/yaml/yaml.ts';
import { plainIdSpan } from '../../server/timeline/places.ts';
import { lineEnds } from '../support/fixture.ts';

const documents = (text: string) =>
  parseYaml(text).map(({ document, start }) => new SourceDocument('file:///a.yaml', document, start));

describe.each(lineEnds)('the place of an id, with %s', (_, ends) => {
  it.each([
    'kind: summit\nid: gabala\nname: Gabala\n',
    '# A comment.\n\n---\n# id: not-this\nid:   gabala   # nor this\nkind: summit\n',
    '%YAML 1.2\n---\nkind: summit\nnote: |\n  id: other\nid: gabala',
    'kind: summit\nplace:\n  id: other\nid: gabala\n',
  ])('is found without a tree in %j', (text) => {
    const [document] = documents(ends(text)).filter(({ record }) => record);
    expect(plainIdSpan(document!)).toEqual(document!.spanOf(['id']));
  });

  it.each([
    'kind: summit\nid: "gabala"\n',
    'kind: summit\nid: &a gabala\n',
    '{ kind: summit, place: {\nid: other\n}, id: other }\n',
    '--- {\nkind: summit, place: {\nid: other\n}, id: other }\n',
    'kind: summit\nid: gabala\nid: gabala\n',
    'kind: summit\nid: gabala\nname: "open\n',
    'kind: summit\nid:\n  gabala\n',
  ])('is left to the tree in %j', (text) => {
    for (const document of documents(ends(text))) expect(plainIdSpan(document)).toBeUndefined();
  });

  it('is never another than that of the tree', () => {
    const line = fc.constantFrom(
      ...['kind: summit', 'id: a', 'id: b', ' id: a', '"id": a', 'note: |', 'note: "', '"', '  text', '', '# c', '---'],
      ...[
        'place: {',
        '}',
        'place:',
        '- id: a',
        'id: a # c',
        'id: a b',
        '? id',
        ': a',
        'note: >-',
        '{',
        "note: '",
        '...',
        '!!map',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
        for (const document of documents(ends(lines.join('\n')))) {
          const span = plainIdSpan(document);
          if (span) expect(span).toEqual(document.spanOf(['id']));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
