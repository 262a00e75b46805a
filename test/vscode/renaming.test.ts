// Other names: of a record with its file and all references, of a file with its record, of an anchor.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { drivesPage, inPage, screenshot } from './support/page.ts';
import { closeEverything, openSample, putCursor, rangeOf, replace, sampleUri } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const GABALA = 'summits/ots-summit-2025-gabala.yaml';
const QABALA = 'summits/ots-summit-2025-qabala.yaml';
const COUNCIL = 'proposals/kaz-ots-cybersecurity-council-2025.yaml';

describe('another name', () => {
  afterEach(closeEverything);

  it('of a record changes its id, its file and every reference', async function () {
    if (!drivesPage) this.skip();
    const editor = await openSample(COUNCIL);
    await untilKnown(editor, 'ots-summit-2025-gabala', GABALA);
    await renameByKeys(editor, 'ots-summit-2025-gabala', 'ots-summit-2025-qabala');
    await waitFor('the new file', () => exists(QABALA));
    assert.equal(await exists(GABALA), false);
    const summit = await vscode.workspace.openTextDocument(sampleUri(QABALA));
    assert.match(
      summit.getText(),
      /^kind: summit\nid: ots-summit-2025-qabala\nformer_ids:\n {2}- ots-summit-2025-gabala\nname/,
    );
    await waitFor('the reference', () => editor.document.getText().includes('made_at: ots-summit-2025-qabala'), {
      on: [vscode.workspace.onDidChangeTextDocument],
    });
    await vscode.workspace.saveAll(false);
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);

    await untilKnown(editor, 'ots-summit-2025-qabala', QABALA);
    await renameByKeys(editor, 'ots-summit-2025-qabala', 'ots-summit-2025-gabala');
    await waitFor('the old file', () => exists(GABALA));
    await forgetFormerId();
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
  });

  it('that is taken is refused in words', async () => {
    const editor = await openSample(GABALA);
    const at = rangeOf(editor.document, 'ots-summit-2025-gabala').start;
    await assert.rejects(
      async () =>
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          editor.document.uri,
          at,
          'ots-summit-2024-bishkek',
        ),
      /ots-summit-2024-bishkek/,
    );
    const state = rangeOf(editor.document, 'AZE').start;
    await assert.rejects(async () =>
      vscode.commands.executeCommand('vscode.prepareRename', editor.document.uri, state),
    );
  });

  it('is asked for with the whole id in the box', async function () {
    if (!drivesPage) this.skip();
    const editor = await openSample(COUNCIL);
    await untilKnown(editor, 'ots-summit-2025-gabala', GABALA);
    await putCursor(editor, rangeOf(editor.document, 'ots-summit-2025-gabala').start);
    await inPage({ do: 'press', key: 'F2' });
    await inPage({ do: 'waitFor', selector: '.rename-box input:focus' });
    await screenshot('rename');
    await inPage({ do: 'press', key: 'Escape' });
  });

  it('of a file changes the id in it and every reference', async () => {
    const editor = await openSample(COUNCIL);
    await untilKnown(editor, 'ots-summit-2025-gabala', GABALA);
    const move = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(sampleUri(from), sampleUri(to));
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await move(GABALA, QABALA);
    await waitFor('the reference', () => editor.document.getText().includes('made_at: ots-summit-2025-qabala'), {
      on: [vscode.workspace.onDidChangeTextDocument],
    });
    await vscode.workspace.saveAll(false);
    await untilKnown(editor, 'ots-summit-2025-qabala', QABALA);
    await move(QABALA, GABALA);
    await waitFor('the reference', () => editor.document.getText().includes('made_at: ots-summit-2025-gabala'), {
      on: [vscode.workspace.onDidChangeTextDocument],
    });
    await forgetFormerId();
    await diagnosticsOf(editor.document.uri, (it) => it.length === 0);
  });

  it('of an anchor goes to its aliases', async () => {
    const editor = await openSample(GABALA);
    await replace(
      editor,
      'place: { city: Gabala, state: AZE }\nhost: AZE\n',
      'place: { city: Gabala, state: &land AZE }\nhost: *land\n',
    );
    const at = rangeOf(editor.document, 'land AZE').start;
    assert.ok(await vscode.workspace.applyEdit(await renaming(editor.document.uri, at, 'where')));
    assert.ok(editor.document.getText().includes('state: &where AZE }\nhost: *where\n'));
  });
});

/** Renames what stands at a text as a person does: F2, the new name, Enter. */
/** Waits until the id of a record, as it stands in the editor, leads to its file. */
function untilKnown(editor: vscode.TextEditor, id: string, path: string): Promise<unknown> {
  return waitFor(`${id} to be known in ${path}`, async () => {
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      rangeOf(editor.document, id).start,
    );
    return links.some(({ targetUri }) => targetUri.toString() === sampleUri(path).toString());
  });
}

async function renameByKeys(editor: vscode.TextEditor, text: string, name: string): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await putCursor(editor, rangeOf(editor.document, text).start);
  await inPage({ do: 'press', key: 'F2' });
  await inPage({ do: 'waitFor', selector: '.rename-box input:focus' });
  await inPage({ do: 'press', key: 'Control+a' });
  await inPage({ do: 'type', text: name });
  await inPage({ do: 'press', key: 'Enter' });
}

/** Takes out of the summit's record that it ever had another id, and saves everything. */
async function forgetFormerId(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(sampleUri(GABALA));
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true });
  await replace(editor, 'former_ids:\n  - ots-summit-2025-qabala\n', '');
  await vscode.workspace.saveAll(false);
}

function renaming(uri: vscode.Uri, at: vscode.Position, name: string): Promise<vscode.WorkspaceEdit> {
  return waitFor('the edit', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      at,
      name,
    );
    return edit.size > 0 ? edit : undefined;
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(sampleUri(path));
    return true;
  } catch (reason) {
    if (reason instanceof vscode.FileSystemError && reason.code === 'FileNotFound') return false;
    throw reason;
  }
}
