// What a person does to a record: types something wrong, mends it, completes a name, follows a reference.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf } from './support/diagnostics.ts';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import {
  closeEverything,
  openSample,
  putCursor,
  rangeOf,
  replace,
  sampleUri,
  workspaceRoot,
} from './support/samples.ts';
import { nextEvent, waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const COUNCIL = 'proposals/kaz-ots-cybersecurity-council-2025.yaml';

describe('a record in the editor', () => {
  afterEach(closeEverything);

  it('has a language of its own, and no problem', async () => {
    const { document } = await openSample(GABALA);
    await waitFor('the language id', () => document.languageId === 'security-initiatives');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('leaves YAML alone that is no record', async () => {
    const uri = sampleUri('workflow.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('name: build\nkind: Deployment\nhost: AZX\n'));
    const { document } = await openSample('workflow.yaml');
    const record = await openSample(GABALA);
    await replace(record, 'host: AZE', 'host: AZX');
    await diagnosticsOf(record.document.uri);
    assert.equal(document.languageId, 'yaml');
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    await vscode.workspace.fs.delete(uri);
  });

  it('shows a wrong state as it is typed, and mends it with the quick fix', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    const [problem] = await diagnosticsOf(editor.document.uri);
    assert.equal(codeOf(problem!), 'unknown-reference');
    assert.equal(problem?.source, 'security-initiatives');
    assert.equal(editor.document.getText(problem.range), 'AZX');
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    editor.revealRange(problem.range, vscode.TextEditorRevealType.InCenter);
    if (drivesPage) await inPage({ do: 'waitFor', selector: '.squiggly-error' });
    await screenshot('wrong-state');

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title.includes('AZE'));
    assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(editor.document.getText().includes('host: AZE\n'));
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
  });

  it('mends a wrong state from the keyboard', async function () {
    if (!drivesPage) this.skip();
    const editor = await openSample(GABALA);
    await replace(editor, 'host: AZE', 'host: AZX');
    const [problem] = await diagnosticsOf(editor.document.uri);
    await putCursor(editor, problem!.range.start);
    const changed = nextEvent(
      'the fix',
      vscode.workspace.onDidChangeTextDocument,
      ({ document }) => document === editor.document,
    );
    await inPage({ do: 'press', key: 'Control+.' });
    await inPage({ do: 'waitFor', selector: '.action-widget .monaco-list-row.action >> nth=0' });
    await screenshot('quick-fix');
    await inPage({ do: 'press', key: 'Enter' });
    await changed;
    assert.ok(editor.document.getText().includes('host: AZE\n'), editor.document.getText().slice(0, 600));
  });

  it('finds the organization by its name in another script', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'organization: ots\n', 'organization: Тур\n');
    const labels = await completionsAfter(editor, 'organization: Тур');
    assert.ok(labels.includes('ots'), labels.join(', '));
  });

  it('completes an organization and a host from lines that are not finished, in a text that is broken', async () => {
    const editor = await openSample(GABALA);
    await replace(editor, 'name: 12th', 'name: "12th');
    await replace(editor, 'host: AZE\n', 'host: \n');
    await replace(editor, 'organization: ots\n', 'organization:\n');
    assert.ok((await completionsAfter(editor, 'host: ')).includes('AZE'));
    assert.ok((await completionsAfter(editor, 'organization:')).includes('ots'));
  });

  it('writes the blank after the colon and the id when a completion is taken from the list', async function () {
    if (!drivesPage) this.skip();
    const editor = await openSample(GABALA);
    await replace(editor, 'organization: ots\n', 'organization:\n');
    await putCursor(editor, rangeOf(editor.document, 'organization:').end);
    await inPage({ do: 'type', text: 'Тур' });
    await inPage({ do: 'waitFor', selector: '.suggest-widget.visible .monaco-list-row >> nth=0' });
    await screenshot('completion');
    await inPage({ do: 'click', selector: '.suggest-widget.visible .monaco-list-row[aria-label^="ots, "]' });
    await waitFor('the completion', () => editor.document.getText().includes('\norganization: ots\n'), {
      on: [vscode.workspace.onDidChangeTextDocument],
      seen: () => editor.document.lineAt(3).text,
    });
  });

  it('offers a whole record in an empty document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'security-initiatives', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    const labels = await completionsAfter(editor, '');
    assert.ok(
      labels.some((label) => label.includes('summit')),
      labels.join(', '),
    );
  });

  it('goes from a reference to its record, and to the registry, which cannot be edited', async () => {
    const editor = await openSample(COUNCIL);
    const { start } = rangeOf(editor.document, 'ots-summit-2025-gabala');
    const [summit] = await definitions(editor, start);
    assert.equal(summit?.targetUri.toString(), sampleUri(GABALA).toString());
    const opened = await vscode.workspace.openTextDocument(summit.targetUri);
    assert.equal(opened.getText(summit.targetSelectionRange), 'ots-summit-2025-gabala');

    const [state] = await definitions(editor, rangeOf(editor.document, 'KAZ').start);
    assert.equal(state?.targetUri.scheme, 'security-initiatives-registry');
    const registry = await vscode.workspace.openTextDocument(state.targetUri);
    assert.equal(registry.getText(state.targetSelectionRange!), 'KAZ');
  });

  it('shows a card when the pointer rests on a reference', async () => {
    const editor = await openSample(GABALA);
    const at = rangeOf(editor.document, 'organization: ots').end.translate(0, -1);
    const texts = await waitFor('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        at,
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    });
    assert.ok(texts.includes('Organization of Turkic States'), texts);
  });

  it('sees a file come and go on disk', async () => {
    const editor = await openSample(COUNCIL);
    await replace(editor, 'made_at: ots-summit-2025-gabala', 'made_at: new-summit');
    await diagnosticsOf(editor.document.uri, (it) => it.some((problem) => codeOf(problem) === 'unknown-reference'));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri(GABALA)));
    const uri = vscode.Uri.joinPath(workspaceRoot(), 'summits/new-summit.yaml');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(text.replace('id: ots-summit-2025-gabala', 'id: new-summit')),
    );
    await diagnosticsOf(editor.document.uri, (it) => it.every((problem) => codeOf(problem) !== 'unknown-reference'));
    await vscode.workspace.fs.delete(uri);
    await diagnosticsOf(editor.document.uri, (it) => it.some((problem) => codeOf(problem) === 'unknown-reference'));
  });
});

async function completionsAfter(editor: vscode.TextEditor, text: string): Promise<string[]> {
  const at = text === '' ? new vscode.Position(0, 0) : rangeOf(editor.document, text).end;
  const list = await waitFor('completions', async () => {
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at,
    );
    return found.items.length > 0 ? found : undefined;
  });
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function definitions(editor: vscode.TextEditor, at: vscode.Position): Promise<vscode.LocationLink[]> {
  return waitFor('the definition', async () => {
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      at,
    );
    return found.length > 0 ? found : undefined;
  });
}
