/** A workspace on no disk: the client's answers, the real server's questions, and a file system that is in memory. */
import { expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Diagnostic } from 'vscode-languageserver-types';
import { serveFiles } from '../../client/file-requests.ts';
import { ServerSession } from '../support/server.ts';
import { Spy } from './spied.ts';

const memory = vi.hoisted(() => {
  class FileSystemError extends Error {
    readonly code = 'FileNotFound';
  }
  /** URIs of files, and what they hold. */
  return { files: new Map<string, Uint8Array>(), FileSystemError };
});

/** As much of VS Code as answers the server's questions for files. */
vi.mock('vscode', () => ({
  FileSystemError: memory.FileSystemError,
  Uri: {
    parse: (text: string) => new URL(text),
    joinPath: (folder: URL, name: string) => new URL(`${folder}/${encodeURI(name)}`),
  },
  FileType: { File: 1, Directory: 2 },
  workspace: {
    fs: {
      readDirectory: async (folder: URL) => {
        const names = [...memory.files.keys()]
          .filter((uri) => uri.startsWith(`${folder}/`))
          .map((uri) => decodeURI(uri.slice(`${folder}/`.length)).split('/'));
        return [...new Map(names.map(([name = '', ...more]) => [name, more.length > 0 ? 2 : 1]))];
      },
      readFile: async (uri: URL) => {
        const bytes = memory.files.get(String(uri));
        if (!bytes) throw new memory.FileSystemError();
        return bytes;
      },
    },
  },
}));

const FOLDER = 'memory://nowhere/data';
const write = (name: string, text: string) =>
  memory.files.set(`${FOLDER}/${encodeURI(name)}`, new TextEncoder().encode(text));

it('is checked as a whole, with records of files that nobody has opened, and no disk is looked at', async () => {
  write('initiatives.yaml', 'dataset: In memory\nrules: { id-file-mismatch: off }\n');
  write('persons/Жанна.yaml', 'kind: person\nid: p\nname: Жанна\noffices: [{ title: President, state: XQQ }]\n');
  write('states/xaa.yaml', 'kind: state\nid: XAA\nname: Somewhere\n');

  const spy = new Spy();
  for (const [name, value] of Object.entries(spy.env)) vi.stubEnv(name, value);
  const session = new ServerSession({});
  vi.unstubAllEnvs();
  serveFiles({ onRequest: session.connection.onRequest.bind(session.connection) } as unknown as BaseLanguageClient);
  const found = new Map<string, string[]>();
  session.connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      const codes = diagnostics.map(({ code }) => String(code));
      found.set(decodeURIComponent(uri), codes);
    },
  );
  const person = `${FOLDER}/persons/Жанна.yaml`;
  try {
    const workspaceFolders = [{ uri: FOLDER, name: 'data' }];
    await session.start({ initializationOptions: { files: 'client' }, client: { rootUri: FOLDER, workspaceFolders } });
    await session.hasReadAll();
    await expect.poll(() => found.get(person), { timeout: 10_000 }).toEqual(['unknown-reference']);

    write('persons/Жанна.yaml', 'kind: person\nid: p\nname: Жанна\noffices: [{ title: President, state: XAA }]\n');
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: encodeURI(person), type: 2 }],
    });
    await expect.poll(() => found.get(person), { timeout: 10_000 }).toEqual([]);
    const read = spy.of('file').filter((call) => call.includes('.yaml'));
    expect(read).toEqual([]);
  } finally {
    await session.stop();
  }
});
