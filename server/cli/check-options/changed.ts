/** The option `--changed`: which files differ from a commit, asked of git. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Option } from 'commander';
import { filePath, fileUri } from '../../sources/node-files.ts';
import { parentOf } from '../../sources/uri.ts';
import type { Target } from '../reading/targets.ts';
import { visible } from '../terminal/messages.ts';
import { pathFromHere } from '../terminal/path-from-here.ts';
import { Git, GitError } from './git.ts';

/** What is compared with unless someone says otherwise. */
const HEAD = 'HEAD';
/** The mode of a submodule in an index. */
const SUBMODULE = /^160000 \S+ \d\t(.*)$/s;

/** The option; its value is `true` where no ref is given. */
export function changedOption(): Option {
  return new Option('--changed [ref]', 'show only files that differ from a commit of git (default: HEAD)');
}

/**
 * Tells of a file by its URI whether it differs from the commit where a ref and `HEAD` have parted, be it committed since,
 * staged or not, or is new and not ignored.
 * @throws GitError
 */
export async function changedSince(ref: string | true, targets: readonly Target[]): Promise<(uri: string) => boolean> {
  const changed = new Set<string>();
  for (const folder of new Set(targets.map(folderOf))) {
    const base = await baseOf(new Git(folder), ref === true ? HEAD : ref, folder);
    for (const path of await changedIn(folder, base)) changed.add(comparable(fileUri(path)));
  }
  return (uri) => {
    // A folder stands for all that is in it: it is a link, or a repository of its own.
    for (let place: string | undefined = comparable(uri); place !== undefined; place = parentOf(place)) {
      if (changed.has(place)) return true;
    }
    return false;
  };
}

/** Git runs where someone has pointed to, by a link or not, and answers with paths from there. */
function folderOf({ uri, isFolder }: Target): string {
  return isFolder ? filePath(uri) : dirname(filePath(uri));
}

/** Systems disagree on how letters with marks are written in names of files. */
function comparable(uri: string): string {
  return decodeURIComponent(uri).normalize();
}

/** The commit to compare with; `undefined` where nothing has been committed yet. @throws GitError */
async function baseOf(git: Git, ref: string, folder: string): Promise<string | undefined> {
  await expectRepository(git, folder);
  const head = await commitOf(git, HEAD);
  const commit = await commitOf(git, ref);
  if (commit === undefined) {
    if (ref === HEAD) return undefined;
    throw new GitError(await unknownRef(git, ref));
  }
  if (head === undefined || head === commit) return commit;
  const base = await git.ask('merge-base', head, commit);
  if (base === undefined)
    throw new GitError(`${visible(ref)} and HEAD have no commit in common.${await ifShallow(git)}`);
  return base.trim();
}

async function expectRepository(git: Git, folder: string): Promise<void> {
  const isInside = await git.tell('rev-parse', '--is-inside-work-tree').catch((error: unknown) => {
    if (error instanceof GitError && error.message.includes('not a git repository')) return 'false';
    throw error;
  });
  if (isInside.trim() === 'true') return;
  const shown = visible(pathFromHere(fileUri(folder))) || 'This folder';
  throw new GitError(`${shown} is in no working tree of git: leave --changed out to check it all.`);
}

async function commitOf(git: Git, ref: string): Promise<string | undefined> {
  // What begins with a hyphen is an option to git, and with a caret all but a commit: neither is the name of one.
  if (ref === '' || /^[-^]/.test(ref)) return undefined;
  return (await git.ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`))?.trim();
}

/** What to say of a ref that git does not know. */
async function unknownRef(git: Git, ref: string): Promise<string> {
  if (ref === '') return 'An empty name is no commit.';
  const unknown = `git knows no commit by the name ${visible(ref)} here.`;
  if (existsSync(ref)) return `${unknown} To see what has changed in ${visible(ref)}, name it before --changed.`;
  const remote = `origin/${ref}`;
  if (await commitOf(git, remote)) return `${unknown} Did you mean ${visible(remote)}?`;
  return unknown + (await ifShallow(git));
}

async function ifShallow(git: Git): Promise<string> {
  const isShallow = (await git.ask('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  return isShallow ? ' This clone is shallow: fetch its whole history first (fetch-depth: 0 in a workflow).' : '';
}

/** The paths of what has changed in a folder; that of a folder stands for all that is in it. @throws GitError */
async function changedIn(folder: string, base: string | undefined): Promise<string[]> {
  const git = new Git(folder);
  const others = ['--others', '--exclude-standard', '-z'];
  const names = await (base === undefined
    ? git.names('ls-files', '--cached', ...others)
    : Promise.all([
        git.names('diff', '--name-only', '--relative', '--no-renames', '--ignore-submodules=all', '-z', base),
        git.names('ls-files', ...others),
      ]).then((lists) => lists.flat()));
  const paths = names.map((name) => join(folder, name));
  if (base === undefined) return paths;
  const within = await submodulesIn(git);
  const inner = await Promise.all(within.map((name) => changedInSubmodule(git, join(folder, name), base, name)));
  return [...paths, ...inner.flat()];
}

async function submodulesIn(git: Git): Promise<string[]> {
  const entries = await git.names('ls-files', '--stage', '-z');
  return entries.flatMap((entry) => SUBMODULE.exec(entry)?.[1] ?? []);
}

/** A submodule has changed as far as its files differ from the commit that stood for it then. */
async function changedInSubmodule(git: Git, folder: string, base: string, name: string): Promise<string[]> {
  // Without one of its own it is an empty folder, and git would answer for the repository around it.
  if (!existsSync(join(folder, '.git'))) return [];
  const [entry = ''] = await git.names('ls-tree', '-z', base, '--', name);
  const commit = /^160000 commit (\S+)\t/.exec(entry)?.[1];
  const known = commit && (await commitOf(new Git(folder), commit));
  return changedIn(folder, known || undefined);
}
