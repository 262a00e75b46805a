/** What runs when: what a person sees is checked at once, the rest in short slices between messages. */
import { Publisher, type Send } from './publisher.ts';
import type { Member, Session } from './session.ts';

/** Longest time, in milliseconds, that a slice of background work keeps messages waiting. */
const SLICE = 15;

/** Called with the files of a dataset whose problems or places may have changed. */
export type OnChecked = (member: Member, stale: readonly string[]) => void;

export class Scheduler {
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #onChecked: OnChecked;
  readonly #now: () => number;
  #planned = false;
  #stopped = false;

  constructor(session: Session, send: Send, onChecked: OnChecked, now: () => number) {
    this.#session = session;
    this.#publisher = new Publisher(send);
    this.#onChecked = onChecked;
    this.#now = now;
  }

  /**
   * Checks open files at once as far as a slice goes, publishes, and plans what is left. While a dataset is being read
   * the rest of it waits: each file that comes would have the others checked again.
   */
  run(): void {
    const end = this.#now() + SLICE;
    const pause = () => this.#now() > end;
    const open = [...this.#session.openUris];
    let done = true;
    for (const member of this.#session.members) {
      const { workspace, loading } = member;
      done = (loading ? workspace.checkFiles(open, pause) : workspace.check(open, pause)) && done;
      this.#publish(member);
    }
    if (!done) this.#plan();
  }

  /** Publishes everything of a dataset, as when it has been read to its end. */
  republish(member: Member): void {
    this.#publisher.publish(member.workspace.uris, member.workspace, member.converter, member.loading);
  }

  stop(): void {
    this.#stopped = true;
  }

  #publish(member: Member): void {
    const stale = member.workspace.takeStale();
    if (stale.length === 0) return;
    this.#publisher.publish(stale, member.workspace, member.converter, member.loading);
    this.#onChecked(member, stale);
  }

  #plan(): void {
    if (this.#planned || this.#stopped) return;
    this.#planned = true;
    // A macrotask: messages that have come in meanwhile are handled first.
    setTimeout(() => {
      this.#planned = false;
      if (!this.#stopped) this.run();
    }, 0);
  }
}
