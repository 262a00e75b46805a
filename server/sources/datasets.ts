/** Which dataset a file belongs to: roots are the folders someone opened or named, and every folder in them with a manifest. */
import { MANIFEST_NAME } from '../dataset/manifest.ts';
import { isWithin, parentOf } from './uri.ts';

const MANIFEST_END = `/${MANIFEST_NAME}`;

/**
 * The roots of the datasets among some files, sorted. Folders and files are URIs in the form of `canonicalUri`; a
 * manifest outside all folders makes no root.
 */
export function datasetRoots(folders: Iterable<string>, files: Iterable<string>): string[] {
  const named = [...folders];
  const roots = new Set(named);
  for (const file of files) {
    if (!file.endsWith(MANIFEST_END)) continue;
    const root = file.slice(0, -MANIFEST_END.length);
    if (named.some((folder) => isWithin(root, folder))) roots.add(root);
  }
  return [...roots].sort();
}

/** The deepest root above a file; `undefined` when it stands in none, and so is on its own. */
export function rootOf(file: string, roots: ReadonlySet<string>): string | undefined {
  for (let folder = parentOf(file); folder !== undefined; folder = parentOf(folder))
    if (roots.has(folder)) return folder;
  return undefined;
}

/** Files by the dataset they belong to, in the order given; those of no dataset under `undefined`. */
export function groupByDataset(files: Iterable<string>, roots: Iterable<string>): Map<string | undefined, string[]> {
  const known = new Set(roots);
  const groups = new Map<string | undefined, string[]>();
  for (const file of files) {
    const root = rootOf(file, known);
    const group = groups.get(root);
    if (group) group.push(file);
    else groups.set(root, [file]);
  }
  return groups;
}
