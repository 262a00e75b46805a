// Citing with the keyboard: a source that there is, and one made of a pasted address and headline.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { drivesPage, screenshot } from './support/page.ts';
import { asked, done, listed, press, told, type, typed } from './support/questions.ts';
import { closeEverything, openSample, putCursor, rangeOf, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const COUNCIL = 'proposals/kaz-ots-cybersecurity-council-2025.yaml';
const MADE = 'sources/tass-2025-10-07-1999999.yaml';

describe('citing a source', () => {
  before(function () {
    if (!drivesPage) this.skip();
  });
  afterEach(closeEverything);

  async function begin(): Promise<{ editor: vscode.TextEditor; citing: Thenable<unknown> }> {
    const editor = await openSample(COUNCIL);
    await waitFor('the language id', () => editor.document.languageId === 'security-initiatives');
    await putCursor(editor, rangeOf(editor.document, 'title:').start);
    const citing = vscode.commands.executeCommand('securityInitiatives.addCitation');
    await asked('Add citation to');
    return { editor, citing };
  }

  it('adds one that is found by its publisher and day', async () => {
    const { editor, citing } = await begin();
    const before = editor.document.getText();
    await listed('New source');
    await screenshot('add-citation');
    await type('ТАСС 2025-09-01');
    await listed('tass-2025-09-01-2010153');
    await screenshot('add-citation-found');
    await press('Enter');
    await citing;
    await waitFor('the citation', () => editor.document.getText().includes('tass-2025-09-01-2010153'));
    assert.match(editor.document.getText(), /\n {2}- (\{ )?source: tass-2025-09-01-2010153/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('makes one of an address and a headline that are pasted', async () => {
    const { editor, citing } = await begin();
    await type('https://tass.com/world/2025/10/07/1999999 Leaders meet in Gabala');
    await listed('New source from this address');
    await screenshot('add-citation-address');
    await press('Enter');
    await asked('New source: Title');
    assert.equal(await typed(), 'Leaders meet in Gabala');
    await press('Enter');
    await asked('New source: Publisher');
    assert.equal(await typed(), 'TASS');
    await screenshot('add-citation-publisher');
    await press('Enter');
    await asked('New source: Published');
    await told('7 October 2025');
    await press('Enter');
    await asked('New source: Id');
    assert.equal(await typed(), 'tass-2025-10-07-1999999');
    await press('Enter');
    await citing;
    await waitFor('the citation', () => editor.document.getText().includes('source: tass-2025-10-07-1999999'));
    await screenshot('add-citation-made');
    const made = new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri(MADE)));
    assert.match(
      made,
      /\npublisher: TASS\nurl: https:\/\/tass\.com\/world\/2025\/10\/07\/1999999\npublished: 2025-10-07\n/,
    );
    await closeEverything();
    await vscode.workspace.fs.delete(sampleUri(MADE));
  });

  it('is offered where a record cites nothing', async () => {
    const editor = await openSample(COUNCIL);
    await waitFor('the language id', () => editor.document.languageId === 'security-initiatives');
    const { document } = editor;
    const citations = new vscode.Range(
      rangeOf(document, 'citations:').start,
      document.lineAt(document.lineCount - 1).range.end,
    );
    await editor.edit((edit) => edit.delete(citations));
    const [problem] = await diagnosticsOf(document.uri, (all) => all.some((each) => codeOf(each) === 'uncited'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const offered = actions.filter(({ title }) => title === 'Add Citation…');
    assert.deepEqual(
      offered.map(({ command }) => command?.command),
      ['securityInitiatives.addCitation'],
    );
  });

  it('offers the source that there is for a page, and leaves no trace when it is called off', async () => {
    const { editor, citing } = await begin();
    const before = editor.document.getText();
    await type('http://www.trend.az/business/4100562.html?utm_source=x');
    await listed('President of Kazakhstan puts forth');
    await listed('cited here already');
    await screenshot('add-citation-known');
    await press('Escape');
    await citing;
    await done();
    assert.equal(editor.document.getText(), before);
  });
});
