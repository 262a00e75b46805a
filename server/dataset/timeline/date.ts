/** Dates of records as they can honestly be drawn. */
import * as l10n from '@vscode/l10n';
import { dayToMilliseconds, type EdtfDate, inWords, parseEdtf } from '../dates/edtf.ts';
import type { YamlValue } from '../yaml/tree.ts';
import type { TimelineDate } from './entry.ts';
import { isMap } from './values.ts';

/**
 * A parsed date as it can be drawn. An end that is not known (`2020/`) is as open as one that is still to come (`2020/..`):
 * either way nobody can say where a bar would stop.
 */
export function toTimelineDate(date: EdtfDate): TimelineDate {
  const { start, end } = date;
  return {
    edtf: date.text,
    words: inWords(date),
    min: Number.isFinite(start.first) ? dayToMilliseconds(start.first) : null,
    max: Number.isFinite(end.last) ? dayToMilliseconds(end.last + 1) : null,
    precision: start.precision,
    shape: date.shape,
    open: openEnds(Number.isFinite(start.first), Number.isFinite(end.last)),
    approximate: start.approximate || end.approximate,
    uncertain: start.uncertain || end.uncertain,
  };
}

function openEnds(hasStart: boolean, hasEnd: boolean): TimelineDate['open'] {
  if (hasStart) return hasEnd ? null : 'end';
  return hasEnd ? 'start' : 'both';
}

/** The date in a field, in its short or its long form. */
export function drawn(value: YamlValue | undefined): TimelineDate | undefined {
  const date = parseEdtf(edtfText(value), true);
  return date && toTimelineDate(date);
}

/** A period from two dates of which the second may be missing. */
export function span(from: YamlValue | undefined, to: YamlValue | undefined): TimelineDate | undefined {
  const [start, end] = [edtfText(from), edtfText(to)];
  const date = start === undefined ? undefined : parseEdtf(`${start}/${end ?? '..'}`);
  return date && toTimelineDate(date);
}

/** A period as the time within which something happened that took no time itself. */
export function asMoment(date: TimelineDate | undefined): TimelineDate | undefined {
  if (date?.shape !== 'period') return date;
  return { ...date, shape: 'moment', precision: 'other', words: l10n.t('some time {0}', date.words) };
}

/** Whether a date is certainly over before another begins, as they are drawn. */
export function isOver(date: TimelineDate, before: TimelineDate): boolean {
  return date.max !== null && before.min !== null && date.max <= before.min;
}

/** The EDTF text of a date in its short or its long form. */
function edtfText(value: YamlValue | undefined): string | number | undefined {
  const plain = isMap(value) ? value.value : value;
  return typeof plain === 'string' || typeof plain === 'number' ? plain : undefined;
}
