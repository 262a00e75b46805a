/** A walk through a folder of this machine, to list its YAML files. */
import type * as nodeFs from 'node:fs';
import { join, relative, sep } from 'node:path';
import { encodeName } from '../dataset/stored-texts/file-path.ts';
import { type Bounds, isInside } from './bounds.ts';
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
 * One walk through a folder. A link that leads out of the bounds is told, and not followed. The others are, but for what
 * they would show a second time, and so for every circle.
 */
export class Walk {
  readonly files: string[] = [];
  readonly failures: SourceFailure[] = [];
  readonly #fs: FileSystem;
  readonly #bounds: Bounds;
  readonly #limit: Limit;
  readonly #signal: AbortSignal | undefined;
  /** Real paths of the folders that have been walked whole. */
  readonly #walked: string[] = [];
  #links: Place[] = [];

  constructor(fs: FileSystem, bounds: Bounds, limit: Limit, signal: AbortSignal | undefined) {
    this.#fs = fs;
    this.#bounds = bounds;
    this.#limit = limit;
    this.#signal = signal;
  }

  /** Walks through a folder, with what links in it lead to. */
  async from(root: Place): Promise<void> {
    try {
      const path = await this.#fs.promises.realpath(root.path);
      if (!this.#bounds.hold(path)) {
        this.failures.push(failure(root.uri, 'outside'));
        return;
      }
      this.#walked.push(path);
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
    } else if (target) this.files.push(link.uri);
  }

  /** Where a link leads, unless that is shown anyway, is no use, lies out of bounds, or leads nowhere. */
  async #targetOf(link: Place): Promise<{ path: string; type: 'folder' | 'file' } | undefined> {
    try {
      const path = await this.#fs.promises.realpath(link.path);
      if (this.#walked.some((folder) => isShownIn(path, folder) || isInside(folder, path))) return undefined;
      const stats = await statOf(this.#fs, path);
      const type = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : undefined;
      if (!type || (type === 'file' && !isYamlFile(nameOf(link.uri)))) return undefined;
      if (this.#bounds.hold(path)) return { path, type };
      this.failures.push(failure(link.uri, 'outside'));
      return undefined;
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
