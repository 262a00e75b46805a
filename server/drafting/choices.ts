/** Records to choose from, as a list shows them. */
import type { Dataset } from '../dataset/dataset.ts';
import { fold, matchRank } from '../dataset/names/names.ts';
import { searchRecords } from '../dataset/names/symbol-search.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { clip } from '../dataset/timeline/words.ts';
import type { DraftChoice } from './messages.ts';

/** More are no list that anybody reads: typing finds the others. */
const MOST_CHOICES = 50;
const LONGEST_LABEL = 120;

/** A record in a list; what its text has of line ends and the like is gone. */
export function choiceOf({ record }: RecordDocument): DraftChoice {
  const id = record.id ?? '';
  return { kind: record.kind, id, label: clip(record.label, LONGEST_LABEL), detail: '' };
}

/** The records of some kinds that a query finds by any of their names, the best first; an empty one finds all. */
export function choicesFor(dataset: Dataset, kinds: readonly string[], query: string): DraftChoice[] {
  const folded = fold(query.slice(0, LONGEST_LABEL));
  return found(dataset, kinds, query)
    .filter(({ record }) => record.id !== undefined)
    .slice(0, MOST_CHOICES)
    .map((document) => ({ ...choiceOf(document), detail: nameFor(document, folded) }));
}

function found(dataset: Dataset, kinds: readonly string[], query: string): RecordDocument[] {
  const all = kinds.flatMap((kind) => dataset.ofKind(kind));
  if (query.trim() === '') return all;
  const own = all.filter((document) => dataset.isOwn(document));
  const shipped = all.filter((document) => !dataset.isOwn(document));
  return searchRecords(own, shipped, query, MOST_CHOICES).map(({ document }) => document);
}

/** The name that has been found where it is not the one that is shown. */
function nameFor({ record }: RecordDocument, folded: string): string {
  if (folded === '' || matchRank(fold(record.label), folded) > 0) return '';
  return clip(record.names.find((name) => matchRank(fold(name), folded) > 0) ?? '', LONGEST_LABEL);
}
