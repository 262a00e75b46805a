/** Files that come, go and change their names in the editor: what follows from that, and that it has happened. */
import type { FileOperationRegistrationOptions, WorkspaceEdit } from 'vscode-languageserver';
import { type FileMove, fileRename } from '../features/file-rename.ts';
import type { Member } from '../session.ts';
import { isWithin } from '../sources/uri.ts';
import type { Answering, Service } from './answering.ts';

/** Before a file is renamed the editor waits for an answer, so it asks for those alone that may hold records. */
const RECORD_FILES: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.{yaml,yml}', matches: 'file', options: { ignoreCase: true } } }],
};
/** Folders have files in them, and rules look things up in other files, too. */
const EVERYTHING: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };

export const files: Service = {
  capabilities: ({ fileOperations }) => ({
    workspace: {
      fileOperations: {
        ...(fileOperations.includes('willRename') && { willRename: RECORD_FILES }),
        ...(fileOperations.includes('didCreate') && { didCreate: EVERYTHING }),
        ...(fileOperations.includes('didRename') && { didRename: EVERYTHING }),
        ...(fileOperations.includes('didDelete') && { didDelete: EVERYTHING }),
      },
    },
  }),
  register(answering) {
    const { connection, session, recheck } = answering;
    connection.workspace.onWillRenameFiles(
      answering.safely(null, async ({ files: moves }, token) => {
        await answering.loaded(token);
        return editFor(answering, moves);
      }),
    );
    const changed = async (uris: readonly string[]) => {
      await session.changed(uris);
      recheck();
    };
    connection.workspace.onDidCreateFiles(({ files }) => changed(files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles(({ files }) =>
      changed(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    );
    connection.workspace.onDidDeleteFiles(({ files }) => changed(files.map(({ uri }) => uri)));
  },
};

/** The edit for files that stay in their dataset; one that leaves it takes its record along, and nothing follows it. */
function editFor({ session }: Answering, moves: readonly FileMove[]): WorkspaceEdit | null {
  const byMember = new Map<Member, FileMove[]>();
  for (const { oldUri, newUri } of moves) {
    const member = session.memberOf(oldUri);
    const move = { oldUri: session.own(oldUri), newUri: session.own(newUri) };
    const { root } = member.workspace;
    if (root === undefined || !isWithin(move.newUri, root) || session.memberOf(newUri) !== member) continue;
    byMember.set(member, [...(byMember.get(member) ?? []), move]);
  }
  const edits = [...byMember].flatMap(([{ workspace, converter }, own]) => fileRename(workspace, own, converter) ?? []);
  return edits.length > 0 ? joined(edits) : null;
}

/** Edits of different files as one; all have the form that the client takes. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const steps = edits.flatMap(({ documentChanges }) => documentChanges ?? []);
  if (steps.length > 0) return { documentChanges: steps };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
}
