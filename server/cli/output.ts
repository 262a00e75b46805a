/** Where a command writes to: a file, whole or not at all, or standard output. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExitCode } from './exit-code.ts';

/** Why nothing can be written, in a sentence, and how the command ends. */
export class OutputError extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A place that can be written to. */
export interface Place {
  /** As it was named. */
  readonly shown: string;
  /** `undefined` for standard output. */
  readonly path?: string;
  /** It is no file but a device or a pipe, which nothing may take the place of. */
  readonly isStream?: boolean;
}

/** Sees before any work whether a name can be written to. @throws OutputError */
export async function checkOutput(name: string, force: boolean): Promise<Place> {
  if (name === '-') return { shown: name };
  if (name === '') throw new OutputError(ExitCode.misuse, 'An empty name is no file to write to.');
  const path = resolve(name);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new OutputError(ExitCode.misuse, `${name} is a folder: name a file in it.`);
  if (found && !found.isFile()) return { shown: name, path, isStream: true };
  if (found && !force) throw new OutputError(ExitCode.misuse, `${name} is there already: --force writes over it.`);
  if (!found) {
    const folder = await stat(dirname(path)).catch(() => undefined);
    if (!folder?.isDirectory()) throw new OutputError(ExitCode.misuse, `There is no folder to write ${name} to.`);
  }
  return { shown: name, path };
}

/** Writes a text; a file is there with all of it, or as it was before. @throws OutputError */
export async function writeOutput({ shown, path, isStream = false }: Place, text: string): Promise<void> {
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    if (isStream) await writeTo(path, 'w', text);
    else await replace(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+(?: '.*)?$/s, '') : String(error);
    throw new OutputError(ExitCode.problems, `${shown} could not be written: ${reason}.`);
  }
}

async function replace(path: string, text: string): Promise<void> {
  // Through a link, so that it stays one.
  const target = await realpath(path).catch(() => path);
  const draft = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    await writeTo(draft, 'wx', text);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeTo(path: string, flags: string, text: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, flags);
    await file.writeFile(text);
  } finally {
    await file?.close();
  }
}
