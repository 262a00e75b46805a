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

/** A look at a file: of several the last begun counts. */
interface Look extends Found {
  readonly look: symbol;
}

/** How many files are read at once, unless they take longer than a slice. */
const BATCH = 256;

export class Disk {
  readonly #source: FileSource;
  readonly #slice: () => () => boolean;
  /** The last look begun at each file that is being read. */
  readonly #looks = new Map<string, symbol>();

  /** @param slice begins a slice of work, and gives what tells whether it is over */
  constructor(source: FileSource, slice: () => () => boolean) {
    this.#source = source;
    this.#slice = slice;
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
    for (let read = 0; read < uris.length && !signal?.aborted; ) {
      const looks = this.#lookAtSome(uris, read);
      take((await Promise.all(looks)).filter((look) => this.#isLast(look)));
      read += looks.length;
      await next(read);
    }
  }

  /** Begins to read a few files: as many as a slice allows, should the source read them on the spot. */
  #lookAtSome(uris: readonly string[], from: number): Promise<Look>[] {
    const isOver = this.#slice();
    const looks: Promise<Look>[] = [];
    for (const uri of uris.slice(from, from + BATCH)) {
      looks.push(this.#look(uri));
      if (isOver()) break;
    }
    return looks;
  }

  async #look(uri: string): Promise<Look> {
    const look = Symbol(uri);
    this.#looks.set(uri, look);
    const result = await this.#source.read(uri, isYamlFile(uri) ? MAX_BYTES : MAX_TEXT_BYTES);
    return { uri, result, look };
  }

  #isLast({ uri, look }: Look): boolean {
    if (this.#looks.get(uri) !== look) return false;
    this.#looks.delete(uri);
    return true;
  }
}
