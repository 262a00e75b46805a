/** Workspace symbols: the records of all datasets, found by id, name and alias in any script, even if abbreviated or mistyped. */
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { searchRecords } from '../dataset/names/symbol-search.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { RecordDocument, RecordIndex } from '../dataset/record-index.ts';
import { REGISTRY_ROOT } from '../dataset/registry.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { clip } from './markdown.ts';
import { idSpan } from './record-place.ts';
import { oneLine, signOf } from './symbol-names.ts';

/** A dataset that is searched. */
interface SearchedDataset {
  readonly workspace: Workspace;
  readonly converter: Converter;
}

const MOST = 256;
/** How much of a name VS Code compares with what has been typed, less the sign that it puts before it. */
const COMPARED = 100;
const LONGEST_MATCH = 60;

/** The records that answer a query, the best first; the datasets' own before the registry's, which an empty query leaves out. */
export function workspaceSymbols(query: string, datasets: Iterable<SearchedDataset>): WorkspaceSymbol[] {
  const searched = [...datasets];
  const [first] = searched;
  if (!first) return [];
  const own = searched.flatMap(({ workspace: { dataset } }) => documentsOf(dataset.own));
  const shipped = documentsOf(first.workspace.dataset.registry).filter(
    (document) => !searched.every(({ workspace }) => workspace.dataset.isReplaced(document)),
  );
  return searchRecords(own, shipped, query, MOST).map(({ document, isOwn }) => {
    const home = isOwn ? searched.find(({ workspace }) => workspace.dataset.isOwn(document)) : undefined;
    return toSymbol(document, query, home ?? first, isOwn);
  });
}

function documentsOf({ byKind }: RecordIndex): RecordDocument[] {
  return [...byKind.values()].flatMap((documents) => [...documents]);
}

function toSymbol(
  document: RecordDocument,
  query: string,
  { workspace, converter }: SearchedDataset,
  isOwn: boolean,
): WorkspaceSymbol {
  const { record } = document;
  return {
    name: nameFor(record, query.trim()),
    kind: signOf(record.kind),
    location: converter.location(document, idSpan(document)),
    containerName: `${record.kind} · ${isOwn ? fileOf(document, workspace.root) : shippedFile(document)}`,
  };
}

/**
 * The display name with whatever of the record's names it is that answers the query. Editors filter what a server has
 * found once more, VS Code by the letters of this name alone: so it must have those that have been typed, in their order,
 * even where they are a slip, or of another alphabet than any name.
 */
function nameFor({ label, id = '', names, formerIds }: DatasetRecord, query: string): string {
  const shown = oneLine(label);
  if (hasTyped(shown, query)) return shown;
  const others = [...names, ...formerIds].map(oneLine).filter((name) => hasTyped(name, query));
  const other = others.find((name) => name.toLowerCase().includes(query.toLowerCase())) ?? others[0];
  const possible = [joined(shown, ' — ', id), ...(other === undefined ? [] : [joined(shown, ' (', other, ')')])];
  return possible.find((name) => hasTyped(name, query)) ?? joined(shown, ' ≈ ', oneLine(query));
}

/** Whether an editor that looks for what has been typed finds it: the letters of each word in their order. */
function hasTyped(name: string, query: string): boolean {
  const letters = name.slice(0, COMPARED).toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => hasInOrder(letters, word));
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}

/** A name with what explains it, the name cut so that the editor sees both. */
function joined(name: string, between: string, match: string, after = ''): string {
  const tail = between + clip(match, LONGEST_MATCH) + after;
  return clip(name, COMPARED - tail.length) + tail;
}

/** The file of a dataset's own record as people write it, with the name of the dataset's folder before it. */
function fileOf({ uri, path }: RecordDocument, root: string | undefined): string {
  if (path === undefined || root === undefined) return lastName(uri);
  return `${lastName(root)}/${path}`;
}

function shippedFile({ uri }: RecordDocument): string {
  return `registry${uri.slice(REGISTRY_ROOT.length)}`;
}

function lastName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return name;
  }
}
