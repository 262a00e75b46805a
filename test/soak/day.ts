/** What somebody does in a day with a dataset, at random. Each piece of work leaves the dataset as it was, though by words that never came before. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { GeneratedFile } from '../bench/generate.ts';
import type { Random } from '../bench/random.ts';
import type { SoakEditor } from './editor.ts';
import { askEverything } from './questions.ts';

/** How many files a checkout changes at once. */
const CHECKOUT = 300;

/** How many times of a round each piece of work is done. */
const SHARES = {
  type: 8,
  ask: 4,
  break: 2,
  save: 2,
  rename: 1,
  copy: 1,
  vanish: 1,
  strangers: 1,
  checkout: 1,
  settings: 1,
};
export type Work = keyof typeof SHARES;
export const WORKS = Object.keys(SHARES) as readonly Work[];
const USUAL = WORKS.flatMap((work) => Array<Work>(SHARES[work]).fill(work));

export class Day {
  readonly #editor: SoakEditor;
  readonly #files: readonly GeneratedFile[];
  readonly #random: Random;
  /** For words, names and ids that have not been there before. */
  #fresh = 0;
  /** How often each piece of work has been done. */
  readonly done = new Map<Work, number>();

  constructor(editor: SoakEditor, files: readonly GeneratedFile[], random: Random) {
    this.#editor = editor;
    this.#files = files;
    this.#random = random;
  }

  /** Does one piece of work: any, as often as people do it, or a certain one. */
  async go(work = this.#random.pick(USUAL)): Promise<void> {
    this.done.set(work, (this.done.get(work) ?? 0) + 1);
    await this.#works[work]();
    this.#editor.session.takePublished();
  }

  readonly #works: Readonly<Record<Work, () => Promise<void>>> = {
    type: () => this.#type(),
    ask: () => this.#ask(),
    break: () => this.#breakText(),
    save: () => this.#save(),
    rename: () => this.#rename(),
    copy: () => this.#copy(),
    vanish: () => this.#vanish(),
    strangers: () => this.#strangers(),
    checkout: () => this.#checkout(),
    settings: () => this.#settings(),
  };

  #word(): string {
    return `never-before-${++this.#fresh}`;
  }

  #file(): string {
    return this.#random.pick(this.#files).path;
  }

  /** Types a word somewhere, with completion after each letter, and takes it back. */
  async #type(): Promise<void> {
    const name = this.#file();
    const text = await this.#editor.show(name);
    const ends = [...text.matchAll(/$/gm)].map(({ index }) => index);
    const at = this.#random.pick(ends);
    const word = this.#word();
    for (let done = 0; done < word.length; done++) {
      await this.#editor.splice(name, at + done, 0, word[done]!);
      if (done % 4 === 0) await askEverything(this.#editor, name, at + done + 1, ['completion', 'hover']);
    }
    for (let left = word.length; left > 0; left--) await this.#editor.splice(name, at + left - 1, 1, '');
  }

  async #ask(): Promise<void> {
    const name = this.#file();
    const text = await this.#editor.show(name);
    await askEverything(this.#editor, name, this.#random.between(0, text.length));
  }

  async #breakText(): Promise<void> {
    const name = this.#file();
    const text = await this.#editor.show(name);
    await this.#editor.replace(name, `${text.slice(0, this.#random.between(0, text.length))}\n  "${this.#word()}`);
    await askEverything(this.#editor, name, this.#random.between(0, text.length));
    await this.#editor.replace(name, text);
  }

  async #save(): Promise<void> {
    const name = this.#file();
    const text = await this.#editor.show(name);
    await this.#editor.replace(name, text.replace(/^(name|title): .*$/m, `$1: ${this.#word()}`));
    await this.#editor.save(name);
    await this.#editor.replace(name, text);
    await this.#editor.save(name);
  }

  /** Gives a record another id, everywhere, and the old one again. */
  async #rename(): Promise<void> {
    const { path, text } = this.#random.pick(this.#files.filter(({ kind }) => kind === 'source' || kind === 'person'));
    const id = /^id: (.+)$/m.exec(text)![1]!;
    await this.#renameTo(path, this.#word());
    await this.#renameTo(path.replace(id, `never-before-${this.#fresh}`), id);
  }

  async #renameTo(path: string, newName: string): Promise<void> {
    const text = await this.#editor.show(path);
    const line = text.slice(0, text.search(/^id: /m)).split('\n').length - 1;
    await this.#editor.session.hasReadAll();
    const edit = await this.#editor.session.at<WorkspaceEdit>('rename', path, { line, character: 5 }, { newName });
    await this.#editor.apply(edit);
  }

  /** A record comes by a copy of its file, and goes. */
  async #copy(): Promise<void> {
    const { path, text } = this.#random.pick(this.#files);
    const copy = path.replace(/[^/]*$/, `${this.#word()}.yaml`);
    this.#editor.session.write(copy, text);
    await this.#editor.tell([[copy, 1]]);
    await this.#editor.session.hasReadAll();
    this.#editor.session.remove(copy);
    await this.#editor.tell([[copy, 3]]);
  }

  async #vanish(): Promise<void> {
    const { path } = this.#random.pick(this.#files);
    const text = this.#editor.onDisk(path);
    this.#editor.session.remove(path);
    await this.#editor.tell([[path, 3]]);
    await this.#editor.session.hasReadAll();
    this.#editor.session.write(path, text);
    await this.#editor.tell([[path, 1]]);
  }

  /** Looks at records outside the dataset: one that has never been saved, one in another folder. */
  async #strangers(): Promise<void> {
    const { connection } = this.#editor.session;
    const { text } = this.#random.pick(this.#files);
    for (const uri of [`untitled:${this.#word()}`, `file:///elsewhere/${this.#word()}.yaml`]) {
      const languageId = 'security-initiatives';
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      const position = { line: 1, character: 5 };
      await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
  }

  /** Many files change at once on the disk, and back. */
  async #checkout(): Promise<void> {
    const some = this.#random.some(this.#files, CHECKOUT).map(({ path }) => path);
    const texts = some.map((path) => this.#editor.onDisk(path));
    const word = this.#word();
    const write = async (change: (text: string) => string) => {
      some.forEach((path, index) => {
        this.#editor.session.write(path, change(texts[index]!));
      });
      await this.#editor.tell(some.map((path) => [path, 2]));
      await this.#editor.session.hasReadAll();
    };
    await write((text) => text.replace(/^(name|title): .*$/m, `$1: ${word}`));
    await write((text) => text);
  }

  async #settings(): Promise<void> {
    const { session } = this.#editor;
    for (const settings of [{ rules: { uncited: 'off' } }, null]) {
      session.settings = settings;
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    }
  }
}
