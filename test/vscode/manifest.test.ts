// The dataset's manifest and texts that are not saved yet: they are completed and checked like records in files.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { closeEverything, openSample, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';

describe('a manifest in the editor', () => {
  afterEach(closeEverything);

  it('has the language of records, and offers its properties and severities', async () => {
    const editor = await openSample('initiatives.yaml');
    const { document } = editor;
    assert.equal(document.languageId, 'security-initiatives');
    await append(editor, '\nru\n');
    assert.ok((await labelsAt(document, rangeOf(document, '\nru').end)).includes('rules'));
    await replace(editor, '\nru\n', '\nrules:\n  unknown-reference: \n');
    const levels = await labelsAt(document, rangeOf(document, 'unknown-reference: ').end);
    assert.deepEqual(levels, ['error', 'warning', 'info', 'hint', 'off']);
  });

  it('sets how bad a problem is elsewhere before it is saved', async () => {
    const record = await openSample(GABALA);
    await replace(record, 'host: AZE', 'host: AZX');
    await diagnosticsOf(record.document.uri, ([it]) => it?.severity === vscode.DiagnosticSeverity.Error);
    const manifest = await openSample('initiatives.yaml');
    await append(manifest, '\nrules: { unknown-reference: hint }\n');
    await diagnosticsOf(record.document.uri, ([it]) => it?.severity === vscode.DiagnosticSeverity.Hint);
    await replace(manifest, 'unknown-reference: hint', 'unknown-reference: off');
    await diagnosticsOf(record.document.uri, (it) => it.length === 0);
  });

  it('says where it is broken itself', async () => {
    const { document } = await append(await openSample('initiatives.yaml'), '\nrecrods: x\n');
    const [problem] = await diagnosticsOf(document.uri);
    assert.equal(document.getText(problem?.range), 'recrods');
  });
});

describe('a record that has never been saved', () => {
  afterEach(closeEverything);

  it('gets the language of records once it names a kind, and is checked against the registry', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    const summit = 'kind: summit\nid: a\nname: A\norganization: ots\nstatus: planned\ndate: 2027\nhost: AZX\n';
    await append(editor, `${summit}citations: [{ source: b }]\n---\nkind: source\nid: b\npublisher: B\n`);
    await waitFor('the language id', () => editor.document.languageId === 'security-initiatives');
    const [problem, ...others] = await diagnosticsOf(document.uri);
    assert.equal(document.getText(problem?.range), 'AZX');
    assert.deepEqual(others, []);
  });
});

async function append(editor: vscode.TextEditor, text: string): Promise<vscode.TextEditor> {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  assert.ok(await editor.edit((edit) => edit.insert(end, text)));
  return editor;
}

async function labelsAt(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const list = await waitFor('completions', async () => {
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return found.items.length > 0 ? found : undefined;
  });
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
