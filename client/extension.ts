/** What the extension contributes, the same on desktop and in a browser; each contribution has a file of its own. */
import { type ExtensionContext, l10n, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, LANGUAGE_ID, RULE_SCHEME } from '../server/protocol.ts';
import { serveFiles } from './file-requests.ts';
import { GO_TO, registerGoTo } from './go-to.ts';
import { keepLanguageMode } from './language-mode.ts';
import { serveRulePages } from './rule-pages.ts';
import { registerShowReferences, SHOW_REFERENCES } from './show-references.ts';
import { registerTimeline } from './timeline/commands.ts';

/** Makes the client that fits the place the extension runs in. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Registers everything and starts the server; when that fails, says so and what to do. */
export async function run(
  context: ExtensionContext,
  files: NonNullable<InitializationOptions['files']>,
  makeClient: MakeClient,
): Promise<void> {
  const output = window.createOutputChannel('Security Initiatives', { log: true });
  const client = makeClient('securityInitiatives', 'Security Initiatives', {
    documentSelector: [{ language: LANGUAGE_ID }, { language: 'yaml' }],
    initializationOptions: {
      files,
      suggestCommand: 'editor.action.triggerSuggest',
      snippetTransforms: true,
      formatLanguages: [LANGUAGE_ID],
      goToCommand: GO_TO,
      referencesCommand: SHOW_REFERENCES,
      rulePage: `${RULE_SCHEME}:/{rule}.md`,
      ...storageOf(context),
    } satisfies InitializationOptions,
    outputChannel: output,
    synchronize: { configurationSection: 'securityInitiatives' },
  });
  context.subscriptions.push(
    output,
    client,
    ...keepLanguageMode(),
    registerGoTo(client),
    registerShowReferences(client),
    serveRulePages(context),
    ...serveFiles(client),
    ...registerTimeline(context, client),
  );
  try {
    await client.start();
  } catch (reason) {
    output.error(reason instanceof Error ? reason : String(reason));
    const show = l10n.t('Show Output');
    const message = l10n.t(
      'Security Initiatives could not start its language server, so records are not checked. Reload the window to try again.',
    );
    if ((await window.showErrorMessage(message, show)) === show) output.show();
  }
}

/** The folder that VS Code keeps for the extension and this window; there is none where no folder is open, or no disk. */
function storageOf({ storageUri }: ExtensionContext): Pick<InitializationOptions, 'storage'> {
  return storageUri?.scheme === 'file' ? { storage: storageUri.toString() } : {};
}
