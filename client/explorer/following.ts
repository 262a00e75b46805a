/** How the tree of records and the editor follow each other: the record that the cursor is in is selected, by itself or on demand. */
import { commands, type Disposable, l10n, type TextEditor, type TreeView, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExplorerNode, LANGUAGE_ID, Method, type RecordAtParams } from '../../server/protocol.ts';
import type { Arrangement } from './arrangement.ts';
import type { Branches } from './branches.ts';

/** Milliseconds in which the cursor rests before the tree follows it. */
const REST = 200;

/** Milliseconds in which a tree that is to be filled anew is. */
const PATIENCE = 1000;
const MOST_ATTEMPTS = 4;

/** The parts of the view. */
interface Parts {
  readonly client: BaseLanguageClient;
  readonly view: TreeView<ExplorerNode>;
  readonly branches: Branches;
  readonly arrangement: Arrangement;
}

/** Follows the active editor from now on, and registers "Reveal in Initiatives View". */
export function followEditor({ client, view, branches, arrangement }: Parts): Disposable[] {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function keyAt(editor: TextEditor | undefined): Promise<string | undefined> {
    if (editor?.document.languageId !== LANGUAGE_ID || !branches.isServed) return undefined;
    const { line, character } = editor.selection.active;
    const params: RecordAtParams = { uri: editor.document.uri.toString(), position: { line, character } };
    return (await client.sendRequest<string | null>(Method.recordAt, params)) ?? undefined;
  }

  async function follow(): Promise<void> {
    const editor = window.activeTextEditor;
    const key = isFollowing(view) ? await keyAt(editor) : undefined;
    // A record may stand in several places: where somebody has just clicked on one of them it is the right one.
    if (!editor || key === undefined || view.selection[0]?.key === key) return;
    await reveal(editor.document.uri.toString(), key, () => view.visible && window.activeTextEditor === editor);
  }

  function later(): void {
    clearTimeout(timer);
    if (isFollowing(view)) timer = setTimeout(() => void follow(), REST);
  }

  async function revealRecord(): Promise<void> {
    const editor = window.activeTextEditor;
    const key = await keyAt(editor);
    if (!editor || key === undefined) {
      await window.showInformationMessage(l10n.t('Put the cursor into a record first.'));
      return;
    }
    const uri = editor.document.uri.toString();
    if (await reveal(uri, key)) return;
    if (arrangement.query !== '') {
      arrangement.search('');
      if (await reveal(uri, key)) return;
    }
    await window.showInformationMessage(l10n.t('This record is not among those of the Initiatives view.'));
  }

  /** Selects a record as long as somebody wants that, else with the focus. @returns false where the tree does not show it */
  async function reveal(uri: string, key: string, isWanted?: () => boolean): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const node = await branches.branchOf(uri, key);
      if (!node) return false;
      if (isWanted && !isWanted()) return true;
      try {
        await view.reveal(node, { select: true, focus: !isWanted });
        return true;
      } catch (reason) {
        // VS Code knows no branch of a tree that is just being filled anew.
        if (attempt === MOST_ATTEMPTS) throw reason;
        await filled();
      }
    }
  }

  /** Settled when the tree has been filled anew, or has had the time to be. */
  function filled(): Promise<void> {
    return new Promise((resolve) => {
      const subscription = branches.onDidAnswer(() => settle());
      const timer = setTimeout(() => settle(), PATIENCE);
      const settle = () => {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      };
    });
  }

  return [
    commands.registerCommand('securityInitiatives.revealInInitiatives', revealRecord),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) later();
    }),
    window.onDidChangeActiveTextEditor(later),
    // A text that turns out to be a record is opened anew in its new language.
    workspace.onDidOpenTextDocument((document) => {
      if (window.activeTextEditor?.document === document) later();
    }),
    view.onDidChangeVisibility(later),
    branches.onDidAnswer(later),
    { dispose: () => clearTimeout(timer) },
  ];
}

function isFollowing(view: TreeView<ExplorerNode>): boolean {
  const setting = workspace.getConfiguration('securityInitiatives.explorer').get('followActiveEditor');
  return view.visible && setting !== false;
}
