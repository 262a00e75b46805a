// Text put in shape: a whole record, the lines of a selection, and lines as they are typed.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drivesPage, inPage } from './support/page.ts';
import { closeEverything, openSample, putCursor, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';

describe('formatting', () => {
  afterEach(closeEverything);

  it('gives a record its indentation and leaves all else as it is', async () => {
    const editor = await openSample(GABALA);
    const before = editor.document.getText();
    await replace(editor, '  - document: gabala-declaration-2025', '      -   document: gabala-declaration-2025');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await waitFor('the text as it was', () => editor.document.getText() === before, {
      on: [vscode.workspace.onDidChangeTextDocument],
      seen: () => editor.document.getText().slice(600, 1200),
    });
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), before);
  });

  it('of a selection leaves the other lines alone', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, '  - document: gabala-declaration-2025', '    - document: gabala-declaration-2025');
    await replace(editor, '  - 12th summit of', '      - 12th summit of');
    const wrong = rangeOf(editor.document, '    - document: gabala-declaration-2025');
    editor.selection = new vscode.Selection(wrong.start, wrong.end);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    await waitFor('the line', () => editor.document.getText().includes('\n  - document: gabala'), {
      on: [vscode.workspace.onDidChangeTextDocument],
    });
    assert.ok(editor.document.getText().includes('\n      - 12th summit of'));
  });

  it('comes with the keys: after a colon, after a dash', async function () {
    // In a window without a server, VS Code may have no rules for the language yet when the first key comes.
    if (!drivesPage || vscode.env.remoteName === undefined) this.skip();
    const editor = await openSample(GABALA);
    await replace(editor, 'topics:\n', 'theme: x\ntopics:\n');
    await putCursor(editor, rangeOf(editor.document, 'theme: x').end);
    const inTheirColumns = (lines: string) =>
      waitFor('the lines in their columns', () => editor.document.getText().includes(`theme: x\n${lines}`), {
        on: [vscode.workspace.onDidChangeTextDocument],
        seen: () => editor.document.getText().slice(700, 1100),
      });
    // VS Code drops what comes for a key while the next ones are typed, and no person types as fast as a test.
    await inPage({ do: 'press', key: 'Enter' });
    await inPage({ do: 'type', text: 'previous_dates:' });
    await inPage({ do: 'press', key: 'Escape' });
    await inPage({ do: 'press', key: 'Enter' });
    await inTheirColumns('previous_dates:\n  ');
    await inPage({ do: 'type', text: '- ' });
    await inTheirColumns('previous_dates:\n  - ');
    await inPage({ do: 'type', text: 'date: 2025-10-06' });
    await inPage({ do: 'press', key: 'Escape' });
    await inPage({ do: 'press', key: 'Enter' });
    await inTheirColumns('previous_dates:\n  - date: 2025-10-06\n    ');
    await inPage({ do: 'type', text: 'source' });
    await inTheirColumns('previous_dates:\n  - date: 2025-10-06\n    source');
  });

  it('leaves YAML that is no record to others', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'yaml',
      content: 'jobs:\n    - name: build\n',
    });
    await openSample(GABALA);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    assert.equal(edits, undefined);
  });

  it('can put keys in order, if one likes', async () => {
    const editor = await openSample(GABALA);
    const before = editor.document.getText();
    await replace(editor, 'organization: ots\nbody: ots-chs\n', 'body: ots-chs\norganization: ots\n');
    const settings = vscode.workspace.getConfiguration('securityInitiatives');
    await settings.update('format.sortKeys', true, vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      await waitFor('the order', () => editor.document.getText().includes('organization: ots\nbody: ots-chs\n'), {
        on: [vscode.workspace.onDidChangeTextDocument],
      });
      assert.equal(editor.document.getText().length, before.length);
    } finally {
      await settings.update('format.sortKeys', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
