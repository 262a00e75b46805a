/** Requests that lead somewhere: definition, references, and what belongs together in one file. */
import type { CancellationToken } from 'vscode-languageserver';
import { REGISTRY_ROOT } from '../dataset/registry.ts';
import { definition } from '../features/definition.ts';
import { highlights } from '../features/highlights.ts';
import { linkedEditing } from '../features/linked-editing.ts';
import { textIn } from '../features/locate.ts';
import { documentsToRead, references, type View } from '../features/references.ts';
import { subjectAt } from '../features/subject.ts';
import type { Member } from '../session.ts';
import type { Answering, At, Service } from './answering.ts';

export const navigation: Service = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    linkedEditingRangeProvider: true,
  }),
  register(answering) {
    const { connection, client } = answering;
    connection.onDefinition(
      answering.safely(null, async (params, token) => {
        await answering.loaded(token);
        const links = answering.at(params, ({ workspace, converter }, uri, offset) =>
          definition(workspace, uri, offset, converter),
        );
        if (client.definitionLinks) return links;
        return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
      }),
    );
    connection.onReferences(
      answering.safely(null, async (params, token) => {
        await answering.loaded(token);
        const subject = answering.at(params, ({ workspace }, uri, offset) => subjectAt(workspace, uri, offset));
        if (!subject) return [];
        const views = answering.in(params.textDocument, (member, uri) => viewsOf(answering, member, uri));
        return answering.withTrees(documentsToRead(subject, views), token, () =>
          references(subject, views, params.context),
        );
      }),
    );
    connection.onDocumentHighlight(
      answering.safely(null, async (params, token) => {
        await read(answering, params, token);
        return answering.at(
          params,
          ({ workspace, converter }, uri, offset) => highlights(workspace, uri, offset, converter) ?? null,
        );
      }),
    );
    connection.languages.onLinkedEditingRange(
      answering.safely(null, async (params, token) => {
        await read(answering, params, token);
        return answering.at(
          params,
          ({ workspace, converter }, uri, offset) => linkedEditing(workspace, uri, offset, converter) ?? null,
        );
      }),
    );
  },
};

/** Waits until the file itself has been read, which it is as soon as it is open: no other has a say in the answer. */
async function read(answering: Answering, { textDocument }: At, token: CancellationToken): Promise<void> {
  const isKnown = answering.in(textDocument, ({ workspace }, uri) => textIn(workspace, uri) !== undefined);
  if (!isKnown) await answering.loaded(token);
}

/** The datasets that have a say in a file: its own, and in what the registry ships all others, too. */
function viewsOf({ session }: Answering, member: Member, uri: string): [View, ...View[]] {
  if (!uri.startsWith(REGISTRY_ROOT)) return [member];
  return [member, ...[...session.members].filter((other) => other !== member)];
}
