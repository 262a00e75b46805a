/** Gives records the language id of their own, so that other YAML extensions leave them alone. */
import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { LANGUAGE_ID } from '../server/protocol.ts';

/** The kinds of record, put in by the build from the schemas' names. */
declare const __KINDS__: readonly string[];

const KIND_LINE = new RegExp(`^kind:[ \\t]+["']?(?:${__KINDS__.join('|')})["']?[ \\t]*(?:#.*)?$`, 'm');
/** How much of a text is searched for a `kind` line: enough for any head comment, little enough for every keystroke. */
const HEAD = 20_000;

/** Watches YAML documents, and takes each over once it holds a record. */
export function keepLanguageMode(): Disposable[] {
  for (const document of workspace.textDocuments) void claim(document);
  return [
    workspace.onDidOpenTextDocument(claim),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) void claim(document);
    }),
  ];
}

async function claim(document: TextDocument): Promise<void> {
  if (document.languageId !== 'yaml' || !KIND_LINE.test(document.getText().slice(0, HEAD).replace(/\r/g, ''))) return;
  try {
    await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  } catch (reason) {
    // A document that is gone by now, as when its file gets another name with the same edit, needs no language.
    if (!document.isClosed) throw reason;
  }
}
