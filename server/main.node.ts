/** The server where Node runs it: over stdio for any editor, over IPC or stdio for VS Code. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localToday } from './clock.ts';
import { type Host, serve } from './server.ts';
import { ClientFiles } from './sources/client-files.ts';
import { NodeFiles } from './sources/node-files.ts';

const host: Host = {
  source: (options, connection) =>
    options.files === 'client'
      ? new ClientFiles((method, params) => connection.sendRequest(method, params))
      : new NodeFiles(),
  now: () => performance.now(),
  today: localToday,
};

/** Serves the connection that the process's arguments name (`--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`). */
export function startNodeServer(): void {
  serve(createConnection(ProposedFeatures.all), host);
}
