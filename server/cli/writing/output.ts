/** Where a command writes to: a file, whole or not at all, or standard output. */
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, createWriteStream, openSync, rmSync, type Stats, statSync } from 'node:fs';
import { access, constants, type FileHandle, lstat, open, realpath, rename, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { ExitCode } from '../process/exit-code.ts';
import { Failure } from '../process/failure.ts';
import { atEnd } from '../process/interruption.ts';
import { visible } from '../terminal/messages.ts';

/** A place that can be written to. */
export interface Place {
  /** As it was named. */
  readonly shown: string;
  /** `undefined` for standard output. */
  readonly path?: string;
  /** It is no file but a device or a pipe, which nothing may take the place of. */
  readonly isStream?: boolean;
}

/** What is written: all at once, or piece by piece as it is asked for, so that no more than a piece is ever held. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** Names that systems have for a process's own streams; a file that one is redirected to must not be replaced. */
const STANDARD_OUTPUT = /^\/(?:dev\/(?:stdout|fd\/1)|proc\/self\/fd\/1)$/;
const DEVICE = /^\/(?:dev|proc)\//;

/** Sees before any work whether a name can be written to. @throws Failure */
export async function checkOutput(name: string, force: boolean): Promise<Place> {
  if (name === '-') return { shown: name };
  if (name === '') throw new Failure(ExitCode.misuse, 'An empty name is no file to write to.');
  const path = resolve(name);
  const shown = visible(name);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() || (!found && /[/\\]$/.test(name)))
    throw new Failure(ExitCode.misuse, `${shown} is a folder: name a file in it.`);
  if (STANDARD_OUTPUT.test(path)) return { shown };
  if ((found && !found.isFile()) || DEVICE.test(path)) return { shown, path, isStream: true };
  if (found && !force) throw new Failure(ExitCode.misuse, `${shown} is there already: --force writes over it.`);
  if (!found) await checkNewName(path, shown);
  try {
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw unwritten(shown, error);
  }
  return { shown, path };
}

async function checkNewName(path: string, shown: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new Failure(ExitCode.misuse, `There is no folder to write ${shown} to.`);
  const link = await lstat(path).catch(() => undefined);
  if (link) throw new Failure(ExitCode.misuse, `${shown} is a link that leads nowhere: remove it first.`);
}

/**
 * Writes to a place. A file is there with all of it, or as it was before, even if the process is ended meanwhile; one that
 * is replaced keeps its permissions, and a link stays one. A pipe that nobody reads any more (`| head`) is no error: the
 * rest of the content is not asked for.
 * @throws Failure, and what the content throws
 */
export async function writeOutput({ shown, path, isStream = false }: Place, content: Content): Promise<void> {
  if (path === undefined) {
    await print(content);
    return;
  }
  const guarded = new Guarded(content);
  try {
    if (isStream) await writeStream(path, guarded);
    else await replace(path, guarded);
  } catch (error) {
    if (error === guarded.fault) throw error;
    if (!(isStream && codeOf(error) === 'EPIPE')) throw unwritten(shown, error);
  }
}

/** Milliseconds between two looks for a reader, and between two tries when a pipe is full. */
const [NO_READER, FULL] = [50, 1];

/**
 * Writes to a device or a pipe. A thread that waits in the system for the reader of a pipe would keep the process from
 * ending, so that nothing waits there: whether the pipe has a reader, and room, is tried from time to time.
 */
async function writeStream(path: string, content: AsyncIterable<string | Uint8Array>): Promise<void> {
  if (!(await stat(path)).isFIFO()) {
    await pipeline(content, createWriteStream(path));
    return;
  }
  const pipe = await patiently(NO_READER, 'ENXIO', () => open(path, constants.O_WRONLY | constants.O_NONBLOCK));
  try {
    for await (const piece of content) await writeToPipe(pipe, typeof piece === 'string' ? Buffer.from(piece) : piece);
  } finally {
    await pipe.close();
  }
}

async function writeToPipe(pipe: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let rest = bytes; rest.length > 0; ) {
    const { bytesWritten } = await patiently(FULL, 'EAGAIN', () => pipe.write(rest));
    rest = rest.subarray(bytesWritten);
  }
}

/** Tries until it fails no more in a way that passes. */
async function patiently<T>(milliseconds: number, passing: string, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (codeOf(error) !== passing) throw error;
      await setTimeout(milliseconds);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** The error that something could not be written, with what the system says of it. */
export function unwritten(shown: string, error: unknown): Failure {
  const reason = error instanceof Error ? error.message.replace(/, \w+(?: '.*)?$/s, '') : String(error);
  return new Failure(ExitCode.problems, `${shown} could not be written: ${reason}.`);
}

/** Writes to standard output as fast as it is read. Main says what is wrong with it. */
async function print(content: Content): Promise<void> {
  for await (const piece of pieces(content)) {
    const error = await new Promise((done) => process.stdout.write(piece, done));
    if (error) return;
  }
}

async function replace(path: string, content: AsyncIterable<string | Uint8Array>): Promise<void> {
  // Through a link, so that it stays one.
  const target = await realpath(path).catch(() => path);
  const draft = join(dirname(target), `.${randomUUID()}.tmp`);
  const remove = () => rmSync(draft, { force: true });
  const keep = atEnd(remove);
  try {
    // Opened at once: an end of the process finds it there, or not begun.
    const fd = openSync(draft, 'wx');
    // Some disks tell only then that they are full; and a name must not outlive what it stands for.
    await pipeline(content, createWriteStream(draft, { fd, flush: true }));
    takeAfter(draft, statSync(target, { throwIfNoEntry: false }));
    await rename(draft, target);
  } catch (error) {
    remove();
    throw error;
  } finally {
    keep();
  }
}

/** Gives a file the permissions of another, and its owner where we may. */
function takeAfter(path: string, model: Stats | undefined): void {
  if (!model) return;
  if (process.getuid?.() === 0) chownSync(path, model.uid, model.gid);
  chmodSync(path, model.mode & 0o7777);
}

/** Content in pieces of a size worth writing; remembers what it failed with, to tell that from what writing fails with. */
class Guarded {
  fault: unknown;
  readonly #content: Content;

  constructor(content: Content) {
    this.#content = content;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string | Uint8Array> {
    try {
      yield* pieces(this.#content);
    } catch (error) {
      this.fault = error;
      throw error;
    }
  }
}

/** How many characters are gathered before they are written. */
const PIECE = 1 << 16;

async function* pieces(content: Content): AsyncGenerator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let gathered = '';
  for await (const piece of content) {
    if (typeof piece === 'string' && gathered.length + piece.length < PIECE) gathered += piece;
    else {
      if (gathered !== '') yield gathered;
      gathered = '';
      if (typeof piece === 'string') gathered = piece;
      else yield piece;
    }
  }
  if (gathered !== '') yield gathered;
}
