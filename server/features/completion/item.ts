/** A completion item in offsets, and the few ways in which a text must be written to mean itself. */
import type { Span } from '../../dataset/text.ts';
import type { Quote } from './nodes.ts';

export type ItemKind = 'property' | 'value' | 'reference' | 'date' | 'snippet';

/** One thing to choose. Several lines in `newText` have their indentation already: the editor must not add its own. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** The record that a reference leads to, whose card is the documentation. */
  readonly record?: { readonly kind: string; readonly id: string };
  /** What it replaces, in offsets of the file; always within the cursor's line. */
  readonly span: Span;
  /** LSP snippet syntax when `isSnippet`. */
  readonly newText: string;
  readonly isSnippet: boolean;
  /** What the editor's own filter compares with the text between the span's beginning and the cursor; the label without it. */
  readonly filterText?: string;
  readonly sortText: string;
  readonly preselect?: true;
  /** There is something to choose again where the cursor ends up. */
  readonly retrigger?: true;
}

/** An item before its place in the list is known. */
export type Draft = Omit<CompletionItem, 'sortText'>;

export interface CompletionResult {
  readonly items: readonly CompletionItem[];
  /** The list depends on what was typed: ask again after the next key. */
  readonly incomplete: boolean;
}

/** A text inside a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** `${1|a,b|}`. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** `${1:text}`. */
export function placeholder(stop: number, text: string): string {
  return `\${${stop}:${escapeSnippet(text)}}`;
}

const AMBIGUOUS =
  /^(?:null|~|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+)|\.nan)$/i;

/**
 * A text as a YAML scalar that every reader takes for that text: in quotes where it must be, else plain. Inside quotes
 * that stand there already only the text itself is given.
 */
export function scalar(text: string, flow: boolean, quote: Quote | undefined): string {
  if (quote) {
    const inner = quote.mark === '"' ? doubled(text) : text.replaceAll("'", "''");
    return quote.closed ? inner : inner + quote.mark;
  }
  if (!needsQuotes(text, flow)) return text;
  return /["\\\n\r\t]/.test(text) && !/[\n\r\t]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${doubled(text)}"`;
}

function doubled(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&');
  return escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}

function needsQuotes(text: string, flow: boolean): boolean {
  if (text === '' || text.trim() !== text || AMBIGUOUS.test(text)) return true;
  if (/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)|:(?:\s|$)|\s#|[\n\r\t]/.test(text)) return true;
  return flow && /[,[\]{}]/.test(text);
}
