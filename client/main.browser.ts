/** The extension in a browser: the server is a worker, and files come through VS Code. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { run } from './extension.ts';

/** Starts the extension. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  await run(
    context,
    'client',
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(script), options),
  );
}
