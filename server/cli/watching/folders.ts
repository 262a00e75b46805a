/** Which folders have to be watched so that no change to a dataset's files goes unseen. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSkippedFolder } from '../../sources/source.ts';

/**
 * Folders, all within them that records may stand in, and those of some files; instead of one that is not there the
 * nearest above it, where it may appear.
 */
export async function foldersToWatch(folders: Iterable<string>, files: Iterable<string>): Promise<Set<string>> {
  const found = new Set<string>();
  for (const folder of folders) {
    found.add(nearestThere(folder));
    await addWithin(folder, found);
  }
  for (const file of files) found.add(nearestThere(dirname(file)));
  return found;
}

async function addWithin(folder: string, found: Set<string>): Promise<void> {
  // One that cannot be listed is told of by whoever reads its files.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter((entry) => entry.isDirectory() && !isSkippedFolder(entry.name));
  const paths = inner.map(({ name }) => join(folder, name));
  for (const path of paths) found.add(path);
  await Promise.all(paths.map((path) => addWithin(path, found)));
}

function nearestThere(folder: string): string {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return path;
}
