/** How files are named to whoever has called a command. */
import { relative, sep } from 'node:path';
import { filePath } from '../../sources/node-files.ts';

/** The folder of the file that was asked for last: most files have the folder of the one before them. */
let last = { folder: '', here: '', prefix: '' };

/** The path of a file from the current directory, with forward slashes. */
export function pathFromHere(uri: string): string {
  const path = filePath(uri);
  const nameAt = path.lastIndexOf(sep) + 1;
  const folder = path.slice(0, nameAt);
  const here = process.cwd();
  if (last.folder !== folder || last.here !== here) last = { folder, here, prefix: relative(here, folder) };
  // A path that leads up may end below again.
  if (last.prefix === '' || last.prefix.startsWith('..')) return withSlashes(relative(here, path));
  return `${withSlashes(last.prefix)}/${path.slice(nameAt)}`;
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
