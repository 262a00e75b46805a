/** Dates as schema.org has them: ISO 8601 where it can say what is known, and EDTF where there is more to it. */
import { type EdtfDate, type Moment, parseEdtf } from '../../dataset/dates/edtf.ts';
import { isMap } from '../../dataset/timeline/values.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import type { Thing } from './context.ts';

/** Days, months and years of four digits; others ISO 8601 allows only between partners that have agreed on it. */
const ISO = /^\d{4}(-\d{2}){0,2}$/;
const WITH_TIME = /^\d{4}-\d{2}-\d{2}T/;
/** An offset without the colon that ISO 8601 wants beside a time with colons, or without minutes, which schema.org wants. */
const SHORT_OFFSET = /([+-]\d{2})(\d{2})?$/;

/** One date of a thing under a name of schema.org: `datePublished`. Of a period it is the beginning. */
export function dateAs(name: string, value: YamlValue | undefined): Thing {
  const date = read(value);
  if (!date) return {};
  if (WITH_TIME.test(date.text))
    return { [name]: date.text.replace(SHORT_OFFSET, (_, hours, minutes = '00') => `${hours}:${minutes}`) };
  if (date.shape === 'moment') return momentAs(name, date.start, date.text);
  return { ...momentAs(name, date.start, sidesOf(date)[0]), ...edtfAs(name, date.text) };
}

/** When something was and how long it lasted: `startDate`, and `endDate` of a period. */
export function spanAs(value: YamlValue | undefined): Thing {
  const date = read(value);
  if (date?.shape !== 'period') return dateAs('startDate', value);
  const [start, end] = sidesOf(date);
  return { ...momentAs('startDate', date.start, start), ...momentAs('endDate', date.end, end) };
}

/** The same from two fields. */
export function betweenAs(
  from: YamlValue | undefined,
  to: YamlValue | undefined,
  [start, end]: readonly [string, string] = ['startDate', 'endDate'],
): Thing {
  return { ...dateAs(start, from), ...dateAs(end, to) };
}

/** A date in EDTF as text; nothing where there is none. */
export function edtfText(value: YamlValue | undefined): string | undefined {
  return read(value)?.text;
}

/** A date in ISO 8601 as text; nothing where it has no way to say it. */
export function isoText(value: YamlValue | undefined): string | undefined {
  const date = read(value);
  return date && ISO.test(date.text) && isExact(date.start) ? date.text : undefined;
}

function read(value: YamlValue | undefined): EdtfDate | undefined {
  return parseEdtf(isMap(value) ? value.value : value, true);
}

function sidesOf({ text }: EdtfDate): [string, string] {
  const slash = text.indexOf('/');
  return [text.slice(0, slash), text.slice(slash + 1)];
}

/** `edtf` is how the moment was written, with what qualifies it. */
function momentAs(name: string, moment: Moment, edtf: string): Thing {
  if (!Number.isFinite(moment.first)) return {};
  const isIso = ISO.test(moment.text) && isExact(moment);
  const saysAll = isIso && edtf === moment.text;
  return { ...(isIso && { [name]: moment.text }), ...(!saysAll && edtfAs(name, edtf)) };
}

function isExact({ precision }: Moment): boolean {
  return precision === 'day' || precision === 'month' || precision === 'year';
}

function edtfAs(name: string, text: string): Thing {
  return { [`edtf:${name}`]: { '@type': 'EDTF', '@value': text } };
}
