/** Requests for assistants: the tools that read the dataset, and check what is to be put into it. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Method, type ToolAnswer, type UseToolParams } from '../protocol.ts';
import type { Member } from '../session.ts';
import { useTool } from '../tools/index.ts';
import type { Answering, Service } from './answering.ts';

export const tools: Service = {
  capabilities: () => ({}),
  register(answering) {
    answering.connection.onRequest(Method.useTool, async (params: UseToolParams, token): Promise<ToolAnswer> => {
      await answering.loaded(token);
      const { text, isMisuse = false } = await answer(answering, params, token);
      return { text, isMisuse };
    });
  },
};

async function answer({ session, recheck }: Answering, { tool, input, uri }: UseToolParams, token: CancellationToken) {
  try {
    return await useTool<Member>({
      tool,
      input,
      // A file that stands alone is a dataset while somebody looks at it.
      datasets: [...session.members].filter(({ workspace, id }) => workspace.root !== undefined || id === uri),
      active: uri ?? undefined,
      keeper: () => ({ readWanted: () => session.readWanted(), rest: () => nextTurn(token) }),
    });
  } finally {
    // A draft that was looked at has had others asked again.
    recheck();
  }
}

/** Settled when the messages that have come meanwhile have been taken in. */
async function nextTurn(token: CancellationToken): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Called off.');
}
