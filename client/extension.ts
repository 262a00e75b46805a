/** What the extension contributes, the same on desktop and in a browser; each contribution has a file of its own. */
import { type ExtensionContext, l10n, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, LANGUAGE_ID, RULE_SCHEME } from '../server/protocol.ts';
import { CrashGuard } from './crashes.ts';
import { registerExplorer } from './explorer/explorer.ts';
import { serveFiles } from './file-requests.ts';
import { GO_TO, registerGoTo } from './go-to.ts';
import { keepLanguageMode } from './language-mode.ts';
import { registerTools } from './language-model-tools.ts';
import { leaveToOthers } from './other-yaml.ts';
import { registerAddCitation } from './records/add-citation.ts';
import { offerCitations } from './records/citation-action.ts';
import { registerNewProposal } from './records/new-proposal.ts';
import { registerNewRecord } from './records/new-record.ts';
import { serveRulePages } from './rule-pages.ts';
import { registerServerCommands } from './server-commands.ts';
import { registerShowReferences, SHOW_REFERENCES } from './show-references.ts';
import { registerStarting } from './starting/commands.ts';
import { showStatus } from './status.ts';
import { registerSummary } from './summary.ts';
import { registerTimeline } from './timeline/commands.ts';
import { traceChannel } from './trace.ts';

/** Makes the client that fits the place the extension runs in. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Registers everything and starts the server. */
export async function run(
  context: ExtensionContext,
  files: NonNullable<InitializationOptions['files']>,
  makeClient: MakeClient,
): Promise<void> {
  const output = window.createOutputChannel('Security Initiatives', { log: true });
  const guard = new CrashGuard(output);
  const trace = traceChannel(output);
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
      explorer: true,
      ...storageOf(context),
      ...(l10n.bundle && { texts: l10n.bundle }),
    } satisfies InitializationOptions,
    outputChannel: output,
    traceOutputChannel: trace.channel,
    errorHandler: guard,
    initializationFailedHandler: (error) => guard.initializationFailed(error),
    synchronize: { configurationSection: 'securityInitiatives' },
    middleware: leaveToOthers,
  });
  context.subscriptions.push(
    output,
    ...trace.subscriptions,
    client,
    ...keepLanguageMode(),
    registerGoTo(client),
    registerShowReferences(client),
    serveRulePages(context),
    ...serveFiles(client),
    ...registerTimeline(context, client),
    ...registerExplorer(context, client),
    ...registerStarting(context, client),
    registerNewRecord(client),
    registerNewProposal(client),
    registerAddCitation(client),
    offerCitations(),
    ...registerServerCommands(guard, output),
    ...registerSummary(client),
    ...showStatus(client),
    ...registerTools(context, client),
  );
  await guard.start(client);
}

/** The folder that VS Code keeps for the extension and this window; there is none where no folder is open, or no disk. */
function storageOf({ storageUri }: ExtensionContext): Pick<InitializationOptions, 'storage'> {
  return storageUri?.scheme === 'file' ? { storage: storageUri.toString() } : {};
}
