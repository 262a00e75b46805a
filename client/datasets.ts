/** The datasets that a command may be about. */
import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DatasetStatus, LANGUAGE_ID, Method } from '../../server/protocol.ts';

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
