/** Both servers on one workload, turn by turn: files opened, characters typed, records pasted, questions asked. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver/node';
import type { LanguageClient, Settled } from './client.ts';
import { type Edit, endOf, settledBy } from './edits.ts';
import { type Row, Samples } from './rows.ts';
import type { Place, Workload } from './workloads.ts';

/** A round of the faster server has this many times the typing, so that its 99th percentile means something. */
const OURS_MORE = 6;
/** Completion, hover and the outline are asked for so often in a round. */
const QUESTIONS = 4;
/** Rounds that don't count, at most: the servers' code is still being compiled. */
const WARM_UP = 2;
/** Between a paste that was undone and the next keystroke, ms without a word from the server: other files may have news. */
const REST = 30;
/** What is typed; another each time, so that no text comes twice. */
const LETTERS = 'bcdfghjklmnpqrstvwxz';

const OPEN = 'open → problems';
const COMPLETION = 'completion';
const TYPED_COMPLETION = 'keystroke → completion';
const HOVER = 'hover';
const OUTLINE = 'document symbols';
const MEMORY = 'peak memory';

/** A server that is up, with the files of the workload open in it. */
export class Session {
  readonly client: LanguageClient;
  readonly #folder: string;
  readonly #workload: Workload;
  #typed = 0;

  constructor(client: LanguageClient, folder: string, workload: Workload) {
    this.client = client;
    this.#folder = folder;
    this.#workload = workload;
  }

  /** Opens what is typed in, and waits until the server has read everything it wants to read. */
  async prepare(): Promise<void> {
    const { asked, keystrokes, files, faulty, fresh } = this.#workload;
    for (const path of new Set([asked, ...keystrokes.map(({ place }) => place)].map((place) => place.path))) {
      await this.client.open(this.#uri(path), files.find((file) => file.path === path)!.text);
    }
    await this.#openAndClose(0, fresh(0));
    if (this.client.name === 'ours') {
      await this.client.find('no such record'); // answered when all files have been read
      await this.client.allWrong(faulty.map((path) => this.#uri(path)));
    }
    const hover = await this.client.ask<{ contents?: unknown } | null>('hover', this.#uri(asked.path), before(asked));
    const completion = JSON.stringify(await this.client.ask('completion', this.#uri(asked.path), at(asked)));
    if (!hover?.contents || !completion.includes('foreign-ministers')) {
      throw new Error(`${this.client.name}: no hover or completion in ${asked.path}; does it know the schema?`);
    }
    await this.client.quiet(500);
  }

  /** Does everything once and says how long each took. */
  async round(number: number, samples: Samples): Promise<void> {
    const { name } = this.client;
    const { asked, fresh } = this.#workload;
    samples.add(OPEN, name, await this.#openAndClose(number, fresh(number)));
    for (let i = 0; i < (name === 'ours' ? OURS_MORE : 1); i++) {
      for (const { what, times } of await this.type()) for (const time of times) samples.add(what, name, time);
      await this.#editAbove(number * OURS_MORE + i, samples);
    }
    for (let i = 0; i < QUESTIONS; i++) {
      samples.add(COMPLETION, name, await this.#ask('completion', asked, at(asked)));
      samples.add(HOVER, name, await this.#ask('hover', asked, before(asked)));
      samples.add(OUTLINE, name, await this.#ask('documentSymbol', asked));
    }
    for (let i = 0; i < (name === 'ours' ? OURS_MORE : 1); i++) {
      samples.add(TYPED_COMPLETION, name, await this.#completeWhileTyping(asked));
    }
  }

  /** Characters typed and taken back at each place, with the times of all keystrokes there. */
  async type(): Promise<{ readonly what: string; readonly times: number[] }[]> {
    const typed: { what: string; times: number[] }[] = [];
    for (const { what, place, shape } of this.#workload.keystrokes) {
      typed.push({ what, times: await this.#typeAndCorrect(place, shape) });
    }
    return typed;
  }

  /** A file that is new to the server, from its opening to its problem. */
  async #openAndClose(number: number, text: string): Promise<number> {
    const uri = this.#uri(`summits/new-${number}.yaml`);
    const begin = performance.now();
    const told = this.client.published(uri, (diagnostics) => diagnostics.length > 0);
    await this.client.open(uri, text);
    const time = (await told) - begin;
    const gone = this.client.published(uri, (diagnostics) => diagnostics.length === 0);
    await this.client.close(uri);
    await gone;
    return time;
  }

  /** Two wrong characters at the end of a value, then both taken back: the time of each keystroke. */
  async #typeAndCorrect(place: Place, shape: boolean): Promise<number[]> {
    const times: number[] = [];
    for (const [from, to, text] of [
      [0, 0, this.#letter()],
      [1, 1, this.#letter()],
      [1, 2, ''],
      [0, 1, ''],
    ] as const) {
      times.push(await this.#keystroke(place, shape, from, to, text));
    }
    return times;
  }

  /** Counts from the end of the value. */
  #keystroke(place: Place, shape: boolean, from: number, to: number, text: string): Promise<number> {
    const end = { line: place.line, character: place.character + to };
    const start = { line: place.line, character: place.character + from };
    return this.#change(place, { start, end }, text, this.#afterTyping(place, shape, from + text.length));
  }

  /** Each larger edit done and undone, while a word below is wrong. */
  async #editAbove(number: number, samples: Samples): Promise<void> {
    const { beacon, edits } = this.#workload;
    const { name } = this.client;
    await this.#keystroke(beacon, true, 0, 0, this.#letter());
    for (const edit of edits(number)) {
      const [done, undone] = await this.#doAndUndo(edit, beacon.line);
      samples.add(edit.what, name, done);
      samples.add(edit.undone, name, undone);
    }
    await this.#keystroke(beacon, true, 0, 1, '');
    await this.client.quiet(REST);
  }

  async #doAndUndo(edit: Edit, beacon: number): Promise<[number, number]> {
    const { line, character } = edit.place;
    const start = { line, character };
    const settled = settledBy(edit, beacon);
    const done = await this.#change(edit.place, { start, end: start }, edit.text, settled.done);
    return [done, await this.#change(edit.place, { start, end: endOf(edit) }, '', settled.undone)];
  }

  /** From a change to the problems of the text that it makes. */
  async #change({ path }: Place, range: Range, text: string, settled: Settled): Promise<number> {
    const begin = performance.now();
    const told = this.client.published(this.#uri(path), settled);
    await this.client.change(this.#uri(path), range, text);
    return (await told) - begin;
  }

  #letter(): string {
    return LETTERS[this.#typed++ % LETTERS.length]!;
  }

  /** The other server has no notion of references: there any publication will do, as it sends one for every change. */
  #afterTyping({ line, character }: Place, shape: boolean, wrong: number): Settled {
    if (this.client.name === 'theirs' && !shape) return () => true;
    return (diagnostics) => {
      const there = diagnostics.filter(({ range }) => range.start.line === line);
      return wrong === 0 ? there.length === 0 : there.some(({ range }) => range.end.character === character + wrong);
    };
  }

  async #ask(method: string, { path }: Place, position?: Position): Promise<number> {
    const begin = performance.now();
    await this.client.ask(method, this.#uri(path), position);
    return performance.now() - begin;
  }

  /** Completion asked for with the keystroke, as editors do, and not after its problems have come. */
  async #completeWhileTyping(place: Place): Promise<number> {
    const { line, character } = place;
    const told = this.client.published(this.#uri(place.path), this.#afterTyping(place, true, 1));
    const begin = performance.now();
    const end = { line, character };
    await this.client.change(this.#uri(place.path), { start: end, end }, this.#letter());
    await this.#ask('completion', place, { line, character: character + 1 });
    const time = performance.now() - begin;
    await told;
    await this.#keystroke(place, true, 0, 1, '');
    return time;
  }

  #uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }
}

/** Runs a workload's rounds, the servers taking turns in going first, and gives its rows. */
export async function measureSessions(workload: Workload, sessions: readonly Session[]): Promise<Row[]> {
  for (const session of sessions) await session.prepare();
  const [samples, ignored] = [new Samples(), new Samples()];
  const warmUp = Math.min(WARM_UP, Math.ceil(workload.rounds / 2));
  for (let round = 1; round <= warmUp + workload.rounds; round++) {
    const order = round % 2 === 0 ? sessions : [...sessions].reverse();
    for (const session of order) await session.round(round, round > warmUp ? samples : ignored);
  }
  const memory = new Samples();
  for (const { client } of sessions) {
    const peak = client.memory();
    if (peak !== undefined) memory.add(MEMORY, client.name, peak);
  }
  return [...samples.rows(workload.name, 'ms'), ...memory.rows(workload.name, 'MB')];
}

/** The place a few characters into the value rather than at its end. */
function before({ line, character }: Place): Position {
  return { line, character: character - 2 };
}

function at({ line, character }: Place): Position {
  return { line, character };
}
