// The timeline beside the text: it opens, shows the dataset, leads to the text and follows it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const WEBVIEW = 'security-initiatives.security-initiatives';
const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const ITEM = '[data-key="summit/ots-summit-2025-gabala"]';

describe('the timeline', () => {
  before(function () {
    if (!drivesPage) this.skip();
  });
  afterEach(closeEverything);

  it('opens beside a record from the button in its title, and outlines the record under the cursor', async () => {
    const { document } = await openSample(GABALA);
    await waitFor('the language id', () => document.languageId === 'security-initiatives');
    await inPage({ do: 'showTimelineToSide' });
    await inPage({ do: 'waitFor', selector: `.selected${ITEM}`, webview: WEBVIEW });
    await screenshot('timeline-beside');
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview);
    assert.match(tab?.label ?? '', /Timeline/);
    assert.equal(vscode.window.activeTextEditor?.document, document, 'the text keeps the focus');
  });

  it('finds the summit of Gabala, and a click on it lands in the YAML', async () => {
    await openSample('documents/gabala-declaration-2025.yaml');
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: 'svg', webview: WEBVIEW });
    await inPage({ do: 'click', selector: 'input[type=search], .search-input', webview: WEBVIEW });
    await inPage({ do: 'type', text: '12th Summit' });
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    await screenshot('timeline-search');
    await inPage({ do: 'click', selector: `${ITEM} .glyph`, webview: WEBVIEW });
    const editor = await waitFor('the summit in an editor', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(GABALA)),
    );
    await waitFor('the id selected', () => editor.document.getText(editor.selection) === 'ots-summit-2025-gabala');
    assert.equal(editor.viewColumn, vscode.ViewColumn.One);
  });

  it('follows an edit, and keeps the drawing while the text is broken', async () => {
    const editor = await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    await replace(editor, 'name: 12th Summit', 'name: Meeting of the leaders, 12th Summit');
    await inPage({ do: 'waitFor', selector: `${ITEM}[aria-label^="Meeting of the leaders"]`, webview: WEBVIEW });
    await replace(editor, 'name: Meeting', 'name: "Meeting');
    await inPage({ do: 'waitFor', selector: '.banner:visible', webview: WEBVIEW });
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    await screenshot('timeline-broken');
    await replace(editor, 'name: "Meeting', 'name: Meeting');
    await inPage({ do: 'waitFor', selector: '.banner', state: 'hidden', webview: WEBVIEW });
  });

  it('shows which record has an error', async () => {
    const editor = await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    await replace(editor, 'host: AZE', 'host: AZX');
    await inPage({ do: 'waitFor', selector: `${ITEM} .badge.error`, webview: WEBVIEW });
  });

  it('follows the cursor from record to record', async () => {
    const first = await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: `.selected${ITEM}`, webview: WEBVIEW });
    const second = await openSample('documents/gabala-declaration-2025.yaml', first.viewColumn);
    const { start } = rangeOf(second.document, 'id: ');
    second.selection = new vscode.Selection(start, start);
    await inPage({
      do: 'waitFor',
      selector: '.selected[data-key="document/gabala-declaration-2025"]',
      webview: WEBVIEW,
    });
  });

  it('opens in the place of the text when asked to', async () => {
    const { document } = await openSample(GABALA);
    await waitFor('the language id', () => document.languageId === 'security-initiatives');
    await vscode.commands.executeCommand('securityInitiatives.showTimeline');
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    assert.equal(vscode.window.tabGroups.all.length, 1);
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview);
  });

  it('goes to the text with the focus on Enter and on a double click, and keeps it on a click', async () => {
    await openSample('documents/gabala-declaration-2025.yaml');
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    const isActive = () => vscode.window.activeTextEditor?.document.uri.path.endsWith(GABALA) ?? false;
    for (const go of ['Enter', 'double click'] as const) {
      await inPage({ do: 'click', selector: `${ITEM} .glyph`, webview: WEBVIEW });
      await waitFor('the summit in an editor', () =>
        vscode.window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith(GABALA)),
      );
      await inPage({ do: 'waitFor', selector: `${ITEM}:focus`, webview: WEBVIEW });
      if (go === 'Enter') await inPage({ do: 'press', key: 'Enter' });
      else await inPage({ do: 'click', selector: `${ITEM} .glyph`, clickCount: 2, webview: WEBVIEW });
      await waitFor(`the focus in the text after ${go}`, isActive, { on: [vscode.window.onDidChangeActiveTextEditor] });
      await inPage({ do: 'waitFor', selector: '.monaco-editor.focused' });
      await openSample('documents/gabala-declaration-2025.yaml');
    }
  });

  it('wears the colours of the theme, and follows it', async () => {
    const workbench = vscode.workspace.getConfiguration('workbench');
    await openSample(GABALA);
    await vscode.commands.executeCommand('securityInitiatives.showTimelineToSide');
    await inPage({ do: 'waitFor', selector: ITEM, webview: WEBVIEW });
    const colorsIn = async (theme: string, sort: string) => {
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await inPage({ do: 'waitFor', selector: `body.vscode-${sort}`, webview: WEBVIEW });
      return [
        await inPage({ do: 'style', selector: 'body', property: 'color', webview: WEBVIEW }),
        await inPage({ do: 'style', selector: `${ITEM} .glyph`, property: 'stroke', webview: WEBVIEW }),
      ];
    };
    try {
      // Each of another sort than the one before: only then is the page known to wear it.
      const dark = await colorsIn('Default Dark Modern', 'dark');
      const light = await colorsIn('Default Light Modern', 'light');
      assert.notEqual(light[0], dark[0]);
      assert.notDeepEqual(await colorsIn('Default High Contrast', 'high-contrast'), light);
      await screenshot('timeline-high-contrast');
    } finally {
      await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('breaks no content security policy in all of this', async () => {
    const violations = await inPage({ do: 'violations' });
    assert.deepEqual(violations, []);
  });
});
