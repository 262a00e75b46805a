/** What someone named on the command line: files and folders, and the datasets they are part of. */
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MANIFEST_NAME } from '../../dataset/manifest.ts';
import { fileUri } from '../../sources/node-files.ts';
import { isSkippedFolder, isYamlFile } from '../../sources/source.ts';
import { isWithin } from '../../sources/uri.ts';
import { visible } from '../terminal/messages.ts';

/** A file or folder to check. */
export interface Target {
  readonly uri: string;
  readonly isFolder: boolean;
  /** URI of the nearest folder, its own or one above it, that holds a manifest. */
  readonly root: string | undefined;
}

/** Looks the arguments up. `misuse` says what is wrong with those that cannot be checked, a sentence each. */
export async function findTargets(names: readonly string[]): Promise<{ targets: Target[]; misuse: string[] }> {
  const targets: Target[] = [];
  const misuse: string[] = [];
  for (const name of names) {
    const found = await findTarget(name);
    if (typeof found === 'string') misuse.push(found);
    else targets.push(found);
  }
  return { targets, misuse };
}

/**
 * The folders to list so that every target's dataset is whole: the root of the dataset that a target is part of, else the
 * folder itself. A file that no dataset holds needs none.
 */
export function foldersToList(targets: readonly Target[]): string[] {
  const folders = targets.flatMap(({ root, uri, isFolder }) => root ?? (isFolder ? uri : []));
  return [...new Set(folders)].filter((folder) => !folders.some((other) => isListedWith(folder, other)));
}

/** True when a file is one that someone named, or stands in a folder that someone named. */
export function isChosen(uri: string, targets: readonly Target[]): boolean {
  return targets.some((target) => (target.isFolder ? isWithin(uri, target.uri) : uri === target.uri));
}

async function findTarget(name: string): Promise<Target | string> {
  // An unset variable of a shell, most likely, and no wish to check the current folder.
  if (name === '') return 'An empty name is no file or folder.';
  const path = resolve(name);
  const uri = fileUri(path);
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file or folder ${visible(name)}.`;
    // It may well be there: whoever reads it will say why that fails. A folder is listed itself for that.
    if (!isYamlFile(basename(path))) return { uri, isFolder: true, root: undefined };
    isFolder = false;
  }
  if (!isFolder && !isYamlFile(basename(path)))
    return `${visible(name)} is not a YAML file: its name ends in neither .yaml nor .yml.`;
  const root = await manifestFolder(isFolder ? path : dirname(path));
  return { uri, isFolder, root: root === undefined ? undefined : fileUri(root) };
}

/** The nearest folder with a manifest from here upwards; a hidden folder is no part of what stands above it. */
async function manifestFolder(start: string): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    if (await isFile(join(folder, MANIFEST_NAME))) return folder;
    if (dirname(folder) === folder || isSkippedFolder(basename(folder))) return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there, or not ours to see: no manifest either way.
    return false;
  }
}

/** True when listing another folder lists this one too. */
function isListedWith(folder: string, other: string): boolean {
  if (folder === other || !isWithin(folder, other)) return false;
  return !decodeURIComponent(folder.slice(other.length + 1))
    .split('/')
    .some(isSkippedFolder);
}
