/** Completions as LSP has them. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type MarkupKind,
} from 'vscode-languageserver-types';
import type { Workspace } from '../dataset/workspace.ts';
import { briefCard, recordCard } from './card.ts';
import { type CompletionItem as Completion, completions } from './completion/index.ts';
import { withoutIndentation, withoutStops } from './completion/lesser-clients.ts';
import type { Converter } from './convert.ts';
import { markup } from './markdown.ts';

/** What brings the list up without being asked: the blank after a colon or a dash, flow style, quotes. */
export const TRIGGER_CHARACTERS: readonly string[] = [':', ' ', '-', '{', '[', ',', '"', "'"];

const KINDS: Record<Completion['kind'], CompletionItemKind> = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  date: CompletionItemKind.Value,
};

/** What differs from client to client. */
export interface CompletionClient {
  readonly snippets: boolean;
  readonly snippetTransforms: boolean;
  /** Lines are put in as they are, or else with the indentation of the line they are put into. */
  readonly insertsAsIs: boolean;
  readonly choosesInsertMode: boolean;
  readonly labelDetails: boolean;
  /** The kinds it has signs for; where it does not say, those up to `Reference`. */
  readonly completionKinds: readonly number[] | undefined;
  readonly completionMarkup: MarkupKind;
  /** The client asks for an item's documentation when it is shown; else every item brings it along. */
  readonly resolves: boolean;
  /** The client's command that opens the list again where an item leaves something to choose. */
  readonly suggestCommand: string | undefined;
}

/** What an item needs to be resolved: the record whose card is its documentation, and a file of its dataset. */
export interface CompletionData {
  readonly uri: string;
  readonly kind: string;
  readonly id: string;
}

/** The completions at an offset of a file. */
export function completionList(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
  client: CompletionClient,
): CompletionList {
  const { items, incomplete } = completions(workspace, uri, offset, client);
  const text = workspace.textOf(uri) ?? '';
  return {
    isIncomplete: incomplete,
    items: items.map((item) => ({
      ...toItem(item, uri, text, converter, client),
      ...(item.record &&
        (client.resolves ? { data: { uri, ...item.record } } : headOf(workspace, item.record, client))),
    })),
  };
}

/** Adds the documentation to an item that was sent without. */
export function resolveCompletion(
  item: CompletionItem,
  workspace: Workspace,
  client: CompletionClient,
): CompletionItem {
  const { kind, id } = item.data as CompletionData;
  const record = workspace.dataset.find(kind, id);
  if (!record) return item;
  return { ...item, documentation: markup(recordCard(record, workspace.dataset), client.completionMarkup) };
}

/** The documentation that comes with every item of a list: of hundreds, each can have no more than the head of its card. */
function headOf(
  { dataset }: Workspace,
  { kind, id }: Pick<CompletionData, 'kind' | 'id'>,
  { completionMarkup }: CompletionClient,
): Pick<CompletionItem, 'documentation'> {
  const record = dataset.find(kind, id);
  return record ? { documentation: markup(briefCard(record, dataset), completionMarkup) } : {};
}

function toItem(
  item: Completion,
  uri: string,
  text: string,
  converter: Converter,
  client: CompletionClient,
): CompletionItem {
  const isSnippet = item.isSnippet && client.snippets;
  return {
    label: item.label,
    kind: kindFor(KINDS[item.kind], client),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(client.choosesInsertMode && { insertTextMode: InsertTextMode.asIs }),
    sortText: item.sortText,
    textEdit: { range: converter.fileRange(uri, item.span), newText: insertedText(item, text, client) },
    // The first shows beside every item, the second beside the chosen one and in clients that know no other.
    ...(item.detail !== undefined && {
      ...(client.labelDetails && { labelDetails: { description: item.detail } }),
      detail: item.detail,
    }),
    ...(item.documentation !== undefined && {
      documentation: markup(item.documentation, client.completionMarkup),
    }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.preselect && { preselect: true }),
    ...(item.retrigger &&
      client.suggestCommand !== undefined && { command: { title: '', command: client.suggestCommand } }),
  };
}

/** A sign that the client has. */
function kindFor(kind: CompletionItemKind, { completionKinds }: CompletionClient): CompletionItemKind {
  const isKnown = completionKinds ? completionKinds.includes(kind) : kind <= CompletionItemKind.Reference;
  return isKnown ? kind : CompletionItemKind.Value;
}

function insertedText({ newText, isSnippet, span }: Completion, text: string, client: CompletionClient): string {
  const plain = isSnippet && !client.snippets ? withoutStops(newText) : newText;
  if (client.insertsAsIs || !plain.includes('\n')) return plain;
  return withoutIndentation(plain, text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start));
}
