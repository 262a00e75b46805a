/** The language server: one connection, its datasets, and the features that answer its requests. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseEdtf } from './dataset/edtf.ts';
import type { RuleLevel } from './dataset/manifest.ts';
import { REGISTRY_ROOT, registryText } from './dataset/registry.ts';
import type { Settings } from './dataset/workspace.ts';
import { codeActions } from './features/code-actions.ts';
import {
  type CompletionClient,
  type CompletionData,
  completionList,
  resolveCompletion,
  TRIGGER_CHARACTERS,
} from './features/completion-list.ts';
import { definition } from './features/definition.ts';
import { hover } from './features/hover.ts';
import { documentAt } from './features/locate.ts';
import { type InitializationOptions, Method, type RecordAtParams, type TimelineParams } from './protocol.ts';
import { rules } from './rules/index.ts';
import { Scheduler } from './scheduler.ts';
import { type Member, Session } from './session.ts';
import type { FileSource } from './sources/source.ts';
import { canonicalUri } from './sources/uri.ts';
import { TimelineFeed } from './timeline-feed.ts';

/** What differs between the places where the server runs. */
export interface Host {
  /** How files are reached, by what the client asks for. */
  readonly source: (options: InitializationOptions, connection: Connection) => FileSource;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Today as YYYY-MM-DD where the person is. */
  readonly today: () => string;
}

const SECTION = 'securityInitiatives';

/** Serves a connection until it closes. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const feeds = new Map<Member, TimelineFeed>();
  /** How the client spells the URIs of what it has open; everywhere else the canonical spelling is used. */
  const spelling = new Map<string, string>();
  const loading = new AbortController();
  let session: Session;
  let scheduler: Scheduler;
  let capabilities: InitializeParams['capabilities'];
  let completing: CompletionClient = { resolves: false, suggestCommand: undefined };
  /** Settled when every file has been read: what follows references waits for it, what helps with typing does not. */
  let finishLoading = () => {};
  const loaded = new Promise<void>((resolve) => {
    finishLoading = resolve;
  });

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const resolvable = capabilities.textDocument?.completion?.completionItem?.resolveSupport?.properties ?? [];
    completing = { resolves: resolvable.includes('documentation'), suggestCommand: options.suggestCommand };
    const source = host.source(options, connection);
    session = new Session(source, rules, settingsFrom(undefined, host), ({ message }) =>
      connection.console.warn(message),
    );
    scheduler = new Scheduler(
      session,
      (uri, diagnostics) => void connection.sendDiagnostics({ uri: spelling.get(uri) ?? uri, diagnostics }),
      announce,
      host.now,
    );
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    session.setFolders(folders);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: true },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          textDocumentContent: { schemes: [REGISTRY_ROOT.replace(':', '')] },
        },
      },
    };
  });

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{yaml,yml}' }, { globPattern: '**/*', kind: 4 }],
      });
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        session.setFolders(folders.map(({ uri }) => uri));
        await load();
      });
    }
    await readSettings();
    await load();
    finishLoading();
  });

  connection.onDidChangeConfiguration(async () => {
    await readSettings();
    scheduler.run();
  });

  documents.onDidOpen(({ document }) => spelling.set(canonicalUri(document.uri), document.uri));
  documents.onDidChangeContent(({ document }) => {
    session.edit(canonicalUri(document.uri), document.getText());
    scheduler.run();
  });
  documents.onDidClose(async ({ document }) => {
    await session.close(canonicalUri(document.uri));
    scheduler.run();
    spelling.delete(canonicalUri(document.uri));
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await session.changed(changes.map(({ uri }) => canonicalUri(uri)));
    scheduler.run();
  });

  connection.onCompletion((params) =>
    answer(params, ({ workspace, converter }, uri, offset) =>
      completionList(workspace, uri, offset, converter, completing),
    ),
  );
  connection.onCompletionResolve((item) => {
    const data = item.data as CompletionData | undefined;
    return data ? resolveCompletion(item, session.memberOf(data.uri).workspace) : item;
  });
  connection.onHover(async (params) => {
    await loaded;
    return answer(params, ({ workspace, converter }, uri, offset) => hover(workspace, uri, offset, converter) ?? null);
  });
  connection.onDefinition(async (params) => {
    await loaded;
    return answer(params, ({ workspace, converter }, uri, offset) => definition(workspace, uri, offset, converter));
  });
  connection.onCodeAction(({ textDocument, range, context }) => {
    if (context.only && !context.only.some((kind) => 'quickfix'.startsWith(kind) || kind.startsWith('quickfix.')))
      return [];
    const uri = canonicalUri(textDocument.uri);
    const { workspace, converter } = session.memberOf(uri);
    return codeActions(workspace, uri, range, converter);
  });

  connection.workspace.textDocumentContent.on(({ uri }) => {
    const text = registryText(canonicalUri(uri));
    return text === undefined ? null : { text };
  });
  connection.onRequest(Method.timeline, async ({ uri }: TimelineParams) => {
    await loaded;
    return feedOf(session.memberOf(canonicalUri(uri))).whole();
  });
  connection.onRequest(Method.recordAt, ({ uri, position }: RecordAtParams) =>
    answer({ textDocument: { uri }, position }, ({ workspace }, own, offset) => {
      const record = documentAt(workspace, own, offset)?.record;
      return record?.id === undefined ? null : `${record.kind}/${record.id}`;
    }),
  );
  connection.onShutdown(() => {
    loading.abort();
    scheduler.stop();
  });

  documents.listen(connection);
  connection.listen();

  function answer<T>(
    params: { textDocument: { uri: string }; position: Position },
    feature: (member: Member, uri: string, offset: number) => T,
  ): T {
    const uri = canonicalUri(params.textDocument.uri);
    const member = session.memberOf(uri);
    return feature(member, uri, member.converter.offset(uri, params.position));
  }

  async function load(): Promise<void> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Security Initiatives: reading records', 0);
    await session.load(
      (read, all) => progress.report(Math.round((100 * read) / Math.max(1, all)), `${read} of ${all} files`),
      async () => {
        scheduler.run();
        await new Promise((resolve) => setTimeout(resolve, 0));
      },
      loading.signal,
    );
    progress.done();
    for (const member of session.members) scheduler.republish(member);
    scheduler.run();
  }

  async function readSettings(): Promise<void> {
    if (!capabilities.workspace?.configuration) return;
    session.configure(settingsFrom(await connection.workspace.getConfiguration(SECTION), host));
  }

  function feedOf(member: Member): TimelineFeed {
    const known = feeds.get(member);
    if (known) return known;
    const feed = new TimelineFeed(member.id, member.workspace, member.converter);
    feeds.set(member, feed);
    return feed;
  }

  function announce(member: Member, stale: readonly string[]): void {
    const update = feeds.get(member)?.changes(stale);
    if (update) void connection.sendNotification(Method.timelineChanged, update);
  }
}

/** Settings as the client has them; what is missing or wrong falls back to the default. */
function settingsFrom(value: unknown, host: Host): Settings {
  const section = (value ?? {}) as { rules?: Record<string, RuleLevel>; today?: string };
  const chosen = section.today ? parseEdtf(section.today) : undefined;
  return { rules: section.rules ?? {}, today: chosen ?? parseEdtf(host.today())! };
}
