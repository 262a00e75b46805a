/** A folder of files that is written whole or not at all; of one that is there, only what such a folder holds is replaced. */

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { appendFile, readdir, realpath, rename, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { OutputFolder } from '../../exports/format.ts';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';
import { atEnd } from '../process/interruption.ts';
import { visible } from '../terminal/messages.ts';
import { Gathered } from './gathered.ts';
import { unwritten } from './output.ts';

/** What stands aside in the folder that is replaced: files on their way in, and on their way out. */
const [NEW, OLD] = ['new', 'old'];

/** A folder that can be written. */
interface FolderPlace {
  /** As it was named. */
  readonly shown: string;
  readonly path: string;
  /** The files in it, by their paths with forward slashes; `undefined` while there is no such folder. */
  readonly replaced: readonly string[] | undefined;
}

/**
 * Sees before any work whether a folder can be written.
 * @param owns whether a file, by its path in the folder, may be replaced
 * @throws Failure, also where the folder holds anything that may not be replaced
 */
export async function checkOutputFolder(
  name: string,
  force: boolean,
  owns: (path: string) => boolean,
): Promise<FolderPlace> {
  if (name === '') throw new Failure(ExitCode.misuse, 'An empty name is no folder to write to.');
  const shown = visible(name);
  const path = await realpath(resolve(name)).catch(() => resolve(name));
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Failure(ExitCode.misuse, `${shown} is a file: name a folder.`);
  if (!found) {
    const folder = await stat(dirname(path)).catch(() => undefined);
    if (!folder?.isDirectory()) throw new Failure(ExitCode.misuse, `There is no folder to write ${shown} to.`);
    return { shown, path, replaced: undefined };
  }
  const replaced: string[] = [];
  try {
    for await (const file of filesIn(path)) {
      if (!file.isFile || !owns(file.path))
        throw new Failure(
          ExitCode.misuse,
          `${shown} holds ${visible(file.path)}, which no such export writes: name a folder of its own.`,
        );
      replaced.push(file.path);
    }
  } catch (error) {
    throw error instanceof Failure ? error : unwritten(shown, error);
  }
  if (replaced.length > 0 && !force)
    throw new Failure(ExitCode.misuse, `${shown} is there already: --force replaces what is in it.`);
  return { shown, path, replaced };
}

/** What stands in a folder, however deep, in no order. A folder counts only when nothing is in it. */
async function* filesIn(folder: string, way = ''): AsyncGenerator<{ path: string; isFile: boolean }> {
  const entries = await readdir(join(folder, way), { withFileTypes: true });
  if (entries.length === 0 && way !== '') yield { path: way, isFile: false };
  for (const entry of entries) {
    const path = way === '' ? entry.name : `${way}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else yield { path, isFile: entry.isFile() };
  }
}

/**
 * Does work that writes files to a folder. They stand aside until all are there; an end before that leaves no trace.
 * @returns what the work gives, and how many files there are
 * @throws Failure, and what the work throws
 */
export async function writeFolderOutput<T>(
  { shown, path, replaced }: FolderPlace,
  work: (folder: OutputFolder) => Promise<T>,
): Promise<{ readonly result: T; readonly files: number }> {
  const told = <R>(doing: Promise<R>): Promise<R> =>
    doing.catch((error: unknown) => {
      throw unwritten(shown, error);
    });
  // A folder that is there stays: someone may stand in it, or it may be a disk of its own.
  const draft = join(replaced ? path : dirname(path), `.${randomUUID()}.tmp`);
  // A file may come to be in it while it is being removed.
  const remove = () => rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  const keep = atEnd(remove);
  try {
    // Made at once: an end of the process finds it there, or not begun.
    await told((async () => mkdirSync(draft))());
    const folder = new DraftFolder(replaced ? join(draft, NEW) : draft, told);
    const result = await work(folder);
    const files = await folder.end();
    await told(replaced ? (async () => moveInto(path, draft, files, replaced))() : rename(draft, path));
    return { result, files: files.length };
  } finally {
    remove();
    keep();
  }
}

/** Files that are opened only while something is added to them, so that there can be any number of them. */
class DraftFolder implements OutputFolder {
  readonly #path: string;
  readonly #told: <R>(doing: Promise<R>) => Promise<R>;
  readonly #files = new Map<string, Gathered>();

  constructor(path: string, told: <R>(doing: Promise<R>) => Promise<R>) {
    this.#path = path;
    this.#told = told;
  }

  file(path: string): Gathered {
    let file = this.#files.get(path);
    if (!file) {
      const place = join(this.#path, path);
      file = new Gathered((piece) => this.#told(append(place, piece)));
      this.#files.set(path, file);
    }
    return file;
  }

  /** Writes what is left. @returns the paths of all files */
  async end(): Promise<string[]> {
    for (const [path, file] of this.#files) {
      await file.end();
      // One that nothing was written to is there, too.
      await this.#told(append(join(this.#path, path), ''));
    }
    return [...this.#files.keys()];
  }
}

async function append(path: string, piece: string | Uint8Array): Promise<void> {
  try {
    await appendFile(path, piece);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    await appendFile(path, piece);
  }
}

/**
 * Puts new files where the old ones are, and takes away those that have no successor. It does all at once, without
 * listening to anything meanwhile, so that no signal comes in between.
 * @throws what the system says when one cannot be moved; then everything is where it was
 */
function moveInto(path: string, draft: string, files: readonly string[], replaced: readonly string[]): void {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string) => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  };
  try {
    for (const file of replaced) {
      // Somebody may have taken it away meanwhile.
      if (existsSync(join(path, file))) move(join(path, file), join(draft, OLD, file));
    }
    for (const file of files) move(join(draft, NEW, file), join(path, file));
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const file of [...replaced, ...files]) removeEmptyFolders(path, dirname(file));
  }
}

function removeEmptyFolders(path: string, way: string): void {
  for (let folder = way; folder !== '.'; folder = dirname(folder)) {
    const place = join(path, folder);
    if (!existsSync(place)) continue;
    if (readdirSync(place).length > 0) return;
    rmdirSync(place);
  }
}
