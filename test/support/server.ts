/** A session with the real server process over stdio: a temporary dataset, a client that speaks LSP, and diagnostics to wait for. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/protocol.ts';
import { serverScript } from './server-bundle.ts';

const PATIENCE = 15_000;

/** What a client says that can take all that the server has. */
export const ABLE = {
  window: { workDoneProgress: true },
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ['documentation'] },
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

/** A running server and the client's side of the conversation. */
export class ServerSession {
  readonly folder: string;
  readonly connection: MessageConnection;
  readonly process: ChildProcessWithoutNullStreams;
  initialized!: InitializeResult;
  /** What the client answers when it is asked for settings. */
  settings: unknown = null;
  readonly #diagnostics = new Map<string, Diagnostic[]>();
  readonly #published: string[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #folders: readonly { uri: string; name: string }[] = [];

  /** @param folder where an earlier session has left its dataset; a new one unless given */
  constructor(files: Readonly<Record<string, string>>, folder?: string, server = serverScript()) {
    this.folder = folder ?? realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.process = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        this.#diagnostics.set(params.uri, params.diagnostics);
        this.#published.push(params.uri);
        for (const wake of this.#waiting) wake();
      },
    );
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    for (const feature of ['inlayHint', 'codeLens', 'semanticTokens']) {
      this.connection.onRequest(`workspace/${feature}/refresh`, () => null);
    }
    this.connection.onRequest('workspace/workspaceFolders', () => this.#folders);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => {
        if (this.settings instanceof Error) throw this.settings;
        return this.settings;
      }),
    );
    this.connection.listen();
  }

  /** Says hello; the folder is the workspace unless told otherwise. */
  async start(
    options: {
      initializationOptions?: InitializationOptions;
      folders?: readonly string[];
      /** What takes the place of what this client says of itself otherwise. */
      client?: object;
    } = {},
  ): Promise<this> {
    const folders = (options.folders ?? ['']).map((name) => ({
      uri: this.uri(name).replace(/\/$/, ''),
      name: name || 'root',
    }));
    this.#folders = folders;
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders,
      initializationOptions: options.initializationOptions ?? {},
      capabilities: ABLE,
      ...options.client,
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  /** Takes a folder out of the workspace. */
  async removeFolder(name: string): Promise<void> {
    const removed = this.#folders.filter((folder) => folder.name === name);
    this.#folders = this.#folders.filter((folder) => folder.name !== name);
    await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
  }

  /** The URI of a file of the dataset. */
  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Writes a file to the disk. */
  write(name: string, text: string | Uint8Array): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Removes a file or a folder from the disk. */
  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  /** Tells the server that files have changed on disk: 1 created, 2 changed, 3 deleted. */
  async changedOnDisk(name: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(name), type }],
    });
  }

  async open(name: string, text: string): Promise<void> {
    this.#versions.set(name, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId: 'security-initiatives', version: 1, text },
    });
  }

  /** Replaces the whole text of an open file, as an editor does after a big change. */
  async change(name: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', this.changeOf(name, text));
  }

  /** What {@link change} says. */
  changeOf(name: string, text: string): object {
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    return { textDocument: { uri: this.uri(name), version }, contentChanges: [{ text }] };
  }

  /** Sends notifications in one piece, so that how long this process takes between them does not matter. */
  sendTogether(notifications: readonly (readonly [method: string, params: object])[]): void {
    const frames = notifications.map(([method, params]) => {
      const body = JSON.stringify({ jsonrpc: '2.0', method, params });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.process.stdin.write(frames.join(''));
  }

  async close(name: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Asks about a place of a file. */
  at<T>(method: string, name: string, position: Position, more: object = {}): Promise<T> {
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(name) },
      position,
      ...more,
    });
  }

  /** Settled when the server has read all that it has been told of: only then can it answer over a whole dataset. */
  async hasReadAll(): Promise<void> {
    await this.connection.sendRequest('workspace/symbol', { query: 'anything' });
  }

  /** What the server last said of a file. */
  diagnosticsOf(name: string): Diagnostic[] {
    return this.#diagnostics.get(this.uri(name)) ?? [];
  }

  /** The files that the server has spoken about since this was last asked, in order. */
  takePublished(): string[] {
    return this.#published.splice(0).map((uri) => decodeURIComponent(uri.slice(this.uri('').length + 1)));
  }

  /** Waits until what the server says of a file meets a condition. */
  async waitFor(name: string, wanted: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    await this.waitUntil(
      () => this.#diagnostics.has(this.uri(name)) && wanted(this.diagnosticsOf(name)),
      () =>
        `the diagnostics of ${name}, which are ${JSON.stringify(this.diagnosticsOf(name).map(({ code, message }) => [code, message]))}`,
    );
    return this.diagnosticsOf(name);
  }

  /** Waits, from one publication to the next, until a condition holds. */
  async waitUntil(condition: () => boolean, describe: () => string): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const wake = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        reject(new Error(`Waited ${PATIENCE} ms in vain for ${describe()}.`));
      }, PATIENCE);
      this.#waiting.add(wake);
    });
  }

  /** Ends the server and removes the dataset. @returns the process's exit code */
  async stop(): Promise<number | null> {
    const code = await this.leave();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  /** Ends the server and leaves the dataset to another session. @returns the process's exit code */
  async leave(): Promise<number | null> {
    const exit = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exit;
    this.connection.dispose();
    return code;
  }
}
