/** Edits that rules ask for where there is nothing to edit: none, and no fix. */
import { describe, expect, it } from 'vitest';
import { SourceDocument } from '../../../server/dataset/document.ts';
import type { Fix } from '../../../server/dataset/problem.ts';
import type { Rule } from '../../../server/dataset/rule.ts';
import type { Path } from '../../../server/dataset/yaml/tree.ts';
import { YamlDocument } from '../../../server/dataset/yaml/yaml.ts';
import { addList, addListWithGap, addTexts, addValue } from '../../../server/rules/support/additions.ts';
import { itemRemoval, rewriteAt, rewriteProse } from '../../../server/rules/support/fixes.ts';
import { merges } from '../../../server/rules/support/merge.ts';
import { makeWorkspace, ROOT } from '../../support/fixture.ts';

const TEXT =
  'kind: person\nid: a\nname: A\naliases: [Айгүл]\noffices: &o\n  - [[Envoy]]\n  - title: Envoy\nmembers: *o\n';
const document = new SourceDocument('file:///a.yaml', new YamlDocument(TEXT), 0);

it.each<Path>([['nothing'], ['name', 'nothing'], ['aliases', 5], ['offices', 2, 'title']])(
  'nothing is added or written below %j, %j, %j',
  (...path) => {
    expect(addValue(document, path, 'name', 'B')).toEqual([]);
    expect(addList(document, path, 'citations', 'source: tass')).toEqual([]);
    expect(addListWithGap(document, path, 'citations', 'source')).toEqual([]);
    expect(addTexts(document, path, ['B'])).toEqual([]);
    expect(rewriteAt(document, path, 'B')).toEqual([]);
    expect(rewriteProse(document, path, 'B')).toEqual([]);
  },
);

it.each<[path: Path, edits: number]>([
  [['aliases', 0], 1],
  [['offices', 0], 1],
  [['offices', 0, 0], 0],
  [['offices', 0, 0, 0], 0],
  [['members', 0], 0],
  [['name', 0], 0],
  [['nothing', 0], 0],
])('the entry at %j is removed by %i fixes', (path, count) => {
  expect(itemRemoval(document, path, 'Remove').map(({ title }) => title)).toEqual(Array(count).fill('Remove'));
});

describe('a record', () => {
  const summit = (id: string, name: string) => `kind: summit\nid: ${id}\nname: ${name}\norganization: ots\n`;

  function mergesWith(twin: string, ...others: readonly string[]): readonly Fix[] {
    const rule: Rule = {
      name: 'merging',
      severity: 'hint',
      title: '',
      docs: { what: '', why: '', fix: '' },
      examples: { wrong: [], right: [] },
      *check(here, reader) {
        yield { span: here.headSpan, message: 'Here.', fixes: () => merges(here, reader, twin) };
      },
    };
    const files = { 'a.yaml': summit('a', 'A'), 'others.yaml': others.join('---\n') };
    return makeWorkspace(files, [rule]).problemsOf(`${ROOT}/a.yaml`)[0]!.fixes();
  }

  it.each<[twin: string, others: string[], count: number]>([
    ['b', [summit('b', 'B')], 2],
    ['b', [], 0],
    ['b', ['kind: person\nid: b\n'], 0],
    ['b', [summit('b', 'B'), summit('b', 'C')], 0],
    ['b', [summit('B', 'B')], 0],
    ['b', [summit('b', 'B'), summit('a', 'C')], 0],
  ])(
    'is merged with %j beside %j in %i ways: only where each of the two is the one with its id',
    (twin, others, count) => {
      expect(mergesWith(twin, ...others)).toHaveLength(count);
    },
  );
});
