/** Records and the places that name them, both ways: what navigation, lenses, cards and rename are made from. */
import { type Dataset, inOrder } from './dataset.ts';
import { fold } from './names/names.ts';
import { idKey, type RecordDocument } from './record-index.ts';
import type { Span } from './text.ts';
import type { Path } from './yaml/tree.ts';

/** A place in a document of the dataset or of the registry. */
export interface Place {
  readonly document: RecordDocument;
  readonly path: Path;
  /** What stands there, counted from the document's beginning: a scalar, or the alias of one. */
  readonly span: Span;
}

/** A document that refers to the record, and from where. */
interface Mention {
  readonly document: RecordDocument;
  readonly paths: readonly Path[];
}

/**
 * Every place that refers to a record by its exact kind and id, the dataset's own before the registry's, by file and by
 * place. A text that counts in several places, through an alias of the map around it or a merge, is there once.
 */
export function placesNaming(dataset: Dataset, kind: string, id: string): Place[] {
  const mentions = [...mentionsOf(dataset, kind, id)];
  mentions.sort((a, b) => rank(dataset, a) - rank(dataset, b) || inOrder(a.document, b.document));
  return mentions.flatMap(placesIn);
}

/** Every place of one document that refers to a record, in order. */
export function placesWithin(document: RecordDocument, kind: string, id: string): Place[] {
  return placesIn({ document, paths: pathsTo(document, kind, id) });
}

/** The documents that {@link placesNaming} has to look at closely, in no order. */
export function documentsNaming(dataset: Dataset, kind: string, id: string): RecordDocument[] {
  return Array.from(mentionsOf(dataset, kind, id), ({ document }) => document);
}

/** How many places {@link placesNaming} finds; hardly any document has to be looked at closely for that. */
export function referenceCount(dataset: Dataset, kind: string, id: string): number {
  let count = 0;
  for (const mention of mentionsOf(dataset, kind, id)) count += countIn(mention);
  return count;
}

/** Whether {@link placesNaming} finds any place; the first one tells. */
export function isNamed(dataset: Dataset, kind: string, id: string): boolean {
  return !mentionsOf(dataset, kind, id).next().done;
}

/** Every record of a kind with exactly this id, in the same order; more than one where an id stands twice. */
export function recordsWithId(dataset: Dataset, kind: string, id: string): RecordDocument[] {
  return dataset.withId(id).filter(({ record }) => record.kind === kind && record.id === id);
}

/**
 * The records that a text in a reference means: those with this id, else those that had it before, else those that go by
 * this name, else those of another kind with this id. Readers resolve references likewise, one record at a time.
 */
export function recordsMeant(dataset: Dataset, kind: string, text: string): RecordDocument[] {
  const isOfKind = ({ record }: RecordDocument) => record.kind === kind;
  const steps = [
    () => recordsWithId(dataset, kind, text),
    () => dataset.formerly(text).filter((document) => isOfKind(document) && document.record.formerIds.includes(text)),
    () => dataset.named(kind, fold(text)),
    () => dataset.withId(text).filter(({ record }) => record.id === text),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found;
  }
  return [];
}

/** Where a record's own id stands. */
export function ownPlace(document: RecordDocument): Place {
  const path = ['id'];
  return { document, path, span: document.spanOf(path) };
}

/** The documents that refer to a record, in no order. */
function* mentionsOf(dataset: Dataset, kind: string, id: string): Generator<Mention> {
  for (const index of [dataset.own, dataset.registry]) {
    for (const document of index.byTarget.get(idKey(id)) ?? []) {
      const paths = pathsTo(document, kind, id);
      if (paths.length === 0 || (index === dataset.registry && dataset.isReplaced(document))) continue;
      yield { document, paths };
    }
  }
}

function pathsTo({ record }: RecordDocument, kind: string, id: string): Path[] {
  return record.references.flatMap((each) => (each.kind === kind && each.id === id ? [each.path] : []));
}

function rank(dataset: Dataset, { document }: Mention): number {
  return dataset.isOwn(document) ? 0 : 1;
}

function placesIn({ document, paths }: Mention): Place[] {
  const places = paths.map((path): Place => ({ document, path, span: document.spanOf(path) }));
  const distinct = new Map(places.map((place) => [place.span.start, place]));
  return [...distinct.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Only where something is written once for several places do these have to be told apart. */
function countIn(mention: Mention): number {
  const { document, paths } = mention;
  return paths.length > 1 && document.yaml.text.includes('*') ? placesIn(mention).length : paths.length;
}
