/** The extension in a browser: the server is a worker, and files come through VS Code. */
import { type ExtensionContext, Uri } from 'vscode';
import { run } from './extension.ts';

/** Starts the extension. */
export async function startInBrowser(context: ExtensionContext): Promise<void> {
  const { LanguageClient } = await import('vscode-languageclient/browser');
  const { startWorker } = await import('./worker-server.ts');
  const script = Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true);
  await run(
    context,
    'client',
    (id, name, options) => new LanguageClient(id, name, async () => startWorker(script), options),
  );
}
