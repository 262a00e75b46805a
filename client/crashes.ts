/** What follows when the server ends by itself: it is started again, until that has no point; then the person decides. */
import { type LogOutputChannel, l10n, window } from 'vscode';
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler, State } from 'vscode-languageclient';

/** So many crashes within so many milliseconds, and the server is not started again by itself. */
const [TOO_MANY, WITHIN] = [5, 3 * 60_000];

/**
 * Starts a client, and its server again whenever that crashes; after too many crashes, and where the start fails, it says
 * so and what to do. What is open, the client tells every new server by itself.
 */
export class CrashGuard implements ErrorHandler {
  readonly #output: LogOutputChannel;
  readonly #show = l10n.t('Show Output');
  #client: BaseLanguageClient | undefined;
  /** When the server has crashed, by a clock that nobody sets. */
  #crashes: number[] = [];
  #restart: Promise<void> | undefined;

  constructor(output: LogOutputChannel) {
    this.#output = output;
  }

  async start(client: BaseLanguageClient): Promise<void> {
    this.#client = client;
    quieten(client);
    await this.#begin();
  }

  /** Ends the server if it runs, and starts another, whatever has become of earlier ones. Asked meanwhile, it does so once. */
  restart(): Promise<void> {
    this.#restart ??= this.#startAnew().finally(() => {
      this.#restart = undefined;
    });
    return this.#restart;
  }

  async #startAnew(): Promise<void> {
    const client = this.#client!;
    this.#crashes = [];
    this.#output.info('The language server is restarted on demand.');
    try {
      if (client.state === State.Starting) await client.start();
      await client.stop();
    } catch (reason) {
      // One that hangs does not answer, and is ended by the client a little later; the next one does not wait for it.
      this.#output.warn(reason instanceof Error ? reason.message : String(reason));
    }
    await this.#begin();
  }

  /** Starts the client, or waits until it has started where it does so by itself. A crash meanwhile is `closed`'s to tell. */
  async #begin(): Promise<void> {
    const before = this.#crashes;
    try {
      await this.#client!.start();
    } catch (reason) {
      this.#output.error(reason instanceof Error ? reason : String(reason));
      if (this.#crashes !== before) return;
      const message = l10n.t(
        'Security Initiatives could not start its language server, so records are not checked. Reload the window to try again.',
      );
      // Activation must not wait for somebody to read it.
      void this.#tell(message);
    }
  }

  /** The connection has closed though nobody has asked for it. */
  closed(): ReturnType<ErrorHandler['closed']> {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < WITHIN), now];
    if (this.#crashes.length < TOO_MANY) {
      // The client starts once this has returned; should that fail, nobody else says so.
      setTimeout(() => void this.#begin());
      return { action: CloseAction.Restart };
    }
    void this.#giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** A message could not be read or written: the next one may be. A server that has ended closes the connection besides. */
  error(): ReturnType<ErrorHandler['error']> {
    return { action: ErrorAction.Continue, handled: true };
  }

  /** The server has not answered the first hello, or has ended before it could. */
  initializationFailed(error: unknown): boolean {
    this.#output.error(error instanceof Error ? error : String(error));
    return false;
  }

  async #giveUp(): Promise<void> {
    const restart = l10n.t('Restart');
    const message = l10n.t(
      'The language server of Security Initiatives keeps crashing, so records are not checked; your files are as you left them. Restart it, or look into the output for the reason.',
    );
    let answer: string | undefined;
    do answer = await this.#tell(message, restart);
    while (answer === this.#show);
    if (answer === restart) await this.restart();
  }

  /** Shows an error, and the output where that is chosen. @returns what is chosen */
  async #tell(message: string, ...choices: string[]): Promise<string | undefined> {
    const answer = await window.showErrorMessage(message, ...choices, this.#show);
    if (answer === this.#show) this.#output.show();
    return answer;
  }
}

/** The client has messages of its own for what is told here in plain words; they go into the output. */
function quieten(client: BaseLanguageClient): void {
  const tell = client.error.bind(client);
  client.error = (message, data, show) => tell(message, data, show === 'force' ? false : show);
}
