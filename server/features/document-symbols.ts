/** Document symbols: the outline of a file, its records with their maps and lists, each by its name. */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { SourceDocument } from '../dataset/document.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { outlineOfLines } from './document-symbols/from-lines.ts';
import { type OutlinePart, outlineOfTree } from './document-symbols/from-tree.ts';
import { documentsIn } from './locate.ts';

/** What outlines need to know of the client. */
interface SymbolClient {
  /** Symbols within symbols, rather than a flat list. */
  readonly symbolTree: boolean;
}

/** Files with more documents than this have an outline that ends with the records' own maps and lists, and needs no trees. */
const MANY = 100;

/** The records of a file with their parts, and the parts of a manifest; nothing for texts that are none of ours. */
export function documentSymbols(
  workspace: Workspace,
  uri: string,
  converter: Converter,
  { symbolTree }: SymbolClient,
): DocumentSymbol[] | SymbolInformation[] {
  const documents = documentsIn(workspace, uri);
  const outlineOf = documents.length > MANY ? outlineOfLines : outlineOfTree;
  const symbols = documents.flatMap((document) =>
    outlineOf(document, workspace.dataset).map((part) => toSymbol(part, document, converter)),
  );
  return symbolTree ? symbols : flat(symbols, converter.spelled(uri));
}

function toSymbol(part: OutlinePart, document: SourceDocument, converter: Converter): DocumentSymbol {
  const { name, detail, kind, span, selection, children } = part;
  return {
    name,
    ...(detail !== '' && { detail }),
    kind,
    range: converter.range(document, span),
    selectionRange: converter.range(document, selection),
    ...(children.length > 0 && { children: children.map((child) => toSymbol(child, document, converter)) }),
  };
}

/** The same symbols one after the other, each with the name of the one that it stands in. */
function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(children ?? [], uri, name),
  ]);
}
