/** Every request that an editor sends, about one place. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { Method } from '../../server/protocol.ts';
import type { SoakEditor } from './editor.ts';

const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Asks about a place of an open file, one question after the other. @param only the names of requests, all of them when not given */
export async function askEverything(
  editor: SoakEditor,
  name: string,
  offset: number,
  only?: readonly string[],
): Promise<void> {
  const { connection } = editor.session;
  const document = TextDocument.create('', '', 0, editor.textOf(name));
  const position = document.positionAt(offset);
  const textDocument = { uri: editor.session.uri(name) };
  const range = { start: position, end: position };
  const all = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
  const context = { diagnostics: editor.session.diagnosticsOf(name) };
  const questions: Record<string, object> = {
    completion: { position },
    hover: { position },
    definition: { position },
    references: { position, context: { includeDeclaration: true } },
    documentHighlight: { position },
    linkedEditingRange: { position },
    documentSymbol: {},
    documentLink: {},
    foldingRange: {},
    selectionRange: { positions: [position] },
    codeLens: {},
    inlayHint: { range: all },
    'semanticTokens/full': {},
    documentColor: {},
    formatting: { options: OPTIONS },
    onTypeFormatting: { position, ch: '\n', options: OPTIONS },
    codeAction: { range, context },
  };
  for (const [method, more] of Object.entries(questions)) {
    if (only && !only.includes(method)) continue;
    const answer = await connection.sendRequest(`textDocument/${method}`, { textDocument, ...more }).catch(refused);
    if (method !== 'codeAction') continue;
    for (const action of (answer ?? []) as CodeAction[]) {
      if (action.data !== undefined) await connection.sendRequest('codeAction/resolve', action).catch(refused);
    }
  }
  if (only) return;
  await connection.sendRequest('workspace/symbol', { query: document.getText().slice(offset, offset + 5) });
  const key = await connection.sendRequest<string | null>(Method.recordAt, { ...textDocument, position });
  if (key === null) return;
  await connection.sendRequest(Method.timelineDetails, { ...textDocument, key });
  await connection.sendRequest(Method.recordLocation, { ...textDocument, key });
}

/** A request that this server does not know, or that has no answer in a broken text. */
function refused(): undefined {
  return undefined;
}
