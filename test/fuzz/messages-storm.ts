/** A storm of messages: anything is sent to a server that a session has, and everything that comes back is looked at. */
import { type Diagnostic, type Message, StreamMessageReader } from 'vscode-languageserver/node';
import type { ServerSession } from '../support/server.ts';

/** Any message but an answer, as it is written. */
export interface Sent {
  readonly id?: unknown;
  readonly method: unknown;
  readonly params?: unknown;
}

/** What comes from the server, of whichever kind. */
interface Received extends Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** LSP's `MessageType.Error`. */
const ERROR = 1;

/** Listens beside a session's own connection, whose ids are numbers: those of a storm are texts. */
export class Storm {
  /** What the server has answered, by id, one by one. */
  readonly answers = new Map<unknown, Received[]>();
  /** The problems that are shown, by URI. */
  readonly shown = new Map<string, Diagnostic[]>();
  /** What the server has told of as an error, to a log, to the person or beside the protocol. */
  readonly errors: string[] = [];
  readonly #session: ServerSession;
  readonly #asked = new Map<unknown, number>();
  readonly #waiting = new Set<() => void>();

  constructor(session: ServerSession) {
    this.#session = session;
    session.process.stderr.on('data', (data) => this.errors.push(String(data)));
    new StreamMessageReader(session.process.stdout).listen((message) => {
      this.#take(message as Received);
      for (const wake of [...this.#waiting]) wake();
    });
  }

  /** Sends messages in one piece. */
  send(messages: readonly Sent[]): void {
    for (const { id } of messages) if (typeof id === 'string') this.#asked.set(id, (this.#asked.get(id) ?? 0) + 1);
    this.write(messages.map((message) => frame(JSON.stringify({ jsonrpc: '2.0', ...message }))).join(''));
  }

  /** Sends bytes, whatever they are. */
  write(bytes: string): void {
    this.#session.process.stdin.write(bytes);
  }

  /** Settled when every request has an answer. */
  answered(): Promise<void> {
    return this.until(
      () => this.unanswered.length === 0,
      () => `answers to ${this.unanswered}`,
    );
  }

  get unanswered(): unknown[] {
    return [...this.#asked.keys()].filter((id) => !this.answers.has(id));
  }

  /** The ids that have more answers than were asked for. */
  get answeredTooOften(): unknown[] {
    return [...this.answers].filter(([id, all]) => all.length > (this.#asked.get(id) ?? 0)).map(([id]) => id);
  }

  /** Settled when something holds, which is looked at whenever a message has come. */
  until(holds: () => boolean, describe: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        this.#waiting.delete(look);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`Waited in vain for ${describe()}. ${this.errors.join('\n')}`));
      }, 15_000);
      this.#waiting.add(look);
      look();
    });
  }

  #take({ id, method, params, ...answer }: Received): void {
    if (method === undefined) {
      if (typeof id === 'string') this.answers.set(id, [...(this.answers.get(id) ?? []), { id, ...answer }]);
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      if (diagnostics.length > 0) this.shown.set(uri, diagnostics);
      else this.shown.delete(uri);
    } else if (method === 'window/logMessage' || method === 'window/showMessage') {
      const { type, message } = params as { type: number; message: string };
      if (type === ERROR) this.errors.push(message);
    }
  }
}

/** A message's body with what stands before it. */
export function frame(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
