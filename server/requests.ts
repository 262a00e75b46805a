/** What the server answers: each LSP request to its feature, and the requests of our own client. */
import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  type InitializeParams,
  type Position,
} from 'vscode-languageserver';
import { registryText } from './dataset/registry.ts';
import { type CodeActionClient, codeActions } from './features/code-actions.ts';
import {
  type CompletionClient,
  type CompletionData,
  completionList,
  resolveCompletion,
} from './features/completion-list.ts';
import { definition } from './features/definition.ts';
import { FIX_ALL_KIND, type FixAllData, fixAllInFile, resolveFixAll } from './features/fix-all.ts';
import { hover } from './features/hover.ts';
import { documentAt } from './features/locate.ts';
import { type InitializationOptions, Method, type RecordAtParams, type TimelineParams } from './protocol.ts';
import type { Member, Session } from './session.ts';
import type { Timelines } from './timelines.ts';

/** What the answers are made from. */
export interface Answering {
  readonly session: Session;
  readonly timelines: Timelines;
  /** Settled when every file has been read: what follows references waits for it, what helps with typing does not. */
  readonly loaded: Promise<void>;
  /** What the client has said of itself. */
  readonly client: InitializeParams;
  /** The address of the page about a rule, with `{rule}` for its name. */
  readonly rulePage: string | undefined;
  /** Has files checked that wait for it. */
  readonly recheck: () => void;
}

/** Registers a handler for every request that the server answers. */
export function answerRequests(
  connection: Connection,
  { session, timelines, loaded, client, rulePage, recheck }: Answering,
): void {
  const { textDocument } = client.capabilities;
  const completing = completionClient(client);
  const acting = { ...codeActionClient(client), rulePage };
  const resolvesEdits = textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;

  connection.onCompletion(
    safely(null, (params) =>
      at(params, ({ workspace, converter }, uri, offset) =>
        completionList(workspace, uri, offset, converter, completing),
      ),
    ),
  );
  connection.onCompletionResolve((item) => {
    const data = item.data as CompletionData | undefined;
    return data ? resolveCompletion(item, session.memberOf(data.uri).workspace) : item;
  });
  connection.onHover(
    safely(null, async (params) => {
      await loaded;
      return at(params, ({ workspace, converter }, uri, offset) => hover(workspace, uri, offset, converter) ?? null);
    }),
  );
  connection.onDefinition(
    safely(null, async (params) => {
      await loaded;
      const links = at(params, ({ workspace, converter }, uri, offset) =>
        definition(workspace, uri, offset, converter),
      );
      if (textDocument?.definition?.linkSupport) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );
  connection.onCodeAction(
    safely([], async ({ textDocument: { uri }, range, context: { only, triggerKind } }) => {
      const { workspace, converter } = session.memberOf(uri);
      const own = session.own(uri);
      const actions = isWanted(CodeActionKind.QuickFix, only)
        ? codeActions(workspace, own, range, converter, acting)
        : [];
      // Nobody looks for what concerns the whole file each time the cursor moves.
      if (isWanted(FIX_ALL_KIND, only) && (only || triggerKind !== CodeActionTriggerKind.Automatic)) {
        await loaded;
        actions.push(...fixAllInFile(workspace, own));
      }
      return resolvesEdits ? actions : actions.flatMap((action) => (isOfDataset(action) ? [] : withEdit(action)));
    }),
  );
  connection.onCodeActionResolve(async (action) => {
    await loaded;
    return withEdit(action);
  });
  connection.workspace.textDocumentContent.on(({ uri }) => {
    const text = registryText(session.own(uri));
    return text === undefined ? null : { text };
  });

  connection.onRequest(Method.timeline, async ({ uri }: TimelineParams) => {
    await loaded;
    return timelines.whole(session.memberOf(uri));
  });
  connection.onRequest(Method.recordAt, ({ uri, position }: RecordAtParams) =>
    at({ textDocument: { uri }, position }, ({ workspace }, own, offset) => {
      const record = documentAt(workspace, own, offset)?.record;
      return record?.id === undefined ? null : `${record.kind}/${record.id}`;
    }),
  );

  /** An action with its edit, which it has already unless it mends many problems. */
  function withEdit(action: CodeAction): CodeAction {
    const data = action.data as FixAllData | undefined;
    if (!data) return action;
    const { workspace, converter } = session.memberOf(data.uri);
    const resolved = resolveFixAll(action, workspace, converter);
    recheck();
    return resolved;
  }

  /** Calls a feature with the dataset, the file and the offset that a request is about. */
  function at<T>(
    { textDocument, position }: { textDocument: { uri: string }; position: Position },
    feature: (member: Member, uri: string, offset: number) => T,
  ): T {
    const uri = session.own(textDocument.uri);
    const member = session.memberOf(uri);
    return feature(member, uri, member.converter.offset(uri, position));
  }

  /** A mistake of ours in one answer is logged and answered with nothing; it disturbs no one who types. */
  function safely<P, R>(nothing: R, answer: (params: P) => R | Promise<R>): (params: P) => Promise<R> {
    return async (params) => {
      try {
        return await answer(params);
      } catch (reason) {
        connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
        return nothing;
      }
    };
  }
}

/** Whether a kind of code action is among those that a client asks for; it gets all unless it names some. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`)) ?? true;
}

/** Whether an action is about more than one file: too much to work out before somebody chooses it. */
function isOfDataset({ data }: CodeAction): boolean {
  return (data as FixAllData | undefined)?.scope === 'dataset';
}

function codeActionClient({
  capabilities,
  initializationOptions,
}: InitializeParams): Omit<CodeActionClient, 'rulePage'> {
  const operations = capabilities.workspace?.workspaceEdit?.resourceOperations ?? [];
  return {
    createsFiles: operations.includes('create'),
    renamesFiles: operations.includes('rename'),
    deletesFiles: operations.includes('delete'),
    goToCommand: ((initializationOptions ?? {}) as InitializationOptions).goToCommand,
  };
}

function completionClient({ capabilities, initializationOptions }: InitializeParams): CompletionClient {
  const resolvable = capabilities.textDocument?.completion?.completionItem?.resolveSupport?.properties ?? [];
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return { resolves: resolvable.includes('documentation'), suggestCommand: options.suggestCommand };
}
