/** An editor that works on a dataset for hours: files open and close, are typed in, saved, renamed, and change on the disk. */
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ServerSession } from '../support/server.ts';

/** How many files are open at once. */
const OPEN = 8;

/** What a client tells of a file on the disk. */
export type DiskEvent = readonly [name: string, type: 1 | 2 | 3];

/** Files are named by their paths from the root of the dataset. */
export class SoakEditor {
  readonly session: ServerSession;
  /** Open texts, the one that was used longest ago first. */
  readonly #open = new Map<string, string>();

  constructor(session: ServerSession) {
    this.session = session;
  }

  onDisk(name: string): string {
    return readFileSync(join(this.session.folder, name), 'utf8');
  }

  textOf(name: string): string {
    return this.#open.get(name) ?? this.onDisk(name);
  }

  /** Shows a file; of many that are open the one that was used longest ago is closed. */
  async show(name: string): Promise<string> {
    const known = this.#open.get(name);
    const text = known ?? this.onDisk(name);
    this.#open.delete(name);
    this.#open.set(name, text);
    if (known === undefined) await this.session.open(name, text);
    const [oldest] = this.#open.keys();
    if (this.#open.size > OPEN) await this.close(oldest!);
    return text;
  }

  async close(name: string): Promise<void> {
    if (this.#open.delete(name)) await this.session.close(name);
  }

  /** Puts `insert` in place of so many characters of an open file, as one change in place. */
  async splice(name: string, at: number, length: number, insert: string): Promise<void> {
    const before = this.#open.get(name)!;
    const document = TextDocument.create('', '', 0, before);
    const range = { start: document.positionAt(at), end: document.positionAt(at + length) };
    const after = before.slice(0, at) + insert + before.slice(at + length);
    this.#open.set(name, after);
    const change = { ...this.session.changeOf(name, after), contentChanges: [{ range, text: insert }] };
    await this.session.connection.sendNotification('textDocument/didChange', change);
  }

  /** Replaces the text of an open file. */
  async replace(name: string, text: string): Promise<void> {
    this.#open.set(name, text);
    await this.session.change(name, text);
  }

  /** Writes an open text to the disk. */
  async save(name: string): Promise<void> {
    this.session.write(name, this.#open.get(name)!);
    const textDocument = { uri: this.session.uri(name) };
    await this.session.connection.sendNotification('textDocument/didSave', { textDocument });
    await this.tell([[name, 2]]);
  }

  /** Tells what has happened on the disk. */
  async tell(events: readonly DiskEvent[]): Promise<void> {
    const changes = events.map(([name, type]) => ({ uri: this.session.uri(name), type }));
    await this.session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Carries out an edit and saves everything, as VS Code does with a rename. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    const events: DiskEvent[] = [];
    for (const step of edit.documentChanges ?? []) {
      if ('textDocument' in step) events.push(await this.#edit(step.textDocument.uri, step.edits as TextEdit[]));
      else if (step.kind === 'rename') events.push(...(await this.#rename(step.oldUri, step.newUri)));
      else throw new Error(`No ${step.kind} is expected of a rename.`);
    }
    await this.tell(events);
  }

  async #edit(uri: string, edits: TextEdit[]): Promise<DiskEvent> {
    const name = this.#nameOf(uri);
    const text = TextDocument.applyEdits(TextDocument.create(uri, '', 0, this.textOf(name)), edits);
    if (this.#open.has(name)) await this.replace(name, text);
    this.session.write(name, text);
    return [name, 2];
  }

  async #rename(oldUri: string, newUri: string): Promise<DiskEvent[]> {
    const [before, after] = [this.#nameOf(oldUri), this.#nameOf(newUri)];
    const wasOpen = this.#open.has(before);
    await this.close(before);
    renameSync(join(this.session.folder, before), join(this.session.folder, after));
    if (wasOpen) await this.show(after);
    return [
      [before, 3],
      [after, 1],
    ];
  }

  #nameOf(uri: string): string {
    return fileURLToPath(uri).slice(this.session.folder.length + 1);
  }
}
