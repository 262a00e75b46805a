/** Requests for the outline of texts: symbols, folds, selections, links. */
import { documentLinks } from '../features/document-links.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { workspaceSymbols } from '../features/workspace-symbols.ts';
import type { Service } from './answering.ts';

export const symbols: Service = {
  capabilities: () => ({
    documentSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
  }),
  register(answering) {
    const { connection, session, client } = answering;
    connection.onDocumentSymbol(
      answering.safely([], async ({ textDocument }, token) => {
        await answering.loaded(token);
        return answering.in(textDocument, ({ workspace, converter }, uri) =>
          documentSymbols(workspace, uri, converter, client),
        );
      }),
    );
    connection.onWorkspaceSymbol(
      answering.safely([], async ({ query }, token) => {
        await answering.loaded(token);
        return workspaceSymbols(query, session.members);
      }),
    );
    connection.onDocumentLinks(
      answering.safely([], ({ textDocument }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) => documentLinks(workspace, uri, converter)),
      ),
    );
    connection.onFoldingRanges(
      answering.safely([], ({ textDocument }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) => foldingRanges(workspace, uri, converter, client)),
      ),
    );
    connection.onSelectionRanges(
      answering.safely(null, ({ textDocument, positions }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) =>
          selectionRanges(workspace, uri, positions, converter),
        ),
      ),
    );
  },
};
