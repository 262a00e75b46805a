/** Answers the server's requests for files where it cannot reach them itself: virtual and web workspaces. */
import { type Disposable, FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ListFilesParams, Method, type ReadFileParams } from '../server/protocol.ts';

/** Serves lists of YAML files and their bytes (as base64) through VS Code's own file systems. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(Method.listFiles, async ({ folder }: ListFilesParams) => {
      const pattern = new RelativePattern(Uri.parse(folder), '**/*.{yaml,yml}');
      const found = await workspace.findFiles(pattern, '**/{node_modules,.*}/**');
      return found.map((uri) => uri.toString());
    }),
    client.onRequest(Method.readFile, async ({ uri }: ReadFileParams) => {
      try {
        return toBase64(await workspace.fs.readFile(Uri.parse(uri)));
      } catch (reason) {
        // What is not there is an answer; everything else is the server's to report.
        if (reason instanceof FileSystemError && reason.code === 'FileNotFound') return null;
        throw reason;
      }
    }),
  ];
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
