/** However much there is to read and to check, and in however few files, work stops for others after each slice. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import type { Rule } from '../../server/dataset/rule.ts';
import { Publisher } from '../../server/publisher.ts';
import { rules } from '../../server/rules/index.ts';
import { Scheduler } from '../../server/scheduler.ts';
import { Session } from '../../server/session.ts';
import type { FileSource } from '../../server/sources/source.ts';
import { Turns } from '../../server/turns.ts';

const ROOT = 'file:///w';
/**
 * By the clock of these tests a millisecond goes by with each file that is read, each record that is let in and each that
 * is checked. One slice of 15 may go to reading and one to what is open, each with a record too many, which is let in and checked.
 */
const TWO_SLICES = 2 * 17;

const record = (i: number) => `kind: person\nid: person-${i}\nname: Person ${i}\noffices: [{ title: M, state: QQQ }]\n`;

/** A session on some files whose turns are counted. */
class Window {
  readonly session: Session;
  readonly told = new Set<string>();
  readonly #scheduler: Scheduler;
  readonly #turns: Turns;
  readonly #waiting: (() => void)[] = [];
  /** Files read and records checked. */
  #done = 0;
  #admitted = 0;
  #known = 0;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#turns = new Turns(
      () => this.#now(),
      (call) => this.#waiting.push(call),
    );
    const settings = { rules: {}, today: parseEdtf('2025-10-31')! };
    const files: FileSource = {
      list: async () => ({ files: [...texts.keys()].sort(), failures: [] }),
      read: async (uri) => {
        this.#done++;
        return { text: texts.get(uri)! };
      },
    };
    const ticking: Rule = {
      ...rules[0]!,
      name: 'ticking',
      kinds: ['person'],
      concerns: () => true,
      check: () => {
        this.#done++;
        return [];
      },
    };
    this.session = new Session(files, [...rules, ticking], settings, {
      failed: () => {},
      unreadable: () => {},
      watched: () => {},
      pause: () => this.#turns.next(),
      slice: () => this.#turns.slice(),
    });
    const publisher = new Publisher((uri) => void this.told.add(uri), undefined);
    this.#scheduler = new Scheduler(this.session, publisher, () => {}, this.#turns);
    this.session.setFolders([ROOT]);
  }

  #now(): number {
    const known = [...this.session.members].reduce((sum, { workspace }) => sum + workspace.dataset.own.byId.size, 0);
    this.#admitted += Math.max(0, known - this.#known);
    this.#known = known;
    return this.#done + this.#admitted;
  }

  edit(uri: string, text: string): void {
    this.session.edit(uri, text);
    this.#scheduler.run();
  }

  async load(): Promise<void> {
    const next = () => {
      this.#scheduler.run();
      return this.#turns.next();
    };
    await this.session.load(() => {}, next);
    for (const member of this.session.members) this.#scheduler.republish(member);
    this.#scheduler.run();
  }

  async changed(uris: readonly string[]): Promise<void> {
    await this.session.changed(uris);
    this.#scheduler.run();
  }

  /** Waits for something and all that follows. @returns how long the longest stretch was in which nobody else had a turn */
  async longestStretch(work: Promise<void>): Promise<number> {
    let isDone = false;
    const done = work.then(() => {
      isDone = true;
    });
    let longest = 0;
    for (let began = this.#now(); !isDone || this.#waiting.length > 0; began = this.#now()) {
      this.#waiting.shift()?.();
      // What follows a turn is promises, which are all kept before a message is.
      await new Promise((resolve) => setImmediate(resolve));
      longest = Math.max(longest, this.#now() - began);
    }
    await done;
    console.log('longest', longest);
    return longest;
  }
}

const ALL = `${ROOT}/all.yaml`;

function many(write = record): Map<string, string> {
  return new Map(Array.from({ length: 600 }, (_, i) => [`${ROOT}/persons/person-${i}.yaml`, write(i)]));
}

function oneOfMany(): Map<string, string> {
  return new Map([[ALL, [...many().values()].join('---\n')]]);
}

describe('work stops after each slice', () => {
  it('when many files are read', async () => {
    const texts = many();
    const window = new Window(texts);
    expect(await window.longestStretch(window.load())).toBeLessThanOrEqual(TWO_SLICES);
    expect(window.told.size).toBe(texts.size);
  });

  it.each([false, true])('when one file of many records is read, open: %s', async (isOpen) => {
    const texts = oneOfMany();
    const window = new Window(texts);
    if (isOpen) window.edit(ALL, texts.get(ALL)!);
    expect(await window.longestStretch(window.load())).toBeLessThanOrEqual(TWO_SLICES);
    expect(window.told).toEqual(new Set([ALL]));
  });

  it('when many files have changed at once', async () => {
    const texts = many();
    const window = new Window(texts);
    await window.longestStretch(window.load());
    window.told.clear();
    for (const [uri, text] of many((i) => record(i).replace('QQQ', 'KAZ'))) texts.set(uri, text);
    expect(await window.longestStretch(window.changed([...texts.keys()]))).toBeLessThanOrEqual(TWO_SLICES);
    expect(window.told.size).toBe(texts.size);
  });
});
