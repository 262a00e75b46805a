/** The folders of the client's window: which files in them count, and which of them are still to be read. */
import { isListedIn, isSkippedFolder } from './sources/source.ts';
import { canonicalUri, isWithin, nameOf, parentOf } from './sources/uri.ts';

/** URIs are in the form of `canonicalUri`. */
export class Folders {
  #all: readonly string[] = [];
  /** Those whose files have not all been read yet, with a mark of when they came: one may go and come back meanwhile. */
  readonly #unread = new Map<string, symbol>();

  get all(): readonly string[] {
    return this.#all;
  }

  /** For {@link read}, once they have been. */
  get unread(): ReadonlyMap<string, symbol> {
    return new Map(this.#unread);
  }

  /** Takes other folders for the window's; those that are new are unread. */
  set(folders: readonly string[]): void {
    const before = this.#all;
    this.#all = [...new Set(folders.map(canonicalUri))];
    for (const folder of this.#all) if (!before.includes(folder)) this.#unread.set(folder, Symbol(folder));
    for (const folder of this.#unread.keys()) if (!this.#all.includes(folder)) this.#unread.delete(folder);
  }

  /** All files of these folders have been read. */
  read(folders: ReadonlyMap<string, symbol>): void {
    for (const [folder, mark] of folders) if (this.#unread.get(folder) === mark) this.#unread.delete(folder);
  }

  /** Whether files of a folder in the window may be missing still. */
  isUnread(folder: string): boolean {
    if (this.#unread.size === 0) return false;
    const around = this.#all.filter((candidate) => isWithin(folder, candidate));
    const nearest = around.reduce((a, b) => (a.length > b.length ? a : b), '');
    return this.#unread.has(nearest);
  }

  /** Whether a file is one that a walk through the folders would show. */
  lists(file: string): boolean {
    return this.#all.some((folder) => isListedIn(file, folder));
  }

  /** Where a walk has to begin to see what is in a path, should it be a folder's: nowhere for a hidden one. */
  walksFor(path: string): readonly string[] {
    const isShown = this.#all.some((folder) => isWithin(path, folder) && !isHidden(path, folder));
    return isShown ? [path] : this.#all.filter((folder) => isWithin(folder, path));
  }
}

/** Tells whether a path lies below one of some folders; what is found out on the way up is kept for the next. */
export function insideAny(folders: ReadonlySet<string>): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const isIn = (folder: string | undefined): boolean => {
    if (folder === undefined) return false;
    let answer = known.get(folder);
    if (answer === undefined) {
      answer = folders.has(folder) || isIn(parentOf(folder));
      known.set(folder, answer);
    }
    return answer;
  };
  return (path) => isIn(parentOf(path));
}

function isHidden(path: string, folder: string): boolean {
  for (let at = path; at !== folder; at = at.slice(0, at.lastIndexOf('/'))) {
    if (isSkippedFolder(nameOf(at))) return true;
  }
  return false;
}
