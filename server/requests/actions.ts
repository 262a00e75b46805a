/** Requests for what can be done at a place: quick fixes, refactorings, and what concerns a whole file at once. */
import { type CodeAction, CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver-types';
import { codeActions } from '../features/code-actions.ts';
import { FIX_ALL_KIND, type FixAllData, fixAllInFile, resolveFixAll } from '../features/fix-all.ts';
import { REFACTOR_KINDS, refactorActions, SORT_KEYS_KIND, sortKeysInFile } from '../features/refactors/index.ts';
import type { Answering, Service } from './answering.ts';

const KINDS = [CodeActionKind.QuickFix, ...REFACTOR_KINDS, FIX_ALL_KIND, SORT_KEYS_KIND];

export const actions: Service = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: KINDS, resolveProvider: true } }),
  register(answering) {
    const { connection, session, client, rulePage } = answering;
    const acting = { ...client, rulePage };
    connection.onCodeAction(
      answering.safely([], async ({ textDocument: { uri }, range, context: { only, triggerKind } }, token) => {
        if (!client.codeActions) return [];
        const { workspace, converter } = session.memberOf(uri);
        const own = session.own(uri);
        const found: CodeAction[] = [];
        if (isWanted(CodeActionKind.QuickFix, only)) {
          await answering.foundOut({ uri }, token);
          found.push(...codeActions(workspace, own, range, converter, acting));
        }
        // Nobody looks for what can be done where nothing is wrong, or in the whole file, each time the cursor moves.
        const isAsked = isLimited(only) || triggerKind !== CodeActionTriggerKind.Automatic;
        if (isAsked && REFACTOR_KINDS.some((kind) => isWanted(kind, only))) {
          await answering.loaded(token);
          found.push(...refactorActions(workspace, own, range, converter, acting, (kind) => isWanted(kind, only)));
        }
        if (isAsked && isWanted(FIX_ALL_KIND, only)) {
          await answering.loaded(token);
          found.push(...fixAllInFile(workspace, own));
        }
        // An editor that asks for all sorts of things has been offered this for the record at the cursor.
        if (isLimited(only) && isWanted(SORT_KEYS_KIND, only)) found.push(...sortKeysInFile(workspace, own, converter));
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
  return !isLimited(only) || only.some((wanted) => kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`));
}

/** Whether a client names kinds; an empty list says as little as none. */
function isLimited(only: readonly string[] | undefined): only is readonly string[] {
  return (only?.length ?? 0) > 0;
}

/** Whether an action is about more than one file: too much to work out before somebody chooses it. */
function isOfDataset({ data }: CodeAction): boolean {
  return (data as FixAllData | undefined)?.scope === 'dataset';
}
