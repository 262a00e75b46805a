/** Keeps the number of things under way at once within a bound: file handles and requests are not free. */

/** Runs tasks in the order they come, no more than `width` at once. */
export class Limit {
  readonly #width: number;
  readonly #waiting: (() => void)[] = [];
  #next = 0;
  #running = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Runs a task when its turn has come; gives what the task gives. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#width) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      return await task();
    } finally {
      this.#passOn();
    }
  }

  /** Hands the place of a finished task to the one that has waited longest. */
  #passOn(): void {
    const start = this.#waiting[this.#next];
    if (!start) {
      this.#running--;
      return;
    }
    this.#next++;
    if (this.#next === this.#waiting.length) {
      this.#waiting.length = 0;
      this.#next = 0;
    }
    start();
  }
}
