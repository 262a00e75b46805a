/** The server where Node runs it: over stdio for any editor, over IPC or stdio for VS Code. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { localToday, onNewDay } from './clock.ts';
import { Inbox } from './inbox.ts';
import type { InitializationOptions } from './protocol.ts';
import { type Host, serve } from './server.ts';
import { ClientFiles } from './sources/client-files.ts';
import { filePath, NodeFiles } from './sources/node-files.ts';
import { NodeStorage } from './warm-start/node-storage.ts';

/** Beside what runs: from `dist/` as from the sources it is the same way. */
function rulePage(): string | undefined {
  try {
    const pages = resolve(dirname(realpathSync(process.argv[1] ?? '')), '../docs/rules');
    return existsSync(pages) ? `${pathToFileURL(pages).href}/{rule}.md` : undefined;
  } catch {
    // Whoever runs the server from no file of its own has no pages either.
    return undefined;
  }
}

/** Whoever runs the server from no file of its own cannot tell its builds apart, and has nothing kept. */
function storage({ storage: folder }: InitializationOptions): NodeStorage | undefined {
  const program = process.argv[1];
  if (folder === undefined || program === undefined) return undefined;
  try {
    return new NodeStorage(filePath(folder), program);
  } catch {
    // A folder that is not on this machine is none.
    return undefined;
  }
}

/**
 * The connection handles one message in each round of the event loop. After a change an editor asks several things at
 * once, and each should not have to wait for a slice of other work. Rounds in which nothing happens take microseconds.
 */
const ROUNDS = 8;

function afterMessages(call: () => void, rounds = ROUNDS): void {
  setImmediate(() => (rounds > 1 ? afterMessages(call, rounds - 1) : call()));
}

const host = (): Host => ({
  source: (options, connection) =>
    options.files === 'client'
      ? new ClientFiles((method, params) => connection.sendRequest(method, params))
      : new NodeFiles(),
  storage,
  now: () => performance.now(),
  afterMessages,
  today: localToday,
  onNewDay,
  rulePage: rulePage(),
});

/** Serves the connection that the process's arguments name (`--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`). */
export async function startNodeServer(): Promise<void> {
  const { createConnection, ProposedFeatures } = await import('./connection.node.ts');
  serve(createConnection(ProposedFeatures.all, { messageStrategy: new Inbox() }), host());
}
