/** "Export Dataset": all records in a format that other programs read, written where somebody wants them. */

import { commands, env, l10n, ProgressLocation, UIKind, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { counted } from '../../l10n/language.ts';
import {
  type DatasetStatus,
  type ExportedFiles,
  type ExportName,
  type ExportParams,
  Method,
} from '../../server/protocol.ts';
import { datasetsInQuestion, pickDataset } from '../datasets.ts';
import { labelText } from '../shown-text.ts';
import { writeWhole } from '../timeline/save.ts';
import { makeFiles } from './new-files.ts';
import { askFolder, fileNameOf, newFolderIn } from './new-folder.ts';

/** What need not be asked. */
export interface Exporting {
  readonly format?: string;
  /** A file, or for several files the folder that gets another one with them. */
  readonly target?: Uri;
}

interface Format {
  readonly label: string;
  readonly detail: string;
  /** How the file ends; missing where there are several. */
  readonly extension?: string;
}

const FORMATS: Readonly<Record<ExportName, Format>> = {
  csv: {
    label: l10n.t('CSV tables'),
    detail: l10n.t('A folder with one table a kind, and one for each list in it: for R, pandas and databases'),
  },
  'csv-excel': {
    label: l10n.t('CSV tables for Excel'),
    detail: l10n.t('The same with a mark by which Excel knows UTF-8'),
  },
  json: { label: 'JSON', detail: l10n.t('One document with all records'), extension: 'json' },
  ndjson: { label: 'NDJSON', detail: l10n.t('One record a line: for jq, databases and search'), extension: 'ndjson' },
};

/** Asks for what is not said: which dataset, which format, where to. */
export async function exportDataset(client: BaseLanguageClient, said: Exporting): Promise<void> {
  const dataset = await chooseDataset(client);
  if (!dataset) return;
  const format = await chooseFormat(said.format);
  if (!format) return;
  const target = said.target ?? (await askTarget(dataset, FORMATS[format]));
  if (!target) return;
  const place = FORMATS[format].extension
    ? target
    : await newFolderIn(target, `${fileNameOf(dataset.title)} ${format}`);
  if (!place) return;
  const title = l10n.t('Exporting “{0}”', labelText(dataset.title));
  const exported = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const params: ExportParams = { uri: dataset.dataset, format };
      const answer = await client.sendRequest<ExportedFiles>(Method.exportDataset, params, token);
      const [only] = answer.files;
      if (FORMATS[format].extension) await writeWhole(place, new TextEncoder().encode(only?.text ?? ''));
      else await makeFiles(place, answer.files, { done: () => {}, token });
      return answer;
    },
  );
  await tell(place, exported, FORMATS[format]);
}

/** The dataset of the record in front, else the only one, else one that somebody chooses. */
async function chooseDataset(client: BaseLanguageClient): Promise<DatasetStatus | undefined> {
  const all = await datasetsInQuestion(client);
  if (all.length === 0) {
    await window.showInformationMessage(l10n.t('There are no records to export: open a folder that holds some.'));
  }
  return pickDataset(all, l10n.t('Which dataset is to be exported?'));
}

async function chooseFormat(said: string | undefined): Promise<ExportName | undefined> {
  const names = Object.keys(FORMATS) as ExportName[];
  const named = names.find((name) => name === said);
  if (named) return named;
  const items = names.map((name) => ({ name, ...FORMATS[name] }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Export the dataset as…') }))?.name;
}

async function askTarget({ dataset, title }: DatasetStatus, { label, extension }: Format): Promise<Uri | undefined> {
  if (!extension) return askFolder(l10n.t('Export Dataset'), l10n.t('Export Here'));
  const folder = workspace.getWorkspaceFolder(Uri.parse(dataset))?.uri;
  return window.showSaveDialog({
    title: l10n.t('Export Dataset'),
    filters: { [label]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `${fileNameOf(title)}.${extension}`) }),
  });
}

/** Says what was written and what was not, and shows it if asked. */
async function tell(
  place: Uri,
  { written, leftOut, broken, nameless }: ExportedFiles,
  { extension }: Format,
): Promise<void> {
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  const doubts = [
    ...broken.map((path) => l10n.t('{0} has text that is not YAML: what can be read of it is exported.', path)),
    ...nameless.map((path) => l10n.t('{0} has a record without an id, which is left out: give it one.', path)),
  ];
  const done = counted(written, l10n.t('{0} record is saved as {1}.|{0} records are saved as {1}.'), name);
  const sentences = labelText([done, ...doubts, ...leftOut].join(' '));
  const isHere = place.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  const show = extension ? l10n.t('Open') : isHere ? l10n.t('Show in Folder') : undefined;
  const buttons = show === undefined ? [] : [show];
  const choice = await (doubts.length > 0
    ? window.showWarningMessage(sentences, ...buttons)
    : window.showInformationMessage(sentences, ...buttons));
  if (choice === undefined) return;
  await commands.executeCommand(extension ? 'vscode.open' : 'revealFileInOS', place);
}
