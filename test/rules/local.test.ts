/** Problems that no other record has a say in are told early; which ones these are does not hang on what other rules ask. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { ROOT } from '../support/fixture.ts';

const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
const FOLDER = 'samples/broken';
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.ya?ml$/.test(path))
  .map((path) => ({ path, text: readFileSync(`${FOLDER}/${path}`, 'utf8') }));

/** What some rules find of one another's samples, all in one dataset: whether it is local, by rule and place. */
function localities(some: readonly Rule[]): Map<string, boolean> {
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules: some, settings });
  workspace.apply(FILES.map(({ path, text }) => ({ uri: `${ROOT}/${path}`, text })));
  workspace.check();
  return new Map(
    FILES.flatMap(({ path }) =>
      workspace
        .problemsOf(`${ROOT}/${path}`)
        .map(({ rule, document, span, local }) => [`${rule} ${path} ${document.start + span.start}`, local] as const),
    ),
  );
}

describe('a problem', () => {
  const together = localities(rules);

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'of %s is as local as if nobody else asked',
    (name, rule) => {
      const alone = localities([rule]);
      const found = [...together].filter(([place]) => place.startsWith(`${name} `));
      const shared = found.filter(([place]) => alone.has(place));
      expect(shared).toEqual(shared.map(([place]) => [place, alone.get(place)]));
    },
  );

  it('of most rules is among them', () => {
    const told = new Set([...together.keys()].map((place) => place.split(' ')[0]));
    expect(told.size).toBeGreaterThan(40);
  });
});
