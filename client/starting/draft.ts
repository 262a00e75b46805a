/** A draft to try things out on, for the walkthrough: a record with one error, which is saved nowhere. */
import {
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from '../../server/protocol.ts';

/** By this line the draft is known again. */
const firstLine = (): string => `# ${l10n.t('A draft to try things out. Nothing of it is saved.')}`;
const draftText = (): string => `${firstLine()}
kind: summit
id: ots-summit-2026-istanbul
name: 13th Summit of the Council of Heads of State of the OTS
organization: ots
status: planned
date: 2026
# ${l10n.t('The state where it takes place, by its id.')}
host: TURK
citations:
  - source: notice-2026
---
kind: source
id: notice-2026
publisher: TASS
`;
/** The line below which a reference is missing, and the reference. */
const ABOVE = 'organization: ots';
const REFERENCE = 'body: ';
/** How long a problem is waited for, in milliseconds: the server may just be starting. */
const PATIENCE = 10_000;

/** The commands behind the walkthrough's buttons. */
export function registerDraft(): Disposable[] {
  const register = (name: string, run: () => Promise<void>) =>
    commands.registerCommand(`securityInitiatives.gettingStarted.${name}`, run);
  return [
    register('openDraft', async () => {
      const { document } = await showDraft();
      const [problem] = await problemsOf(document.uri);
      if (problem) await commands.executeCommand('editor.action.marker.next');
    }),
    register('fixError', async () => {
      const editor = await showDraft();
      const [problem] = await problemsOf(editor.document.uri);
      if (!problem) return;
      await commands.executeCommand('closeMarkersNavigation');
      putCursor(editor, problem.range.start.line, problem.range.end.character);
      await commands.executeCommand('editor.action.quickFix');
    }),
    register('completeReference', async () => {
      const editor = await showDraft();
      await commands.executeCommand('closeMarkersNavigation');
      const line = await lineOfReference(editor);
      putCursor(editor, line, editor.document.lineAt(line).text.length);
      await commands.executeCommand('editor.action.triggerSuggest');
    }),
  ];
}

/** The draft beside the walkthrough, where other texts are, with the focus; a new one where it has been closed. */
async function showDraft(): Promise<TextEditor> {
  const shown = window.visibleTextEditors.find(({ document }) => isDraft(document));
  const column = (shown ?? window.visibleTextEditors[0])?.viewColumn;
  const known = shown?.document ?? workspace.textDocuments.find(isDraft);
  const document = known ?? (await workspace.openTextDocument({ language: LANGUAGE_ID, content: draftText() }));
  return window.showTextDocument(document, { viewColumn: column ?? ViewColumn.Beside, preview: false });
}

function isDraft(document: TextDocument): boolean {
  return document.isUntitled && !document.isClosed && document.lineAt(0).text === firstLine();
}

/** The line with the reference, which is put in where it is not there. */
async function lineOfReference(editor: TextEditor): Promise<number> {
  const lines = editor.document.getText().split(/\r?\n/);
  const there = lines.findIndex((line) => line.startsWith(REFERENCE));
  if (there >= 0) return there;
  const below = lines.indexOf(ABOVE) + 1;
  await editor.edit((builder) => builder.insert(new Position(below, 0), `${REFERENCE}\n`));
  return below;
}

function putCursor(editor: TextEditor, line: number, character: number): void {
  editor.selection = new Selection(line, character, line, character);
  editor.revealRange(editor.selection);
}

/** What is wrong in a document, as soon as that is told; nothing when nothing comes. */
function problemsOf(uri: Uri): Promise<readonly Diagnostic[]> {
  const now = () => languages.getDiagnostics(uri);
  if (now().length > 0) return Promise.resolve(now());
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve(now());
    };
    const listener = languages.onDidChangeDiagnostics(() => {
      if (now().length > 0) end();
    });
    const timer = setTimeout(end, PATIENCE);
  });
}
