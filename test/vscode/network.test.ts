// The language server as VS Code runs it: it talks to the extension, and has nothing open to a network.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { diagnosticsOf } from './support/diagnostics.ts';
import { findsServer, serverProcesses } from './support/language-server.ts';
import { closeEverything, openSample, replace } from './support/samples.ts';
import { internetSockets } from './support/sockets.ts';

describe('the language server', () => {
  before(function () {
    if (!findsServer) this.skip();
  });
  afterEach(closeEverything);

  it('has no socket of the Internet’s protocols while it works', async () => {
    const editor = await openSample('summits/ots-summit-2025-gabala.yaml');
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    const processes = serverProcesses();
    assert.notEqual(processes.length, 0);
    for (const process of processes) assert.equal(internetSockets(process), 0);
  });

  it('would be seen with one, as this process is', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    assert.notEqual(internetSockets(process.pid), 0);
    await new Promise((resolve) => server.close(resolve));
  });
});
