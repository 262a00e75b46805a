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
import { recordCard } from './card.ts';
import { type CompletionItem as Completion, completions } from './completion/index.ts';
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
  const { items, incomplete } = completions(workspace, uri, offset);
  return {
    isIncomplete: incomplete,
    items: items.map((item) => ({
      ...toItem(item, uri, converter, client),
      ...(item.record &&
        (client.resolves ? { data: { uri, ...item.record } } : cardOf(workspace, item.record, client))),
    })),
  };
}

/** Adds the documentation to an item that was sent without. */
export function resolveCompletion(
  item: CompletionItem,
  workspace: Workspace,
  client: CompletionClient,
): CompletionItem {
  return { ...item, ...cardOf(workspace, item.data as CompletionData, client) };
}

function cardOf(
  workspace: Workspace,
  { kind, id }: Pick<CompletionData, 'kind' | 'id'>,
  { completionMarkup }: CompletionClient,
): Pick<CompletionItem, 'documentation'> {
  const record = workspace.dataset.find(kind, id);
  return record ? { documentation: markup(recordCard(record, workspace.dataset), completionMarkup) } : {};
}

function toItem(item: Completion, uri: string, converter: Converter, client: CompletionClient): CompletionItem {
  return {
    label: item.label,
    kind: KINDS[item.kind],
    insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    sortText: item.sortText,
    textEdit: { range: converter.fileRange(uri, item.span), newText: item.newText },
    // The first shows beside every item, the second beside the chosen one and in clients that know no other.
    ...(item.detail !== undefined && { labelDetails: { description: item.detail }, detail: item.detail }),
    ...(item.documentation !== undefined && {
      documentation: markup(item.documentation, client.completionMarkup),
    }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.preselect && { preselect: true }),
    ...(item.retrigger &&
      client.suggestCommand !== undefined && { command: { title: '', command: client.suggestCommand } }),
  };
}
