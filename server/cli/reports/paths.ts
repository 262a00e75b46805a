/** Files as other programs name them: by their path from the folder that a service has checked out, or by their URI. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { encodeName } from '../../dataset/stored-texts/file-path.ts';
import { fileUri } from '../../sources/node-files.ts';

/** What a service that runs commands says of the place it runs them in. */
export type ServiceEnvironment = Readonly<Partial<Record<'GITHUB_WORKSPACE', string>>>;

/** The folder from which paths count: what GitHub has checked out, where the current directory lies in it, else that directory. */
export function baseFolder(here: string, { GITHUB_WORKSPACE: checkout }: ServiceEnvironment): string {
  return checkout && isInside(relative(checkout, here)) ? resolve(checkout) : here;
}

/** Paths from the current directory, seen from another folder. */
export class Paths {
  readonly #here: string;
  readonly #base: string;

  constructor(here: string, base: string) {
    this.#here = here;
    this.#base = base;
  }

  /** The URI of the folder from which paths count, with a slash at its end. */
  get baseUri(): string {
    return `${fileUri(this.#base).replace(/\/$/, '')}/`;
  }

  /** With forward slashes; from the top of the file system for what lies outside. */
  path(file: string): string {
    return (this.#within(file) ?? resolve(this.#here, file)).split(sep).join('/');
  }

  /** Relative to {@link baseUri}; absolute for what lies outside. */
  uri(file: string): { readonly uri: string; readonly isRelative: boolean } {
    const way = this.#within(file);
    if (way === undefined) return { uri: fileUri(resolve(this.#here, file)), isRelative: false };
    return { uri: way.split(sep).map(encodeName).join('/'), isRelative: true };
  }

  #within(file: string): string | undefined {
    const way = relative(this.#base, resolve(this.#here, file));
    return isInside(way) ? way : undefined;
  }
}

function isInside(way: string): boolean {
  // Windows answers with a whole path where the two are on different drives.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
