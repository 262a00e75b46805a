// The language server's process dies: it is started again, and problems and timeline go on as if nothing had been.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { findsServer, serverProcesses } from './support/language-server.ts';
import { clearMessages, showMessages } from './support/notifications.ts';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const WEBVIEW = 'security-initiatives.security-initiatives';
const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const MESSAGE = '.notification-list-item:has-text("keeps crashing")';
/** Every notification of the extension. */
const OURS = '.notification-list-item:has-text("Security Initiatives")';
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

  it('settles a request that was under way, and answers the next', async () => {
    const editor = await openSample(GABALA);
    const at = rangeOf(editor.document, 'ots-summit-2025-gabala').start;
    const rename = () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        at,
        'gabala',
      );
    await rename();
    const [id] = serverProcesses();
    assert.ok(id, 'no language server runs');
    // Halted, it cannot answer before it dies.
    process.kill(id, 'SIGSTOP');
    const underWay = Promise.resolve(rename()).then(
      (edit) => edit?.size ?? 0,
      () => 0,
    );
    await crash();
    assert.equal(await underWay, 0);
    await waitFor('a rename by the new server', async () => ((await rename())?.size ?? 0) > 0);
  });

  it('over and over, says so plainly once, and starts again on demand with all that was there', async function () {
    if (!drivesPage) this.skip();
    this.timeout(60_000);
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    await clearMessages(); // what other stories have said
    // The crashes of the stories before count, too.
    for (let crashes = 0; crashes < 5 && !(await hasGivenUp()); crashes++) await crash(hasGivenUp);
    assert.ok(await hasGivenUp(), 'nothing is said after five crashes');
    assert.deepEqual(serverProcesses(), []);
    await screenshot('server-keeps-crashing');
    assert.equal(await inPage({ do: 'count', selector: OURS }), 1, 'more is said than need be');
    await openSample(GABALA);
    await vscode.commands.executeCommand('notifications.hideList'); // it lies over the status
    await inPage({ do: 'click', selector: '[id="status.languageStatus"]' });
    await screenshot('server-stopped');
    await inPage({ do: 'waitFor', selector: '.hover-language-status:has-text("Language server stopped")' });
    await inPage({ do: 'click', selector: '.hover-language-status a:has-text("Restart")' });
    await waitFor('another language server', () => serverProcesses().length > 0);
    await diagnosticsOf(editor.document.uri);
    await replace(editor, 'name: 12th Summit', 'name: Started again, 12th Summit');
    await inPage({ do: 'waitFor', selector: `${ITEM}[aria-label^="Started again"]`, webview: WEBVIEW });
    await clearMessages();
  });
});

/** Whether the message is there that the server is not started again by itself. */
async function hasGivenUp(): Promise<boolean> {
  await showMessages();
  return (await inPage({ do: 'count', selector: MESSAGE })) > 0;
}

/** Ends the server as a crash would, and waits until there is another one, or it is known that there will be none. */
async function crash(isForGood: () => Promise<boolean> = async () => false): Promise<void> {
  const [id] = serverProcesses();
  assert.ok(id, 'no language server runs');
  process.kill(id, 'SIGKILL');
  await waitFor(
    'another language server',
    async () => serverProcesses().some((it) => it !== id) || (await isForGood()),
  );
}
