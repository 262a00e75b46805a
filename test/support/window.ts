/** An editor's window without an editor: a session on files in memory, with all that stands between it and a list of problems. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Settings } from '../../server/dataset/workspace.ts';
import { Publisher } from '../../server/publisher.ts';
import { rules } from '../../server/rules/index.ts';
import { Scheduler } from '../../server/scheduler.ts';
import { Session } from '../../server/session.ts';
import { type FileSource, failure, isListedIn, type ReadResult } from '../../server/sources/source.ts';
import { Turns } from '../../server/turns.ts';
import type { Digest, Storage } from '../../server/warm-start/storage.ts';
import { WarmStart } from '../../server/warm-start/warm-start.ts';

/** The text of a file that is not UTF-8. */
export const UNREADABLE = '\uFFFF';

/** A disk whose answers come in whatever order `delay` lets them. */
export class Files implements FileSource {
  readonly texts: Map<string, string>;
  readonly #delay: <T>(answer: T) => Promise<T>;

  constructor(texts: Iterable<readonly [string, string]> = [], delay = async <T>(answer: T): Promise<T> => answer) {
    this.texts = new Map(texts);
    this.#delay = delay;
  }

  list(folder: string) {
    const files = [...this.texts.keys()].filter((uri) => isListedIn(uri, folder)).sort();
    return this.#delay({ files, failures: [] });
  }

  read(uri: string): Promise<ReadResult> {
    const text = this.texts.get(uri);
    if (text === undefined) return this.#delay({ failure: failure(uri, 'missing') });
    return this.#delay(text === UNREADABLE ? { failure: failure(uri, 'not-utf8') } : { text });
  }
}

/** Storage that outlasts a window, and can be tampered with. */
export class MemoryStorage implements Storage {
  readonly texts = new Map<string, string>();
  build = 'this build';
  writes = 0;

  digest(): Digest {
    const hash = createHash('sha256');
    return { add: (text: string) => void hash.update(text, 'utf16le'), result: () => hash.digest('hex') };
  }

  async read(name: string) {
    return this.texts.get(name);
  }

  async write(name: string, text: string) {
    this.writes++;
    this.texts.set(name, text);
  }
}

const SETTINGS: Settings = { rules: {}, today: parseEdtf('2025-10-31')! };

/** What is special about a window. */
export interface WindowOptions {
  readonly storage?: Storage | undefined;
  readonly settings?: Settings;
  /** Called between batches of files. */
  readonly pause?: () => Promise<void>;
  /** Whether each piece of work takes a slice of its own. */
  readonly isSlow?: boolean;
  /** How the client counts columns. */
  readonly encoding?: string;
}

export class Window {
  readonly session: Session;
  readonly publisher: Publisher;
  readonly told = new Map<string, Diagnostic[]>();
  /** All that was ever told, in order. */
  readonly said: (readonly [uri: string, diagnostics: readonly Diagnostic[]])[] = [];
  readonly warnings: string[] = [];
  readonly #warmStart: WarmStart | undefined;
  readonly #scheduler: Scheduler;

  constructor(files: FileSource, { storage, settings = SETTINGS, pause, isSlow, encoding }: WindowOptions = {}) {
    this.publisher = new Publisher((uri, diagnostics) => {
      this.said.push([uri, diagnostics]);
      if (diagnostics.length > 0) this.told.set(uri, diagnostics);
      else this.told.delete(uri);
    }, undefined);
    let moment = 0;
    const turns = new Turns(
      () => {
        if (isSlow) moment += 1000;
        return moment;
      },
      (call) => setTimeout(call, 0),
    );
    this.#warmStart =
      storage &&
      new WarmStart({
        storage,
        publisher: this.publisher,
        settings: () => this.session.settings,
        client: [encoding],
        spelled: (uri) => this.session.spelled(uri),
        turns,
        sent: async () => {},
        warn: (message) => this.warnings.push(message),
      });
    this.session = new Session(files, rules, settings, {
      failed: () => {},
      unreadable: (uri, reason) => this.publisher.setFailure(uri, reason?.message),
      watched: () => {},
      pause: pause ?? (async () => {}),
      slice: () => turns.slice(),
      lastStart: this.#warmStart,
    });
    this.#scheduler = new Scheduler(this.session, this.publisher, () => {}, turns);
  }

  run(): void {
    this.#scheduler.run();
  }

  /** @param meanwhile is called whenever others have their turn */
  async load(meanwhile = () => {}): Promise<void> {
    await this.session.load(
      () => {},
      async () => {
        meanwhile();
        this.run();
      },
    );
    for (const member of this.session.members) this.#scheduler.republish(member);
  }

  /** Everything checked and told, as when nobody has done anything for a while. */
  async rest(): Promise<Record<string, Diagnostic[]>> {
    do for (const { workspace } of this.session.members) workspace.check();
    while (await this.session.readWanted());
    for (const member of this.session.members) {
      // Where files have moved between datasets, each has something to say, and only one may be heard.
      this.run();
      expect(member.workspace.hasPending).toBe(false);
    }
    this.#scheduler.stop();
    return Object.fromEntries([...this.told].sort());
  }

  /** What the server does whenever nothing is left to check. */
  atRest(): void {
    this.#warmStart?.atRest(this.session);
  }

  /** What the server does before it ends. */
  async keep(): Promise<void> {
    await this.#warmStart?.keep(this.session);
  }
}
