// Many problems mended at once: as a file is saved, and from the menu of quick fixes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, putCursor, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const EXCEPTIONS =
  'exceptions:\n  - { rule: bad-date, reason: as printed }\n  - { rule: duplicate-key, reason: as printed }\n';

describe('all problems that have a certain fix', () => {
  let before: string;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openSample(GABALA);
    before = editor.document.getText();
    await replace(editor, 'kind: summit\n', `kind: summit\n${EXCEPTIONS}`);
    await diagnosticsOf(
      editor.document.uri,
      (it) => it.filter((one) => codeOf(one) === 'unused-exception').length === 2,
    );
  });
  afterEach(closeEverything);

  it('are mended as the file is saved, if one likes', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, vscode.ConfigurationTarget.Global);
    try {
      assert.ok(await editor.document.save());
      assert.equal(editor.document.getText(), before);
      await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are mended from the menu of quick fixes', async function () {
    if (!drivesPage) this.skip();
    await putCursor(editor, rangeOf(editor.document, 'bad-date').start);
    await inPage({ do: 'press', key: 'Control+.' });
    const all = '.action-widget .monaco-list-row.action:has-text("problems in this file")';
    await inPage({ do: 'waitFor', selector: all });
    await screenshot('fix-all');
    await inPage({ do: 'click', selector: all });
    await waitFor('the fixes', () => editor.document.getText() === before, {
      on: [vscode.workspace.onDidChangeTextDocument],
    });
  });
});
