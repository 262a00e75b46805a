/** Where the places are that explain a problem: they are kept by name, and found when someone looks. */
import type { Dataset } from './dataset.ts';
import type { SourceDocument } from './document.ts';
import type { Problem, Related } from './problem.ts';
import type { Span } from './text.ts';

/** A span of a document, counted from the document's beginning. */
export interface DocumentSpan {
  readonly document: SourceDocument;
  readonly span: Span;
}

/** Where a place that explains a problem is now; nothing when it is no more, or is the problem's own. */
export function placeOf({ kind, id, path }: Related, problem: Problem, dataset: Dataset): DocumentSpan | undefined {
  const targets = dataset.withId(id).filter(({ record }) => record.kind === kind && record.id === id);
  const document = targets.find((candidate) => candidate !== problem.document) ?? targets[0];
  const span = document?.spanOf(path);
  const isHere = document === problem.document && span?.start === problem.span.start && span.end === problem.span.end;
  return document && span && !isHere ? { document, span } : undefined;
}
