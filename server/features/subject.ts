/** What the cursor is about: a record, by its id or a reference to it, or an anchor with its aliases. */

import type { SourceDocument } from '../dataset/document.ts';
import { holds, type Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { type AnchorFamily, anchorMarks, familyOf } from '../dataset/yaml/anchors.ts';
import { follow, type YamlScalar } from '../dataset/yaml/tree.ts';
import { documentAt, type Located, locate } from './locate.ts';

/** A record, named at the cursor by its own id or by a reference; it need not exist. */
export interface RecordSubject {
  readonly type: 'record';
  readonly kind: string;
  readonly id: string;
  /** The document under the cursor, and what names the record there. */
  readonly document: SourceDocument;
  readonly span: Span;
  /** Whether the cursor is on the record's own id. */
  readonly isOwnId: boolean;
}

/** An anchor or one of its aliases; all of them stand in the one document. */
export interface AnchorSubject extends AnchorFamily {
  readonly type: 'anchor';
  readonly document: SourceDocument;
  /** The name under the cursor, without its sign. */
  readonly span: Span;
}

/** What an offset of a file is about; nothing where it is plain text. Spans count from the document's beginning. */
export function subjectAt(
  workspace: Workspace,
  uri: string,
  offset: number,
): RecordSubject | AnchorSubject | undefined {
  const document = documentAt(workspace, uri, offset);
  if (!document) return undefined;
  return anchorAt(document, offset - document.start) ?? recordAt(workspace, uri, offset);
}

/** The anchor or alias whose sign or name holds an offset of a document. */
export function anchorAt(document: SourceDocument, offset: number): AnchorSubject | undefined {
  if (!/[&*]/.test(wordAt(document.yaml.text, offset))) return undefined;
  const marks = anchorMarks(document.yaml.painted);
  const mark = marks.find(({ start, end }) => holds({ start: start - 1, end }, offset));
  if (!mark) return undefined;
  return { type: 'anchor', document, span: { start: mark.start, end: mark.end }, ...familyOf(marks, mark) };
}

/** What stands around an offset without a blank or a bracket: a look at it saves most readings of a whole text. */
function wordAt(text: string, offset: number): string {
  const isEdge = (at: number) => /[\s,[\]{}]/.test(text[at] ?? ' ');
  let [start, end] = [offset, offset];
  while (!isEdge(start - 1)) start--;
  while (!isEdge(end)) end++;
  return text.slice(start, end);
}

function recordAt(workspace: Workspace, uri: string, offset: number): RecordSubject | undefined {
  const at = locate(workspace, uri, offset);
  const node = follow(at?.node);
  if (at?.on !== 'value' || node?.type !== 'scalar') return undefined;
  const { document, span } = at;
  const id = textOf(at, node);
  if (id === '') return undefined;
  const { record } = document;
  const kind = at.schema?.reference ?? kindElsewhere(document, span, id);
  if (kind !== undefined) return { type: 'record', kind, id, document, span, isOwnId: false };
  if (record?.id === undefined || document.yaml.place(['id'])?.value?.start !== span.start) return undefined;
  return { type: 'record', kind: record.kind, id: record.id, document, span, isOwnId: true };
}

/** What is written: a number, too, may be meant for an id, and then counts as it stands. */
function textOf({ document, span }: Located, { value }: YamlScalar): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : document.yaml.text.slice(span.start, span.end);
}

/** The kind that is meant where a text counts in another place, through an alias of the map around it or a merge. */
function kindElsewhere(document: SourceDocument, { start }: Span, id: string): string | undefined {
  const references = document.record?.references.filter((reference) => reference.id === id) ?? [];
  return references.find(({ path }) => document.yaml.place(path)?.value?.start === start)?.kind;
}
