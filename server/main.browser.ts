/** The server in a web worker: files come through the client. */
import { localToday, onNewDay } from './clock.ts';
import { Inbox } from './inbox.ts';
import { serve } from './server.ts';
import { ClientFiles } from './sources/client-files.ts';

/** Serves whoever has started the worker. */
export async function startBrowserServer(): Promise<void> {
  const { BrowserMessageReader, BrowserMessageWriter, createConnection } = await import(
    'vscode-languageserver/browser'
  );
  const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
  const connection = createConnection(reader, writer, { messageStrategy: new Inbox() });
  serve(connection, {
    source: () => new ClientFiles((method, params) => connection.sendRequest(method, params)),
    now: () => performance.now(),
    afterMessages: (call) => setTimeout(call, 0),
    today: localToday,
    onNewDay,
  });
}
