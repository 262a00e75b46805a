/** Requests for what a dataset is like: at a glance, and in numbers. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type DatasetParams, Method } from '../protocol.ts';
import { summaryOf } from '../status/summary.ts';
import type { Service } from './answering.ts';

export const status: Service = {
  capabilities: () => ({}),
  register(answering) {
    const { connection, session, status: counter } = answering;
    connection.onRequest(Method.datasetStatus, ({ uri }: DatasetParams) => counter.board.of(session.memberOf(uri)));
    // It has no params; whatever a client sends in their place comes before the token.
    connection.onRequest(Method.datasets, async (...sent: unknown[]) => {
      await answering.loaded(sent.at(-1) as CancellationToken);
      return counter.board.all;
    });
    connection.onRequest(Method.datasetSummary, async ({ uri }: DatasetParams, token) => {
      await answering.loaded(token);
      return summaryOf(session.memberOf(uri), counter, () => {
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Called off.');
      });
    });
  },
};
