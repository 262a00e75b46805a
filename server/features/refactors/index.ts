/** All refactorings, and what they offer at a place as code actions. */
import * as l10n from '@vscode/l10n';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { sortKeys } from '../../dataset/editing/key-order.ts';
import { shift } from '../../dataset/text.ts';
import type { Workspace } from '../../dataset/workspace.ts';
import { type CodeActionClient, isPossible } from '../code-actions.ts';
import type { Converter } from '../convert.ts';
import { longDate, plainDate } from './dates.ts';
import { extractRecord } from './extract.ts';
import { quotes } from './quotes.ts';
import type { Refactoring } from './refactoring.ts';
import { required } from './required.ts';
import { selectionIn } from './selection.ts';
import { sortedKeys } from './sort-keys.ts';
import { blockStyle, flowStyle } from './styles.ts';

/** In the order in which they are offered: what changes the meaning of the dataset first, then what is written otherwise. */
const refactorings: readonly Refactoring[] = [
  extractRecord,
  required,
  longDate,
  plainDate,
  blockStyle,
  flowStyle,
  quotes,
  sortedKeys,
];

/** The kinds of code action that refactorings are. */
export const REFACTOR_KINDS: readonly string[] = refactorings.map(({ kind }) => kind);

/** What editors ask for when a file is saved and this is on. */
export const SORT_KEYS_KIND = 'source.sortKeys.securityInitiatives';

/** What can be done at a range by refactorings of the kinds that are wanted. Nothing in the registry's records. */
export function refactorActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  converter: Converter,
  client: CodeActionClient,
  isWanted: (kind: string) => boolean,
): CodeAction[] {
  const span = { start: converter.offset(uri, range.start), end: converter.offset(uri, range.end) };
  const selection = selectionIn(workspace, uri, span);
  if (!selection) return [];
  return refactorings
    .filter(({ kind }) => isWanted(kind))
    .flatMap(({ kind, offers }) =>
      offers(selection)
        .filter((fix) => isPossible(fix, workspace, client))
        .map((fix) => ({ title: fix.title, kind, edit: converter.workspaceEdit(fix, workspace.root) })),
    );
}

/** The action that sorts the keys of all records of a file, where any are out of order. */
export function sortKeysInFile(workspace: Workspace, uri: string, converter: Converter): CodeAction[] {
  const edits = workspace
    .documentsOf(uri)
    .flatMap((document) => sortKeys(document).map((edit) => ({ ...edit, span: shift(edit.span, document.start) })));
  if (edits.length === 0) return [];
  const title = l10n.t("Sort keys in the schema's order, in all records of this file");
  return [{ title, kind: SORT_KEYS_KIND, edit: converter.filesEdit(new Map([[uri, edits]])) }];
}
