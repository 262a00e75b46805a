/** Requests for the outline of texts: symbols, folds, selections, links. */
import { foldingRanges } from '../features/folding.ts';
import type { Service } from './answering.ts';

export const symbols: Service = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register(answering) {
    const { connection, client } = answering;
    connection.onFoldingRanges(
      answering.safely([], ({ textDocument }) =>
        answering.in(textDocument, ({ workspace, converter }, uri) => foldingRanges(workspace, uri, converter, client)),
      ),
    );
  },
};
