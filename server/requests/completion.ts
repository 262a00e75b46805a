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
      answering.safely(null, (params) =>
        answering.at(params, ({ workspace, converter }, uri, offset) =>
          completionList(workspace, uri, offset, converter, client),
        ),
      ),
    );
    connection.onCompletionResolve((item) => {
      const data = item.data as Partial<CompletionData> | undefined;
      return data?.uri === undefined ? item : resolveCompletion(item, session.memberOf(data.uri).workspace, client);
    });
  },
};
