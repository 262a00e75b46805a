/** Rename: a record's id with every reference to it and the file named after it, or an anchor with its aliases. */
import * as l10n from '@vscode/l10n';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { DocumentEdit, Fix } from '../dataset/problem.ts';
import { REGISTRY_ROOT } from '../dataset/registry.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { refusalOf, renamable, renameRecord } from '../rules/support/renaming/record.ts';
import { isRefusal, type Refusal } from '../rules/support/renaming/refusal.ts';
import { idSpan } from '../rules/support/renaming/written-id.ts';
import type { Converter } from './convert.ts';
import { anchorRefusal, renameAnchor } from './rename/anchor.ts';
import { fileNameFor } from './rename/file-name.ts';
import { type AnchorSubject, type RecordSubject, subjectAt } from './subject.ts';

/** What rename needs to know of the client. */
export interface RenameClient {
  /** Whether edits may give files other names. */
  readonly renamesFiles: boolean;
}

/** What is about to be renamed: its range in the text, without quotes and signs, and its present name. */
export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

const elsewhere = (): Refusal => ({
  refusal: l10n.t(
    'There is nothing to rename here: put the cursor on an id, a reference to a record, or the name of an anchor.',
  ),
});
const readOnly = (): Refusal => ({
  refusal: l10n.t(
    'This text comes with the extension and cannot be changed. Write a record of your own with the same id instead.',
  ),
});

/** What can be renamed at an offset, or why nothing can. */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
): Renamable | Refusal {
  const subject = subjectAt(workspace, uri, offset);
  if (!subject) return elsewhere();
  const { document, span } = subject;
  const { text } = document.yaml;
  if (subject.type === 'anchor') {
    const refusal = refusalOfAnchor(uri, subject);
    return refusal ?? { range: converter.range(document, span), placeholder: text.slice(span.start, span.end) };
  }
  const record = renamable(workspace.dataset, subject.kind, subject.id);
  if (isRefusal(record)) return record;
  return { range: converter.range(document, idSpan(text, span, subject.id)), placeholder: subject.id };
}

/** The edit that gives what stands at an offset another name, or why it cannot have it. The same name changes nothing. */
export function rename(
  workspace: Workspace,
  uri: string,
  offset: number,
  name: string,
  converter: Converter,
  client: RenameClient,
): WorkspaceEdit | Refusal {
  const subject = subjectAt(workspace, uri, offset);
  if (!subject) return elsewhere();
  const wanted = name.trim();
  const change =
    subject.type === 'anchor'
      ? changeOfAnchor(uri, subject, wanted)
      : changeOfRecord(workspace, subject, wanted, client);
  return isRefusal(change) ? change : converter.workspaceEdit({ title: '', ...change }, workspace.root);
}

/** What a rename changes in texts, and the file that goes with it. */
type Change = Pick<Fix, 'edits' | 'renames'>;

const NO_CHANGE: Change = { edits: [] };

function changeOfAnchor(uri: string, subject: AnchorSubject, name: string): Change | Refusal {
  const refusal = refusalOfAnchor(uri, subject);
  if (refusal) return refusal;
  if (subject.anchor?.name === name) return NO_CHANGE;
  const edits = renameAnchor(subject, name);
  return isRefusal(edits) ? edits : { edits: inTextOrder(edits) };
}

function refusalOfAnchor(uri: string, subject: AnchorSubject): Refusal | undefined {
  return uri.startsWith(REGISTRY_ROOT) ? readOnly() : anchorRefusal(subject);
}

function changeOfRecord(
  workspace: Workspace,
  { kind, id }: RecordSubject,
  name: string,
  { renamesFiles }: RenameClient,
): Change | Refusal {
  const { dataset } = workspace;
  const document = renamable(dataset, kind, id);
  if (isRefusal(document)) return document;
  if (name === id) return NO_CHANGE;
  const edits = refusalOf(dataset, document, name) ?? renameRecord(dataset, document, name);
  if (isRefusal(edits)) return edits;
  const file = renamesFiles ? fileNameFor(workspace, document, name) : undefined;
  return { edits: inTextOrder(edits), ...(file !== undefined && { renames: { document, name: file } }) };
}

/** Edits in the order of each text, so that editors show them so. */
function inTextOrder(edits: readonly DocumentEdit[]): DocumentEdit[] {
  const place = ({ document, span }: DocumentEdit) => document.start + span.start;
  return [...edits].sort((a, b) => place(a) - place(b));
}
