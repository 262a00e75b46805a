/** Writes what the page has made of the timeline where the user wants it: through the save dialog and `workspace.fs`, so that it works in remote windows and on the web, too. */
import { commands, env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import type { FromWebview, TimelineExport, TimelineFormat } from '../../server/protocol.ts';
import { fileName, type Opening } from './drawing/picture/saved-page.ts';
import { standalonePage } from './export/page.ts';

type SaveMessage = Extract<FromWebview, { type: 'save' | 'saveHtml' }>;

/** What is being saved. */
export interface SaveContext {
  /** The dataset's title. */
  readonly title: string;
  /** The dataset's folder, which the dialog opens in; absent where there is none. */
  readonly folder: Uri | undefined;
  readonly extensionUri: Uri;
  /** Asks the server for everything that a web page needs. */
  export(): Promise<TimelineExport>;
}

/** What each format is called, and what it is good for. */
const FORMATS: Readonly<Record<TimelineFormat, { readonly label: string; readonly detail: string }>> = {
  svg: {
    label: l10n.t('SVG picture'),
    detail: l10n.t('The time on screen with all its lanes, sharp at every size'),
  },
  png: { label: l10n.t('PNG picture'), detail: l10n.t('The same for slides and documents') },
  html: { label: l10n.t('Web page'), detail: l10n.t('The whole timeline in one file that works offline') },
};

/** The format that `wanted` names, else the one that somebody chooses; `undefined` when nobody does. */
export async function askFormat(wanted: unknown): Promise<TimelineFormat | undefined> {
  const formats = Object.keys(FORMATS) as TimelineFormat[];
  const named = formats.find((format) => format === wanted);
  if (named) return named;
  const items = formats.map((format) => ({ format, ...FORMATS[format] }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Save the timeline as…') }))?.format;
}

/** Asks where to, and writes the file; says in words what went wrong, if anything did. */
export async function saveTimeline(message: SaveMessage, context: SaveContext): Promise<void> {
  try {
    const target = await askWhere(message.type === 'save' ? message.format : 'html', context);
    if (!target) return;
    await writeWhole(target, await bytesOf(message, context));
    await offerToOpen(target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(l10n.t('The timeline could not be saved: {0}', reason));
  }
}

async function askWhere(format: TimelineFormat, { title, folder }: SaveContext): Promise<Uri | undefined> {
  const name = fileName(title, format);
  return window.showSaveDialog({
    title: l10n.t('Save Timeline'),
    filters: { [FORMATS[format].label]: [format] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
}

async function bytesOf(message: SaveMessage, context: SaveContext): Promise<Uint8Array> {
  if (message.type === 'saveHtml') {
    const file = async (name: string) => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/webview', name));
      return new TextDecoder().decode(bytes);
    };
    const [timeline, script, style] = await Promise.all([context.export(), file('timeline.js'), file('timeline.css')]);
    const page = await standalonePage({ timeline, script, style, state: message.state as Opening, texts: l10n.bundle });
    return new TextEncoder().encode(page);
  }
  if (message.encoding === 'utf8') return new TextEncoder().encode(message.content);
  return Uint8Array.from(atob(message.content), (byte) => byte.charCodeAt(0));
}

/**
 * Writes all or nothing: a disk that gets full in the midst of it would cost the picture that was there. What is not on
 * a disk is written by whoever keeps it, as not everyone can rename.
 */
export async function writeWhole(target: Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = workspace;
  if (target.scheme !== 'file') return fs.writeFile(target, bytes);
  const part = target.with({ path: `${target.path}.part` });
  try {
    await fs.writeFile(part, bytes);
    await fs.rename(part, target, { overwrite: true });
  } catch (error) {
    // Why it could not be written is told; that it is not there to be deleted says nothing more.
    await fs.delete(part).then(undefined, () => {});
    throw error;
  }
}

/** Says that the file is there, and opens it if asked: with what the machine opens such files with, where VS Code runs on it. */
async function offerToOpen(target: Uri): Promise<void> {
  const open = l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  if ((await window.showInformationMessage(l10n.t('The timeline is saved as {0}.', name), open)) !== open) return;
  const isHere = target.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  if (isHere && (await env.openExternal(target))) return;
  await commands.executeCommand('vscode.open', target);
}
