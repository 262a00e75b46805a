/** Document highlight: every place of the file that names what the cursor is about. */
import type { DocumentHighlight } from 'vscode-languageserver-types';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import type { SourceDocument } from '../dataset/document.ts';
import { ownPlace, placesWithin } from '../dataset/places.ts';
import { hasRecord } from '../dataset/record-index.ts';
import type { Span } from '../dataset/text.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import { documentAt, documentsIn } from './locate.ts';
import { subjectAt } from './subject.ts';

interface Mark {
  readonly document: SourceDocument;
  readonly span: Span;
  readonly kind: DocumentHighlightKind;
}

/**
 * The id or anchor (written to) and what refers to it (read), in order. An empty list elsewhere in a record: there is
 * nothing to highlight, and no editor should look for the same word instead. Nothing at all outside of records.
 */
export function highlights(
  workspace: Workspace,
  uri: string,
  offset: number,
  converter: Converter,
): DocumentHighlight[] | undefined {
  const document = documentAt(workspace, uri, offset);
  const marks = marksAt(workspace, uri, offset);
  if (marks.length === 0 && (!document || document.role === 'foreign')) return undefined;
  return marks.map(({ document: holder, span, kind }) => ({ range: converter.range(holder, span), kind }));
}

function marksAt(workspace: Workspace, uri: string, offset: number): Mark[] {
  const subject = subjectAt(workspace, uri, offset);
  if (!subject) return [];
  if (subject.type === 'record') {
    const { kind, id } = subject;
    return documentsIn(workspace, uri).flatMap((document) => marksIn(document, kind, id));
  }
  const { document, anchor, aliases } = subject;
  const read = aliases.map((span): Mark => ({ document, span, kind: DocumentHighlightKind.Read }));
  return anchor ? [{ document, span: anchor, kind: DocumentHighlightKind.Write }, ...read] : read;
}

function marksIn(document: SourceDocument, kind: string, id: string): Mark[] {
  if (!hasRecord(document)) return [];
  const { record } = document;
  const own = record.kind === kind && record.id === id ? [ownPlace(document)] : [];
  return [
    ...own.map(({ span }): Mark => ({ document, span, kind: DocumentHighlightKind.Write })),
    ...placesWithin(document, kind, id).map(({ span }): Mark => ({ document, span, kind: DocumentHighlightKind.Read })),
  ].sort((a, b) => a.span.start - b.span.start);
}
