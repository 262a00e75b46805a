/** How files are named to whoever has called a command. */
import { relative, sep } from 'node:path';
import { filePath } from '../../sources/node-files.ts';

/** The path of a file from the current directory, with forward slashes. */
export function pathFromHere(uri: string): string {
  return relative(process.cwd(), filePath(uri)).split(sep).join('/');
}
