/** The server in a worker, as a connection that closes when the worker fails: nobody else would say so. */
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';

/** Starts a worker. It is ended with its connection, and by the first error that nothing in it has caught. */
export function startWorker(script: string): MessageTransports {
  const worker = new Worker(script);
  return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
}

class WorkerReader extends BrowserMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super(worker);
    this.#worker = worker;
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }

  override dispose(): void {
    super.dispose();
    this.#worker.terminate();
  }
}
