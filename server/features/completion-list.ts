/** Completions as LSP has them. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { Workspace } from '../dataset/workspace.ts';
import { type CompletionItem as Completion, completions } from './completion/index.ts';
import type { Converter } from './convert.ts';

/** What brings the list up without being asked: the blank after a colon or a dash, flow style, quotes. */
export const TRIGGER_CHARACTERS: readonly string[] = [':', ' ', '-', '{', '[', ',', '"', "'"];

const KINDS: Record<Completion['kind'], CompletionItemKind> = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  date: CompletionItemKind.Value,
};

/**
 * The completions at an offset of a file. `suggestCommand` is the client's command that opens the list again where an
 * item leaves something to choose; clients without one go on typing.
 */
export function completionList(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
  suggestCommand: string | undefined,
): CompletionList {
  const { items, incomplete } = completions(workspace, uri, offset);
  return { isIncomplete: incomplete, items: items.map((item) => toItem(item, uri, converter, suggestCommand)) };
}

function toItem(
  item: Completion,
  uri: string,
  converter: Converter,
  suggestCommand: string | undefined,
): CompletionItem {
  return {
    label: item.label,
    kind: KINDS[item.kind],
    insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    sortText: item.sortText,
    textEdit: { range: converter.fileRange(uri, item.span), newText: item.newText },
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: item.documentation },
    }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.preselect && { preselect: true }),
    ...(item.retrigger && suggestCommand !== undefined && { command: { title: '', command: suggestCommand } }),
  };
}
