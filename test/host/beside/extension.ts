/** What redhat.vscode-yaml does: Red Hat's language server for YAML, for the languages and files that it names. */
import { type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** Where the language server is; put in when this is bundled. */
declare const __SERVER__: string;

/** Resolves when the server answers, so that a test can wait for it. */
export async function activate({ subscriptions }: ExtensionContext): Promise<void> {
  const server = { module: __SERVER__, transport: TransportKind.ipc };
  const client = new LanguageClient('yaml', 'YAML Support', server, {
    documentSelector: [
      { language: 'yaml' },
      { language: 'dockercompose' },
      { language: 'github-actions-workflow' },
      { pattern: '*.y(a)ml' },
    ],
    synchronize: {
      fileEvents: [
        workspace.createFileSystemWatcher('**/*.?(e)y?(a)ml'),
        workspace.createFileSystemWatcher('**/*.json'),
      ],
    },
  });
  subscriptions.push(client);
  await client.start();
}
