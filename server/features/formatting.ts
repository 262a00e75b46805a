/** Formatting of a file or of parts of it. */
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { type FormatOptions, formatFile, formatRanges } from '../dataset/formatting/format.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';

/**
 * Edits that format a file. A level has two blanks, whatever the client's tabs are; blanks and line ends at the end go
 * only where the client says so.
 */
export function formatting(
  workspace: Workspace,
  uri: string,
  converter: Converter,
  options: Partial<FormattingOptions>,
  sortKeys = false,
): TextEdit[] {
  const { trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines } = options;
  const wanted: FormatOptions = { sortKeys, trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines };
  return converter.textEdits(uri, formatFile(workspace.documentsOf(uri), wanted));
}

/** Edits that format parts of a file, and as much around them as keeps the meaning; keys stay in their order. */
export function rangesFormatting(
  workspace: Workspace,
  uri: string,
  converter: Converter,
  ranges: readonly Range[],
): TextEdit[] {
  const spans = ranges.map(({ start, end }) => ({
    start: converter.offset(uri, start),
    end: converter.offset(uri, end),
  }));
  return converter.textEdits(uri, formatRanges(workspace.documentsOf(uri), spans));
}
