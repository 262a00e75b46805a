/** Asks where something new is to be made: a folder, and a name in it that is free. */
import { FileType, l10n, Uri, window, workspace } from 'vscode';
import { isThere } from './new-files.ts';

/** Asks for a folder that is there; `undefined` when nobody chooses one. */
export async function askFolder(title: string, openLabel: string): Promise<Uri | undefined> {
  const near = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: false,
    title,
    openLabel,
    ...(near && { defaultUri: near }),
  });
  return chosen?.[0];
}

/**
 * A folder to make in another one: that of the wanted name where nothing stands there, or an empty folder; else one that
 * somebody agrees to.
 */
export async function newFolderIn(parent: Uri, wanted: string): Promise<Uri | undefined> {
  const usual = Uri.joinPath(parent, wanted);
  if (await isFree(usual)) return usual;
  const name = await window.showInputBox({
    title: l10n.t('“{0}” is there already', wanted),
    prompt: l10n.t('Name a new folder.'),
    value: await freeName(parent, wanted),
    ignoreFocusOut: true,
    validateInput: (text) => mistakeIn(parent, text.trim()),
  });
  return name === undefined ? undefined : Uri.joinPath(parent, name.trim());
}

async function freeName(parent: Uri, wanted: string): Promise<string> {
  for (let number = 2; ; number++) {
    const name = `${wanted}-${number}`;
    if (await isFree(Uri.joinPath(parent, name))) return name;
  }
}

async function mistakeIn(parent: Uri, name: string): Promise<string | undefined> {
  if (name === '') return l10n.t('Write a name.');
  if (/[/\\:*?"<>|\p{Cc}]/u.test(name) || /^\.+$/.test(name)) return l10n.t('This is no name for a folder.');
  if (await isFree(Uri.joinPath(parent, name))) return undefined;
  return l10n.t('There is something of that name already.');
}

/** True where nothing stands, or nothing but an empty folder. */
async function isFree(uri: Uri): Promise<boolean> {
  if (!(await isThere(uri))) return true;
  if (!((await workspace.fs.stat(uri)).type & FileType.Directory)) return false;
  return (await workspace.fs.readDirectory(uri)).length === 0;
}

/** Longest name of a file, without its end; file systems allow 255 bytes. */
const LONGEST = 60;

/** A title as the name of a file, fit for every file system. */
export function fileNameOf(title: string): string {
  const plain = title.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ').replace(/\s+/g, ' ');
  const short = [...plain.replace(/^[. ]+/, '')].slice(0, LONGEST);
  const end = short.findLastIndex((character) => character !== '.' && character !== ' ') + 1;
  return end === 0 ? 'dataset' : short.slice(0, end).join('');
}
