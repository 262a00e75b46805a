/** The sources that a record may cite, found by title, publisher, day or address. */
import type { Dataset } from '../dataset/dataset.ts';
import { fold } from '../dataset/names/names.ts';
import { idKey, type RecordDocument } from '../dataset/record-index.ts';
import { isDateSchema, schemaOf } from '../dataset/schema.ts';
import { clip, mainDate, SOURCE } from '../dataset/timeline/words.ts';
import { pageOf } from '../rules/support/addresses.ts';
import { choiceOf } from './choices.ts';
import { citedBy } from './citing.ts';
import type { Citable, CitableSource } from './messages.ts';

const MOST_SOURCES = 50;
const LONGEST_QUERY = 200;
const LONGEST_DETAIL = 120;

/** The sources for a record, the likeliest first: those that are cited most, and of equals the newest. */
export function citableFor(dataset: Dataset, record: RecordDocument, query: string): Citable {
  const cited = citedBy(record);
  const found = dataset
    .ofKind(SOURCE)
    .filter((document) => document.record.id !== undefined && answers(document, query.slice(0, LONGEST_QUERY)))
    .map((document) => ({ document, uses: usesOf(dataset, document), day: dayOf(document) }))
    .sort((a, b) => b.uses - a.uses || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  const sources = found.slice(0, MOST_SOURCES).map(
    ({ document }): CitableSource => ({
      ...choiceOf(document),
      detail: detailOf(document),
      isCited: cited.has(document.record.id!),
    }),
  );
  return { record: choiceOf(record), sources };
}

/** The source that stands for a page, however its address is written. */
export function sourceOfPage(dataset: Dataset, page: string): RecordDocument | undefined {
  return dataset.ofKind(SOURCE).find((document) => pageOfSource(document) === page);
}

/** The property of a source that holds its address. */
export const ADDRESS = [...schemaOf(SOURCE).properties].find(([, { siteTells }]) => siteTells.length > 0)![0];

/** The page that a source stands for. */
export function pageOfSource({ record }: RecordDocument): string | undefined {
  const address = record.value[ADDRESS];
  return typeof address === 'string' ? pageOf(address) : undefined;
}

/** The first properties of a source that a reader looks for, as `schemas/` has them: who published it, and when. */
const LEAD = schemaOf(SOURCE).lead;
const haystacks = new WeakMap<RecordDocument['record'], string>();

function answers(document: RecordDocument, query: string): boolean {
  const page = pageOf(query);
  if (page !== undefined) return pageOfSource(document)?.startsWith(page) === true;
  const words = fold(query).split(' ');
  const haystack = haystackOf(document);
  return words.every((word) => haystack.includes(word));
}

function haystackOf(document: RecordDocument): string {
  const { record } = document;
  let text = haystacks.get(record);
  if (text === undefined) {
    const address = record.value[ADDRESS];
    const parts = [...LEAD.map((name) => textOf(document, name)), typeof address === 'string' ? address : ''];
    text = [...record.foldedNames, ...parts.map(fold)].join(' ');
    haystacks.set(record, text);
  }
  return text;
}

function textOf({ record }: RecordDocument, name: string): string {
  const schema = schemaOf(SOURCE).properties.get(name)!;
  const value = mainDate(schema, record.value[name]);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function detailOf(document: RecordDocument): string {
  const { properties } = schemaOf(SOURCE);
  const texts = LEAD.map((name) => {
    const text = textOf(document, name);
    return isDateSchema(properties.get(name)) ? text.replace(/T.*/s, '') : text;
  });
  return clip(texts.filter((text) => text !== '').join(', '), LONGEST_DETAIL);
}

function dayOf(document: RecordDocument): string {
  const date = LEAD.find((name) => isDateSchema(schemaOf(SOURCE).properties.get(name)));
  return date === undefined ? '' : textOf(document, date);
}

/** How many records cite a source. */
function usesOf({ own }: Dataset, { record }: RecordDocument): number {
  return own.byTarget.get(idKey(record.id!))?.length ?? 0;
}
