/** Requests for what can be done at a place: quick fixes, and fixes of many problems at once. */
import { type CodeAction, CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import { FIX_ALL_KIND, type FixAllData, fixAllInFile, resolveFixAll } from '../features/fix-all.ts';
import type { Answering, Service } from './answering.ts';

export const actions: Service = {
  capabilities: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
  }),
  register(answering) {
    const { connection, session, client, rulePage } = answering;
    const acting = { ...client, rulePage };
    connection.onCodeAction(
      answering.safely([], async ({ textDocument: { uri }, range, context: { only, triggerKind } }, token) => {
        if (!client.codeActions) return [];
        const { workspace, converter } = session.memberOf(uri);
        const own = session.own(uri);
        const found = isWanted(CodeActionKind.QuickFix, only)
          ? codeActions(workspace, own, range, converter, acting)
          : [];
        // Nobody looks for what concerns the whole file each time the cursor moves.
        if (isWanted(FIX_ALL_KIND, only) && (only || triggerKind !== CodeActionTriggerKind.Automatic)) {
          await answering.loaded(token);
          found.push(...fixAllInFile(workspace, own));
        }
        if (client.resolvesEdits) return found;
        return found.flatMap((action) => (isOfDataset(action) ? [] : withEdit(answering, action)));
      }),
    );
    connection.onCodeActionResolve(async (action, token) => {
      await answering.loaded(token);
      return withEdit(answering, action);
    });
  },
};

/** An action with its edit, which it has already unless it mends many problems. */
function withEdit({ session, recheck }: Answering, action: CodeAction): CodeAction {
  const data = action.data as FixAllData | undefined;
  if (!data) return action;
  const { workspace, converter } = session.memberOf(data.uri);
  const resolved = resolveFixAll(action, workspace, converter);
  recheck();
  return resolved;
}

/** Whether a kind of code action is among those that a client asks for; it gets all unless it names some. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`)) ?? true;
}

/** Whether an action is about more than one file: too much to work out before somebody chooses it. */
function isOfDataset({ data }: CodeAction): boolean {
  return (data as FixAllData | undefined)?.scope === 'dataset';
}
