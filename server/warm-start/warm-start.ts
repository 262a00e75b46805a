/** Shows at once what was found at the end of the last start, where everything that it depends on is as it was then. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Settings } from '../dataset/workspace.ts';
import type { Arrived, LastStart, Recognized } from '../last-start.ts';
import type { Publisher } from '../publisher.ts';
import type { Member, Session } from '../session.ts';
import { isWithin } from '../sources/uri.ts';
import type { Turns } from '../turns.ts';
import { digestOfTexts } from './digest.ts';
import { type Kept, readDiagnostics, readKept, writeKept } from './kept.ts';
import type { Storage } from './storage.ts';

/** How long, in milliseconds, nothing has to happen before what is known is written down. */
const QUIET = 5000;

/** What a warm start lives on. */
export interface Surroundings {
  readonly storage: Storage;
  readonly publisher: Publisher;
  /** The settings in force in a dataset, today's date among them. */
  readonly settings: (root: string) => Settings;
  /** What else diagnostics depend on: how the client counts columns, where pages about rules are, the language. */
  readonly client: readonly (string | undefined)[];
  /** The session's, so that places of other files are spelled as the client does. */
  readonly spelled: (uri: string) => string;
  readonly turns: Turns;
  /** Settled when what was told is on its way to the client: messages leave one by one, and answers wait behind them. */
  readonly sent: () => Promise<void>;
  /** Told once that nothing can be kept or recalled, and why. */
  readonly warn: (message: string) => void;
}

/** Texts by their path from the root; files that are not there have none. */
type Texts = Map<string, string | undefined>;

/** What is remembered of a dataset while its files are read. */
interface Recalled {
  readonly key: string;
  readonly kept: Kept;
}

/**
 * A cache that need not be believed: it is used only for the very texts, settings, day and build that it was made of, and
 * all that it says is found out again in the background.
 */
export class WarmStart implements LastStart {
  readonly #around: Surroundings;
  readonly #recalled = new Map<string, Recalled>();
  /** What is in the storage, by its digest. */
  readonly #inStorage = new Map<string, string>();
  #hasWarned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  async recall(roots: readonly string[]): Promise<readonly string[] | undefined> {
    this.#recalled.clear();
    for (const root of roots) {
      const key = this.#keyOf(root);
      const kept = await this.#calmly(() => this.#read(root, key));
      if (kept) this.#recalled.set(root, { key, kept });
    }
    if (this.#recalled.size === 0) return undefined;
    return [...this.#recalled].flatMap(([root, { kept }]) => kept.asked.map((path) => `${root}/${path}`));
  }

  async compare(arrived: Arrived): Promise<readonly Recognized[]> {
    return (await this.#calmly(() => this.#compare(arrived))) ?? [];
  }

  async #compare(arrived: Arrived): Promise<readonly Recognized[]> {
    const recognized: Recognized[] = [];
    for (const [root, { key, kept }] of this.#recalled) {
      const texts = await this.#gather(root, arrived.textsOf(root), arrived.holds);
      if (!texts) return [];
      const asked = kept.asked.map((path) => ({ uri: `${root}/${path}`, text: arrived.stored.get(`${root}/${path}`) }));
      for (const { uri, text } of asked) texts.set(pathIn(root, uri), text);
      const isSame = (await digestOfTexts(texts, this.#around.storage, this.#around.turns)) === kept.texts;
      if (!isSame || key !== this.#keyOf(root) || !arrived.holds()) continue;
      await this.#tell(root, kept, texts, arrived.holds);
      recognized.push({ root, asked });
    }
    this.#recalled.clear();
    return arrived.holds() ? recognized : [];
  }

  /** Everything has been checked: what is known now is written down once nothing has happened for a while. */
  atRest(session: Session): void {
    this.stop();
    this.#timer = setTimeout(() => void this.keep(session), QUIET);
  }

  /** Writes nothing down any more but by {@link keep}. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Writes down what is known of each dataset that has been checked to its end. Never fails. */
  async keep(session: Session): Promise<void> {
    for (const member of session.members) {
      const { workspace, loading } = member;
      if (workspace.root === undefined || loading || session.catchingUp || workspace.hasPending) continue;
      await this.#calmly(() => this.#keep(workspace.root!, member, session));
    }
  }

  async #keep(root: string, member: Member, session: Session): Promise<void> {
    const { storage, publisher, turns } = this.#around;
    const { workspace } = member;
    const texts = await this.#gather(root, session.textsOf(member), session.stillness());
    if (!texts) return;
    // All at this moment: nothing may come between the texts and what was found in them.
    const key = this.#keyOf(root);
    const problems: [string, string][] = [];
    for (const [uri, told] of publisher.told) {
      if (isWithin(uri, root) && texts.has(pathIn(root, uri))) problems.push([pathIn(root, uri), told]);
    }
    const { asked } = workspace;
    for (const uri of asked) texts.set(pathIn(root, uri), workspace.textOf(uri));
    const kept = {
      texts: await digestOfTexts(texts, storage, turns),
      asked: asked.map((uri) => pathIn(root, uri)).sort(),
      problems: new Map(problems.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    const text = writeKept(kept, key, storage);
    const digest = text?.slice(0, text.indexOf('\n'));
    if (text === undefined || digest === undefined || this.#inStorage.get(root) === digest) return;
    await storage.write(this.#nameOf(root), text);
    this.#inStorage.set(root, digest);
  }

  /** The texts of a dataset's own files; nothing once they may be others. */
  async #gather(
    root: string,
    own: Iterable<readonly [uri: string, text: string]>,
    holds: () => boolean,
  ): Promise<Texts | undefined> {
    const { turns } = this.#around;
    const texts: Texts = new Map();
    let isOver = turns.slice();
    for (const [uri, text] of own) {
      texts.set(pathIn(root, uri), text);
      if (!isOver()) continue;
      await turns.next();
      if (!holds()) return undefined;
      isOver = turns.slice();
    }
    return texts;
  }

  async #read(root: string, key: string): Promise<Kept | undefined> {
    const text = await this.#around.storage.read(this.#nameOf(root));
    const kept = text === undefined ? undefined : readKept(text, key, this.#around.storage);
    if (kept) this.#inStorage.set(root, text!.slice(0, text!.indexOf('\n')));
    return kept;
  }

  async #tell(root: string, { problems }: Kept, texts: Texts, holds: () => boolean): Promise<void> {
    const { publisher, turns, sent } = this.#around;
    let isOver = turns.slice();
    for (const [path, diagnostics] of problems) {
      if (isOver()) {
        await turns.next();
        if (!holds()) return;
        isOver = turns.slice();
      }
      const spelled = readDiagnostics(diagnostics).map((one) => this.#spelled(one));
      publisher.recall(`${root}/${path}`, texts.get(path) ?? '', spelled);
    }
    await sent();
  }

  /** The client may spell files in another way than when it was told last. */
  #spelled(diagnostic: Diagnostic): Diagnostic {
    const { relatedInformation } = diagnostic;
    if (!relatedInformation) return diagnostic;
    const related = relatedInformation.map(({ location, message }) => ({
      location: { ...location, uri: this.#around.spelled(location.uri) },
      message,
    }));
    return { ...diagnostic, relatedInformation: related };
  }

  /** All that problems of a dataset depend on besides texts. */
  #keyOf(root: string): string {
    const { storage, client, settings } = this.#around;
    const { rules, rulesForced, today, todayForced } = settings(root);
    return JSON.stringify([storage.build, root, client, rules, rulesForced, today.text, todayForced]);
  }

  #nameOf(root: string): string {
    const digest = this.#around.storage.digest();
    digest.add(root);
    return digest.result();
  }

  /** Whatever goes wrong here costs time and nothing else. */
  async #calmly<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (reason) {
      if (!this.#hasWarned) {
        const detail = reason instanceof Error ? reason.message : String(reason);
        this.#around.warn(
          `The next start will not be faster than the first, as nothing can be kept for it: ${detail}.`,
        );
      }
      this.#hasWarned = true;
      return undefined;
    }
  }
}

/** The path of a file as URIs have it. */
function pathIn(root: string, uri: string): string {
  return uri.slice(root.length + 1);
}
