/** A dataset that is checked once has the problems that it has where everyone remembers what was asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { registry } from '../../server/dataset/registry.ts';
import { Workspace } from '../../server/dataset/workspace.ts';
import { rules } from '../../server/rules/index.ts';
import { generateDataset } from '../bench/generate.ts';
import { ROOT } from '../support/fixture.ts';

const settings = { rules: {}, today: parseEdtf('2025-10-31')! };

/** The files of a folder by their paths in it. */
function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map(({ parentPath, name }) => {
      const path = `${parentPath}/${name}`;
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

function problemsOf(files: ReadonlyMap<string, string>, isOnce: boolean) {
  const workspace = new Workspace({ root: ROOT, registry: registry(), rules, settings, isOnce });
  const give = (name: string) => ({ uri: `${ROOT}/${name}`, text: files.get(name) });
  workspace.apply([...files.keys()].filter((name) => /\.ya?ml$/.test(name)).map(give));
  workspace.check();
  // Stored texts come when a rule has asked for them.
  for (let wanted = workspace.takeWanted(); wanted.length > 0; wanted = workspace.takeWanted()) {
    workspace.apply(wanted.map((uri) => give(decodeURIComponent(uri.slice(ROOT.length + 1)))));
    workspace.check();
  }
  return [...files.keys()].flatMap((name) =>
    workspace.problemsOf(`${ROOT}/${name}`).map(({ document, fixes, ...problem }) => ({
      name,
      start: document.start,
      titles: fixes().map(({ title }) => title),
      ...problem,
    })),
  );
}

describe('a dataset that is checked once', () => {
  it.each([
    ['the sample', () => filesOf('samples/eurasia'), 0],
    ['the samples with mistakes', () => filesOf('samples/broken'), 60],
    [
      'generated records',
      () => new Map(generateDataset({ records: 800, faultyEvery: 5 }).map(({ path, text }) => [path, text])),
      150,
    ],
  ])('has the same problems in %s', { timeout: 120_000 }, (_, files, least) => {
    const once = problemsOf(files(), true);
    expect(once.length).toBeGreaterThanOrEqual(least);
    expect(once).toEqual(problemsOf(files(), false));
  });
});
