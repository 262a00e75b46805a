/** Files of this machine, by Node's fs. */
import * as nodeFs from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Walk } from './folder-walk.ts';
import { Limit } from './limit.ts';
import { bytesOf, type FileSystem, failureOf, NO_FILE, statOf } from './node-fs.ts';
import {
  decode,
  type FileSource,
  failure,
  type Listing,
  MAX_BYTES,
  type ReadResult,
  type SourceFailure,
} from './source.ts';
import { canonicalUri } from './uri.ts';

/** More at once is no faster: Node's thread pool has four threads. */
const AT_ONCE = 16;
/** A read that takes longer than this many milliseconds is a slow disk's or a network's. */
const SLOW = 1;
/** How many files are read through the thread pool before the disk is tried again, the first time and at most. */
const CAUTION = { least: 8, most: 128 };
/** Most files fit into this many bytes, which serve one after the other. */
const BUFFER_SIZE = 64 * 1024;

/** The URI of a path, in the form of `canonicalUri`. */
export function fileUri(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

/** A name that stands in a URI as it is, and is neither `.` nor `..`. */
const PLAIN_NAME = /^\w[\w.~-]*$/;
/** What URIs of folders hold that are more than a path. */
const QUERY = /[?#]/;

/** The folder of the file that was asked for last: most files have the folder of the one before them. */
let lastFolder = { uri: '', path: '' };

/** The path of a `file:` URI. @throws TypeError for any other. */
export function filePath(uri: string): string {
  const nameAt = uri.lastIndexOf('/') + 1;
  const name = uri.slice(nameAt);
  const folder = uri.slice(0, nameAt);
  if (!PLAIN_NAME.test(name) || QUERY.test(folder)) return wholePath(uri);
  if (folder !== lastFolder.uri) lastFolder = { uri: folder, path: wholePath(folder) };
  return lastFolder.path + name;
}

function wholePath(uri: string): string {
  const path = fileURLToPath(uri);
  return /^[a-z]:$/i.test(path) ? `${path}${sep}` : path;
}

/**
 * Lists and reads with Node's fs. A small file on a local disk is read in some ten microseconds, and handing it to the
 * thread pool costs several times that, so files are read at once; as soon as one is slow, the next ones are left to the
 * pool, where they keep nobody waiting: a few, and more each time the disk is still slow after them.
 */
export class NodeFiles implements FileSource {
  /** How files are opened: nobody waits for a pipe that no one writes to. Windows knows no such flag. */
  readonly #flags = nodeFs.constants.O_RDONLY | (nodeFs.constants.O_NONBLOCK ?? 0);
  readonly #fs: FileSystem;
  readonly #limit = new Limit(AT_ONCE);
  readonly #buffer = new Uint8Array(BUFFER_SIZE);
  #wary = 0;
  #caution = CAUTION.least;

  constructor(fs: FileSystem = nodeFs) {
    this.#fs = fs;
  }

  async list(folder: string, signal?: AbortSignal): Promise<Listing> {
    const path = pathOf(folder);
    if (path === undefined) return { files: [], failures: [failure(folder, 'other', 'it is not on this machine')] };
    const walk = new Walk(this.#fs, this.#limit, signal);
    await walk.from({ path, uri: canonicalUri(folder) });
    return { files: walk.files.sort(), failures: walk.failures.sort((a, b) => (a.uri < b.uri ? -1 : 1)) };
  }

  async read(uri: string, most = MAX_BYTES): Promise<ReadResult> {
    const path = pathOf(uri);
    if (path === undefined) return { failure: failure(uri, 'other', 'it is not on this machine') };
    try {
      if (this.#wary === 0) return this.#readNow(uri, path, most);
      this.#wary--;
      return await this.#limit.run(() => this.#readInPool(uri, path, most));
    } catch (error) {
      return { failure: failureOf(uri, error) };
    }
  }

  #readNow(uri: string, path: string, most: number): ReadResult {
    const start = performance.now();
    const result = this.#readOpened(uri, this.#fs.openSync(path, this.#flags), most);
    if (performance.now() - start <= SLOW) this.#caution = CAUTION.least;
    else {
      this.#wary = this.#caution;
      this.#caution = Math.min(2 * this.#caution, CAUTION.most);
    }
    return result;
  }

  #readOpened(uri: string, file: number, most: number): ReadResult {
    try {
      const stats = this.#fs.fstatSync(file);
      const unfit = unfitness(uri, stats, most);
      return unfit ? { failure: unfit } : decode(uri, this.#bytesOf(file, stats.size), most);
    } finally {
      this.#fs.closeSync(file);
    }
  }

  /** The bytes of a file, until the next one is read. */
  #bytesOf(file: number, size: number): Uint8Array {
    // Some file systems say 0 of files whose size they do not know.
    if (size === 0 || size > BUFFER_SIZE) return this.#fs.readFileSync(file);
    let end = 0;
    for (let read = -1; read !== 0 && end < size; end += read) {
      read = this.#fs.readSync(file, this.#buffer, end, size - end, null);
    }
    return this.#buffer.subarray(0, end);
  }

  async #readInPool(uri: string, path: string, most: number): Promise<ReadResult> {
    const unfit = unfitness(uri, await statOf(this.#fs, path), most);
    return unfit ? { failure: unfit } : decode(uri, await bytesOf(this.#fs, path), most);
  }
}

/** What keeps a file from being read before anyone has tried; a pipe would never come to an end. */
function unfitness(uri: string, stats: nodeFs.Stats, most: number): SourceFailure | undefined {
  if (!stats.isFile()) return failure(uri, 'other', NO_FILE);
  return stats.size > most ? failure(uri, 'too-large') : undefined;
}

function pathOf(uri: string): string | undefined {
  try {
    return filePath(uri);
  } catch {
    // Not a `file:` URI, or one that no path of this system can be.
    return undefined;
  }
}
