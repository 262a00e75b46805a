// Files on no disk: a file system that this test holds in memory, as one of a repository elsewhere would be.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf } from './support/diagnostics.ts';
import { closeEverything, rangeOf, replace } from './support/samples.ts';
import { waitFor } from './support/wait.ts';

const SCHEME = 'initiatives-memory';
const RECORD = vscode.Uri.from({ scheme: SCHEME, path: '/data/persons/p.yaml' });
const TEXT = 'kind: person\nid: p\nname: P\noffices:\n  - title: President\n    state: XQQ\n';

/** Files by their paths; folders are wherever a path says so. */
class Memory implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: file.length };
    if (this.#within(path).length > 0) return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = this.#within(path).map((rest) => rest.split('/'));
    const entries = names.map(([name, ...more]): [string, vscode.FileType] => [
      name ?? '',
      more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
    return [...new Map(entries)];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.files.set(path, content);
  }

  delete({ path }: vscode.Uri): void {
    this.files.delete(path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(): void {}

  #within(folder: string): string[] {
    const start = `${folder.replace(/\/$/, '')}/`;
    return [...this.files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  }
}

describe('a record on no disk', () => {
  const memory = new Memory();
  let registration: vscode.Disposable;

  before(() => {
    memory.files.set(RECORD.path, new TextEncoder().encode(TEXT));
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, memory, { isCaseSensitive: true });
  });
  after(async () => {
    await closeEverything();
    registration.dispose();
  });

  it('is checked and mended, and saved where it came from', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(RECORD));
    await waitFor('the language id', () => editor.document.languageId === 'security-initiatives');
    const [problem] = await diagnosticsOf(RECORD, (it) => it.length > 0);
    assert.equal(editor.document.getText(problem?.range), 'XQQ');

    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      RECORD,
      rangeOf(editor.document, 'XQQ').start,
    );
    assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label).includes('TUR')));

    await replace(editor, 'XQQ', 'TUR');
    await diagnosticsOf(RECORD, (it) => it.length === 0);
    assert.ok(await editor.document.save());
    assert.equal(new TextDecoder().decode(memory.files.get(RECORD.path)), TEXT.replace('XQQ', 'TUR'));
  });
});
