/** "Show Summary": what a dataset holds in numbers, as a read-only document that is counted anew whenever it is looked at. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  TabInputCustom,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DatasetParams,
  type DatasetStatus,
  type DatasetSummary,
  Method,
  SUMMARY_SCHEME,
} from '../server/protocol.ts';
import { datasetsInQuestion, pickDataset } from './datasets.ts';
import { isUp } from './server-state.ts';
import { labelText } from './shown-text.ts';
import { summaryPage } from './summary-page.ts';

export const SHOW_SUMMARY = 'securityInitiatives.showSummary';

/** Registers the command and serves its documents; package.json has VS Code open them as rendered Markdown. */
export function registerSummary(client: BaseLanguageClient): Disposable[] {
  const changed = new EventEmitter<Uri>();

  async function show(dataset: unknown): Promise<void> {
    if (!isUp(client)) {
      await window.showInformationMessage(l10n.t('The language server has stopped: restart it to see a summary.'));
      return;
    }
    const status = typeof dataset === 'string' ? await statusOf(dataset) : await choose();
    if (!status) return;
    const uri = addressOf(status);
    changed.fire(uri);
    await commands.executeCommand('vscode.open', uri);
  }

  function statusOf(uri: string): Promise<DatasetStatus> {
    return client.sendRequest<DatasetStatus>(Method.datasetStatus, { uri } satisfies DatasetParams);
  }

  async function choose(): Promise<DatasetStatus | undefined> {
    const all = await datasetsInQuestion(client);
    if (all.length === 0) {
      await window.showInformationMessage(
        l10n.t('Open a folder with records first: the summary counts what is in them.'),
      );
    }
    return pickDataset(all, l10n.t('Show the summary of which dataset?'));
  }

  let seen: Uri | undefined;
  /** A summary that has come to the front is counted anew. */
  function look(): void {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const shows = input instanceof TabInputCustom || input instanceof TabInputText;
    const uri = shows && input.uri.scheme === SUMMARY_SCHEME ? input.uri : undefined;
    if (uri && uri.toString() !== seen?.toString()) changed.fire(uri);
    seen = uri;
  }

  return [
    changed,
    commands.registerCommand(SHOW_SUMMARY, show),
    workspace.registerTextDocumentContentProvider(SUMMARY_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query }) {
        const params: DatasetParams = { uri: query };
        return summaryPage(await client.sendRequest<DatasetSummary>(Method.datasetSummary, params));
      },
    }),
    window.tabGroups.onDidChangeTabs(look),
    window.tabGroups.onDidChangeTabGroups(look),
  ];
}

/** The title names the tab; which dataset it is stands behind it. */
function addressOf({ dataset, title }: DatasetStatus): Uri {
  const name = labelText(l10n.t('Summary of {0}', title)).replace(/[/\\]/g, '-');
  return Uri.from({ scheme: SUMMARY_SCHEME, path: `/${name}.md`, query: dataset });
}
