/** Reads files in batches between which others have their turn; of several looks at one file the last begun counts. */
import {
  type FileSource,
  isYamlFile,
  type Listing,
  MAX_BYTES,
  MAX_TEXT_BYTES,
  type ReadResult,
} from './sources/source.ts';

/** What a file held when it was looked at. */
export interface Found {
  readonly uri: string;
  readonly result: ReadResult;
}

/** How many files are read at once. */
const BATCH = 64;

export class Disk {
  readonly #source: FileSource;
  /** The last look begun at each file that is being read. */
  readonly #looks = new Map<string, symbol>();

  constructor(source: FileSource) {
    this.#source = source;
  }

  /** As {@link FileSource.list}. */
  list(folder: string, signal?: AbortSignal): Promise<Listing> {
    return this.#source.list(folder, signal);
  }

  /** The files that are being read. */
  get underWay(): Iterable<string> {
    return this.#looks.keys();
  }

  /**
   * Reads files, in the order given. `take` gets each batch at once; a file that somebody has begun to read again
   * meanwhile is not in it, so that nothing older ever follows what is newer.
   * @param next is called after each batch with how many files have been read, and waited for
   */
  async read(
    uris: readonly string[],
    take: (found: readonly Found[]) => void,
    next: (read: number) => Promise<void> = async () => {},
    signal?: AbortSignal,
  ): Promise<void> {
    for (let read = 0; read < uris.length && !signal?.aborted; read += BATCH) {
      const found = await Promise.all(uris.slice(read, read + BATCH).map((uri) => this.#look(uri)));
      take(found.flatMap((look) => (this.#isLast(look) ? [look] : [])));
      await next(Math.min(read + BATCH, uris.length));
    }
  }

  async #look(uri: string): Promise<Found & { readonly look: symbol }> {
    const look = Symbol(uri);
    this.#looks.set(uri, look);
    const result = await this.#source.read(uri, isYamlFile(uri) ? MAX_BYTES : MAX_TEXT_BYTES);
    return { uri, result, look };
  }

  #isLast({ uri, look }: { readonly uri: string; readonly look: symbol }): boolean {
    if (this.#looks.get(uri) !== look) return false;
    this.#looks.delete(uri);
    return true;
  }
}
