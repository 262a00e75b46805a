/** A walk through a folder of this machine, to list its YAML files. */
import type * as nodeFs from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { encodeName } from '../dataset/stored-texts/file-path.ts';
import type { Limit } from './limit.ts';
import { type FileSystem, failureOf, statOf } from './node-fs.ts';
import { failure, isSkippedFolder, isYamlFile, type SourceFailure } from './source.ts';
import { nameOf } from './uri.ts';

/** A file or folder, by both of its names. */
export interface Place {
  readonly path: string;
  readonly uri: string;
}

function placeIn(folder: Place, name: string): Place {
  return { path: join(folder.path, name), uri: uriIn(folder, name) };
}

function uriIn(folder: Place, name: string): string {
  return `${folder.uri}/${encodeName(name)}`;
}

/**
 * One walk through a folder. Links are followed where they lead out of it; what they would show a second time is left
 * out, and with it every circle.
 */
export class Walk {
  readonly files: string[] = [];
  readonly failures: SourceFailure[] = [];
  readonly #fs: FileSystem;
  readonly #limit: Limit;
  readonly #signal: AbortSignal | undefined;
  /** Real paths of the folders that have been walked whole. */
  readonly #walked: string[] = [];
  #links: Place[] = [];

  constructor(fs: FileSystem, limit: Limit, signal: AbortSignal | undefined) {
    this.#fs = fs;
    this.#limit = limit;
    this.#signal = signal;
  }

  /** Walks through a folder, with what links in it lead to. */
  async from(root: Place): Promise<void> {
    try {
      this.#walked.push(await this.#fs.promises.realpath(root.path));
    } catch (error) {
      this.failures.push(failureOf(root.uri, error));
      return;
    }
    await this.#folder(root);
    while (this.#links.length > 0) {
      const links = this.#links.sort((a, b) => (a.uri < b.uri ? -1 : 1));
      this.#links = [];
      // One after the other, so that of two links to one place it is always the same one that counts.
      for (const link of links) await this.#link(link);
    }
  }

  async #folder(folder: Place): Promise<void> {
    const entries = await this.#limit.run(() => this.#entries(folder));
    const folders: Place[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isFile()) {
        if (isYamlFile(name)) this.files.push(uriIn(folder, name));
      } else if (isSkippedFolder(name)) continue;
      else if (entry.isDirectory()) folders.push(placeIn(folder, name));
      else if (entry.isSymbolicLink()) this.#links.push(placeIn(folder, name));
    }
    await Promise.all(folders.map((inner) => this.#folder(inner)));
  }

  async #entries(folder: Place): Promise<nodeFs.Dirent[]> {
    this.#signal?.throwIfAborted();
    try {
      return await this.#fs.promises.readdir(folder.path, { withFileTypes: true });
    } catch (error) {
      this.failures.push(failureOf(folder.uri, error));
      return [];
    }
  }

  async #link(link: Place): Promise<void> {
    this.#signal?.throwIfAborted();
    const target = await this.#targetOf(link);
    if (target?.type === 'folder') {
      this.#walked.push(target.path);
      await this.#folder(link);
    } else if (target && isYamlFile(nameOf(link.uri))) this.files.push(link.uri);
  }

  /** Where a link leads, unless that is shown anyway, is no use, or leads nowhere. */
  async #targetOf(link: Place): Promise<{ path: string; type: 'folder' | 'file' } | undefined> {
    try {
      const path = await this.#fs.promises.realpath(link.path);
      if (this.#walked.some((folder) => isShownIn(path, folder) || isInside(folder, path))) return undefined;
      const stats = await statOf(this.#fs, path);
      if (stats.isDirectory()) return { path, type: 'folder' };
      return stats.isFile() ? { path, type: 'file' } : undefined;
    } catch (error) {
      const failed = failureOf(link.uri, error);
      const isDead = failed.reason === 'missing' || failed.reason === 'dead-link';
      // A dead link that is not even named like a record is nobody's loss.
      if (!isDead) this.failures.push(failed);
      else if (isYamlFile(nameOf(link.uri))) this.failures.push(failure(link.uri, 'dead-link'));
      return undefined;
    }
  }
}

/** True when a walk through the folder comes past the path. */
function isShownIn(path: string, folder: string): boolean {
  return isInside(path, folder) && !relative(folder, path).split(sep).some(isSkippedFolder);
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // Windows answers with a whole path where the two are on different drives.
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}
