/** Requests for the tree of records: its branches, the way to a record, a record's card. */
import { isGrouping } from '../dataset/explorer/tree.ts';
import { recordCard } from '../features/card.ts';
import {
  type ExplorerBranches,
  type ExplorerNode,
  type ExplorerParams,
  type ExplorerView,
  type ExplorerWayParams,
  Method,
  type TimelineRecordParams,
} from '../protocol.ts';
import { readKey } from '../record-key.ts';
import type { Service } from './answering.ts';

export const explorer: Service = {
  capabilities: () => ({}),
  register(answering) {
    const { connection, session, explorers } = answering;
    connection.onRequest(
      Method.explorer,
      answering.safely(
        { nodes: [], hasRecords: false },
        async ({ dataset, path = [], ...view }: ExplorerParams, token): Promise<ExplorerBranches> => {
          await answering.loaded(token);
          if (dataset === undefined) return explorers.roots(known(view));
          const nodes = await explorers.children(session.memberOf(dataset), path, known(view));
          return { nodes, hasRecords: explorers.hasRecords };
        },
      ),
    );
    connection.onRequest(
      Method.explorerWay,
      answering.safely([], async ({ uri, key, ...view }: ExplorerWayParams, token): Promise<ExplorerNode[]> => {
        await answering.loaded(token);
        const named = readKey(key);
        return named ? explorers.way(session.memberOf(uri), named.kind, named.id, known(view)) : [];
      }),
    );
    connection.onRequest(
      Method.explorerCard,
      answering.safely(null, async ({ uri, key }: TimelineRecordParams, token): Promise<string | null> => {
        await answering.loaded(token);
        const { dataset } = session.memberOf(uri).workspace;
        const named = readKey(key);
        const document = named && dataset.find(named.kind, named.id);
        return document ? recordCard(document, dataset) : null;
      }),
    );
  },
};

/** A grouping that is none is taken for the usual one. */
function known({ grouping, query }: ExplorerView): ExplorerView {
  return { grouping: isGrouping(grouping) ? grouping : 'organization', query };
}
