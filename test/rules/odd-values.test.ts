/** No rule fails on anything that YAML can hold: the rules' examples with odd values wherever a value may stand. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { exampleBackdrop } from '../../server/dataset/rule.ts';
import type { Path, YamlValue } from '../../server/dataset/yaml/tree.ts';
import { parseYaml } from '../../server/dataset/yaml/yaml.ts';
import { rules } from '../../server/rules/index.ts';
import { makeWorkspace, parseFixture, ROOT } from '../support/fixture.ts';

const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  7,
  -1.5,
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  { a: {} },
  { value: {} },
  { value: null, text: 7, stated: [] },
  'ots',
  'KAZ',
  '2025/..',
  '../..',
  '2025/2020',
  '9999',
  'XXXX-12-XX',
  'constructor',
  '__proto__',
];

/** Every place in a value, the whole not among them. */
function* pathsIn(value: YamlValue, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (value === null || typeof value !== 'object') return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) yield* pathsIn((value as Record<string | number, YamlValue>)[key]!, [...path, key]);
}

function withValue(value: YamlValue, [step, ...rest]: Path, odd: unknown): unknown {
  if (step === undefined) return odd;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[step] = withValue(copy[step] as YamlValue, rest, odd);
  return copy;
}

describe('odd values', () => {
  it.each(rules.map((rule) => [rule.name, rule.examples] as const))('are borne by %s and all others', (_, examples) => {
    let turn = 0;
    for (const example of [...examples.wrong, ...examples.right]) {
      const files = typeof example === 'string' ? { 'example.yaml': example } : example;
      const workspace = makeWorkspace({ ...exampleBackdrop, ...files }, rules);
      for (const [name, marked] of Object.entries(files)) {
        if (!/\.ya?ml$/.test(name)) continue;
        const values = parseYaml(parseFixture(marked).text).map(({ document }) => document.value);
        for (const [index, value] of values.entries()) {
          for (const path of pathsIn(value)) {
            // Each place gets another few of them, so that all come up often without being tried everywhere.
            for (let i = 0; i < 3; i++) {
              const odd = ODD[turn++ % ODD.length];
              const text = values.with(index, withValue(value, path, odd) as YamlValue).map((part) => stringify(part));
              workspace.apply([{ uri: `${ROOT}/${name}`, text: text.join('---\n') }]);
              workspace.check();
              for (const problem of workspace.problemsOf(`${ROOT}/${name}`)) {
                expect(problem.message).not.toMatch(/undefined|\[object|NaN/);
                problem.fixes();
              }
            }
          }
        }
      }
    }
  });
});
