/** What the answers to requests are made from, and what all of them have in common: patience, cancellation and calm. */
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Client } from '../client.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Explorers } from '../explorer/explorers.ts';
import type { Member, Session } from '../session.ts';
import type { FeatureSettings } from '../settings.ts';
import type { Counter } from '../status/summary.ts';
import type { Timelines } from '../timeline/timelines.ts';

/** How many documents are read without a pause: a few milliseconds' worth. */
const BATCH = 50;

/** A group of requests: what the server announces for it, and the handlers. */
export interface Service {
  readonly capabilities: (client: Client) => ServerCapabilities;
  readonly register: (answering: Answering) => void;
  /** Called once the client is ready: what it is told only then. */
  readonly begin?: (answering: Answering) => void;
}

/** Where a request is about. */
export interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What the server is made of, as far as answers need it. */
export interface Parts {
  readonly connection: Connection;
  readonly session: Session;
  readonly timelines: Timelines;
  readonly explorers: Explorers;
  readonly client: Client;
  /** Settled when every file has been read, and every change on the disk that has been told of. */
  readonly loaded: () => Promise<void>;
  /** The address of the page about a rule, with `{rule}` for its name. */
  readonly rulePage: string | undefined;
  /** The settings of features as they are now. */
  readonly features: () => FeatureSettings;
  /** Has files checked that wait for it. */
  readonly recheck: () => void;
  /** Whether what was told last of a file comes from the last start and has not been found out again. */
  readonly isRecalled: (uri: string) => boolean;
  /** Who knows what datasets are like, and counts them. */
  readonly status: Counter;
}

export class Answering {
  readonly connection: Connection;
  readonly session: Session;
  readonly timelines: Timelines;
  readonly explorers: Explorers;
  readonly client: Client;
  readonly rulePage: string | undefined;
  readonly features: () => FeatureSettings;
  readonly recheck: () => void;
  readonly status: Counter;
  readonly #loaded: () => Promise<void>;
  readonly #isRecalled: (uri: string) => boolean;

  constructor(parts: Parts) {
    this.connection = parts.connection;
    this.session = parts.session;
    this.timelines = parts.timelines;
    this.explorers = parts.explorers;
    this.client = parts.client;
    this.rulePage = parts.rulePage;
    this.features = parts.features;
    this.recheck = parts.recheck;
    this.status = parts.status;
    this.#loaded = parts.loaded;
    this.#isRecalled = parts.isRecalled;
  }

  /**
   * Waits until every file has been read: what follows references needs that, what helps with typing does not.
   * @throws ResponseError when the client has called the request off meanwhile
   */
  async loaded(token: CancellationToken): Promise<void> {
    await Promise.race([this.#loaded(), cancelled(token)]);
    stopIfCancelled(token);
  }

  /**
   * Waits until the problems that the client shows in a file are those that are known here: what is told at a warm start
   * has been found by another.
   * @throws ResponseError when the client has called the request off meanwhile
   */
  async foundOut({ uri }: { readonly uri: string }, token: CancellationToken): Promise<void> {
    const own = this.session.own(uri);
    if (!this.#isRecalled(own)) return;
    await this.loaded(token);
    this.session.memberOf(uri).workspace.checkFiles([own]);
  }

  /**
   * Calls what looks closely at many documents. Their trees are read before in small batches, between which messages get
   * their turn: those of documents that nobody has looked at for a while have to be read from the text again.
   * @throws ResponseError when the client has called the request off meanwhile
   */
  async withTrees<T>(documents: readonly SourceDocument[], token: CancellationToken, call: () => T): Promise<T> {
    const trees: unknown[] = [];
    for (const { yaml } of documents) {
      trees.push(yaml.root);
      if (trees.length % BATCH === 0) await nextTurn();
      stopIfCancelled(token);
    }
    const result = call();
    // They have been held until here, so that the call finds them.
    trees.length = 0;
    return result;
  }

  /** Calls a feature with the dataset and the file that a request is about. */
  in<T>({ uri }: { readonly uri: string }, feature: (member: Member, uri: string) => T): T {
    return feature(this.session.memberOf(uri), this.session.own(uri));
  }

  /** Calls a feature with the dataset, the file and the offset that a request is about. */
  at<T>({ textDocument, position }: At, feature: (member: Member, uri: string, offset: number) => T): T {
    return this.in(textDocument, (member, uri) => feature(member, uri, member.converter.offset(uri, position)));
  }

  /**
   * A handler that survives mistakes of ours: one is logged and answered with nothing, so that it disturbs no one who
   * types. What is meant for the person, a `ResponseError`, goes through.
   */
  safely<P, R, N>(
    nothing: N,
    answer: (params: P, token: CancellationToken) => R | Promise<R>,
  ): (params: P, token: CancellationToken) => Promise<R | N> {
    return async (params, token) => {
      try {
        stopIfCancelled(token);
        return await answer(params, token);
      } catch (reason) {
        if (reason instanceof ResponseError) throw reason;
        this.connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
        return nothing;
      }
    };
  }
}

/** Settled when the messages that have come meanwhile have been taken in. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Settled when the client has called a request off; never, when it does not. */
function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Called off.');
}
