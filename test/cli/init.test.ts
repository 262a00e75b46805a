/** `init` as a process: a dataset that is right from its first minute, and nothing at all where something is in the way. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds, schemaOf } from '../../server/dataset/schema.ts';
import { makeFolder } from '../sources/folder.ts';
import { mistakesInWorkflow } from '../support/github-workflow.ts';
import { run, useCli, VERSION } from './support.ts';

useCli();

const ROOT = join(import.meta.dirname, '../..');
const CI = ['.github/workflows/check.yml', '.pre-commit-config.yaml'];

const init = (args: readonly string[], cwd: string) => run(['init', ...args], { cwd });

/** Every file below a folder with its text. */
function textsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('init', () => {
  it('begins a dataset of which no rule has anything to say, on any day', async () => {
    const folder = makeFolder();
    const { code, stderr } = await init([], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const today of ['2025-10-31', '2040-01-01']) {
      const checked = await run(['check', '--max-warnings', '0', '--format', 'json', '--today', today], {
        cwd: folder,
      });
      expect(checked).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    }
  });

  it('has a folder for every kind, and records that refer to one another and to the registry', async () => {
    const folder = makeFolder();
    await init([], folder);
    for (const kind of kinds) expect(readdirSync(join(folder, schemaOf(kind).folder!))).toHaveLength(1);
    const { stdout } = await run(['stats', '--format', 'json'], { cwd: folder });
    const { records, references } = JSON.parse(stdout);
    expect(records).toBe(3);
    expect(references.unknown).toBe(0);
    expect(references.within).toBeGreaterThan(1);
    expect(references.toRegistry).toBeGreaterThan(1);
  });

  it('is formatted as our own formatter would have it', async () => {
    const folder = makeFolder();
    await init([], folder);
    expect((await run(['format', '--check'], { cwd: folder })).code).toBe(0);
  });

  it('is a place where the next record finds its folder', async () => {
    const folder = makeFolder();
    await init([], folder);
    const { stdout } = await run(['new', 'person', '--name', 'A B', '--quiet'], { cwd: folder });
    expect(stdout).toBe('persons/a-b.yaml\n');
  });

  it('has a workflow that GitHub understands, with this version of the action', async () => {
    const folder = makeFolder();
    await init([], folder);
    const content = readFileSync(join(folder, CI[0]!), 'utf8');
    expect(await mistakesInWorkflow(content)).toEqual([]);
    expect(await mistakesInWorkflow(content.replace('runs-on', 'run-on'))).not.toEqual([]);
    const { steps } = parse(content).jobs.check;
    expect(steps.at(-1).uses).toMatch(new RegExp(`^[\\w-]+/security-initiatives@v${VERSION}$`));
  });

  it('has a configuration of pre-commit with this version of the hooks', async () => {
    const folder = makeFolder();
    await init([], folder);
    const { repos } = parse(readFileSync(join(folder, CI[1]!), 'utf8'));
    expect(repos).toEqual([
      {
        repo: expect.stringMatching(/^https:\/\/github\.com\/[\w-]+\/security-initiatives$/),
        rev: `v${VERSION}`,
        hooks: [{ id: 'security-initiatives-format' }, { id: 'security-initiatives-check' }],
      },
    ]);
  });

  it('names hooks that there are', async () => {
    const offered: { id: string }[] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const folder = makeFolder();
    await init([], folder);
    const used: { id: string }[] = parse(readFileSync(join(folder, CI[1]!), 'utf8')).repos[0].hooks;
    expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(used.map(({ id }) => id)));
  });

  it('leaves CI out when told to', async () => {
    const folder = makeFolder();
    await init(['--no-ci'], folder);
    expect(Object.keys(textsOf(folder)).filter((name) => CI.includes(name))).toEqual([]);
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  it('makes the folder, and a title of its name', async () => {
    const folder = makeFolder();
    const { code, stdout } = await init(['data/caspian-sea_talks'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('  data/caspian-sea_talks/initiatives.yaml\n');
    const manifest = readFileSync(join(folder, 'data/caspian-sea_talks/initiatives.yaml'), 'utf8');
    expect(parse(manifest)).toEqual({ dataset: 'Caspian sea talks' });
  });

  it.each(['Talks: «on» #water', '2025', 'yes', "it's", 'Түрк мамлекеттери', '"', 'a\n b\u0007'])(
    'takes the title %j',
    async (title) => {
      const folder = makeFolder();
      expect((await init(['--title', title], folder)).code).toBe(0);
      const { dataset } = parse(readFileSync(join(folder, 'initiatives.yaml'), 'utf8'));
      expect(dataset).toBe(title.replace(/[\s\p{Cc}]+/gu, ' ').trim());
      expect((await run(['check', '--max-warnings', '0'], { cwd: folder })).code).toBe(0);
    },
  );

  it('gives the same files each time', async () => {
    const [one, two] = [makeFolder(), makeFolder()];
    await init(['--title', 'T'], one);
    await init(['--title', 'T'], two);
    expect(textsOf(one)).toEqual(textsOf(two));
  });

  it('writes over nothing: where a file is there, nothing is written', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: Mine\n', 'notes.txt': 'mine' });
    const { code, stdout, stderr } = await init([], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('initiatives.yaml is there already, so nothing is written. With --force it is made anew.\n');
    expect(textsOf(folder)).toEqual({ 'initiatives.yaml': 'dataset: Mine\n', 'notes.txt': 'mine' });
  });

  it('makes its own files anew when forced to, and keeps all others', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: Mine\n', 'notes.txt': 'mine', 'summits/a.txt': 'b' });
    expect((await init(['--force', '--title', 'Ours'], folder)).code).toBe(0);
    expect(textsOf(folder)).toMatchObject({ 'notes.txt': 'mine', 'summits/a.txt': 'b' });
    expect(parse(textsOf(folder)['initiatives.yaml']!)).toEqual({ dataset: 'Ours' });
  });

  it('leaves everything as it was when something cannot be written', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: Mine\n', summits: 'a file where a folder should be' });
    const before = textsOf(folder);
    const { code, stdout, stderr } = await init(['--force'], folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('summits/ots-summit-2025-gabala.yaml could not be written: summits is no folder.\n');
    expect(textsOf(folder)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['initiatives.yaml', 'summits']);
  });

  it('puts no file in the place of a folder, even when forced to', async () => {
    const folder = makeFolder({ 'initiatives.yaml/kept.txt': 'mine' });
    const { code, stdout, stderr } = await init(['--force'], folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('initiatives.yaml could not be written: initiatives.yaml is a folder.\n');
    expect(readdirSync(folder)).toEqual(['initiatives.yaml']);
    expect(readFileSync(join(folder, 'initiatives.yaml/kept.txt'), 'utf8')).toBe('mine');
  });

  it('ends with 1 where no folder can be made, and leaves none behind', async () => {
    const folder = makeFolder({ file: 'x' });
    const { code, stderr } = await init(['file/data'], folder);
    expect(code).toBe(1);
    expect(stderr).toBe('file/data/initiatives.yaml could not be written: file is no folder.\n');
  });

  it.each([
    ['a file', ['file'], 'file is a file: name a folder.\n'],
    ['an empty name', [''], 'An empty name is no folder.\n'],
    ['an empty title', ['--title', ' '], 'An empty title says nothing: leave out --title, or write one.\n'],
  ])('ends with 2 on %s, and writes nothing', async (_, args, sentence) => {
    const folder = makeFolder({ file: 'x' });
    expect(await init(args, folder)).toEqual({ code: 2, stdout: '', stderr: sentence });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('says so where it stands within a dataset, or below the top of a repository', async () => {
    const folder = makeFolder({ 'initiatives.yaml': 'dataset: Mine\n' });
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    const { code, stderr } = await init(['data/sub'], folder);
    expect(code).toBe(0);
    expect(stderr).toContain('within the dataset .,');
    expect(stderr).toContain('move .github and .pre-commit-config.yaml');
    expect((await init(['data/other', '--quiet'], folder)).stderr).toBe('');
  });

  it.skipIf(process.platform === 'win32')('lets the name of the dataset around it act upon no terminal', async () => {
    const folder = makeFolder({ 'red\u001b[31m/initiatives.yaml': 'dataset: Mine\n' });
    expect((await init(['red\u001b[31m/sub', '--no-ci'], folder)).stderr).toContain('the dataset red\\u001b[31m, to');
  });
});
