/** Records as tools name them, and how they are found by whatever someone calls them. */
import type { Dataset } from '../dataset/dataset.ts';
import { fold } from '../dataset/names/names.ts';
import { searchRecords } from '../dataset/names/symbol-search.ts';
import type { Reader } from '../dataset/reader.ts';
import type { RecordDocument, RecordIndex } from '../dataset/record-index.ts';
import { kinds } from '../dataset/schema.ts';
import { clip } from '../dataset/timeline/words.ts';
import type { Workspace } from '../dataset/workspace.ts';
import { nameOf, pathIn } from '../sources/uri.ts';
import { dateData, datesOf } from './dates.ts';
import { type DataMap, Misuse } from './tool.ts';

const LONGEST_NAME = 200;
/** More than these are no help. */
const MOST_NEAR = 5;

/** How a record is called; one of a kind without names is called what it is on the timeline. */
export function nameData({ record }: RecordDocument, title?: string): DataMap {
  const isNamed = record.label !== record.id || title === undefined;
  return { kind: record.kind, id: record.id, name: clip(isNamed ? record.label : title, LONGEST_NAME) };
}

/** How a record is called, when it is and where it stands. */
export function briefData(document: RecordDocument, workspace: Workspace, reader: Reader): DataMap {
  const dates = datesOf(document, reader);
  return {
    ...nameData(document, dates[0]?.title),
    ...(dates.length > 0 && { dates: dates.map(dateData) }),
    ...placeData(document, workspace),
  };
}

/** The file of a record by its path from the dataset's folder; the registry's records have none that could be opened. */
export function placeData(document: RecordDocument, workspace: Workspace): DataMap {
  if (!workspace.dataset.isOwn(document)) return { isFromRegistry: true };
  return { file: pathOf(document.uri, workspace) };
}

/** A file's path from the dataset's folder. */
export function pathOf(uri: string, { root }: Workspace): string {
  return root !== undefined && uri.startsWith(`${root}/`) ? pathIn(uri, root) : nameOf(uri);
}

/** The dataset's own records and those of the registry that none of them replaces, as far as they fit. */
export function recordsThat(
  fit: (document: RecordDocument) => boolean,
  dataset: Dataset,
): { own: RecordDocument[]; shipped: RecordDocument[] } {
  const all = ({ byKind }: RecordIndex) => [...byKind.values()].flatMap((documents) => [...documents].filter(fit));
  return { own: all(dataset.own), shipped: all(dataset.registry).filter((document) => !dataset.isReplaced(document)) };
}

/** The records that someone means by a text: their id, `<kind>/<id>`, an id they had before, or any name of theirs. */
export function recordsCalled(dataset: Dataset, text: string, kind?: string): RecordDocument[] {
  const [, before, after] = /^([a-z]+)\/(.+)$/.exec(text) ?? [];
  if (before !== undefined && kinds.includes(before)) return recordsCalled(dataset, after!, kind ?? before);
  const isOfKind = ({ record }: RecordDocument) => kind === undefined || record.kind === kind;
  const asked = kind === undefined ? kinds : [kind];
  const steps = [
    () => dataset.withId(text).filter((document) => isOfKind(document) && document.record.id === text),
    () => dataset.withId(text).filter(isOfKind),
    () => dataset.formerly(text).filter(isOfKind),
    () => asked.flatMap((one) => dataset.named(one, fold(text))),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found;
  }
  return [];
}

/** Ids that may have been meant by a text that nobody is called, in words; empty where there is none. */
export function didYouMean(dataset: Dataset, text: string, kind?: string): string {
  const asked = kind === undefined ? kinds : [kind];
  const folded = fold(text.slice(0, LONGEST_NAME));
  const near = asked.flatMap((one) => dataset.lookalikes.of(one, folded).map((id) => `${one}/${id}`));
  const { own, shipped } = recordsThat(({ record }) => asked.includes(record.kind), dataset);
  const hits = near.length > 0 ? [] : searchRecords(own, shipped, text, MOST_NEAR);
  const found = [...near, ...hits.map(({ document: { record } }) => `${record.kind}/${record.id}`)];
  return found.length === 0 ? '' : ` Did you mean ${[...new Set(found)].slice(0, MOST_NEAR).join(', ')}?`;
}

/** The ids of the records of a kind that someone means by a text. @throws Misuse when there is none */
export function idsCalled(dataset: Dataset, text: string, kind: string): ReadonlySet<string> {
  const ids = recordsCalled(dataset, text, kind).flatMap(({ record }) => record.id ?? []);
  if (ids.length > 0) return new Set(ids);
  const near = didYouMean(dataset, text, kind);
  throw new Misuse(`No ${kind} is called ${shown(text)}.${near || ' Look for it with findRecords.'}`);
}

/** A text of the asker's, quoted in a message. */
export function shown(text: string): string {
  return JSON.stringify(clip(text, 100));
}
