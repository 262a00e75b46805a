/** Shows how far something has come, to a client that lets it be shown; the work never waits for the client. */
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';

export class Progress {
  readonly #ready: Promise<void>;
  #reporter: WorkDoneProgressReporter | undefined;
  #latest: readonly [percentage: number, message: string] | undefined;

  constructor(connection: Connection, title: string) {
    this.#ready = this.#begin(connection, title);
  }

  /** `percentage` is from 0 to 100 and never less than before. */
  report(percentage: number, message: string): void {
    this.#latest = [percentage, message];
    this.#reporter?.report(percentage, message);
  }

  /** Takes the display away, once it is there. */
  async done(): Promise<void> {
    await this.#ready;
    this.#reporter?.done();
  }

  async #begin(connection: Connection, title: string): Promise<void> {
    try {
      const reporter = await connection.window.createWorkDoneProgress();
      reporter.begin(title, 0);
      if (this.#latest) reporter.report(...this.#latest);
      this.#reporter = reporter;
    } catch {
      // A client may refuse at any time; the work is the same.
    }
  }
}
