// What each setting changes, as somebody who changes it sees it, and that it is as before once it is taken back.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { drivesPage, inPage, inWorker, screenshot } from './support/page.ts';
import { closeEverything, openSample, replace, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const TERM = 'chairmanships/csto-chair-2025-kgz.yaml';
const WEBVIEW = 'security-initiatives.security-initiatives';

describe('a setting', () => {
  /** What has been set, to be taken back. */
  const changed = new Set<string>();

  async function set(name: string, value: unknown): Promise<void> {
    changed.add(name);
    const settings = vscode.workspace.getConfiguration('securityInitiatives');
    await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  }

  afterEach(async () => {
    await closeEverything();
    for (const name of changed) await set(name, undefined);
    changed.clear();
  });

  it('hides problems and shows them again, while everything else goes on', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri);
    await set('validate.enable', false);
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      new vscode.Position(0, 8),
    );
    assert.ok(hovers.length > 0, 'no hover');
    if (drivesPage) {
      await inPage({ do: 'click', selector: '[id="status.languageStatus"]' });
      await inPage({ do: 'waitFor', selector: '.hover-language-status:has-text("problems are not shown")' });
      await inPage({ do: 'press', key: 'Escape' });
    }
    await set('validate.enable', undefined);
    await diagnosticsOf(editor.document.uri);
  });

  it('says how bad the problems of a rule are', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    await diagnosticsOf(editor.document.uri, (it) => it[0]?.severity === vscode.DiagnosticSeverity.Error);
    await set('rules', { 'unknown-reference': 'info' });
    await diagnosticsOf(editor.document.uri, (it) => it[0]?.severity === vscode.DiagnosticSeverity.Information);
  });

  it('says which day is today where the manifest does not', async function () {
    if (inWorker) this.skip(); // the server build has no Markdown for browsers
    const editor = await openSample('initiatives.yaml');
    await replace(editor, 'today: 2025-10-31', '# no day');
    await set('today', '2031-02-03');
    await vscode.commands.executeCommand('securityInitiatives.showSummary');
    await waitFor('the summary of that day', () =>
      vscode.workspace.textDocuments.some((it) => it.getText().includes('As of 2031-02-03.')),
    );
  });

  it('leaves dates without words', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'value: 2025-10-07', 'value: 2025-41');
    await hints((labels) => labels.some((label) => label.includes('half')));
    await set('inlayHints.dates', false);
    const labels = await hints((all) => !all.some((label) => label.includes('half')));
    assert.ok(
      labels.some((label) => label.includes('Azerbaijan')),
      labels.join(', '),
    );
  });

  it('leaves meetings without a count of proposals', async () => {
    await openSample(GABALA);
    await lenses((titles) => titles.some((title) => /made here/.test(title)));
    await set('codeLenses.proposals', false);
    const titles = await lenses((all) => !all.some((title) => /made here/.test(title)));
    assert.ok(
      titles.some((title) => /references/.test(title)),
      titles.join(', '),
    );
  });

  it('leaves terms in the chair without those before and after', async () => {
    await openSample(TERM);
    await lenses((titles) => titles.some((title) => title.includes('Kazakhstan')));
    await set('codeLenses.chairmanships', false);
    await lenses((titles) => !titles.some((title) => title.includes('Kazakhstan')));
  });

  it('says what the lanes of a new timeline stand for, and how it shows its events', async function () {
    if (!drivesPage) this.skip();
    await set('timeline.lanes', 'state');
    await set('timeline.view', 'table');
    await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: 'table', webview: WEBVIEW });
    assert.equal(await inPage({ do: 'value', selector: 'select.dimension', webview: WEBVIEW }), 'state');
    await screenshot('timeline-by-settings');
  });

  it('has the output show what editor and server say to each other', async function () {
    if (!drivesPage) this.skip();
    await set('trace.server', 'messages');
    await vscode.commands.executeCommand('securityInitiatives.showOutput');
    await openSample(GABALA);
    await lenses((titles) => titles.length > 0);
    // The panel shows the last lines alone, whichever messages they are about.
    await inPage({ do: 'waitFor', selector: '.panel .view-line:has-text("Sending") >> nth=0' });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('stands in settings under a name and with a description', () => {
    const { properties } = vscode.extensions.getExtension(WEBVIEW)!.packageJSON.contributes.configuration;
    for (const [name, setting] of Object.entries<Record<string, unknown>>(properties)) {
      const described = String(setting.markdownDescription ?? setting.description ?? '');
      assert.match(name, /^securityInitiatives\.[\w.]+$/);
      assert.match(described, /^\p{Lu}.*\.$/su, name);
      assert.ok(['window', 'resource'].includes(String(setting.scope)), name);
      assert.equal(typeof setting.order, 'number', name);
      assert.notEqual(setting.default, undefined, name);
    }
  });

  /** The labels of the inlay hints of the record at Gabala, once they are accepted. */
  function hints(accept: (labels: readonly string[]) => boolean): Promise<string[]> {
    return waitFor('the hints', async () => {
      const { document } = vscode.window.activeTextEditor!;
      const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        sampleUri(GABALA),
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      const labels = all.map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      );
      return labels.length > 0 && accept(labels) && labels;
    });
  }

  /** The titles of the lenses in the active editor, once they are accepted. */
  function lenses(accept: (titles: readonly string[]) => boolean): Promise<string[]> {
    return waitFor('the lenses', async () => {
      const { uri } = vscode.window.activeTextEditor!.document;
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
      const titles = all.map(({ command }) => command?.title ?? '');
      return titles.length > 0 && accept(titles) && titles;
    });
  }
});
