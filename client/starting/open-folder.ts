/** Opens a folder that has just been made, and shows its first file once VS Code has it open, be it in another window. */
import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';

/** Where it is kept what to show: a window that opens a folder begins anew. */
const KEY = 'showOnceOpen';

/** What to show of a folder when it is open. */
export interface Shown {
  /** A path in the folder. */
  readonly file: string;
  /** The step of the walkthrough to go on with. */
  readonly step?: string;
}

interface Kept extends Shown {
  readonly folder: string;
}

/** Shows the file where the folder is open; else asks whether to open the folder. */
export async function openMade(context: ExtensionContext, folder: Uri, shown: Shown, question: string): Promise<void> {
  if (workspace.getWorkspaceFolder(folder)) return show(context, folder, shown);
  const here = l10n.t('Open');
  const beside = l10n.t('Open in New Window');
  const add = l10n.t('Add to Workspace');
  const choices = workspace.workspaceFolders ? [here, beside, add] : [here, beside];
  const choice = await window.showInformationMessage(question, { modal: true }, ...choices);
  if (choice === undefined) return;
  await context.globalState.update(KEY, { ...shown, folder: folder.toString() } satisfies Kept);
  if (choice === add) workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, { uri: folder });
  else await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: choice === beside });
}

/** Shows what was wanted of a folder, now and whenever one comes into the window. */
export function showWanted(context: ExtensionContext): Disposable {
  const look = async () => {
    const kept = context.globalState.get<Kept>(KEY);
    const folder = workspace.workspaceFolders?.find(({ uri }) => uri.toString() === kept?.folder);
    if (!kept || !folder) return;
    await context.globalState.update(KEY, undefined);
    await show(context, folder.uri, kept);
  };
  void look();
  return workspace.onDidChangeWorkspaceFolders(look);
}

async function show({ extension }: ExtensionContext, folder: Uri, { file, step }: Shown): Promise<void> {
  // Whoever has a document opened as such keeps it open for minutes, also where its file is deleted meanwhile.
  await commands.executeCommand('vscode.open', Uri.joinPath(folder, file), { preview: false });
  if (step === undefined) return;
  const walkthrough = { category: `${extension.id}#securityInitiatives.gettingStarted`, step };
  await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, true);
}
