/** `check --changed`: what git says has changed is shown, and the whole dataset is known. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../server/cli/reports/results.ts';
import { makeFolder } from '../sources/folder.ts';
import { GitFolder } from './git-folder.ts';
import { run, useCli } from './support.ts';

useCli();

const MANIFEST = { 'initiatives.yaml': 'dataset: D\nrules: { id-file-mismatch: off }\n' };
/** A record with one problem, whose message has the id `word`. */
const lost = (word: string) => `kind: person\nid: p\nname: P\noffices: [{ title: President, state: ${word} }]\n`;
const ids = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, lost('XQQ').replace('id: p', `id: ${idOf(name)}`)]));
const idOf = (name: string) => `a${name.toLowerCase().replace(/[^a-z0-9]/g, '')}`;

/** The files that have problems shown. */
async function shown(folder: GitFolder, args: readonly string[] = ['--changed'], cwd = folder.path): Promise<string[]> {
  const { stdout, stderr } = await run(['check', '--format', 'json', ...args], { cwd });
  expect(stderr.replace(/^No file there.*\n/, '')).toBe('');
  return [...new Set((JSON.parse(stdout) as Row[]).map(({ file }) => file))];
}

describe('against the last commit', () => {
  it('are shown: what is staged, what is not, and what is new; not what is ignored or as it was', async () => {
    const folder = GitFolder.make({
      ...MANIFEST,
      ...ids('same.yaml', 'staged.yaml', 'edited.yaml'),
      '.gitignore': 'i*',
    });
    expect(await shown(folder)).toEqual([]);
    expect(await shown(folder, [])).toEqual(['edited.yaml', 'same.yaml', 'staged.yaml']);
    folder.write({ 'staged.yaml': `${ids('staged.yaml')['staged.yaml']}# 1\n`, ...ids('added.yaml') });
    folder.git('add', 'staged.yaml', 'added.yaml');
    folder.write({
      'edited.yaml': `${ids('edited.yaml')['edited.yaml']}# 1\n`,
      ...ids('new.yaml', 'sub/new.yaml', 'ignored.yaml'),
    });
    expect(await shown(folder)).toEqual(['added.yaml', 'edited.yaml', 'new.yaml', 'staged.yaml', 'sub/new.yaml']);
  });

  it('are known with all the rest of their dataset', async () => {
    const folder = GitFolder.make({ ...MANIFEST, 'xaa.yaml': 'kind: state\nid: XAA\nname: Somewhere\n' });
    folder.write({ 'p.yaml': lost('XAA') });
    expect(await run(['check', '--changed'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: 'No problems in 1 file.\n',
    });
  });

  it('are found by their new names, and those that are gone by none', async () => {
    const folder = GitFolder.make({ ...MANIFEST, ...ids('old.yaml', 'gone.yaml') });
    renameSync(join(folder.path, 'old.yaml'), join(folder.path, 'new.yaml'));
    rmSync(join(folder.path, 'gone.yaml'));
    expect(await shown(folder)).toEqual(['new.yaml']);
    folder.git('add', '--all');
    expect(await shown(folder)).toEqual(['new.yaml']);
  });

  it('may have any names', async () => {
    const names = [
      'саммит в Габале.yaml',
      'a b.yaml',
      'q"uote.yaml',
      "it's.yaml",
      '100%.yaml',
      'n\u0303.yaml',
      '-x.yaml',
    ];
    const folder = GitFolder.make(MANIFEST);
    folder.write(ids(...names));
    expect(await shown(folder)).toEqual([...names].sort());
    folder.commit();
    expect(await shown(folder, ['--changed', 'HEAD~1'])).toEqual([...names].sort());
  });

  it('are all, where nothing has been committed', async () => {
    const folder = GitFolder.make();
    folder.write({ ...MANIFEST, ...ids('a.yaml', 'b.yaml') });
    folder.git('add', 'a.yaml');
    expect(await shown(folder)).toEqual(['a.yaml', 'b.yaml']);
  });

  it('makes a difference to the exit code, and says when there are none', async () => {
    const folder = GitFolder.make({ ...MANIFEST, ...ids('a.yaml') });
    expect(await run(['check', '--changed'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: 'Nothing was checked.\n',
      stderr: 'No file there that can hold records has changed since HEAD.\n',
    });
    folder.write(ids('b.yaml'));
    expect((await run(['check', '--changed'], { cwd: folder.path })).code).toBe(1);
  });
});

describe('against a ref', () => {
  it('are what has changed since the branch was begun, not what others did since', async () => {
    const folder = GitFolder.make({ ...MANIFEST, ...ids('a.yaml', 'b.yaml') });
    folder.git('switch', '--quiet', '--create', 'work');
    folder.commit(ids('mine.yaml'));
    folder.git('switch', '--quiet', 'main');
    folder.commit({ 'a.yaml': `${ids('a.yaml')['a.yaml']}# theirs\n` });
    folder.git('switch', '--quiet', 'work');
    folder.write(ids('new.yaml'));
    for (const ref of ['main', 'main~0', folder.git('rev-parse', 'main').trim(), 'refs/heads/main']) {
      expect(await shown(folder, ['--changed', ref])).toEqual(['mine.yaml', 'new.yaml']);
    }
    expect(await shown(folder, [`--changed=HEAD`])).toEqual(['new.yaml']);
  });

  it.each([
    ['nope', 'git knows no commit by the name nope here.\n'],
    ['main..HEAD', 'git knows no commit by the name main..HEAD here.\n'],
    ['sub', 'git knows no commit by the name sub here. To see what has changed in sub, name it before --changed.\n'],
    ['topic', 'git knows no commit by the name topic here. Did you mean origin/topic?\n'],
    ['^main', 'git knows no commit by the name ^main here.\n'],
    ['--output=x', 'git knows no commit by the name --output=x here.\n'],
    ['', 'An empty name is no commit.\n'],
  ])('is 2 for %j, which is none', async (ref, stderr) => {
    const folder = GitFolder.make({ ...MANIFEST, ...ids('sub/a.yaml') });
    folder.git('update-ref', 'refs/remotes/origin/topic', 'HEAD');
    expect(await run(['check', `--changed=${ref}`], { cwd: folder.path })).toEqual({ code: 2, stdout: '', stderr });
  });

  it('is 2 where histories have nothing in common, or not enough of them is there', async () => {
    const folder = GitFolder.make({ ...MANIFEST, ...ids('a.yaml') });
    const path = makeFolder();
    folder.git('switch', '--quiet', '--orphan', 'other');
    folder.commit(ids('b.yaml'));
    expect(await run(['check', '--changed', 'main'], { cwd: folder.path })).toMatchObject({
      code: 2,
      stderr: 'main and HEAD have no commit in common.\n',
    });
    folder.git('switch', '--quiet', 'main');
    folder.commit(ids('c.yaml'));
    folder.git('clone', '--quiet', '--depth=1', `file://${folder.path}`, path);
    const { code, stderr } = await run(['check', '--changed', 'HEAD~1'], { cwd: path });
    expect([code, stderr]).toEqual([
      2,
      'git knows no commit by the name HEAD~1 here. This clone is shallow: fetch its whole history first (fetch-depth: 0 in a workflow).\n',
    ]);
  });
});

describe('wherever the dataset is', () => {
  const files = {
    'data/initiatives.yaml': MANIFEST['initiatives.yaml'],
    ...ids('data/sub/a.yaml', 'data/b.yaml', 'c.yaml'),
  };

  it('are those of what was named, from any directory', async () => {
    const folder = GitFolder.make({ 'readme.md': '' });
    folder.write(files);
    const data = join(folder.path, 'data');
    expect(await shown(folder, ['data', '--changed'])).toEqual(['data/b.yaml', 'data/sub/a.yaml']);
    expect(await shown(folder, ['--changed'], join(data, 'sub'))).toEqual(['a.yaml']);
    expect(await shown(folder, ['..', '--changed'], join(data, 'sub'))).toEqual(['../b.yaml', 'a.yaml']);
    expect(await shown(folder, ['b.yaml', '--changed'], data)).toEqual(['b.yaml']);
    expect(await shown(folder, ['data/b.yaml', 'c.yaml', '--changed'])).toEqual(['c.yaml', 'data/b.yaml']);
  });

  it('are found in several repositories at once, each with its own history', async () => {
    const [one, two] = [GitFolder.make({ ...MANIFEST, ...ids('a.yaml') }), GitFolder.make({ ...MANIFEST })];
    two.write(ids('b.yaml'));
    const { stdout } = await run(['check', one.path, two.path, '--changed', '--format', 'json'], { cwd: makeFolder() });
    expect(stdout).toContain('b.yaml');
    expect(stdout).not.toContain('a.yaml');
  });

  it.skipIf(process.platform === 'win32')('are found through a link to it', async () => {
    const folder = GitFolder.make({ 'readme.md': '' });
    folder.write(files);
    const elsewhere = makeFolder();
    symlinkSync(join(folder.path, 'data'), join(elsewhere, 'link'));
    expect(await shown(folder, ['link', '--changed'], elsewhere)).toEqual(['link/b.yaml', 'link/sub/a.yaml']);
  });

  it('are found in a working tree beside the repository', async () => {
    const folder = GitFolder.make({ ...MANIFEST, ...ids('a.yaml') });
    const path = join(makeFolder(), 'beside');
    folder.git('worktree', 'add', '--quiet', path);
    const beside = GitFolder.at(path).write(ids('b.yaml'));
    expect(await shown(beside)).toEqual(['b.yaml']);
    expect(await shown(beside, ['--changed', 'main'])).toEqual(['b.yaml']);
    expect(await shown(folder)).toEqual([]);
  });

  it('are found in submodules, against the commit that stood there', async () => {
    const part = GitFolder.make(ids('x.yaml', 'y.yaml'));
    const folder = GitFolder.make({ ...MANIFEST, ...ids('a.yaml') });
    folder.git('submodule', '--quiet', 'add', part.path, 'part');
    expect(await shown(folder)).toEqual(['part/x.yaml', 'part/y.yaml']);
    folder.commit();
    expect(await shown(folder)).toEqual([]);
    const within = GitFolder.at(join(folder.path, 'part'));
    within.commit({ 'y.yaml': `${ids('y.yaml')['y.yaml']}# 1\n` }).write(ids('z.yaml'));
    expect(await shown(folder)).toEqual(['part/y.yaml', 'part/z.yaml']);
    expect(await shown(folder, ['part', '--changed'])).toEqual(['part/z.yaml']);
    folder.git('submodule', '--quiet', 'deinit', '--force', 'part');
    expect(await shown(folder)).toEqual([]);
  });

  it('are all those of a repository within that nobody has told git of', async () => {
    const folder = GitFolder.make(MANIFEST);
    mkdirSync(join(folder.path, 'inner'));
    const inner = GitFolder.at(join(folder.path, 'inner'));
    inner.git('init', '--quiet');
    inner.commit(ids('a.yaml'));
    expect(await shown(folder)).toEqual(['inner/a.yaml']);
  });

  it('is 2 outside of all, and where git is missing', async () => {
    const cwd = makeFolder({ ...MANIFEST, 'sub/a.yaml': lost('XQQ') });
    expect(await run(['check', '--changed'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'This folder is in no working tree of git: leave --changed out to check it all.\n',
    });
    expect((await run(['check', 'sub', '--changed'], { cwd })).stderr).toMatch(/^sub is in no working tree of git:/);
    expect(await run(['check', '--changed'], { cwd, env: { PATH: cwd } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no git on this machine: --changed needs it.\n',
    });
  });

  it('are the same in a hook, which git tells of its own repository', async () => {
    const folder = GitFolder.make({ 'readme.md': '' });
    folder.write(files);
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '' };
    const { stdout } = await run(['check', 'data', '--changed', '--format', 'json'], { cwd: folder.path, env });
    expect((JSON.parse(stdout) as Row[]).map(({ file }) => file)).toEqual(['data/b.yaml', 'data/sub/a.yaml']);
  });
});
