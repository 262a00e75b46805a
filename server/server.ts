/** The language server: one connection and its datasets, from the first hello to the end. What it answers is in `requests/`. */
import * as l10n from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { language, speak } from '../l10n/language.ts';
import { type Client, readClient } from './client.ts';
import { pause } from './clock.ts';
import { parseEdtf } from './dataset/dates/edtf.ts';
import { withKnownLineEnds } from './dataset/text.ts';
import { Explorers } from './explorer/explorers.ts';
import { FolderSettings } from './folder-settings.ts';
import { refusal } from './inbox.ts';
import type { Listener } from './listener.ts';
import { openTexts } from './open-texts.ts';
import { Progress } from './progress.ts';
import { type InitializationOptions, Method } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { Refresher, type Refreshes } from './refresher.ts';
import { announced, answerRequests } from './requests/index.ts';
import { rules } from './rules/index.ts';
import { Scheduler } from './scheduler.ts';
import { Session } from './session.ts';
import { type ClientSettings, readSettings, SECTION } from './settings.ts';
import type { FileSource, SourceFailure } from './sources/source.ts';
import { pathUri } from './sources/uri.ts';
import { StatusBoard } from './status/board.ts';
import { Timelines } from './timeline/timelines.ts';
import { Turns } from './turns.ts';
import type { Storage } from './warm-start/storage.ts';
import { WarmStart } from './warm-start/warm-start.ts';
import { Watchers } from './watchers.ts';

/** What differs between the places where the server runs. */
export interface Host {
  /** How files are reached, by what the client asks for. */
  readonly source: (options: InitializationOptions, connection: Connection) => FileSource;
  /** Where something can be kept for the next start, by what the client asks for. */
  readonly storage?: (options: InitializationOptions) => Storage | undefined;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Calls back when messages that have come in meanwhile have been handled. */
  readonly afterMessages: (call: () => void) => void;
  /** Today as YYYY-MM-DD where the person is. */
  readonly today: () => string;
  /** Calls back when `today` has become another day. @returns how to stop that */
  readonly onNewDay: (call: () => void) => () => void;
  /** The URI of the page about a rule, with `{rule}` for its name, where there are pages that editors can open. */
  readonly rulePage?: string | undefined;
}

/** How long, in milliseconds, files wait for the client's settings, without which they may be shown in another light. */
const PATIENCE = 2000;

/** How long, in milliseconds, what happens is gathered before a client that shows the state of datasets is told. */
const CALM = 100;

const RULE_NAMES = rules.map(({ name }) => name);

/** Serves a connection, behind an {@link Inbox}, until it closes. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => new Server(connection, host, params).hello());
  // Whatever has no handler: what the inbox has refused, and what no server of ours knows.
  connection.onRequest((method, params) => {
    throw refusal(params) ?? new ResponseError(ErrorCodes.MethodNotFound, `There is no ${method} here.`);
  });
  connection.onNotification((_, params) => {
    const refused = refusal(params);
    if (refused) connection.console.warn(refused.message);
  });
  connection.listen();
}

class Server {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #params: InitializeParams;
  readonly #turns: Turns;
  readonly #session: Session;
  readonly #publisher: Publisher;
  /** Settled when the last diagnostics are on their way. */
  #sent = Promise.resolve();
  readonly #scheduler: Scheduler;
  readonly #warmStart: WarmStart | undefined;
  readonly #refresher: Refresher;
  readonly #explorers: Explorers;
  readonly #client: Client;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #ending = new AbortController();
  readonly #complained = new Set<string>();
  readonly #clientSettings = new FolderSettings();
  /** What settings come to today, as that is asked for each file. */
  readonly #meanings = new Map<unknown, ClientSettings>();
  /** The folders whose problems are not shown, as JSON. */
  #silent = '[]';
  readonly #board: StatusBoard;
  readonly #watchers: Watchers;
  /** What follows once the client is ready, which it says once. */
  #begun: Promise<void> | undefined;
  #finishLoading = () => {};
  /** Settled when every file has been read. */
  #loaded = new Promise<void>((resolve) => {
    this.#finishLoading = resolve;
  });

  constructor(connection: Connection, host: Host, params: InitializeParams) {
    this.#connection = connection;
    this.#host = host;
    this.#params = params;
    this.#turns = new Turns(host.now, host.afterMessages, () => this.#sent);
    this.#client = readClient(params);
    this.#documents = openTexts(this.#client.encoding);
    const options = optionsOf(params);
    speak(options.texts);
    const source = host.source(options, connection);
    const rulePage = options.rulePage ?? host.rulePage;
    this.#publisher = new Publisher((uri, diagnostics, spelling = this.#session.spelled(uri)) => {
      const shown = this.#read(uri).validate ? diagnostics : [];
      this.#sent = connection.sendDiagnostics({ uri: spelling, diagnostics: shown });
      this.#board.found(uri, diagnostics);
    }, rulePage);
    this.#warmStart = this.#makeWarmStart(host.storage?.(options), rulePage);
    this.#watchers = new Watchers(connection, this.#client.watchesFiles);
    this.#session = new Session(source, rules, this.#read().settings, this.#listener(), {
      ...this.#client,
      versionOf: (uri) => this.#documents.get(this.#session.spelled(uri))?.version,
    });
    this.#session.setFolders(foldersOf(params));
    this.#board = new StatusBoard({
      session: this.#session,
      isValidated: (dataset) => this.#read(dataset).validate,
      send: (status) => void connection.sendNotification(Method.datasetStatusChanged, status),
      wait: () => pause(CALM),
    });
    const timelines = new Timelines((update) => void connection.sendNotification(Method.timelineChanged, update));
    this.#explorers = new Explorers(
      this.#session,
      this.#turns,
      (change) => {
        if (options.explorer) void connection.sendNotification(Method.explorerChanged, change);
      },
      (dataset) => this.#read(dataset).validate,
    );
    this.#refresher = new Refresher(
      refreshesOf(connection, this.#client),
      () => this.#documents.keys().map((uri) => this.#session.own(uri)),
      this.#read().features,
    );
    this.#scheduler = new Scheduler(
      this.#session,
      this.#publisher,
      (member, stale) => {
        timelines.changed(member, stale);
        this.#explorers.changed(member, stale);
        this.#refresher.changed(member.workspace, stale, member.loading);
        this.#board.changed();
      },
      this.#turns,
      () => {
        this.#warmStart?.atRest(this.#session);
        this.#board.changed();
      },
    );
    const beginAnswering = answerRequests({
      connection,
      session: this.#session,
      timelines,
      explorers: this.#explorers,
      client: this.#client,
      loaded: async () => {
        await this.#loaded;
        await this.#session.caughtUp();
      },
      rulePage,
      features: () => this.#read().features,
      recheck: () => this.#scheduler.run(),
      isRecalled: (uri) => this.#publisher.isRecalled(uri),
      status: { session: this.#session, board: this.#board, turns: this.#turns },
    });
    this.#followTexts();
    connection.onInitialized(() => {
      this.#begun ??= this.#begin(beginAnswering);
      return this.#begun;
    });
    const stopDays = host.onNewDay(() => {
      this.#configure();
      this.#scheduler.run();
      // Where no rule has asked for the day nothing is checked again, and the line of today moves all the same.
      for (const member of this.#session.members) timelines.changed(member, []);
    });
    connection.onShutdown(async () => {
      stopDays();
      this.#ending.abort();
      this.#scheduler.stop();
      this.#warmStart?.stop();
      await this.#warmStart?.keep(this.#session);
    });
  }

  #makeWarmStart(storage: Storage | undefined, rulePage: string | undefined): WarmStart | undefined {
    if (!storage) return undefined;
    return new WarmStart({
      storage,
      publisher: this.#publisher,
      settings: (root) => this.#read(root).settings,
      client: [this.#client.encoding, rulePage, language()],
      spelled: (uri) => this.#session.spelled(uri),
      turns: this.#turns,
      sent: () => this.#sent,
      warn: (message) => this.#connection.console.warn(message),
    });
  }

  hello(): InitializeResult {
    const services = announced(this.#client);
    return {
      capabilities: {
        ...services,
        positionEncoding: this.#client.encoding,
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          ...(!this.#client.watchesFiles && { save: true }),
        },
        workspace: { ...services.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #listener(): Listener {
    const warn = ({ message }: SourceFailure) => this.#connection.console.warn(message);
    return {
      failed: warn,
      unreadable: (uri, failure) => {
        if (failure) warn(failure);
        this.#board.unread(uri, failure !== undefined);
        this.#publisher.setFailure(uri, failure?.message);
      },
      respelled: (uri, before) => {
        this.#publisher.respell(uri, before);
        this.#scheduler.republishFile(uri);
      },
      watched: (uri) => this.#watchers.watch(uri),
      pause: () => this.#turns.next(),
      slice: () => this.#turns.slice(),
      lastStart: this.#warmStart,
    };
  }

  /** What editors and the disk do to texts. */
  #followTexts(): void {
    this.#documents.onDidChangeContent(({ document }) => {
      this.#session.edit(document.uri, withKnownLineEnds(document.getText()));
      this.#scheduler.run();
    });
    this.#documents.onDidClose(async ({ document }) => {
      await this.#session.close(document.uri);
      this.#scheduler.run();
    });
    this.#documents.onDidSave(async () => {
      // Nobody tells what else has changed on the disk: whoever saves has it looked at.
      if (!this.#client.watchesFiles && (await this.#session.lookAgain())) this.#scheduler.run();
    });
    this.#connection.onDidChangeWatchedFiles(async ({ changes }) => {
      if (await this.#session.changed(changes.map(({ uri }) => uri))) this.#scheduler.run();
    });
    this.#connection.onDidChangeConfiguration(async ({ settings }) => {
      await this.#readSettings((settings as Record<string, unknown> | null)?.[SECTION]);
      this.#scheduler.run();
    });
    this.#documents.listen(this.#connection);
  }

  async #begin(beginAnswering: () => void): Promise<void> {
    beginAnswering();
    this.#watchers.begin();
    if (this.#params.capabilities.workspace?.workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const uris = (folders: readonly WorkspaceFolder[]) => folders.map(({ uri }) => uri);
        this.#session.changeFolders(uris(added), uris(removed));
        this.#loaded = this.#loaded.then(() => this.#awaitSettings()).then(() => this.#load());
      });
    }
    await this.#awaitSettings();
    await this.#load();
    this.#finishLoading();
  }

  /** Goes on without the settings where a client takes long to tell them; they hold once they come. */
  async #awaitSettings(): Promise<void> {
    const settings = this.#readSettings().then(() => this.#scheduler.run());
    await Promise.race([settings, pause(PATIENCE)]);
  }

  /** Reads what is unread of the client's folders. Whatever becomes of it, requests are answered afterwards. */
  async #load(): Promise<void> {
    const progress = new Progress(this.#connection, l10n.t('Security Initiatives: reading records'));
    try {
      await this.#session.load(
        (read, all) => {
          progress.report(Math.round((100 * read) / all), l10n.t('{0} of {1} files', read, all));
          this.#board.reading(read, all);
        },
        async () => {
          this.#scheduler.run();
          await this.#turns.next();
        },
        this.#ending.signal,
      );
    } catch (reason) {
      if (!this.#ending.signal.aborted) this.#connection.console.error(String(reason));
    } finally {
      void progress.done();
    }
    for (const member of this.#session.members) this.#scheduler.republish(member);
    this.#scheduler.run();
    this.#refresher.refresh();
  }

  /** Asks the client for its settings; one that cannot be asked sends them when they change. */
  async #readSettings(sent?: unknown): Promise<void> {
    if (sent !== undefined) this.#clientSettings.take(sent);
    const { folders } = this.#session;
    try {
      if (this.#params.capabilities.workspace?.configuration) {
        const ofFolders = folders.map((folder) => ({ section: SECTION, scopeUri: this.#session.spelled(folder) }));
        const told = await this.#connection.workspace.getConfiguration([{ section: SECTION }, ...ofFolders]);
        this.#clientSettings.take(told[0], folders, told.slice(1));
      }
    } catch (reason) {
      this.#connection.console.warn(`The client does not tell its settings (${String(reason)}): the defaults hold.`);
    }
    this.#configure();
    this.#refresher.configure(this.#read().features);
  }

  /** Puts in force what the client's settings come to today; what is wrong with them is told, once in the same words. */
  #configure(): void {
    this.#meanings.clear();
    const all = this.#clientSettings.all.map(([folder, settings]) => [folder, this.#meaningOf(settings)] as const);
    const complaints = all.flatMap(([, meaning]) => meaning.complaints);
    const message = [...new Set(complaints)].join('\n');
    if (message !== '' && !this.#complained.has(message)) {
      this.#complained.add(message);
      void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    this.#session.configure(this.#read().settings, (dataset) => this.#read(dataset).settings);
    const silent = JSON.stringify(all.flatMap(([folder, { validate }]) => (validate ? [] : folder)));
    if (silent !== this.#silent) {
      this.#publisher.repeat();
      for (const member of this.#session.members) this.#explorers.changed(member, []);
    }
    this.#silent = silent;
    this.#board.changed();
  }

  /** What the client has set for a file or folder; without one, for the window. */
  #read(uri = ''): ClientSettings {
    return this.#meaningOf(this.#clientSettings.of(uri));
  }

  #meaningOf(settings: unknown): ClientSettings {
    const known = this.#meanings.get(settings);
    const meaning = known ?? readSettings(settings, parseEdtf(this.#host.today())!, RULE_NAMES);
    if (!known) this.#meanings.set(settings, meaning);
    return meaning;
  }
}

/** How the client is asked to ask again, as far as it lets itself be asked. */
function refreshesOf(connection: Connection, client: Client): Refreshes {
  const { inlayHint, semanticTokens } = connection.languages;
  return {
    ...(client.refreshesInlayHints && { inlayHints: () => inlayHint.refresh() }),
    ...(client.refreshesCodeLenses && { codeLenses: () => connection.sendRequest(CodeLensRefreshRequest.type) }),
    ...(client.refreshesSemanticTokens && { semanticTokens: () => semanticTokens.refresh() }),
  };
}

/** The folders that a client opens with; older ones name a single root, as a URI or as a path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  const root = rootUri ?? (rootPath ? pathUri(rootPath) : undefined);
  return root ? [root] : [];
}

function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  return (initializationOptions ?? {}) as InitializationOptions;
}
