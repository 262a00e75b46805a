/** Each folder of samples/broken is a dataset that shows one rule's problem and no other, in the workspace and on the command line. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTargets } from '../../server/cli/reading/load.ts';
import { findTargets } from '../../server/cli/reading/targets.ts';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { rules } from '../../server/rules/index.ts';
import { NodeFiles } from '../../server/sources/node-files.ts';
import { run, useCli } from '../cli/support.ts';
import { ROOT } from '../papers/papers.ts';

const BROKEN = join(ROOT, 'samples/broken');
const names = rules.map(({ name }) => name);

/** What is told of a folder as it is on the disk, as the names of rules, each once. A clock that is decades ahead changes nothing. */
async function told(folder: string): Promise<string[]> {
  const settings = { rules: {}, today: parseEdtf('2060-01-01')! };
  const { targets } = await findTargets([folder]);
  const { files, failures } = await checkTargets(targets, new NodeFiles(), settings, () => {});
  expect(failures).toEqual([]);
  const problems = files.flatMap((file) => ('problems' in file ? file.problems : []));
  return [...new Set(problems.map(({ rule }) => rule))];
}

describe('samples/broken', () => {
  it('has a folder for each rule', () => {
    expect(readdirSync(BROKEN).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s shows its problem and no other', async (name) => {
    expect(await told(join(BROKEN, name))).toEqual([name]);
  });

  it('is many datasets when it is opened as a whole', async () => {
    expect((await told(BROKEN)).sort()).toEqual([...names].sort());
  });
});

describe('the command line', () => {
  useCli();

  it('tells the same of the folders together', async () => {
    const { stdout } = await run(['check', 'samples/broken', '--format', 'json'], { cwd: ROOT });
    const rows = JSON.parse(stdout) as { file: string; rule: string }[];
    const shown = rows.map(({ file, rule }) => `${file.split('/')[2]}: ${rule}`);
    expect([...new Set(shown)].sort()).toEqual(names.map((name) => `${name}: ${name}`).sort());
  });
});
