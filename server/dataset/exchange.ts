/** Takes documents out of a dataset's index and puts others in, and tells whose questions now have other answers. */
import type { Dataset } from './dataset.ts';
import type { SourceDocument } from './document.ts';
import { changedNames } from './names/lookalikes.ts';
import { placeKey } from './placements/placement.ts';
import { changedKeys, changedPlacements, type Key, key } from './questions.ts';
import { hasRecord, idKey, type RecordDocument } from './record-index.ts';

/** Exchanges documents while nobody has asked anything, so that nobody has to be told. */
export function replace(dataset: Dataset, removed: readonly SourceDocument[], added: readonly SourceDocument[]): void {
  for (const document of removed) {
    dataset.count(document, -1);
    dataset.own.remove(document);
  }
  for (const document of added) {
    dataset.count(document, 1);
    dataset.own.add(document);
  }
  dataset.lookalikes.clear();
}

/** Exchanges documents. @returns the keys of all questions whose answers may differ from now on. */
export function exchange(
  dataset: Dataset,
  removed: readonly SourceDocument[],
  added: readonly SourceDocument[],
): Set<Key> {
  const [out, into] = [removed.filter(hasRecord), added.filter(hasRecord)];
  const resized = resize(dataset, removed, added);
  const shipped = [...new Set([...out, ...into].flatMap((document) => shippedAs(dataset, document)))];
  const hiddenBefore = shipped.map((document) => dataset.isReplaced(document));
  const places = placesOf([...out, ...into, ...shipped]);
  const claimedBefore = places.map((place) => dataset.claims(place));
  for (const document of out) dataset.own.remove(document);
  for (const document of into) dataset.own.add(document);
  const appearing = shipped.filter((document, i) => dataset.isReplaced(document) !== hiddenBefore[i]);
  const changes = [
    ...pairs(out, into),
    // A registry record comes to light, or is hidden, as the dataset's own one of that id goes or comes.
    ...appearing.map((document) => [document, undefined] as const),
  ];
  const placed = places.flatMap((place, i) => changedPlacements(place, claimedBefore[i]!, dataset.claims(place)));
  const names = changes.flatMap(([before, after]) => changedNames(before, after));
  const similar = dataset.lookalikes.forget(names).map(({ kind, folded }) => key.similar(kind, folded));
  return new Set([
    ...resized,
    ...placed,
    ...similar,
    ...changes.flatMap(([before, after]) => [...changedKeys(before, after)]),
  ]);
}

/** Counts the documents of each file anew. @returns the keys of the files that have more or fewer than before */
function resize(dataset: Dataset, removed: readonly SourceDocument[], added: readonly SourceDocument[]): Key[] {
  const uris = [...new Set([...removed, ...added].map(({ uri }) => uri))];
  const before = uris.map((uri) => dataset.sizeOf(uri));
  for (const document of removed) dataset.count(document, -1);
  for (const document of added) dataset.count(document, 1);
  return uris.filter((uri, i) => dataset.sizeOf(uri) !== before[i]).map(key.file);
}

/** The keys of all names of which these documents say what they lie in. */
function placesOf(documents: readonly RecordDocument[]): string[] {
  return [...new Set(documents.flatMap(({ record }) => record.placements.map(placeKey)))];
}

type Change = readonly [before: RecordDocument | undefined, after: RecordDocument | undefined];

/**
 * Each document that goes with the one that takes its place: the next of the same kind and id. So where several share an
 * id and change places, what is found first has changed as a record that is edited has.
 */
function pairs(removed: readonly RecordDocument[], added: readonly RecordDocument[]): Change[] {
  const gone = new Map<string, RecordDocument[]>();
  for (const document of removed) gone.set(identityOf(document), [...(gone.get(identityOf(document)) ?? []), document]);
  const changes = added.map((document): Change => [gone.get(identityOf(document))?.shift(), document]);
  return [...changes, ...[...gone.values()].flat().map((document): Change => [document, undefined])];
}

function identityOf({ record }: RecordDocument): string {
  return `${record.kind}/${record.id ?? ''}`;
}

/** The registry's records that this one takes the place of, or would but for the case of its id. */
function shippedAs(dataset: Dataset, { record }: RecordDocument): RecordDocument[] {
  const withId = dataset.registry.byId.get(idKey(record.id ?? '')) ?? [];
  return [...withId].filter((shipped) => shipped.record.kind === record.kind);
}
