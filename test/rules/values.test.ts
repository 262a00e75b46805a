/** Whatever stands at a place, a rule bears it: each value of its examples gives way to all sorts of others. */
import { describe, expect, it } from 'vitest';
import { exampleBackdrop } from '../../server/dataset/rule.ts';
import { YamlDocument } from '../../server/dataset/yaml.ts';
import type { YamlNode } from '../../server/dataset/yaml-tree.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

/** One of each sort that YAML can hold, and texts that no field is made for. */
const VALUES = ['', '7', '{ a: { b: c } }', '[[7], { a: b }, null]', 'No such thing'];

/** The same texts with each value in turn replaced. */
function* variants(text: string): Generator<string> {
  const parts = text.split(/^---\n/m);
  for (const [index, part] of parts.entries()) {
    for (const node of valuesIn(new YamlDocument(part).root)) {
      for (const value of VALUES) {
        const changed = `${part.slice(0, node.start)}${value}${part.slice(node.end)}`;
        yield parts.with(index, changed).join('---\n');
      }
    }
  }
}

/** Every value of a map or list, at any depth. */
function valuesIn(node: YamlNode | undefined): YamlNode[] {
  const inner =
    node?.type === 'map' ? node.pairs.flatMap(({ value }) => value ?? []) : node?.type === 'seq' ? node.items : [];
  return inner.flatMap((value) => [value, ...valuesIn(value)]);
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  const examples = rule.examples.wrong.map((example) =>
    typeof example === 'string' ? { 'a.yaml': example } : example,
  );

  it.each(examples.map((files, index) => [index + 1, files] as const))(
    'it bears any value in example %i',
    (_, files) => {
      const plain = Object.entries(files).map(([name, text]) => [name, parseFixture(text).text] as const);
      const workspace = makeWorkspace({ ...exampleBackdrop, ...Object.fromEntries(plain) }, [rule]);
      for (const [name, text] of plain) {
        for (const variant of variants(text)) {
          workspace.apply([{ uri: `${ROOT}/${name}`, text: variant }]);
          const told = JSON.stringify(variant);
          expect(() => workspace.check(), told).not.toThrow();
          expect(() => workspace.problemsOf(`${ROOT}/${name}`).map((problem) => problem.fixes()), told).not.toThrow();
        }
        workspace.apply([{ uri: `${ROOT}/${name}`, text }]);
      }
    },
  );
});
