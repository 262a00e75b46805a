/** The "Dataset" item among the language's status items: what the dataset of the active editor is like at a glance. */
import { type Disposable, LanguageStatusSeverity, l10n, languages, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DatasetParams, type DatasetStatus, LANGUAGE_ID, Method } from '../server/protocol.ts';
import { RESTART_SERVER } from './server-commands.ts';
import { labelText } from './shown-text.ts';
import { countsText, readingText } from './status-words.ts';
import { SHOW_SUMMARY } from './summary.ts';

/** Shows the item beside records and manifests, and keeps it in step with the server. */
export function showStatus(client: BaseLanguageClient): Disposable[] {
  const item = languages.createLanguageStatusItem('securityInitiatives.dataset', { language: LANGUAGE_ID });
  item.name = l10n.t('Dataset');
  /** The dataset of the active editor, once the server has said which it is. */
  let shown: string | undefined;

  function show(status: DatasetStatus): void {
    shown = status.dataset;
    item.text = status.activity === 'reading' ? readingText(status) : countsText(status);
    item.detail = labelText(status.title);
    item.busy = status.activity !== undefined;
    item.severity = severityOf(status);
    item.command = { command: SHOW_SUMMARY, title: l10n.t('Show Summary'), arguments: [status.dataset] };
  }

  async function ask(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE_ID || client.state !== State.Running) return;
    const params: DatasetParams = { uri: document.uri.toString() };
    const status = await client.sendRequest<DatasetStatus>(Method.datasetStatus, params);
    if (window.activeTextEditor?.document === document) show(status);
  }

  function showServer(state: State): void {
    if (state === State.Running) return void ask();
    shown = undefined;
    item.busy = state === State.Starting;
    item.detail = '';
    if (state !== State.Starting) {
      item.text = l10n.t('Language server stopped');
      item.severity = LanguageStatusSeverity.Error;
      item.command = { command: RESTART_SERVER, title: l10n.t('Restart') };
    } else {
      item.text = l10n.t('Starting the language server…');
      item.severity = LanguageStatusSeverity.Information;
      item.command = undefined;
    }
  }

  showServer(State.Starting);
  return [
    item,
    client.onDidChangeState(({ newState }) => showServer(newState)),
    client.onNotification(Method.datasetStatusChanged, (status: DatasetStatus) => {
      if (status.dataset === shown) show(status);
    }),
    window.onDidChangeActiveTextEditor(ask),
    // A text that turns out to be a record is opened anew in its new language.
    workspace.onDidOpenTextDocument((document) => {
      if (window.activeTextEditor?.document === document) return ask();
    }),
  ];
}

function severityOf({ problems, validated }: DatasetStatus): LanguageStatusSeverity {
  if (!validated) return LanguageStatusSeverity.Information;
  if (problems.error > 0) return LanguageStatusSeverity.Error;
  return problems.warning > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
