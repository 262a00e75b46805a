/** Requests while someone types: completion. */
import {
  type CompletionData,
  completionList,
  resolveCompletion,
  TRIGGER_CHARACTERS,
} from '../features/completion-list.ts';
import type { Service } from './answering.ts';

export const completion: Service = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [...TRIGGER_CHARACTERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  register(answering) {
    const { connection, session, client } = answering;
    connection.onCompletion(
      answering.safely(null, async (params, token) => {
        const complete = () =>
          answering.at(params, ({ workspace, converter }, uri, offset) => ({
            list: completionList(workspace, uri, offset, converter, client),
            changes: workspace.dataset.own.changes,
          }));
        const { list, changes } = complete();
        // Names of properties are known at once. What other files hold is not while they are still being read.
        if (!list.isIncomplete) return list;
        await answering.loaded(token);
        const isSame = answering.in(params.textDocument, ({ workspace }) => workspace.dataset.own.changes === changes);
        return isSame ? list : complete().list;
      }),
    );
    connection.onCompletionResolve((item) => {
      const data = item.data as Partial<CompletionData> | undefined;
      return data?.uri === undefined ? item : resolveCompletion(item, session.memberOf(data.uri).workspace, client);
    });
  },
};
