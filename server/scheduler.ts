/** What runs when: what a person sees is checked at once, the rest in short slices between messages. */
import type { Publisher } from './publisher.ts';
import type { Member, Session } from './session.ts';
import type { Turns } from './turns.ts';

/** Called with the files of a dataset whose problems or places may have changed. */
export type OnChecked = (member: Member, stale: readonly string[]) => void;

export class Scheduler {
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #onChecked: OnChecked;
  readonly #turns: Turns;
  readonly #onRest: () => void;
  #planned = false;
  #stopped = false;

  /** @param onRest is called whenever nothing is left to check */
  constructor(
    session: Session,
    publisher: Publisher,
    onChecked: OnChecked,
    turns: Turns,
    onRest: () => void = () => {},
  ) {
    this.#session = session;
    this.#publisher = publisher;
    this.#onChecked = onChecked;
    this.#turns = turns;
    this.#onRest = onRest;
  }

  /**
   * Checks open files at once as far as a slice goes, tells of them, and plans what is left. While files are being read
   * the rest waits: each file that comes would have the others checked again.
   */
  run(): void {
    const open = [...this.#session.openUris];
    const done = this.#work((member, pause) => member.workspace.checkFiles(open, pause));
    const waiting = [...this.#session.members].some(
      (member) => !this.#isArriving(member) && member.workspace.hasPending,
    );
    if (!done || waiting) this.#plan(open);
  }

  /** One slice of work on every dataset, and what came of it published. @returns true when there was time for all of it */
  #work(work: (member: Member, pause: () => boolean) => boolean): boolean {
    const isOver = this.#turns.slice();
    let done = true;
    for (const member of this.#session.members) {
      done = work(member, isOver) && done;
      this.#publish(member);
    }
    this.#session.forgetClosed();
    void this.#readWanted();
    return done;
  }

  /** Has what rules have asked for read, and checks again whom it concerns. */
  async #readWanted(): Promise<void> {
    const isRead = await this.#session.readWanted();
    if (this.#stopped) return;
    if (isRead) this.run();
    else if ([...this.#session.members].every((member) => this.#isAtRest(member))) this.#onRest();
  }

  /** Publishes everything of a dataset, as when it has been read to its end. */
  republish(member: Member): void {
    this.#publisher.publish(member.workspace.uris, member.workspace, member.converter, member.loading);
  }

  /** Publishes a file once more, and those that point into it; one that is still to be checked follows when it has been. */
  republishFile(uri: string): void {
    const { workspace, converter, loading } = this.#session.memberOf(uri);
    if (workspace.isChecked(uri)) this.#publisher.publish([uri], workspace, converter, loading);
  }

  stop(): void {
    this.#stopped = true;
  }

  #isAtRest(member: Member): boolean {
    return !this.#isArriving(member) && !member.workspace.hasPending;
  }

  /** Whether files of a dataset are on their way. */
  #isArriving({ loading }: Member): boolean {
    return loading || this.#session.catchingUp;
  }

  #publish(member: Member): void {
    const stale = member.workspace.takeStale();
    if (stale.length === 0) return;
    // What has not been checked yet becomes stale again when it has; until then what was told of a file stays, so that
    // nothing comes and goes. Who looks at a file sees each step.
    const own = stale.filter(
      (uri) => this.#session.speaksFor(member, uri) && (this.#session.isOpen(uri) || member.workspace.isChecked(uri)),
    );
    this.#publisher.publish(own, member.workspace, member.converter, member.loading);
    this.#onChecked(member, stale);
  }

  #plan(open: readonly string[]): void {
    if (this.#planned || this.#stopped) return;
    this.#planned = true;
    this.#turns.later(() => {
      this.#planned = false;
      if (this.#stopped) return;
      const done = this.#work((member, pause) =>
        this.#isArriving(member) ? member.workspace.checkFiles(open, pause) : member.workspace.check(open, pause),
      );
      if (!done) this.#plan([...this.#session.openUris]);
    });
  }
}
