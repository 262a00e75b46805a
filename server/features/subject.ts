/** What the cursor is about: a record, by its id or a reference to it, or an anchor with its aliases. */
import { type AnchorFamily, anchorMarks, familyOf } from '../dataset/anchors.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { holds, type Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { follow } from '../dataset/yaml-tree.ts';
import { documentAt, locate } from './locate.ts';

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

function anchorAt(document: SourceDocument, offset: number): AnchorSubject | undefined {
  const marks = anchorMarks(document.yaml.text);
  const mark = marks.find(({ start, end }) => holds({ start: start - 1, end }, offset));
  if (!mark) return undefined;
  return { type: 'anchor', document, span: { start: mark.start, end: mark.end }, ...familyOf(marks, mark) };
}

function recordAt(workspace: Workspace, uri: string, offset: number): RecordSubject | undefined {
  const at = locate(workspace, uri, offset);
  const node = follow(at?.node);
  if (at?.on !== 'value' || node?.type !== 'scalar' || typeof node.value !== 'string' || node.value === '') {
    return undefined;
  }
  const { document, span, schema } = at;
  const { record } = document;
  if (schema?.reference) {
    return { type: 'record', kind: schema.reference, id: node.value, document, span, isOwnId: false };
  }
  if (record?.id === undefined || at.path.length !== 1 || document.yaml.place(['id'])?.value !== at.node)
    return undefined;
  return { type: 'record', kind: record.kind, id: record.id, document, span, isOwnId: true };
}
