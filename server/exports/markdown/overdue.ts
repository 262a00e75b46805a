/** What should have happened by today and, for all the dataset says, has not. */
import { type EdtfDate, inWords, isBefore, isReversed, parseEdtf } from '../../dataset/dates/edtf.ts';
import { isMap, map } from '../../dataset/timeline/values.ts';
import type { YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';

export interface Overdue {
  /** What is to be done, in a few words. */
  readonly what: string;
  /** When it was due, in words. */
  readonly due: string;
  /** The last day on which it was due, since 1970-01-01. */
  readonly day: number;
}

/** Statuses after which nothing more is to come of a proposal. */
const CLOSED: readonly (YamlValue | undefined)[] = [
  'implemented',
  'rejected',
  'withdrawn',
  'lapsed',
  'superseded',
  'merged',
];

/** What is overdue about a record; nothing if nothing certainly is. */
export function overdueOf(kind: string, value: YamlRecord, today: EdtfDate): Overdue | undefined {
  const { status } = value;
  if (kind === 'summit' && (status === 'planned' || status === 'confirmed')) {
    return past(value.date, today, `${status === 'planned' ? 'Planned' : 'Confirmed'}, but its date is past`);
  }
  if (kind === 'chairmanship' && (status === 'announced' || status === 'current')) {
    return past(value.to, today, `${status === 'announced' ? 'Announced' : 'Current'}, but its term is over`);
  }
  if (kind === 'proposal' && !CLOSED.includes(status)) {
    return past(map(value.target).date, today, 'Not done by the date aimed at');
  }
  return undefined;
}

function past(value: YamlValue | undefined, today: EdtfDate, what: string): Overdue | undefined {
  const date = parseEdtf(isMap(value) ? value.value : value);
  if (!date || isReversed(date) || isBefore(date, today) !== 'yes') return undefined;
  return { what, due: inWords(date), day: date.end.last };
}
