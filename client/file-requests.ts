/** Answers the server's requests for files where it cannot reach them itself: virtual and web workspaces. */
import { type CancellationToken, type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ListFilesParams, Method, type ReadFileParams } from '../server/protocol.ts';

const RECORDS = /\.ya?ml$/i;
/** Folders in which nobody keeps records. */
const SKIPPED = /^(?:node_modules|\..*)$/;

/** Serves lists of YAML files and their bytes (as base64) through VS Code's own file systems. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(Method.listFiles, async ({ folder }: ListFilesParams, token: CancellationToken) => {
      const found = await filesBelow(Uri.parse(folder), token, (uri, reason) =>
        client.warn(`${uri} cannot be listed, so its records are missing.`, reason, false),
      );
      return found.map((uri) => uri.toString());
    }),
    client.onRequest(Method.readFile, async ({ uri }: ReadFileParams) => {
      try {
        return toBase64(await workspace.fs.readFile(Uri.parse(uri)));
      } catch (reason) {
        // What is not there is an answer; everything else is the server's to report.
        if (isMissing(reason)) return null;
        throw reason;
      }
    }),
  ];
}

/**
 * All YAML files below a folder. VS Code's own search knows only file systems that can be searched, and waits for ever where
 * one cannot; folders can be listed in each. Links are not followed: they may lead anywhere, and round in circles.
 */
async function filesBelow(
  root: Uri,
  token: CancellationToken,
  failed: (folder: Uri, reason: unknown) => void,
): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const entriesOf = async (folder: Uri) => {
    try {
      return (await workspace.fs.readDirectory(folder)).map(([name, type]) => ({ folder, name, type }));
    } catch (reason) {
      if (folder === root) throw reason;
      if (!isMissing(reason)) failed(folder, reason);
      return [];
    }
  };
  for (let level = [root]; level.length > 0 && !token.isCancellationRequested; ) {
    const next: Uri[] = [];
    for (const { folder, name, type } of (await Promise.all(level.map(entriesOf))).flat()) {
      if (type === FileType.Directory && !SKIPPED.test(name)) next.push(Uri.joinPath(folder, name));
      if (type === FileType.File && RECORDS.test(name)) files.push(Uri.joinPath(folder, name));
    }
    level = next;
  }
  return files;
}

function isMissing(reason: unknown): boolean {
  return reason instanceof FileSystemError && reason.code === 'FileNotFound';
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
