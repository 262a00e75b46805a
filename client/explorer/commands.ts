/** What can be done with a record in the tree: open it, copy its id, find who refers to it, see it elsewhere. */
import {
  commands,
  type Disposable,
  env,
  l10n,
  Position,
  Range,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { ExplorerNode } from '../../server/protocol.ts';
import { FROM_CLICK, OPEN } from './item.ts';

/** How a record is shown. */
interface Showing {
  readonly viewColumn?: ViewColumn;
  readonly preserveFocus?: boolean;
  readonly preview?: boolean;
}

/** Registers the commands of the menu of a record; each is called with its branch, or works on the one that is selected. */
export function registerRecordCommands(selected: () => ExplorerNode | undefined): Disposable[] {
  const command = (name: string, run: (node: ExplorerNode, more: unknown) => Promise<unknown>): Disposable =>
    commands.registerCommand(name, async (given?: ExplorerNode, more?: unknown) => {
      const node = given?.path ? given : selected();
      if (node?.location) await run(node, more);
      else await window.showInformationMessage(l10n.t('Select a record in the Initiatives view first.'));
    });
  return [
    command(OPEN, (node, more) => show(node, { preserveFocus: more === FROM_CLICK })),
    command('securityInitiatives.explorer.openToSide', (node) =>
      show(node, { viewColumn: ViewColumn.Beside, preview: false }),
    ),
    command('securityInitiatives.explorer.revealInTimeline', async (node) => {
      await show(node, { preserveFocus: true });
      await commands.executeCommand('securityInitiatives.showTimelineToSide', fileIn(node));
    }),
    command('securityInitiatives.explorer.copyId', async ({ id, label }) => {
      if (id !== undefined) await env.clipboard.writeText(id);
      else await window.showWarningMessage(l10n.t('“{0}” has no id yet.', label));
    }),
    command('securityInitiatives.explorer.findReferences', async (node) => {
      await show(node, {});
      const { uri, range } = node.location!;
      const { line, character } = range.start;
      await commands.executeCommand('editor.action.findReferences', Uri.parse(uri), new Position(line, character));
    }),
    command('securityInitiatives.explorer.revealFile', async ({ location, isShipped, label }) => {
      if (!isShipped) await commands.executeCommand('revealInExplorer', Uri.parse(location!.uri));
      else {
        await window.showInformationMessage(
          l10n.t('“{0}” comes with the extension: it has no file in this folder.', label),
        );
      }
    }),
  ];
}

/** A file of the dataset that a record is shown in, by which a timeline of the dataset that is open already is known. */
function fileIn({ dataset, location, isShipped }: ExplorerNode): Uri {
  return isShipped ? Uri.joinPath(Uri.parse(dataset), 'initiatives.yaml') : Uri.parse(location!.uri);
}

/** Shows a record in its text, in the editor that has it already if there is one. */
async function show({ location }: ExplorerNode, { preview = true, ...showing }: Showing): Promise<void> {
  const { uri, range } = location!;
  const selection = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const editor = await window.showTextDocument(document, { ...showing, preview, selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
