/** The folders that someone opened or named, by their real places: what a link leads to elsewhere is not read. */
import { isAbsolute, relative, sep } from 'node:path';
import { isWithin } from './uri.ts';

export class Bounds {
  /** Real paths of folders by URI in the form of `canonicalUri`. */
  readonly #opened = new Map<string, string>();

  /** Takes a folder for one that was opened; `real` is its real path now. */
  open(uri: string, real: string): void {
    this.#opened.set(uri, real);
  }

  /** True for what stands below a folder that was opened, by its name alone. */
  isBelow(uri: string): boolean {
    for (const folder of this.#opened.keys()) if (uri !== folder && isWithin(uri, folder)) return true;
    return false;
  }

  /** True for the real path of an opened folder and of what lies in one. */
  hold(real: string): boolean {
    for (const folder of this.#opened.values()) if (isInside(real, folder)) return true;
    return false;
  }
}

/** True for the path of a folder and of what lies in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // Windows answers with a whole path where the two are on different drives.
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}
