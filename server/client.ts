/** What the client has said of itself at the beginning, read once: what it can take, and what it calls its commands. */
import type { InitializeParams, TextDocumentClientCapabilities } from 'vscode-languageserver';
import { InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import { chooseEncoding, type PositionEncoding } from './features/position-encoding.ts';
import type { InitializationOptions } from './protocol.ts';

/** One flat list, so that each feature can name in a type of its own what it depends on. */
export interface Client {
  readonly encoding: PositionEncoding;
  /** It watches the disk for the server. */
  readonly watchesFiles: boolean;
  /** Links with a target range, rather than bare locations. */
  readonly definitionLinks: boolean;
  readonly hoverMarkup: MarkupKind;
  readonly completionMarkup: MarkupKind;
  /** Placeholders in completions. */
  readonly snippets: boolean;
  /** Placeholders that take over the text of another one in capital letters, which LSP does not ask of clients. */
  readonly snippetTransforms: boolean;
  /** Several lines are put in as they are, without an indentation of the client's own. */
  readonly insertsAsIs: boolean;
  /** A completion can say how its lines are put in. */
  readonly choosesInsertMode: boolean;
  /** A few words beside each completion of the list. */
  readonly labelDetails: boolean;
  /** The kinds of completion it has signs for; where it does not say, those of the first LSP. */
  readonly completionKinds: readonly number[] | undefined;
  /** The documentation of a completion is asked for when it is shown. */
  readonly resolves: boolean;
  /** The edit of a code action is asked for when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Code actions, rather than commands alone. */
  readonly codeActions: boolean;
  /** Symbols within symbols, rather than a flat list. */
  readonly symbolTree: boolean;
  /** Edits that name the version of the text they are for. */
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  readonly deletesFiles: boolean;
  /** The server may ask for hints, lenses and tokens to be asked for again. */
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesSemanticTokens: boolean;
  /** What of an inlay hint is asked for when somebody looks at it. */
  readonly resolvesHintTooltips: boolean;
  readonly resolvesHintLocations: boolean;
  /** Folds whole lines alone. */
  readonly foldsLines: boolean;
  /** The most folds it wants, where it has a limit. */
  readonly mostFolds: number | undefined;
  /** The languages whose texts are to be formatted, where the client wants no others and lets the server say so. */
  readonly formatLanguages: readonly string[] | undefined;
  /** A name can be asked for before a rename, and it understands what range is renamed. */
  readonly preparesRename: boolean;
  /** What it asks before, and tells after, files come, go or change their names in it: `willRename`, `didCreate` and so on. */
  readonly fileOperations: readonly string[];
  /** The commands of the client's own, see {@link InitializationOptions}. */
  readonly suggestCommand: string | undefined;
  readonly goToCommand: string | undefined;
  readonly referencesCommand: string | undefined;
}

/** Reads what a client says when it says hello; what it does not mention it cannot do. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, general } = capabilities;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  const item = textDocument?.completion?.completionItem;
  const edit = workspace?.workspaceEdit;
  // Neovim names what it does to files and forgets the form of edits that this takes; only a plain no is one.
  const operations = edit?.documentChanges === false ? [] : (edit?.resourceOperations ?? []);
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hoverMarkup: markup(textDocument?.hover?.contentFormat),
    completionMarkup: markup(item?.documentationFormat),
    snippets: item?.snippetSupport === true,
    snippetTransforms: options.snippetTransforms === true,
    insertsAsIs:
      item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true ||
      textDocument?.completion?.insertTextMode !== InsertTextMode.adjustIndentation,
    choosesInsertMode: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    labelDetails: item?.labelDetailsSupport === true,
    completionKinds: textDocument?.completion?.completionItemKind?.valueSet,
    resolves: item?.resolveSupport?.properties.includes('documentation') === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentChanges: edit?.documentChanges === true,
    createsFiles: operations.includes('create'),
    renamesFiles: operations.includes('rename'),
    deletesFiles: operations.includes('delete'),
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    resolvesHintTooltips: textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true,
    resolvesHintLocations: textDocument?.inlayHint?.resolveSupport?.properties.includes('label.location') === true,
    foldsLines: textDocument?.foldingRange?.lineFoldingOnly === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    fileOperations: Object.entries(workspace?.fileOperations ?? {}).flatMap(([name, is]) => (is === true ? name : [])),
    formatLanguages: registersFormatting(textDocument) ? options.formatLanguages : undefined,
    suggestCommand: options.suggestCommand,
    goToCommand: options.goToCommand,
    referencesCommand: options.referencesCommand,
  };
}

/** Markdown where the client takes it; plain text for one that says so, or says nothing, as LSP has it. */
function markup(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return formats?.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;
}

function registersFormatting(textDocument: TextDocumentClientCapabilities | undefined): boolean {
  const { formatting, rangeFormatting, onTypeFormatting } = textDocument ?? {};
  return [formatting, rangeFormatting, onTypeFormatting].every((feature) => feature?.dynamicRegistration === true);
}
