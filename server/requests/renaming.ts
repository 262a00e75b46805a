/** Requests that give things other names: ids, anchors, files. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { prepareRename, rename } from '../features/rename.ts';
import { isRefusal, type Refusal } from '../rules/support/renaming/refusal.ts';
import type { Service } from './answering.ts';

export const renaming: Service = {
  capabilities: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  register(answering) {
    const { connection, client } = answering;
    connection.onPrepareRename(
      answering.safely(null, async (params, token) => {
        await answering.loaded(token);
        return told(
          answering.at(params, ({ workspace, converter }, uri, offset) =>
            prepareRename(workspace, uri, offset, converter),
          ),
        );
      }),
    );
    connection.onRenameRequest(
      answering.safely(null, async (params, token) => {
        await answering.loaded(token);
        return told(
          answering.at(params, ({ workspace, converter }, uri, offset) =>
            rename(workspace, uri, offset, params.newName, converter, client),
          ),
        );
      }),
    );
  },
};

/** An answer, or the reason why there is none, which editors show. */
function told<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  return answer;
}
