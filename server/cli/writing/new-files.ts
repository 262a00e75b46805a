/** Files that a command makes together: all of them are there afterwards, or none. */

import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unwritten } from './output.ts';

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  /** As a person would write it. */
  readonly shown: string;
  readonly text: string;
}

/**
 * Makes files and the folders they stand in; what stands there already is written over. It does all at once, without
 * listening to anything meanwhile, so that no signal comes in between.
 * @throws Failure when one cannot be written; then everything is as it was before
 */
export function makeFiles(files: readonly NewFile[]): void {
  const undo: (() => void)[] = [];
  for (const { path, shown, text } of files) {
    try {
      makeFolder(dirname(path), undo);
      const before = contentOf(path);
      const draft = join(dirname(path), `.${randomUUID()}.tmp`);
      try {
        writeFileSync(draft, text, { flag: 'wx', ...(before && { mode: before.mode }) });
        renameSync(draft, path);
      } catch (error) {
        rmSync(draft, { force: true });
        throw error;
      }
      undo.push(() => (before ? writeFileSync(path, before.bytes) : rmSync(path)));
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw unwritten(shown, error);
    }
  }
}

/** Makes a folder and those above it that are missing, one by one, so that each can be taken back. */
function makeFolder(path: string, undo: (() => void)[]): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), undo);
  if (lstatSync(path, { throwIfNoEntry: false })) throw new Error(`${basename(path)} is no folder`);
  mkdirSync(path);
  undo.push(() => rmdirSync(path));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // Something above it is no folder, or closed to us: making it will say so.
    return false;
  }
}

function contentOf(path: string): { readonly bytes: Uint8Array; readonly mode: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { bytes: readFileSync(path), mode: found.mode & 0o777 };
}
