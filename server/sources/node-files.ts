/** Files of this machine, by Node's fs. */
import * as nodeFs from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { encodeName } from '../dataset/stored-texts/file-path.ts';
import { Limit } from './limit.ts';
import {
  decode,
  type FailureReason,
  type FileSource,
  failure,
  isSkippedFolder,
  isYamlFile,
  type Listing,
  MAX_BYTES,
  type ReadResult,
  type SourceFailure,
} from './source.ts';
import { canonicalUri, nameOf } from './uri.ts';

/** What is used of `node:fs`; tests give one that fails. */
export interface FileSystem {
  readonly promises: Pick<typeof nodeFs.promises, 'readdir' | 'realpath'>;
  readonly stat: typeof nodeFs.stat;
  readonly readFile: typeof nodeFs.readFile;
  readonly openSync: (path: string, flags: number) => number;
  readonly fstatSync: (file: number) => nodeFs.Stats;
  readonly readSync: (file: number, buffer: Uint8Array, offset: number, length: number, position: null) => number;
  readonly readFileSync: (file: number) => Uint8Array;
  readonly closeSync: (file: number) => void;
}

/** More at once is no faster: Node's thread pool has four threads. */
const AT_ONCE = 16;
/** A read that takes longer than this many milliseconds is a slow disk's or a network's. */
const SLOW = 1;
/** How many files are read through the thread pool before the disk is tried again, the first time and at most. */
const CAUTION = { least: 8, most: 128 };
/** How files are opened: nobody waits for a pipe that no one writes to. Windows knows no such flag. */
const READING = nodeFs.constants.O_RDONLY | (nodeFs.constants.O_NONBLOCK ?? 0);
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
    const result = this.#readOpened(uri, this.#fs.openSync(path, READING), most);
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

const NO_FILE = 'it is not a file';

/** What keeps a file from being read before anyone has tried; a pipe would never come to an end. */
function unfitness(uri: string, stats: nodeFs.Stats, most: number): SourceFailure | undefined {
  if (!stats.isFile()) return failure(uri, 'other', NO_FILE);
  return stats.size > most ? failure(uri, 'too-large') : undefined;
}

/** A file or folder, by both of its names. */
interface Place {
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
class Walk {
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

function pathOf(uri: string): string | undefined {
  try {
    return filePath(uri);
  } catch {
    // Not a `file:` URI, or one that no path of this system can be.
    return undefined;
  }
}

function statOf(fs: FileSystem, path: string): Promise<nodeFs.Stats> {
  return new Promise((resolve, reject) => fs.stat(path, (error, stats) => (error ? reject(error) : resolve(stats))));
}

/** By callback: for thousands of small files it takes half the time of `fs.promises`. */
function bytesOf(fs: FileSystem, path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => fs.readFile(path, (error, data) => (error ? reject(error) : resolve(data))));
}

/** U+FFFD as it stands in a URI. */
const UNDECODED = encodeName('\uFFFD');

const REASONS: Readonly<Record<string, FailureReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ELOOP: 'dead-link',
  EACCES: 'denied',
  EPERM: 'denied',
  // It has grown since it was looked at.
  ERR_FS_FILE_TOO_LARGE: 'too-large',
};

/** What Node says after the system's words: the call, and the path that the sentence begins with. */
const CALL = /, [a-z]+(?: '.*)?$/s;

function failureOf(uri: string, error: unknown): SourceFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? 'other';
  // Node writes U+FFFD for what it cannot decode, and then finds no file of that name.
  if (reason === 'missing' && uri.includes(UNDECODED)) return failure(uri, 'not-utf8-name');
  if (reason !== 'other') return failure(uri, reason);
  // A socket cannot even be opened.
  if (code === 'ENXIO') return failure(uri, reason, NO_FILE);
  return failure(uri, reason, error instanceof Error ? error.message.replace(CALL, '') : String(error));
}
