/** Real repositories of git for tests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../sources/folder.ts';

/** The machine's own settings have no say, and nobody has to have told git who they are. */
const SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

export type Files = Readonly<Record<string, string>>;

/** A working tree, and what people do with it. */
export class GitFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** A repository in a folder for the running test, with a first commit on the branch `main` where there are files. */
  static make(files: Files = {}): GitFolder {
    const folder = new GitFolder(makeFolder());
    folder.git('init', '--quiet', '--initial-branch=main');
    if (Object.keys(files).length > 0) folder.commit(files);
    return folder;
  }

  /** A working tree that is there. */
  static at(path: string): GitFolder {
    return new GitFolder(path);
  }

  git(...args: string[]): string {
    const settings = ['-c', 'protocol.file.allow=always', '-c', 'advice.detachedHead=false'];
    return execFileSync('git', [...settings, ...args], {
      cwd: this.path,
      env: { ...process.env, ...SETTINGS },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  write(files: Files): this {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return this;
  }

  /** Writes files and commits all there is. */
  commit(files: Files = {}): this {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'A change');
    return this;
  }
}
