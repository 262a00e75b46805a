/** Has the client tell of what changes on the disk, where it lets itself be asked. */
import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { nameOf } from './sources/uri.ts';

/** LSP's `WatchKind`: files and folders that come (1) and go (4). */
const COME_AND_GO = 5 as const;

export class Watchers {
  readonly #connection: Connection;
  readonly #isOffered: boolean;
  readonly #texts = new Set<string>();

  constructor(connection: Connection, isOffered: boolean) {
    this.#connection = connection;
    this.#isOffered = isOffered;
  }

  /** Records, and folders: what comes or goes with one is not always told file by file. */
  begin(): void {
    this.#register([{ globPattern: '**/*.{yaml,yml}' }, { globPattern: '**/*', kind: COME_AND_GO }]);
  }

  /** Files like one that holds no records: by its ending, or by its name where it has none. */
  watch(uri: string): void {
    const name = nameOf(uri).replace(/[*?[\]{}]/g, '?');
    const ending = /[^.](\.[^.]+)$/.exec(name)?.[1];
    const globPattern = `**/${ending ? `*${ending}` : name}`;
    if (this.#texts.has(globPattern)) return;
    this.#texts.add(globPattern);
    this.#register([{ globPattern }]);
  }

  #register(watchers: FileSystemWatcher[]): void {
    if (!this.#isOffered) return;
    this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((reason) => {
      this.#connection.console.warn(`The client does not watch files (${String(reason)}): reopen what has changed.`);
    });
  }
}
