/** Files of this machine, by Node's fs. */
import * as nodeFs from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Bounds } from './bounds.ts';
import { Walk } from './folder-walk.ts';
import { Limit } from './limit.ts';
import { bytesOf, type FileSystem, failureOf, isLinkError, statOf } from './node-fs.ts';
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
 *
 * A folder that is listed counts as opened, and so does what is in it. From then on nothing is read below it that a
 * link leads to outside all such folders.
 */
export class NodeFiles implements FileSource {
  readonly #fs: FileSystem;
  readonly #bounds = new Bounds();
  /** The URI last found in bounds, until others have had their turn and may have put a link there. */
  #proven: string | undefined;
  readonly #limit = new Limit(AT_ONCE);
  readonly #buffer = new Uint8Array(BUFFER_SIZE);
  /** How files are opened: nobody waits for a pipe that no one writes to. Windows knows neither flag. */
  readonly #flags = nodeFs.constants.O_RDONLY | (nodeFs.constants.O_NONBLOCK ?? 0);
  readonly #noFollow = nodeFs.constants.O_NOFOLLOW ?? 0;
  #wary = 0;
  #caution = CAUTION.least;

  constructor(fs: FileSystem = nodeFs) {
    this.#fs = fs;
  }

  async list(folder: string, signal?: AbortSignal): Promise<Listing> {
    const path = pathOf(folder);
    if (path === undefined) return { files: [], failures: [failure(folder, 'other', 'it is not on this machine')] };
    const uri = canonicalUri(folder);
    try {
      if (!this.#bounds.isBelow(uri)) this.#bounds.open(uri, this.#fs.realpathSync.native(path));
    } catch (error) {
      return { files: [], failures: [failureOf(uri, error)] };
    }
    const walk = new Walk(this.#fs, this.#bounds, this.#limit, signal);
    await walk.from({ path, uri });
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
    const file = this.#open(uri, path);
    const result = file === undefined ? { failure: failure(uri, 'outside') } : this.#readOpened(uri, file, most);
    if (performance.now() - start <= SLOW) this.#caution = CAUTION.least;
    else {
      this.#wary = this.#caution;
      this.#caution = Math.min(2 * this.#caution, CAUTION.most);
    }
    return result;
  }

  /** Opens a file; `undefined` for one out of bounds. */
  #open(uri: string, path: string): number | undefined {
    // Where a link at the end of a path is refused by the system, the folder alone has to be looked at.
    const proof = this.#noFollow === 0 ? uri : uri.slice(0, uri.lastIndexOf('/'));
    if (proof !== this.#proven) {
      if (!this.#bounds.isBelow(uri)) return this.#fs.openSync(path, this.#flags);
      const place = this.#fs.realpathSync.native(this.#noFollow === 0 ? path : dirname(path));
      if (!this.#bounds.hold(place)) return undefined;
      this.#prove(proof);
    }
    try {
      return this.#fs.openSync(path, this.#flags | this.#noFollow);
    } catch (error) {
      if (!isLinkError(error)) throw error;
      const real = this.#fs.realpathSync.native(path);
      return this.#bounds.hold(real) ? this.#fs.openSync(real, this.#flags | this.#noFollow) : undefined;
    }
  }

  #prove(uri: string): void {
    if (this.#proven === undefined) {
      setImmediate(() => {
        this.#proven = undefined;
      });
    }
    this.#proven = uri;
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
    const real = await this.#fs.promises.realpath(path);
    if (this.#bounds.isBelow(uri) && !this.#bounds.hold(real)) return { failure: failure(uri, 'outside') };
    const unfit = unfitness(uri, await statOf(this.#fs, real), most);
    return unfit ? { failure: unfit } : decode(uri, await bytesOf(this.#fs, real), most);
  }
}

/** What keeps a file from being read before anyone has tried; a pipe would never come to an end. */
function unfitness(uri: string, stats: nodeFs.Stats, most: number): SourceFailure | undefined {
  if (!stats.isFile()) return failure(uri, 'no-file');
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
