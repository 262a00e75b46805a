/** A repository of git from strangers: `check --changed` asks git about it, and git runs nothing that its settings name. */
import { cpSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../server/cli/reports/results.ts';
import { GitFolder } from '../cli/git-folder.ts';
import { run, useCli } from '../cli/support.ts';
import { makeFolder } from '../sources/folder.ts';

useCli();

const LOST = 'kind: person\nid: p\nname: P\noffices: [{ title: President, state: XQQ }]\n';
const DATASET = {
  'initiatives.yaml': 'dataset: D\n',
  'p.yaml': LOST,
  '.gitattributes': 'p.yaml diff=d filter=f\ninitiatives.yaml filter=g=h\n',
};

/** A program for each way in; which of them have run is seen by what they leave. */
class Traps {
  readonly #marks = makeFolder();
  readonly #programs = makeFolder();

  /** A program that leaves a mark and is silent. */
  program(name: string): string {
    const path = join(this.#programs, name);
    writeFileSync(path, `#!/bin/sh\ntouch '${join(this.#marks, name)}'\n`, { mode: 0o755 });
    return path;
  }

  get sprung(): string[] {
    return readdirSync(this.#marks).sort();
  }
}

/** Files that look as if they had been written to, so that git has to look into them. */
function touch(folder: GitFolder): void {
  for (const name of ['p.yaml', 'initiatives.yaml']) utimesSync(join(folder.path, name), 1, 1);
}

function setTraps(folder: GitFolder): Traps {
  const traps = new Traps();
  const settings = {
    'core.fsmonitor': 'fsmonitor',
    'core.pager': 'pager',
    'core.sshCommand': 'ssh',
    'diff.external': 'external',
    'diff.d.command': 'command',
    'diff.d.textconv': 'textconv',
    'filter.f.clean': 'clean',
    'filter.f.smudge': 'smudge',
    'filter.g=h.process': 'process',
    'filter.g=h.clean': 'clean-of-odd-name',
  };
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-auto-gc']) {
    cpSync(traps.program(hook), join(folder.path, '.git/hooks', hook));
  }
  for (const [name, program] of Object.entries(settings)) folder.git('config', name, traps.program(program));
  folder.git('config', 'filter.f.required', 'true');
  return traps;
}

/** The files with problems, of those that git says have changed. */
async function shown(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await run(['check', '--changed', ...args, '--format', 'json'], { cwd });
  expect(stderr.replace(/^No file there.*\n/, '')).toBe('');
  return (JSON.parse(stdout) as Row[]).map(({ file }) => file);
}

// The programs are scripts of a shell.
describe.skipIf(process.platform === 'win32')('a repository whose settings name programs', () => {
  it('has none of them run, and what has changed is found all the same', async () => {
    const folder = GitFolder.make(DATASET);
    const traps = setTraps(folder);
    touch(folder);
    await shown(folder.path);
    expect(traps.sprung).toEqual([]);
    writeFileSync(join(folder.path, 'q.yaml'), LOST.replace('id: p', 'id: q'));
    folder.write({ 'p.yaml': `${LOST}# 1\n` });
    expect(await shown(folder.path)).toEqual(['p.yaml', 'q.yaml']);
    expect(traps.sprung).toEqual([]);
  });

  it('would have them run by git alone: the traps do spring', () => {
    const folder = GitFolder.make(DATASET);
    const traps = setTraps(folder);
    touch(folder);
    try {
      folder.git('diff', '--name-only', 'HEAD');
    } catch {
      // A filter that does not speak git's protocol makes it fail, after it has run.
    }
    expect(traps.sprung).toEqual(expect.arrayContaining(['fsmonitor', 'process']));
  });

  it('has none of them run where it is a submodule', async () => {
    const part = GitFolder.make(DATASET);
    const folder = GitFolder.make({ 'readme.md': '' });
    folder.git('submodule', '--quiet', 'add', part.path, 'part');
    folder.commit();
    const inner = GitFolder.at(join(folder.path, 'part'));
    const traps = new Traps();
    inner.git('config', 'core.fsmonitor', traps.program('fsmonitor'));
    inner.git('config', 'filter.f.clean', traps.program('clean'));
    touch(inner);
    await shown(folder.path);
    expect(traps.sprung).toEqual([]);
  });

  it('is not believed where it is no more than a folder of files that were cloned', async () => {
    const bare = GitFolder.make(DATASET);
    const folder = GitFolder.make({ 'readme.md': '' });
    const traps = new Traps();
    mkdirSync(join(folder.path, 'data'));
    cpSync(join(bare.path, '.git'), join(folder.path, 'data'), { recursive: true });
    writeFileSync(
      join(folder.path, 'data/config'),
      `[core]\n repositoryformatversion = 0\n bare = false\n worktree = .\n fsmonitor = ${traps.program('fsmonitor')}\n`,
    );
    folder.write({ 'data/p.yaml': LOST });
    const { code, stderr } = await run(['check', '.', '--changed'], { cwd: join(folder.path, 'data') });
    expect([code, stderr]).toEqual([2, expect.stringContaining('bare repository')]);
    expect(traps.sprung).toEqual([]);
  });

  it('fetches nothing that is missing in it', async () => {
    const whole = GitFolder.make(DATASET);
    whole.git('config', 'uploadpack.allowFilter', 'true');
    whole.commit({ 'sub/q.yaml': LOST.replace('id: p', 'id: q') });
    const path = join(makeFolder(), 'part');
    whole.git('clone', '--quiet', '--filter=tree:0', `file://${whole.path}`, path);
    const part = GitFolder.at(path);
    const traps = new Traps();
    part.git('config', 'remote.origin.uploadpack', traps.program('upload-pack'));
    part.git('config', 'protocol.allow', 'always');
    const { code, stderr } = await run(['check', '--changed', 'HEAD~1'], { cwd: path });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^git says: \S/)]);
    expect(traps.sprung).toEqual([]);
  });
});

describe('a ref that is an option of git', () => {
  it.each(['--upload-pack=touch x', '-Ox'])('is no commit: %s', async (ref) => {
    const folder = GitFolder.make(DATASET);
    const { code, stderr } = await run(['check', `--changed=${ref}`], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, `git knows no commit by the name ${ref} here.\n`]);
    expect(readdirSync(folder.path)).not.toContain('x');
  });
});
