/** What rules cost: the tree of a text, which may have been let go, is not read again for a record that has nothing wrong. */
import { afterEach, expect, it, vi } from 'vitest';
import { YamlDocument } from '../../server/dataset/yaml/yaml.ts';
import { rules } from '../../server/rules/index.ts';
import { generateDataset } from '../bench/generate.ts';
import { makeWorkspace } from '../support/fixture.ts';

const FILES = Object.fromEntries(
  generateDataset({ records: 100, faultyEvery: 0 }).map(({ path, text }) => [path, text]),
);

afterEach(() => vi.restoreAllMocks());

it.each(rules.map((rule) => [rule.name, rule] as const))('%s looks at no tree to find nothing', (_, rule) => {
  const tree = vi.spyOn(YamlDocument.prototype, 'root', 'get');
  makeWorkspace(FILES, [rule]);
  expect(tree).not.toHaveBeenCalled();
});
