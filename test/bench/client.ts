/** A language server in a process of its own over stdio, and the client that asks and waits for it with a clock in its hand. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  type Position,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/protocol.ts';
import { peakMemory } from './memory.ts';

/** Longest time, in milliseconds, that an answer may take before the run is given up. */
const PATIENCE = 120_000;

/** How a server is started and what it finds in the settings. */
export interface ServerCommand {
  readonly name: 'ours' | 'theirs';
  /** Arguments for Node: the script and what it is told. */
  readonly args: readonly string[];
  /** What its environment has besides ours. */
  readonly env?: Readonly<Record<string, string>>;
  readonly languageId: string;
  /** What it is told with the first hello, besides what every server is. */
  readonly options?: InitializationOptions;
  /** What `workspace/configuration` answers for a section. */
  readonly settings: (section: string | undefined) => unknown;
}

/** Whether what is published of a file is what is waited for. */
export type Settled = (diagnostics: readonly Diagnostic[]) => boolean;

export class LanguageClient {
  readonly name: ServerCommand['name'];
  readonly #command: ServerCommand;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: MessageConnection;
  readonly #versions = new Map<string, number>();
  /** Files that have had a problem. */
  readonly #wrong = new Set<string>();
  readonly #listeners = new Set<(uri: string, diagnostics: readonly Diagnostic[]) => void>();

  private constructor(command: ServerCommand) {
    this.name = command.name;
    this.#command = command;
    this.#process = spawn(process.execPath, [...command.args], {
      stdio: 'pipe',
      env: { ...process.env, ...command.env },
    });
    this.#process.stderr.resume();
    this.#process.stdin.on('error', () => {}); // a server that has died is noticed by what it no longer says
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
  }

  /** Starts a server for a folder and says hello; `onStart` sees the client before the first word is said. */
  static async start(
    command: ServerCommand,
    folder: string,
    onStart = (_: LanguageClient) => {},
  ): Promise<LanguageClient> {
    const client = new LanguageClient(command);
    onStart(client);
    await client.#greet(folder);
    return client;
  }

  async #greet(folder: string): Promise<void> {
    const connection = this.#connection;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        if (diagnostics.length > 0) this.#wrong.add(uri);
        for (const listener of [...this.#listeners]) listener(uri, diagnostics);
      },
    );
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => this.#command.settings(section) ?? null),
    );
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      initializationOptions: this.#command.options ?? {},
      capabilities: {
        textDocument: {
          synchronization: { dynamicRegistration: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          publishDiagnostics: { relatedInformation: true },
        },
        window: { workDoneProgress: true },
        workspace: {
          workspaceFolders: true,
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  }

  /** Hears every publication until the function returned is called. */
  listen(listener: (uri: string, diagnostics: readonly Diagnostic[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The moment, on `performance.now()`'s clock, at which something that settles is next published of a file. */
  published(uri: string, settled: Settled): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${this.name}: no diagnostics of ${uri} came within ${PATIENCE / 1000} s.`));
      }, PATIENCE);
      const stop = this.listen((of, diagnostics) => {
        if (of !== uri || !settled(diagnostics)) return;
        const now = performance.now();
        clearTimeout(timer);
        stop();
        resolve(now);
      });
    });
  }

  /** Waits until each of some files has had a problem published, be it long ago. */
  async allWrong(uris: readonly string[]): Promise<void> {
    const missing = uris.filter((uri) => !this.#wrong.has(uri));
    await Promise.all(missing.map((uri) => this.published(uri, (diagnostics) => diagnostics.length > 0)));
  }

  /** Waits until nothing at all has been published for this many milliseconds. */
  quiet(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        stop();
        resolve();
      };
      let timer = setTimeout(done, milliseconds);
      const stop = this.listen(() => {
        clearTimeout(timer);
        timer = setTimeout(done, milliseconds);
      });
    });
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: this.#command.languageId, version: 1, text },
    });
  }

  /** Replaces what stands in a range. */
  async change(uri: string, range: Range, text: string): Promise<void> {
    const version = this.#versions.get(uri)! + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks about a place (`completion`, `hover`) or a whole text (`documentSymbol`). */
  ask<T>(method: string, uri: string, position?: Position): Promise<T> {
    return this.#connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
  }

  /** Looks for a record in all files. */
  find(query: string): Promise<unknown> {
    return this.#connection.sendRequest('workspace/symbol', { query });
  }

  /** The most memory it has held so far, in MB; `undefined` where the system does not tell. */
  memory(): number | undefined {
    return peakMemory(this.#process.pid!);
  }

  /** Ends the process in a few seconds at most; a second call does nothing. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const deadline = setTimeout(() => child.kill('SIGKILL'), 5000);
      try {
        await Promise.race([this.#connection.sendRequest('shutdown'), gone]);
        await this.#connection.sendNotification('exit');
      } catch {
        child.kill(); // it no longer listens
      }
      await gone;
      clearTimeout(deadline);
    }
    this.#connection.dispose();
  }
}
