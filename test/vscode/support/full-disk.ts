// A file system in memory that holds so many files and no more, as a disk does that gets full.
import * as vscode from 'vscode';

export class FullDisk implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>(['/']);
  room: number;

  constructor(room: number) {
    this.room = room;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: file.length };
    if (this.folders.has(path)) return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const start = path === '/' ? path : `${path}/`;
    const below = (one: string) => one !== path && one.startsWith(start) && !one.slice(start.length).includes('/');
    const entries = (paths: Iterable<string>, type: vscode.FileType) =>
      [...paths].filter(below).map((one): [string, vscode.FileType] => [one.slice(start.length), type]);
    return [...entries(this.files.keys(), vscode.FileType.File), ...entries(this.folders, vscode.FileType.Directory)];
  }

  createDirectory({ path }: vscode.Uri): void {
    this.folders.add(path);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    if (this.files.size >= this.room) throw vscode.FileSystemError.Unavailable('The disk is full.');
    this.files.set(path, content);
  }

  delete({ path }: vscode.Uri, { recursive }: { readonly recursive: boolean }): void {
    if (this.files.delete(path)) return;
    if (!recursive && this.readDirectory(vscode.Uri.file(path)).length > 0)
      throw vscode.FileSystemError.Unavailable(`${path} is not empty.`);
    this.folders.delete(path);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions('Nothing is renamed here.');
  }
}
