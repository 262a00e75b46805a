/** A date in words, with the days it may be. */
import * as l10n from '@vscode/l10n';
import { counted, listed } from '../../l10n/language.ts';
import { dayToIso, type EdtfDate, inWords, type Moment, parseEdtf } from '../dataset/dates/edtf.ts';
import type { YamlValue } from '../dataset/yaml/tree.ts';
import { escapeMarkdown } from './markdown.ts';

/** Nothing for what is no date. @param description what the date is, as Markdown */
export function dateCard(value: YamlValue, description: string): string | undefined {
  const date = parseEdtf(value, true);
  if (!date) return undefined;
  const lines = [`**${escapeMarkdown(inWords(date))}**`, daysOf(date), doubtOf(date), description];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** "1 July – 31 December 2017, 184 days"; nothing for a single day, or where a side is open. */
function daysOf({ shape, start, end }: EdtfDate): string {
  const days = end.last - start.first + 1;
  if (!Number.isFinite(days) || days <= 1) return '';
  const isCoarse = shape === 'period' && (start.first < start.last || end.first < end.last);
  return `${rangeInWords(start.first, end.last)}, ${counted(days, isCoarse ? l10n.t('at most {0} day|at most {0} days') : l10n.t('{0} day|{0} days'))}`;
}

function rangeInWords(first: number, last: number): string {
  const [from, to] = [dayInWords(first), dayInWords(last)];
  const [, year] = / (\S+)$/.exec(to) ?? [];
  return `${from.endsWith(` ${year}`) ? from.slice(0, -1 - year!.length) : from} – ${to}`;
}

function dayInWords(day: number): string {
  const date = parseEdtf(dayToIso(day));
  return date ? inWords(date) : dayToIso(day);
}

function doubtOf({ start, end }: EdtfDate): string {
  const has = (doubt: (moment: Moment) => boolean) => doubt(start) || doubt(end);
  const doubts = [
    ...(has(({ approximate }) => approximate) ? [l10n.t('approximate')] : []),
    ...(has(({ uncertain }) => uncertain) ? [l10n.t('uncertain')] : []),
  ];
  return doubts.length === 0 ? '' : l10n.t('The date is {0}: it may be another one.', listed(doubts));
}
