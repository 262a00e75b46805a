/** The dates that say when a record is, as it wrote them and in words, and whether they lie within a time. */
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import type { Reader } from '../dataset/reader.ts';
import type { RecordDocument } from '../dataset/record-index.ts';
import { isDateSchema, schemaOf } from '../dataset/schema.ts';
import { drawn, toTimelineDate } from '../dataset/timeline/date.ts';
import { isTargetKey } from '../dataset/timeline/keys.ts';
import { type TimelineDate, timelineEntries } from '../dataset/timeline.ts';
import type { Data } from './tool.ts';

/** A date of a record; of several the first says when it is, and a later one when it is to be carried out. */
export interface DateOfRecord {
  readonly date: TimelineDate;
  readonly isTarget: boolean;
  /** What the timeline calls the record. */
  readonly title?: string;
}

/** What a record puts on the timeline; where its kind puts nothing there, the date that a reader looks for first. */
export function datesOf(document: RecordDocument, reader: Reader): DateOfRecord[] {
  const entries = timelineEntries(document, reader);
  if (entries.length > 0) return entries.map(({ date, key, title }) => ({ date, isTarget: isTargetKey(key), title }));
  const { properties, lead } = schemaOf(document.record.kind);
  const name = lead.find((one) => isDateSchema(properties.get(one)));
  const date = name === undefined ? undefined : drawn(document.record.value[name]);
  return date ? [{ date, isTarget: false }] : [];
}

export function dateData({ date, isTarget }: DateOfRecord): Data {
  return { edtf: date.edtf, words: date.words, ...(isTarget && { isTarget: true }) };
}

/** A time that may be open at both ends: first instant, and first instant after it; null for an open end. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** Everything between the beginning of a date and the end of another. */
export function rangeOf(from: EdtfDate | undefined, to: EdtfDate | undefined): Range {
  return { min: from ? toTimelineDate(from).min : null, max: to ? toTimelineDate(to).max : null };
}

/** Whether two times may share an instant. */
export function meets(a: Range, b: Range): boolean {
  return startOf(a) < endOf(b) && startOf(b) < endOf(a);
}

/** The earlier beginning first, then the earlier end. */
export function byTime(a: Range, b: Range): number {
  // The difference of two that are open at one end is no number, and so decides nothing.
  return startOf(a) - startOf(b) || endOf(a) - endOf(b) || 0;
}

function startOf({ min }: Range): number {
  return min ?? -Infinity;
}

function endOf({ max }: Range): number {
  return max ?? Infinity;
}
