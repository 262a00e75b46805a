/** Files of new records: made in one step that can be undone, shown, and filled in from stop to stop. */
import { l10n, languages, Range, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type DraftFile, LANGUAGE_ID } from '../../server/protocol.ts';

/** Adds a file to an edit; nothing is ever written over. */
export function addFile(edit: WorkspaceEdit, { uri, text }: DraftFile): void {
  edit.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(text), overwrite: false });
}

/** Makes what an edit says, and tells when it cannot be. */
export async function apply(edit: WorkspaceEdit, path: string): Promise<boolean> {
  const done = await workspace.applyEdit(edit);
  if (!done) {
    await window.showErrorMessage(
      l10n.t('{0} cannot be made: there may be such a file already, or the folder is read-only.', path),
    );
  }
  return done;
}

/** Makes the file of a new record and shows it, with the cursor where something is to be filled in first. */
export async function makeRecord(file: DraftFile): Promise<void> {
  const edit = new WorkspaceEdit();
  addFile(edit, file);
  if (!(await apply(edit, file.path))) return;
  const opened = await workspace.openTextDocument(Uri.parse(file.uri));
  // A change of the language afterwards would end the way from stop to stop.
  const document = await languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  const editor = await window.showTextDocument(document, { preview: false });
  if (file.snippet === null) return;
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new SnippetString(file.snippet), whole, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
