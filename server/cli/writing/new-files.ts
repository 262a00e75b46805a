/** Files that a command makes together: all of them are there afterwards, or none. */

import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
  const replaced: string[] = [];
  for (const { path, shown, text } of files) {
    try {
      makeFolder(dirname(path), undo);
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (found?.isDirectory()) throw new Error(`${basename(path)} is a folder`);
      const draft = draftBeside(path, text, modeOf(path));
      undo.push(() => rmSync(draft, { force: true }));
      if (found) {
        // What is replaced steps aside: on a disk that is full it could not be written again.
        const aside = nameBeside(path);
        renameSync(path, aside);
        undo.push(() => renameSync(aside, path));
        replaced.push(aside);
      }
      renameSync(draft, path);
      undo.push(() => rmSync(path));
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw unwritten(shown, error);
    }
  }
  for (const aside of replaced) rmSync(aside, { force: true });
}

/** A file with a text that is on the disk, and nothing where it does not get there. */
function draftBeside(path: string, text: string, mode: number | undefined): string {
  const draft = nameBeside(path);
  try {
    writeFileSync(draft, text, { flag: 'wx', flush: true, ...(mode !== undefined && { mode }) });
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return draft;
}

function nameBeside(path: string): string {
  return join(dirname(path), `.${randomUUID()}.tmp`);
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

/** The permissions of a file; `undefined` where there is none. */
function modeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.mode & 0o777;
}
