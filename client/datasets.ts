/** The dataset that a command is about. */
import { Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DatasetStatus, LANGUAGE_ID, Method } from '../server/protocol.ts';
import { labelText } from './shown-text.ts';
import { countsText } from './status-words.ts';

/** A record that nobody has saved, such as the draft of the walkthrough, is a dataset of its own. */
const UNSAVED = 'untitled:';

/**
 * Those that hold records, once all is read; that of the record in front alone where there is one, and otherwise none
 * that is not saved.
 */
export async function datasetsInQuestion(client: BaseLanguageClient): Promise<DatasetStatus[]> {
  const all = (await client.sendRequest<DatasetStatus[]>(Method.datasets)).filter(({ records }) => records > 0);
  const { document } = window.activeTextEditor ?? {};
  const shown = document?.languageId === LANGUAGE_ID ? document.uri.toString() : undefined;
  // Of those within one another the innermost.
  const inner = [...all].sort((a, b) => b.dataset.length - a.dataset.length);
  const own = inner.find(({ dataset }) => shown === dataset || shown?.startsWith(`${dataset}/`));
  return own ? [own] : all.filter(({ dataset }) => !dataset.startsWith(UNSAVED));
}

/** The only one, else the one that somebody picks; `undefined` where there is none or nobody does. */
export async function pickDataset(
  all: readonly DatasetStatus[],
  placeHolder: string,
): Promise<DatasetStatus | undefined> {
  if (all.length < 2) return all[0];
  const items = all.map((status) => ({
    label: labelText(status.title),
    description: countsText(status),
    detail: placeOfDataset(status.dataset),
    status,
  }));
  return (await window.showQuickPick(items, { placeHolder }))?.status;
}

/** Where a dataset is, as people call it: from the folder that is open. */
export function placeOfDataset(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri), true);
}
