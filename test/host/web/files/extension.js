// A folder on no disk, as the one of a repository elsewhere would be: VS Code's file systems know it, and nothing else does.
const vscode = require('vscode');

const SCHEME = 'initiatives-web';
const ROOT = '/dataset/';

/** Files by their paths; folders are wherever a path says so, and where one has been made. */
class Files {
  constructor(files) {
    this.files = files;
    this.folders = new Set();
    this.changes = new vscode.EventEmitter();
    this.onDidChangeFile = this.changes.event;
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat({ path }) {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 1, mtime: file.version, size: file.bytes.length };
    if (this.folders.has(path) || this.#within(path).length > 0)
      return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }) {
    const entries = this.#within(path).map((rest) => {
      const [name, ...more] = rest.split('/');
      return [name, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
    });
    return [...new Map(entries)];
  }

  readFile({ path }) {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  writeFile(uri, bytes) {
    const before = this.files.get(uri.path);
    this.files.set(uri.path, { bytes, version: (before?.version ?? 0) + 1 });
    this.#tell(before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  delete(uri) {
    for (const rest of this.#within(uri.path)) this.files.delete(`${uri.path}/${rest}`);
    this.files.delete(uri.path);
    this.folders.delete(uri.path);
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from, to) {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(uri) {
    this.folders.add(uri.path);
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  #tell(type, uri) {
    this.changes.fire([{ type, uri }]);
  }

  #within(folder) {
    const start = `${folder.replace(/\/$/, '')}/`;
    return [...this.files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  }
}

exports.activate = async ({ extensionUri, subscriptions }) => {
  const response = await fetch(vscode.Uri.joinPath(extensionUri, 'folder.json').toString(true));
  const content = Object.entries(await response.json());
  const files = content.map(([path, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return [ROOT + path, { bytes, version: 1 }];
  });
  const provider = new Files(new Map(files));
  subscriptions.push(vscode.workspace.registerFileSystemProvider(SCHEME, provider, { isCaseSensitive: true }));
};
