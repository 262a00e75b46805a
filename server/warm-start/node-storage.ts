/** A folder of this machine as storage, kept small: what has not been written for longest goes. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest, Storage } from './storage.ts';

const END = '.kept';
const UNFINISHED_END = '.unfinished';
/** How many texts a folder holds at most: one for each dataset of a window. */
const MOST = 16;
/** Milliseconds after which nobody is still writing a file. */
const ABANDONED = 3_600_000;

export class NodeStorage implements Storage {
  readonly #folder: string;
  readonly #program: string;
  #build: string | undefined;

  /** @param folder where to keep files; it is made when it is needed @param program the file that holds the server's code */
  constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#program = program;
  }

  get build(): string {
    this.#build ??= createHash('sha256').update(process.version).update(readFileSync(this.#program)).digest('hex');
    return this.#build;
  }

  digest(): Digest {
    const hash = createHash('sha256');
    return {
      // A text with half a character in it would be another's in UTF-8.
      add: (text) => void hash.update(text, 'utf16le'),
      result: () => hash.digest('hex'),
    };
  }

  async read(name: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.#folder, name + END), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async write(name: string, text: string): Promise<void> {
    const path = join(this.#folder, name + END);
    const unfinished = join(this.#folder, `${name}.${randomUUID()}${UNFINISHED_END}`);
    await mkdir(this.#folder, { recursive: true });
    try {
      await writeFile(unfinished, text, { flag: 'wx' });
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await this.#tidy((await stat(path)).mtimeMs);
  }

  /** Removes what is too much, and what others have left unfinished; `now` is by the clock of the disk. */
  async #tidy(now: number): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(END) || name.endsWith(UNFINISHED_END));
    const files = await Promise.all(names.map(async (name) => ({ name, time: await this.#timeOf(name) })));
    const kept = files.filter(({ name }) => name.endsWith(END)).sort((a, b) => b.time - a.time);
    const abandoned = files.filter(({ name, time }) => name.endsWith(UNFINISHED_END) && now - time > ABANDONED);
    for (const { name } of [...kept.slice(MOST), ...abandoned]) await rm(join(this.#folder, name), { force: true });
  }

  /** When a file was written; one that another window has removed meanwhile counts as the oldest. */
  async #timeOf(name: string): Promise<number> {
    return (await stat(join(this.#folder, name)).catch(() => undefined))?.mtimeMs ?? 0;
  }
}
