// The language server's process dies: it is started again, and problems and timeline go on as if nothing had been.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { findsServer, serverProcesses } from './support/language-server.ts';
import { drivesPage, inPage } from './support/page.ts';
import { closeEverything, openSample, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const WEBVIEW = 'security-initiatives.security-initiatives';
const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const ITEM = '[data-key="summit/ots-summit-2025-gabala"]';

describe('when the language server crashes', () => {
  before(function () {
    if (!findsServer) this.skip();
  });
  afterEach(closeEverything);

  it('starts again and tells problems of texts that are not saved', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    await crash();
    await diagnosticsOf(editor.document.uri);
    await replace(editor, 'host: AZX', 'host: AZE');
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
    await replace(editor, 'status: held', 'status: hled');
    const [problem] = await diagnosticsOf(editor.document.uri);
    assert.equal(editor.document.getText(problem?.range), 'hled');
  });

  it('goes on with the timeline that was open', async function () {
    if (!drivesPage) this.skip();
    const editor = await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    await crash();
    await replace(editor, 'name: 12th Summit', 'name: After the crash, 12th Summit');
    await inPage({ do: 'waitFor', selector: `${ITEM}[aria-label^="After the crash"]`, webview: WEBVIEW });
  });
});

/** Ends the server as a crash would, and waits until there is another one. */
async function crash(): Promise<void> {
  const [id] = serverProcesses();
  assert.ok(id, 'no language server runs');
  process.kill(id, 'SIGKILL');
  await waitFor('another language server', () => serverProcesses().some((it) => it !== id));
}
