/** A file gets another name: the record that it was named after gets the new name as its id, with every reference. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { DocumentEdit } from '../dataset/problem.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { refusalOf, renamable, renameRecord } from '../rules/support/renaming/record.ts';
import { isRefusal } from '../rules/support/renaming/refusal.ts';
import type { Converter } from './convert.ts';
import { idFromFile, namesakeIn } from './rename/file-name.ts';

/** A file's name before and after, as URIs of the server's. */
export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edit of the texts, to be made while the files still have their old names; nothing where no id follows. A file whose
 * new name cannot be an id, or belongs to another record, is renamed all the same: that is the person's own affair.
 */
export function fileRename(
  workspace: Workspace,
  moves: readonly FileMove[],
  converter: Converter,
): WorkspaceEdit | undefined {
  const given = new Set<string>();
  const edits: DocumentEdit[] = [];
  for (const move of moves) {
    const document = namesakeIn(workspace, move.oldUri);
    const id = document && workspace.includes(move.newUri) ? idFromFile(document, move.newUri) : undefined;
    if (!document || id === undefined) continue;
    // Two files of one name in two folders cannot both have it.
    const name = `${document.record.kind}/${id.toLowerCase()}`;
    const changed = given.has(name) ? [] : editsFor(workspace, document, id);
    if (changed.length > 0) given.add(name);
    for (const edit of changed) edits.push(edit);
  }
  return edits.length > 0 ? converter.workspaceEdit({ title: '', edits }, workspace.root) : undefined;
}

function editsFor({ dataset }: Workspace, document: RecordDocument, id: string): DocumentEdit[] {
  const { kind, id: before } = document.record;
  const record = renamable(dataset, kind, before ?? '');
  if (isRefusal(record) || refusalOf(dataset, record, id)) return [];
  const edits = renameRecord(dataset, record, id);
  return isRefusal(edits) ? [] : edits;
}
