/** The command `init`: begin a dataset. */
import { existsSync, lstatSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { MANIFEST_NAME } from '../dataset/manifest.ts';
import { trimmedEnd } from '../dataset/text.ts';
import { starterFiles } from '../starter/files.ts';
import { tidyTitle, titleOf } from '../starter/title.ts';
import { ExitCode, exitCodes } from './process/exit-code.ts';
import { ended, Failure } from './process/failure.ts';
import { say, visible } from './terminal/messages.ts';
import { makeFiles } from './writing/new-files.ts';

/** Written in by the bundler: the version in package.json. */
declare const __VERSION__: string;

interface Options {
  readonly title?: string;
  readonly ci: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

/** More names than this are not listed. */
const MOST_NAMES = 6;

const HELP = `
It makes a manifest (initiatives.yaml), a folder for each kind of record, and a source, a summit and a proposal to
begin with, which are checked without a problem and may be thrown away. A GitHub workflow and a configuration for
pre-commit (pre-commit.com) check the dataset from then on; --no-ci leaves them out.

Nothing is written over: where one of the files is there already, nothing is written at all. With --force those files
are made anew, and all others stay.

Examples:
  $ security-initiatives init
  $ security-initiatives init data/caspian --title 'Security initiatives around the Caspian Sea'
  $ security-initiatives init caspian --no-ci && security-initiatives check caspian`;

const EXITS = exitCodes
  .replace(/no errors.*/, 'the dataset is there')
  .replace(/errors, or.*/, 'a file that could not be written; all is as it was')
  .replace(/an option, file.*/, 'an option that does not exist, or a file that is there already; nothing was written');

/** Adds the command; `done` is told the exit code. */
export function initCommand(program: Command, done: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('begin a dataset')
    .argument('[folder]', 'where; it is made if it is not there', '.')
    .option('--title <title>', "the dataset's title (default: the folder's name)")
    .option('--no-ci', 'without a GitHub workflow and pre-commit')
    .option('-f, --force', 'make files anew that are there already')
    .option('--quiet', 'say nothing')
    .addHelpText('after', `${HELP}\n${EXITS}`)
    .action(async (folder: string, options: Options) => done(await ended(() => init(folder, options))));
}

async function init(name: string, { title, ci, force = false, quiet = false }: Options): Promise<ExitCode> {
  if (name === '') throw new Failure(ExitCode.misuse, 'An empty name is no folder.');
  const folder = resolve(name);
  if (isThere(folder) && !isFolder(folder)) {
    const what = existsSync(folder) ? 'is a file: name a folder.' : 'is a link that leads nowhere: remove it first.';
    throw new Failure(ExitCode.misuse, `${visible(name)} ${what}`);
  }
  const wanted = title === undefined ? titleOf(basename(folder)) : tidyTitle(title);
  if (wanted === '')
    throw new Failure(ExitCode.misuse, 'An empty title says nothing: leave out --title, or write one.');
  const files = [...starterFiles({ title: wanted, version: __VERSION__, ci })].map(([path, text]) => {
    const shown = visible([...(name === '.' ? [] : [trimmedEnd(name, /[/\\]/)]), path].join('/'));
    return { path: join(folder, path), shown, text };
  });
  const there = files.filter(({ path }) => isThere(path)).map(({ shown }) => shown);
  if (there.length > 0 && !force) throw new Failure(ExitCode.misuse, thereSentence(there));
  makeFiles(files);
  if (!quiet)
    process.stdout.write(
      report(
        name,
        files.map(({ shown }) => shown),
      ),
    );
  if (!quiet) for (const note of notes(folder, ci)) say(note);
  return ExitCode.clean;
}

function thereSentence(names: readonly string[]): string {
  const some =
    names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} others`] : names;
  const list = some.length === 1 ? `${some[0]} is` : `${some.slice(0, -1).join(', ')} and ${some.at(-1)} are`;
  return `${list} there already, so nothing is written. With --force ${names.length === 1 ? 'it is' : 'they are'} made anew.`;
}

function report(name: string, files: readonly string[]): string {
  const place = name === '.' ? '' : ` ${quoted(name)}`;
  const folder = name === '.' ? '' : ` --folder ${quoted(name)}`;
  return `The dataset is there:
${files.map((file) => `  ${file}`).join('\n')}

Next:
  security-initiatives check${place}
  security-initiatives new summit --help
  security-initiatives new person --name 'A Person'${folder}
`;
}

/** A name as a shell takes it. */
function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${visible(name).replaceAll("'", "'\\''")}'`;
}

/** What someone should know of the folders around a dataset that has begun. */
function notes(folder: string, ci: boolean): string[] {
  const found: string[] = [];
  const dataset = holderAbove(dirname(folder), MANIFEST_NAME);
  if (dataset !== undefined)
    found.push(
      `It stands within the dataset ${visible(relative(process.cwd(), dataset) || '.')}, to which its records do not belong.`,
    );
  const repository = holderAbove(folder, '.git');
  if (ci && repository !== undefined && repository !== folder)
    found.push(
      `GitHub and pre-commit look at the top of a repository only: move .github and .pre-commit-config.yaml to ${visible(relative(process.cwd(), repository) || '.')}.`,
    );
  return found;
}

/** The nearest folder from here upwards that holds something of that name. */
function holderAbove(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isThere(join(folder, name))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // A link that leads in a circle, or something above it that is closed to us: whoever writes will say so.
    return false;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Something above it is no folder, or closed to us: whoever writes will say so.
    return false;
  }
}
