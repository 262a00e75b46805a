/** Files of the dataset that hold no records: texts that rules look something up in, read when someone asks for them. */
import { StoredText } from './stored-text.ts';

/** The texts known, by path as `filePathIn` gives it, and those that someone has asked for. */
export class StoredTexts {
  readonly #texts = new Map<string, StoredText>();
  readonly #asked = new Set<string>();
  #wanted = new Set<string>();

  /** A file's text, as far as it is known. */
  get(path: string): StoredText | undefined {
    if (!this.#asked.has(path)) this.#wanted.add(path);
    this.#asked.add(path);
    return this.#texts.get(path);
  }

  /** Takes a text in, or lets one go. @returns whether that makes a difference */
  set(path: string, text: string | undefined): boolean {
    if (this.#texts.get(path)?.text === text) return false;
    if (text === undefined) this.#texts.delete(path);
    else this.#texts.set(path, new StoredText(text));
    return true;
  }

  /** Every path that anybody has asked for. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  /** The paths that have been asked for the first time since this was last called. */
  takeWanted(): string[] {
    const wanted = [...this.#wanted];
    this.#wanted = new Set();
    return wanted;
  }
}
