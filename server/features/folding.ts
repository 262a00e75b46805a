/** Folding: records, the entries of maps and lists, what stands in brackets, comments; by lines, so that it stays while one types. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { SourceDocument } from '../dataset/document.ts';
import { lineAt } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Converter } from './convert.ts';
import { documentsIn } from './locate.ts';

/** What folding needs to know of the client. */
export interface FoldingClient {
  /** Folds whole lines alone. */
  readonly foldsLines: boolean;
  /** The most folds it wants, where it has a limit. */
  readonly mostFolds: number | undefined;
}

interface Fold {
  readonly range: FoldingRange;
  readonly block: Block;
}

/** What can be folded in a file, in the order of the text; where there is too much for the client, what lies deepest goes. */
export function foldingRanges(
  workspace: Workspace,
  uri: string,
  converter: Converter,
  { foldsLines, mostFolds }: FoldingClient,
): FoldingRange[] {
  const documents = documentsIn(workspace, uri);
  const folds: Fold[] = [];
  for (const document of documents) {
    const blocks = blocksOf(document.yaml.text);
    for (const block of blocks) {
      // A file of one document is no more than that document: there is nothing to tell apart.
      if (block.type === 'document' && documents.length === 1) continue;
      const range = foldOf(block, document, converter, foldsLines);
      if (range.endLine > range.startLine) folds.push({ range, block });
    }
  }
  return shallowest(foldsLines ? onePerLine(folds) : folds, mostFolds).map(({ range }) => range);
}

function foldOf(
  { type, start, end }: Block,
  document: SourceDocument,
  converter: Converter,
  linesOnly: boolean,
): FoldingRange {
  const first = converter.position(document.uri, document.start + start);
  const last = converter.position(document.uri, document.start + end);
  const [startLine, endLine] = [first.line, last.line];
  if (type === 'comment' || type === 'region') return { startLine, endLine, kind: type };
  if (type !== 'flow') return { startLine, endLine };
  if (!linesOnly) {
    return { startLine, startCharacter: first.character + 1, endLine, endCharacter: last.character - 1 };
  }
  // The line with the closing bracket stays in sight where nothing else stands before it.
  const { text } = document.yaml;
  const before = text.slice(lineAt(text, end).start, end);
  return { startLine, endLine: /^[\s\]}]*$/.test(before) ? endLine - 1 : endLine };
}

/** Of several folds that begin on a line the longest, the one that people see there; in brackets rather than as an entry. */
function onePerLine(folds: readonly Fold[]): Fold[] {
  const longest = new Map<number, Fold>();
  for (const fold of folds) {
    const { startLine } = fold.range;
    const known = longest.get(startLine)?.block;
    const { end, type } = fold.block;
    if (!known || end > known.end || (end === known.end && type === 'flow')) longest.set(startLine, fold);
  }
  return [...longest.values()];
}

/** The first so many of the folds by depth, in the order in which they stand. */
function shallowest(folds: readonly Fold[], most = Number.POSITIVE_INFINITY): readonly Fold[] {
  if (folds.length <= most) return folds;
  const kept = new Set([...folds].sort((a, b) => a.block.depth - b.block.depth).slice(0, Math.max(0, most)));
  return folds.filter((fold) => kept.has(fold));
}
