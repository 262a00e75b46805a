/** Find references: every place that names the record under the cursor, or the anchor with its aliases. */
import type { Location } from 'vscode-languageserver-types';
import { inOrder } from '../dataset/dataset.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { documentsNaming, ownPlace, placesNaming, recordsWithId } from '../dataset/places.ts';
import { REGISTRY_ROOT } from '../dataset/registry.ts';
import type { Workspace } from '../dataset/workspace.ts';
import type { Converter } from './convert.ts';
import type { AnchorSubject, RecordSubject } from './subject.ts';

/** A dataset as a request sees it. */
export interface View {
  readonly workspace: Workspace;
  readonly converter: Converter;
}

/** How references are asked for. */
export interface ReferenceContext {
  /** Whether the record's own id, or the anchor, is wanted, too. */
  readonly includeDeclaration: boolean;
}

/** The documents that have to be looked at closely for the references of something, each once. */
export function documentsToRead(subject: RecordSubject | AnchorSubject, views: readonly View[]): SourceDocument[] {
  if (subject.type === 'anchor') return [];
  const { kind, id } = subject;
  return [...new Set(views.flatMap(({ workspace }) => documentsNaming(workspace.dataset, kind, id)))];
}

/**
 * Each place once, by file and place, those of the registry last. The first view is that of the file where the subject
 * stands; a document of the registry belongs to all datasets, so that it may come with more.
 */
export function references(
  subject: RecordSubject | AnchorSubject,
  views: readonly [View, ...View[]],
  context: ReferenceContext,
): Location[] {
  return subject.type === 'anchor' ? marksOf(subject, views[0].converter, context) : namesOf(subject, views, context);
}

function marksOf(
  { document, anchor, aliases }: AnchorSubject,
  converter: Converter,
  { includeDeclaration }: ReferenceContext,
): Location[] {
  const marks = anchor && includeDeclaration ? [anchor, ...aliases] : aliases;
  return marks.map((mark) => converter.location(document, mark));
}

function namesOf(
  { kind, id }: RecordSubject,
  views: readonly View[],
  { includeDeclaration }: ReferenceContext,
): Location[] {
  const found = views.flatMap(({ workspace: { dataset }, converter }) => {
    const own = includeDeclaration ? recordsWithId(dataset, kind, id).map(ownPlace) : [];
    const places = [...own, ...placesNaming(dataset, kind, id)];
    return places.map((place) => ({ ...place, converter }));
  });
  found.sort(
    (a, b) =>
      Number(isShipped(a)) - Number(isShipped(b)) || inOrder(a.document, b.document) || a.span.start - b.span.start,
  );
  return found
    .filter((each, index) => {
      const before = found[index - 1];
      return before?.document !== each.document || before.span.start !== each.span.start;
    })
    .map(({ document, span, converter }) => converter.location(document, span));
}

function isShipped({ document }: { readonly document: { readonly uri: string } }): boolean {
  return document.uri.startsWith(REGISTRY_ROOT);
}
