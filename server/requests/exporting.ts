/** The request for a dataset in another format. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { exportedFiles } from '../exported-files.ts';
import { type ExportParams, Method } from '../protocol.ts';
import type { Service } from './answering.ts';

/** Longest time, in milliseconds, for which messages wait. */
const SLICE = 15;

export const exporting: Service = {
  capabilities: () => ({}),
  register(answering) {
    const { connection, session } = answering;
    connection.onRequest(Method.exportDataset, async ({ uri, format }: ExportParams, token) => {
      await answering.loaded(token);
      let end = performance.now() + SLICE;
      return exportedFiles(session, session.memberOf(uri), format, async () => {
        if (performance.now() < end) return;
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Called off.');
        end = performance.now() + SLICE;
      });
    });
  },
};
