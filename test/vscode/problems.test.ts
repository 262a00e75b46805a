// What a problem leads to: the page about its rule, and the places that explain it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { drivesPage, inPage, inWorker, screenshot } from './support/page.ts';
import { closeEverything, openSample, putCursor, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const MARKDOWN = 'vscode.markdown-language-features';

describe('a problem', () => {
  afterEach(closeEverything);

  it("has a code that leads to its rule's section, rendered", async function () {
    if (!drivesPage || inWorker) this.skip(); // the server build has no Markdown for browsers
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    const [problem] = await diagnosticsOf(editor.document.uri);
    await putCursor(editor, problem!.range.start);
    await vscode.commands.executeCommand('editor.action.showHover');
    await inPage({ do: 'waitFor', selector: '.monaco-hover a.code-link' });
    await screenshot('code-link');
    await inPage({ do: 'click', selector: '.monaco-hover a.code-link' });
    await waitFor('the page in a tab', () => activeTab() instanceof vscode.TabInputCustom, {
      on: [vscode.window.tabGroups.onDidChangeTabs],
    });
    await inPage({ do: 'waitFor', selector: 'h1', webview: MARKDOWN });
    await screenshot('rule-page');
    assert.equal(await inPage({ do: 'text', selector: 'h1', webview: MARKDOWN }), 'unknown-reference');
    const text = await inPage({ do: 'text', selector: 'body', webview: MARKDOWN });
    assert.match(text, /Severity: error/);
    assert.doesNotMatch(text, /wrong-kind-reference Severity/);
  });

  it('has a code whose page can be read as text', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    const [problem] = await diagnosticsOf(editor.document.uri);
    const { code } = problem!;
    assert.ok(code && typeof code === 'object');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# unknown-reference\n/);
  });

  it('leads to the other record that has its id', async () => {
    const editor = await openSample('persons/sadyr-japarov.yaml');
    await replace(editor, 'id: sadyr-japarov', 'id: nursultan-nazarbayev');
    const isTold = (it: vscode.Diagnostic) => codeOf(it) === 'duplicate-id';
    const problem = (await diagnosticsOf(editor.document.uri, (it) => it.some(isTold))).find(isTold);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem!.range,
    );
    const { command } = actions.find(({ title }) => title === 'Go to the other `nursultan-nazarbayev`')!;
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const isThere = () => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      if (!document?.uri.path.endsWith('/persons/nursultan-nazarbayev.yaml')) return false;
      return document.getText().startsWith('nursultan-nazarbayev', document.offsetAt(selection!.start));
    };
    await waitFor('the other id under the cursor', isThere, {
      on: [vscode.window.onDidChangeActiveTextEditor, vscode.window.onDidChangeTextEditorSelection],
    });
  });

  it('points to a fact of the registry, which opens read-only', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'organization: ots\n', 'organization: csto\n');
    const isTold = (it: vscode.Diagnostic) => codeOf(it) === 'body-of-other-organization';
    const problem = (await diagnosticsOf(editor.document.uri, (it) => it.some(isTold))).find(isTold);
    const { location } = problem!.relatedInformation![0]!;
    const shown = await vscode.window.showTextDocument(location.uri, { selection: location.range });
    assert.equal(shown.document.getText(location.range), 'ots');
    await screenshot('registry-fact');
    if (!drivesPage) return;
    const text = shown.document.getText();
    await putCursor(shown, location.range.start);
    await inPage({ do: 'press', key: 'x' });
    await inPage({ do: 'waitFor', selector: '.monaco-editor-overlaymessage' }); // it can't be edited, says VS Code
    assert.equal(shown.document.getText(), text);
  });
});

function activeTab(): unknown {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input;
}
