/** Random edits of real datasets: whatever becomes of the texts, every question has an answer, and the one of a fresh start. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { ROOT } from '../support/fixture.ts';
import { share } from '../support/share.ts';
import { change, changed } from './text-changes.ts';
import { answersAt, answersOfDataset, answersOfFile, asked, expectOffers, expectPlaces } from './text-questions.ts';
import { type Dataset, small } from './text-samples.ts';

const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
const uriOf = (name: string) => `${ROOT}/${name}`;

function workspaceOf(texts: Iterable<readonly [name: string, text: string]>): Workspace {
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules, settings });
  workspace.apply(Array.from(texts, ([name, text]) => ({ uri: uriOf(name), text })));
  workspace.check();
  return workspace;
}

/** One step: which file, what becomes of its text, and where someone asks then. */
const step = fc.record({
  file: share,
  what: change,
  at: share,
  length: fc.nat(40),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function play(dataset: Dataset, steps: readonly Step[]): void {
  const texts = new Map(Object.entries(dataset));
  const names = [...texts.keys()];
  const workspace = workspaceOf(texts);
  const first = names.map((name) => answersOfFile(asked(workspace), uriOf(name)));
  for (const { file, what, at, length } of steps) {
    const name = names[Math.floor(file * (names.length - 1))]!;
    const text = changed(texts.get(name)!, what, dataset[name]!);
    texts.set(name, text);
    workspace.apply([{ uri: uriOf(name), text }]);
    workspace.check();
    const place = Math.floor(at * text.length);
    const span = { start: place, end: Math.min(text.length, place + length) };
    const fresh = workspaceOf(texts);
    const answers = (one: Workspace) => ({
      ...answersAt(asked(one), uriOf(name), span),
      files: names.map((other) => answersOfFile(asked(one), uriOf(other))),
      dataset: answersOfDataset(asked(one)),
    });
    const told = answers(workspace);
    expect(told).toEqual(answers(fresh));
    expectOffers(told, asked(workspace).converter.position(uriOf(name), place));
    const { files, dataset: _, ...here } = told;
    expectPlaces(here, uriOf(name), (uri) => workspace.textOf(uri));
    for (const [index, other] of names.entries()) {
      expectPlaces(files[index], uriOf(other), (uri) => workspace.textOf(uri));
    }
  }
  workspace.apply(Object.entries(dataset).map(([name, text]) => ({ uri: uriOf(name), text })));
  workspace.check();
  expect(names.map((name) => answersOfFile(asked(workspace), uriOf(name)))).toEqual(first);
}

describe('random edits', () => {
  it('of a small dataset leave every answer as after a fresh start, and nothing behind', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.array(step, { minLength: 1, maxLength: 6 }), (index, steps) =>
        play(small[index]!, steps),
      ),
      {
        numRuns: 40,
      },
    );
  });
});
