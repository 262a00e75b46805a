/** What is used of Node's fs, and what its errors come to. */
import type * as nodeFs from 'node:fs';
import { encodeName } from '../dataset/stored-texts/file-path.ts';
import { type FailureReason, failure, type SourceFailure } from './source.ts';

/** What is used of `node:fs`; tests give one that fails. */
export interface FileSystem {
  readonly promises: Pick<typeof nodeFs.promises, 'readdir' | 'realpath'>;
  readonly realpathSync: Pick<typeof nodeFs.realpathSync, 'native'>;
  readonly stat: typeof nodeFs.stat;
  readonly readFile: typeof nodeFs.readFile;
  readonly openSync: (path: string, flags: number) => number;
  readonly fstatSync: (file: number) => nodeFs.Stats;
  readonly readSync: (file: number, buffer: Uint8Array, offset: number, length: number, position: null) => number;
  readonly readFileSync: (file: number) => Uint8Array;
  readonly closeSync: (file: number) => void;
}

/** What the system says of a file or folder. */
export function statOf(fs: FileSystem, path: string): Promise<nodeFs.Stats> {
  return new Promise((resolve, reject) => fs.stat(path, (error, stats) => (error ? reject(error) : resolve(stats))));
}

/** A file's bytes. By callback: for thousands of small files it takes half the time of `fs.promises`. */
export function bytesOf(fs: FileSystem, path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => fs.readFile(path, (error, data) => (error ? reject(error) : resolve(data))));
}

/** U+FFFD as it stands in a URI. */
const UNDECODED = encodeName('\uFFFD');

/** What comes of opening a link that is not to be followed, and of links in a circle. */
const LINK = 'ELOOP';

/** True when a file was not opened as its path is a link, or leads round in a circle of them. */
export function isLinkError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LINK;
}

const REASONS: Readonly<Record<string, FailureReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  [LINK]: 'dead-link',
  // A socket cannot even be opened.
  ENXIO: 'no-file',
  EACCES: 'denied',
  EPERM: 'denied',
  // It has grown since it was looked at.
  ERR_FS_FILE_TOO_LARGE: 'too-large',
};

/** What Node says after the system's words: the call, and the path that the sentence begins with. */
const CALL = /, [a-z]+(?: '.*)?$/s;

/** The failure that an error of Node's stands for. */
export function failureOf(uri: string, error: unknown): SourceFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? 'other';
  // Node writes U+FFFD for what it cannot decode, and then finds no file of that name.
  if (reason === 'missing' && uri.includes(UNDECODED)) return failure(uri, 'not-utf8-name');
  if (reason !== 'other') return failure(uri, reason);
  return failure(uri, reason, error instanceof Error ? error.message.replace(CALL, '') : String(error));
}
