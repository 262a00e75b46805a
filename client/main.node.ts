/** The extension where VS Code runs Node: the server is a process of its own, reached over IPC. */
import { type ExtensionContext, workspace } from 'vscode';
import { run } from './extension.ts';

/** Reading thousands of files makes much that is soon garbage; a small nursery lets go of it at once, at no cost in time. */
const SMALL_NURSERY = '--max-semi-space-size=4';

/** Starts the extension. */
export async function startInNode(context: ExtensionContext): Promise<void> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const module = context.asAbsolutePath('dist/server.js');
  const virtual = (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme !== 'file');
  await run(context, virtual ? 'client' : 'node', (id, name, options) => {
    const server = { module, transport: TransportKind.ipc, options: { execArgv: [SMALL_NURSERY] } };
    const debug = { ...server, options: { execArgv: [SMALL_NURSERY, '--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run: server, debug }, options);
  });
}
