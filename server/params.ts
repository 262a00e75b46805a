/** The params of each message of a client, as far as a handler looks at them; what is more than that may be of any kind. */
import { Method } from './protocol.ts';
import { anything, choice, list, map, optional, type Shape, text, whole } from './shapes.ts';

const POSITION = map({ line: whole, character: whole });
const RANGE = map({ start: POSITION, end: POSITION });
const URI = map({ uri: text });

/** The params about a document, with what else they hold. */
function about(more: Readonly<Record<string, Shape>> = {}, document: Shape = URI): Shape {
  return map({ textDocument: document, ...more });
}

const DOCUMENT = about();
const PLACE = about({ position: POSITION });
const FILES = map({ files: list(URI) });
const MOVES = map({ files: list(map({ oldUri: text, newUri: text })) });
/** A key that is none names no record. */
const OF_TIMELINE = map({ uri: text });
const VIEW = { grouping: text, query: text };
const FOLDERS = list(URI);
const SETTINGS = list(map({ path: text, text }));
const RECORD = map({ uri: text, kind: text, id: text });
/** What was sent along with an item comes back with it; what somebody else has sent along names no file of ours. */
const ABOUT_RECORD: Shape = (value, at) =>
  (value as { readonly uri?: unknown } | null | undefined)?.uri === undefined ? undefined : RECORD(value, at);

/** What `readClient` reads of lists; a yes that is none counts as no. */
const CAPABILITIES = map({
  general: optional(map({ positionEncodings: optional(list(anything)) })),
  textDocument: optional(
    map({
      hover: optional(map({ contentFormat: optional(list(anything)) })),
      completion: optional(
        map({
          completionItem: optional(
            map({
              documentationFormat: optional(list(anything)),
              insertTextModeSupport: optional(map({ valueSet: list(anything) })),
              resolveSupport: optional(map({ properties: list(anything) })),
            }),
          ),
          completionItemKind: optional(map({ valueSet: optional(list(anything)) })),
        }),
      ),
      codeAction: optional(map({ resolveSupport: optional(map({ properties: list(anything) })) })),
      inlayHint: optional(map({ resolveSupport: optional(map({ properties: list(anything) })) })),
    }),
  ),
  workspace: optional(
    map({
      workspaceEdit: optional(map({ resourceOperations: optional(list(anything)) })),
      fileOperations: optional(map()),
    }),
  ),
});

const HELLO = map({
  capabilities: CAPABILITIES,
  workspaceFolders: optional(FOLDERS),
  rootUri: optional(text),
  rootPath: optional(text),
  initializationOptions: optional(
    map({
      storage: optional(text),
      texts: optional(map()),
      rulePage: optional(text),
      formatLanguages: optional(list(text)),
      suggestCommand: optional(text),
      goToCommand: optional(text),
      referencesCommand: optional(text),
    }),
  ),
});

/** By method; one that is not here has no params that anyone looks at. */
export const PARAMS: ReadonlyMap<string, Shape> = new Map([
  ['initialize', HELLO],
  ['$/setTrace', map()],
  ['window/workDoneProgress/cancel', map()],

  ['textDocument/didOpen', about({}, map({ uri: text, version: optional(whole), text }))],
  [
    'textDocument/didChange',
    about({ contentChanges: list(map({ range: optional(RANGE), text })) }, map({ uri: text, version: whole })),
  ],
  ['textDocument/didClose', DOCUMENT],
  ['textDocument/didSave', DOCUMENT],
  ['textDocument/willSave', DOCUMENT],
  ['textDocument/willSaveWaitUntil', DOCUMENT],
  ['workspace/didChangeWatchedFiles', map({ changes: list(URI) })],
  ['workspace/didChangeConfiguration', map()],
  ['workspace/didChangeWorkspaceFolders', map({ event: map({ added: FOLDERS, removed: FOLDERS }) })],
  ['workspace/didCreateFiles', FILES],
  ['workspace/didDeleteFiles', FILES],
  ['workspace/didRenameFiles', MOVES],
  ['workspace/willRenameFiles', MOVES],

  ['textDocument/completion', PLACE],
  ['textDocument/hover', PLACE],
  ['textDocument/definition', PLACE],
  ['textDocument/references', about({ position: POSITION, context: map() })],
  ['textDocument/documentHighlight', PLACE],
  ['textDocument/linkedEditingRange', PLACE],
  ['textDocument/prepareRename', PLACE],
  ['textDocument/rename', about({ position: POSITION, newName: text })],
  ['textDocument/documentSymbol', DOCUMENT],
  ['textDocument/documentLink', DOCUMENT],
  ['textDocument/foldingRange', DOCUMENT],
  ['textDocument/selectionRange', about({ positions: list(POSITION) })],
  ['textDocument/codeLens', DOCUMENT],
  ['textDocument/inlayHint', about({ range: RANGE })],
  ['textDocument/semanticTokens/full', DOCUMENT],
  ['textDocument/semanticTokens/range', about({ range: RANGE })],
  ['textDocument/codeAction', about({ range: RANGE, context: map({ only: optional(list(text)) }) })],
  ['textDocument/formatting', about({ options: map() })],
  ['textDocument/rangeFormatting', about({ range: RANGE })],
  ['textDocument/rangesFormatting', about({ ranges: list(RANGE) })],
  ['textDocument/onTypeFormatting', about({ position: POSITION, ch: text })],
  ['workspace/symbol', map({ query: text })],
  ['workspace/textDocumentContent', URI],

  ['completionItem/resolve', map({ data: ABOUT_RECORD })],
  ['codeLens/resolve', map({ data: ABOUT_RECORD })],
  ['inlayHint/resolve', map({ data: ABOUT_RECORD })],
  ['codeAction/resolve', map({ data: optional(map({ uri: text, scope: text, rule: optional(text) })) })],

  [Method.draftStart, URI],
  [Method.draftForm, map({ uri: text, kind: text, at: optional(map({ uri: text, position: POSITION })) })],
  [Method.draftRecords, map({ uri: text, kinds: list(text), query: text })],
  [Method.draftCheck, map({ uri: text, kind: text, path: text, text })],
  [Method.draftId, map({ uri: text, kind: text, settings: SETTINGS, id: optional(text) })],
  [Method.draftRecord, map({ uri: text, kind: text, settings: SETTINGS, id: text })],
  [Method.citable, map({ uri: text, position: POSITION, query: text })],
  [Method.sourceGuess, map({ uri: text, text })],
  [Method.cite, map({ uri: text, position: POSITION, source: text, settings: optional(SETTINGS) })],
  [Method.datasetStatus, URI],
  [Method.datasetSummary, URI],
  [Method.starter, map({ folder: text, title: optional(text), version: text })],
  [Method.exportDataset, map({ uri: text, format: choice(['json', 'ndjson', 'csv', 'csv-excel']) })],
  [Method.useTool, map({ tool: text, uri: optional(text) })],
  [Method.timeline, URI],
  [Method.timelineExport, URI],
  [Method.timelineDetails, OF_TIMELINE],
  [Method.recordLocation, OF_TIMELINE],
  [Method.explorer, map({ ...VIEW, dataset: optional(text), path: optional(list(text)) })],
  [Method.explorerWay, map({ ...VIEW, uri: text, key: text })],
  [Method.explorerCard, map({ uri: text, key: text })],
  [Method.recordAt, map({ uri: text, position: POSITION })],
]);
