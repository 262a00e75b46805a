// The workspace of the tests: a throwaway copy of the example dataset, its files opened, edited and put back.
import * as vscode from 'vscode';

/** The workspace's root. */
export function workspaceRoot(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('VS Code has no folder open.');
  return folder.uri;
}

/** @param path from the dataset's root, with slashes */
export function sampleUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceRoot(), path);
}

/** Opens a file of the dataset in an editor and puts the focus there. */
export async function openSample(path: string, column = vscode.ViewColumn.One): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(sampleUri(path));
  return vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
}

/** Where `needle` is in the document, the first time; an error when it isn't there. */
export function rangeOf(document: vscode.TextDocument, needle: string): vscode.Range {
  const start = document.getText().indexOf(needle);
  if (start < 0) throw new Error(`"${needle}" isn't in ${document.uri.path}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + needle.length));
}

/** Replaces the first `needle`, as one edit that undo takes back. The document is left unsaved. */
export async function replace(editor: vscode.TextEditor, needle: string, text: string): Promise<void> {
  const done = await editor.edit((edit) => edit.replace(rangeOf(editor.document, needle), text));
  if (!done) throw new Error(`VS Code refused to edit ${editor.document.uri.path}.`);
}

/** Puts the cursor somewhere; the command comes back from the window after it has shown it there, so that keys go where they should. */
export async function putCursor(editor: vscode.TextEditor, at: vscode.Position): Promise<void> {
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** Takes back what isn't saved and closes everything: for `afterEach`, so that each test finds the files as they were. */
export async function closeEverything(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // VS Code writes its own settings through a document, which is none of a test's business.
    const isOfTest = document.isUntitled || vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    if (!document.isDirty || !isOfTest) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
