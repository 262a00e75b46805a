/** Gives records the language id of their own, so that other YAML extensions leave them alone. */
import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { DIAGNOSTIC_SOURCE, LANGUAGE_ID } from '../server/protocol.ts';

/** The language of YAML texts that are none of ours, or not yet. */
const YAML = 'yaml';

/** The kinds of record, put in by the build from the schemas' names. */
declare const __KINDS__: readonly string[];

const KEY = `["']?kind["']?[ \\t]*:`;
const KIND = `["']?(?:${__KINDS__.join('|')})["']?[ \\t]*`;
const BLOCK_STYLE = new RegExp(`^${KEY}[ \\t]+${KIND}(?:#.*)?$`, 'm');
const FLOW_STYLE = new RegExp(`^(?:---[ \\t]+)?\\{(?:[^{}]*[\\s,])?${KEY}[ \\t]*${KIND}[,}\\n]`, 'm');
/** How much of a text is searched for a kind: enough for any head comment, little enough for every keystroke. */
const HEAD = 20_000;

/** Watches YAML documents, and takes each over once it holds a record, or the server finds problems in it. */
export function keepLanguageMode(): Disposable[] {
  for (const document of workspace.textDocuments) void claimRecord(document);
  return [
    workspace.onDidOpenTextDocument(claimRecord),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) void claimRecord(document);
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      for (const document of workspace.textDocuments)
        if (changed.has(document.uri.toString())) void claimWrong(document);
    }),
  ];
}

async function claimRecord(document: TextDocument): Promise<void> {
  if (document.languageId !== YAML) return;
  const head = document.getText().slice(0, HEAD).replace(/\r/g, '');
  if (BLOCK_STYLE.test(head) || FLOW_STYLE.test(head)) await claim(document);
}

/** A text with a problem of ours is one of ours, however it is written. */
async function claimWrong(document: TextDocument): Promise<void> {
  if (document.languageId !== YAML) return;
  const isOurs = languages.getDiagnostics(document.uri).some(({ source }) => source === DIAGNOSTIC_SOURCE);
  if (isOurs) await claim(document);
}

async function claim(document: TextDocument): Promise<void> {
  try {
    await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  } catch (reason) {
    // A document that is gone by now, as when its file gets another name with the same edit, needs no language.
    if (!document.isClosed) throw reason;
  }
}
