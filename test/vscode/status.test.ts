// The "Dataset" status item and the summary behind it: what they count, how they follow, and how the server is started again from there.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { findsServer, serverProcesses } from './support/language-server.ts';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const STATUS = '.hover-language-status';
const SUMMARY = 'security-initiatives-summary';

describe('the status of the dataset', () => {
  before(function () {
    if (!drivesPage) this.skip();
  });
  afterEach(async () => {
    await inPage({ do: 'press', key: 'Escape' });
    await closeEverything();
  });

  it('counts records and problems of the active editor’s dataset, and leads to the summary', async () => {
    const editor = await openSample(GABALA);
    await look();
    await inPage({ do: 'waitFor', selector: `${STATUS}:has-text("no problems"):has-text("records")` });
    await screenshot('status');
    await replace(editor, 'host: AZE', 'host: AZX');
    await inPage({ do: 'waitFor', selector: `${STATUS}:has-text("1 error")` });
    await inPage({ do: 'click', selector: `${STATUS} a:has-text("Show Summary")` });
    const document = await summary();
    assert.match(document.getText(), /\| unknown\\-reference \| 1 \|/);
  });
});

describe('the summary of a dataset', () => {
  afterEach(closeEverything);

  it('is counted anew when it is looked at again', async () => {
    const editor = await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showSummary');
    const document = await summary();
    assert.doesNotMatch(document.getText(), /unknown\\-reference/);
    assert.match(document.getText(), /^## Records by kind$/m);
    await replace(await openSample(GABALA), 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    await vscode.commands.executeCommand('vscode.open', document.uri);
    await waitFor('the new problem in the summary', () => /unknown\\-reference/.test(document.getText()));
    await screenshot('summary');
  });

  it('shows what a title holds as text', async () => {
    const editor = await openSample('initiatives.yaml');
    const title = /^dataset: .*$/m.exec(editor.document.getText())![0];
    await replace(editor, title, 'dataset: "<b>x</b> [y](command:z) $(eye)"');
    await vscode.commands.executeCommand('securityInitiatives.showSummary');
    const document = await summary();
    await waitFor('the title', () =>
      document.getText().startsWith('# \\<b\\>x\\<\\/b\\> \\[y\\]\\(command\\:z\\) \\$\\(eye\\)'),
    );
  });

  it('is that of the only dataset where no record is open', async () => {
    await vscode.commands.executeCommand('securityInitiatives.showSummary');
    assert.match((await summary()).getText(), /^## Records by year$/m);
  });
});

describe('the command to restart the server', () => {
  before(function () {
    if (!findsServer) this.skip();
  });
  afterEach(closeEverything);

  it('starts another one that knows what is open and not saved', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    const before = serverProcesses();
    await vscode.commands.executeCommand('securityInitiatives.restartServer');
    await diagnosticsOf(editor.document.uri);
    await waitFor('the old server to end', () => serverProcesses().every((id) => !before.includes(id)));
    assert.equal(serverProcesses().length, 1);
    await replace(editor, 'host: AZX', 'host: AZE');
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
  });

  it('ends one that hangs', async function () {
    this.timeout(30_000);
    const editor = await openSample(GABALA);
    await diagnosticsOf(editor.document.uri, () => true);
    const [hung] = serverProcesses();
    assert.ok(hung, 'no language server runs');
    process.kill(hung, 'SIGSTOP');
    await vscode.commands.executeCommand('securityInitiatives.restartServer');
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    await waitFor('the hung server to end', () => !serverProcesses().includes(hung));
  });

  it('has the output beside it', async function () {
    if (!drivesPage) this.skip();
    await vscode.commands.executeCommand('securityInitiatives.showOutput');
    await inPage({
      do: 'waitFor',
      selector:
        '.panel .monaco-select-box:has-text("Security Initiatives"), .panel select[title*="Security Initiatives"], .panel [aria-label*="Security Initiatives"]',
    });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});

/** Opens the language's status items and keeps them open. */
async function look(): Promise<void> {
  await inPage({ do: 'click', selector: '[id="status.languageStatus"]' });
  await inPage({ do: 'waitFor', selector: STATUS });
}

/** The summary, once its text is there. */
function summary(): Promise<vscode.TextDocument> {
  return waitFor('the summary', () =>
    vscode.workspace.textDocuments.find(({ uri, lineCount }) => uri.scheme === SUMMARY && lineCount > 1),
  );
}
