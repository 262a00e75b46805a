/** Files that a command makes together, on a disk or elsewhere: all of them are there afterwards, or none. */
import { CancellationError, type CancellationToken, FileSystemError, Uri, workspace } from 'vscode';
import type { NewText } from '../../server/protocol.ts';

/** How many files are written at once. */
const AT_ONCE = 16;

/** What a long piece of work tells, and listens to. */
export interface Watched {
  readonly done: (count: number) => void;
  readonly token: CancellationToken;
}

/** The paths of those files that are there already, in a folder that need not be. */
export async function alreadyThere(folder: Uri, files: readonly NewText[]): Promise<string[]> {
  const there = await Promise.all(files.map(({ path }) => isThere(Uri.joinPath(folder, path))));
  return files.filter((_, index) => there[index]).map(({ path }) => path);
}

/** Whether something stands at a place. */
export async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (reason) {
    if (reason instanceof FileSystemError && reason.code === 'FileNotFound') return false;
    throw reason;
  }
}

/**
 * Makes files that are not there, and the folders they stand in.
 * @throws what went wrong, or CancellationError; then everything that was made is gone again
 */
export async function makeFiles(folder: Uri, files: readonly NewText[], watched?: Watched): Promise<void> {
  const folders = await newFolders(folder, files);
  const begun: Uri[] = [];
  const encoder = new TextEncoder();
  try {
    for (let start = 0; start < files.length; start += AT_ONCE) {
      if (watched?.token.isCancellationRequested) throw new CancellationError();
      const some = files.slice(start, start + AT_ONCE);
      const written = await Promise.allSettled(
        some.map(({ path, text }) => {
          const uri = Uri.joinPath(folder, path);
          begun.push(uri);
          return workspace.fs.writeFile(uri, encoder.encode(text));
        }),
      );
      // All of them have come to an end before any is taken back.
      const failed = written.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
      if (failed) throw failed.reason;
      watched?.done(some.length);
    }
  } catch (reason) {
    await takeBack(begun, folders);
    throw reason;
  }
}

/** The folders that will have been made once the files are, the innermost first. */
async function newFolders(folder: Uri, files: readonly NewText[]): Promise<Uri[]> {
  const paths = new Set(['']);
  for (const { path } of files)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) paths.add(path.slice(0, at));
  const uris = [...paths].sort((a, b) => b.length - a.length).map((path) => Uri.joinPath(folder, path));
  const there = await Promise.all(uris.map(isThere));
  return uris.filter((_, index) => !there[index]);
}

/** Removes what has been made; what cannot be removed, or has not come to be, stays as it is: why all of this happens is told. */
async function takeBack(files: readonly Uri[], folders: readonly Uri[]): Promise<void> {
  await Promise.allSettled(files.map((uri) => workspace.fs.delete(uri)));
  for (const uri of folders) await Promise.allSettled([workspace.fs.delete(uri)]);
}
