/** "Initialize Dataset": the files of a new dataset, in a folder of the window or another one. */

import { type ExtensionContext, env, l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { counted } from '../../l10n/language.ts';
import { Method, type Starter, type StarterParams } from '../../server/protocol.ts';
import { labelText } from '../shown-text.ts';
import { alreadyThere, makeFiles } from './new-files.ts';
import { askFolder } from './new-folder.ts';
import { openMade } from './open-folder.ts';

/** What need not be asked, as a keyboard shortcut or another extension may say. */
export interface Beginning {
  readonly folder?: Uri;
  readonly title?: string;
  /** Whether to check the dataset on GitHub and before each commit. */
  readonly ci?: boolean;
}

/** More names than this are not listed. */
const MOST_NAMES = 4;

/** Asks for what is not said, and makes the files; nothing is written over. */
export async function initializeDataset(
  context: ExtensionContext,
  client: BaseLanguageClient,
  said: Beginning,
): Promise<void> {
  const ask = (params: Omit<StarterParams, 'version'>) =>
    client.sendRequest<Starter>(Method.starter, { ...params, version: context.extension.packageJSON.version });
  const folder = said.folder ?? (await chooseFolder());
  if (!folder) return;
  const name = nameOf(folder);
  const { title: usual, files: least } = await ask({ folder: name, ci: false });
  if (await refuses(folder, least)) return;
  const title = said.title ?? (await askTitle(usual));
  if (title === undefined) return;
  const ci = said.ci ?? (await askChecks());
  if (ci === undefined) return;
  const { files, title: wanted } = await ask({ folder: name, title, ci });
  if (await refuses(folder, files)) return;
  await makeFiles(folder, files);
  const question = l10n.t('The dataset “{0}” is there. Would you like to open its folder?', wanted);
  await openMade(context, folder, { file: files[0]!.path }, question);
}

/** The only folder of a window is what most people mean, but need not be. */
async function chooseFolder(): Promise<Uri | undefined> {
  const title = l10n.t('Initialize Dataset');
  const open = workspace.workspaceFolders ?? [];
  const other = l10n.t('Other Folder…');
  const pick = () => askFolder(title, l10n.t('Initialize Here'));
  if (open.length === 0) return pick();
  const items: (QuickPickItem & { readonly uri?: Uri })[] = [
    ...open.map(({ name, uri }) => ({
      label: `$(folder) ${labelText(name)}`,
      description: labelText(shownPath(uri)),
      uri,
    })),
    { label: `$(folder-opened) ${other}` },
  ];
  const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which folder is to be a dataset?') });
  return chosen && (chosen.uri ?? pick());
}

async function askTitle(usual: string): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Initialize Dataset'),
    prompt: l10n.t('The title of the dataset.'),
    value: usual,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Write a title.') : undefined),
  });
}

async function askChecks(): Promise<boolean | undefined> {
  const items = [
    {
      label: l10n.t('Records Only'),
      detail: l10n.t('A manifest, three records to begin with, and a folder for each kind.'),
      ci: false,
    },
    {
      label: l10n.t('Records and Checks'),
      detail: l10n.t(
        'Also a GitHub workflow and a configuration for pre-commit, which check the dataset from then on.',
      ),
      ci: true,
    },
  ];
  const options = {
    title: l10n.t('Initialize Dataset'),
    placeHolder: l10n.t('What is to be made?'),
    ignoreFocusOut: true,
  };
  return (await window.showQuickPick(items, options))?.ci;
}

/** Whether files are there already, which is told. */
async function refuses(folder: Uri, files: Starter['files']): Promise<boolean> {
  const there = await alreadyThere(folder, files);
  if (there.length === 0) return false;
  const some = there.slice(0, MOST_NAMES);
  const more = there.length - some.length;
  const names = more > 0 ? [...some, counted(more, l10n.t('{0} other|{0} others'))] : some;
  const list = new Intl.ListFormat(env.language).format(names);
  await window.showErrorMessage(
    there.length === 1
      ? l10n.t('{0} is there already, so nothing was written. Choose another folder.', list)
      : l10n.t('{0} are there already, so nothing was written. Choose another folder.', list),
  );
  return true;
}

function nameOf({ path }: Uri): string {
  return path.split('/').findLast((part) => part !== '') ?? '';
}

function shownPath(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}
