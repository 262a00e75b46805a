/** Dates: today, those of the records that this one refers to, and one of each form. */
import * as l10n from '@vscode/l10n';
import { dayToIso, inWords, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { DatasetRecord, DateField } from '../../dataset/record.ts';
import { isDateSchema, type Schema, schemaAt } from '../../dataset/schema.ts';
import type { ValueSlot } from './context.ts';
import { type Draft, scalar } from './item.ts';
import type { Setting } from './setting.ts';

/** Dates that a field can have, the most likely first; those of forms are of the year that has been typed. */
export function dateItems(setting: Setting, schema: Schema, slot: ValueSlot): Draft[] {
  const items = new Map<string, Draft>();
  const add = (text: string, detail: string, words?: string) => {
    if (items.has(text)) return;
    const date = parseEdtf(text, true);
    items.set(text, {
      label: text,
      kind: 'date',
      detail,
      ...(date && { documentation: inWords(date) }),
      span: slot.span,
      newText: slot.lead + scalarDate(text, slot) + slot.tail,
      isSnippet: false,
      // The editor finds a date by the name it is listed with, too.
      filterText: `${text} ${words ?? detail}`,
    });
  };
  for (const target of setting.targets(slot.path)) {
    for (const [name, text] of ownDates(target.record)) add(text, `${target.record.label}: ${name}`);
  }
  if (setting.record) {
    for (const [name, text] of ownDates(setting.record))
      if (name !== slot.path[0]) add(text, l10n.t('this record: {0}', name));
  }
  add(setting.today.text, l10n.t('today'));
  for (const [text, detail] of forms(setting, slot.typed)) add(text, detail);
  if (schema.format === 'edtf-date-time') {
    for (const example of schema.examples)
      if (String(example).includes('T')) add(String(example), l10n.t('a day and time'));
  }
  return [...items.values()];
}

/** The dates that are the record's own (not those of its parts), by the name of their property; times of day cut off. */
function* ownDates(record: DatasetRecord): Generator<[string, string]> {
  for (const field of record.dates) {
    const [name, part] = field.path;
    if (typeof name !== 'string' || !isMainValue(record.kind, field, part)) continue;
    const date = parseEdtf(field.value, true);
    if (date) yield [name, date.shape === 'moment' ? momentText(field, date.start.text) : date.text];
  }
}

function momentText(field: DateField, plain: string): string {
  return field.withTime ? plain : String(field.value);
}

/** A date itself, or what stands first in its long form. */
function isMainValue(kind: string, { path }: DateField, part: string | number | undefined): boolean {
  if (path.length === 1) return true;
  const long = path.length === 2 ? schemaAt(kind, path.slice(0, 1)) : undefined;
  return long !== undefined && isDateSchema(long) && part === long.properties.keys().next().value;
}

/** One date of each form EDTF has and people need, around today or in the year that was typed. */
function forms(setting: Setting, typed: string): [text: string, detail: string][] {
  const today = setting.today.text;
  const year = /^\d{4}/.exec(typed)?.[0] ?? today.slice(0, 4);
  const month = year === today.slice(0, 4) && /^\d{4}-\d{2}/.test(today) ? today.slice(0, 7) : `${year}-01`;
  const day = year === today.slice(0, 4) && /^\d{4}-\d{2}-\d{2}$/.test(today) ? today : `${month}-01`;
  const next = parseEdtf(day)?.start.first;
  const later = next === undefined ? day : dayToIso(next + 1);
  return [
    [month, l10n.t('a month')],
    [year, l10n.t('a year')],
    [`${year}-40`, l10n.t('the first half of a year')],
    [`${year}-41`, l10n.t('the second half of a year')],
    [`${year}-33`, l10n.t('a quarter (33 to 36)')],
    [`${day}/${later}`, l10n.t('a period')],
    [`${day}/..`, l10n.t('a period still open')],
    [`../${day}`, l10n.t('until a day')],
    [`${month}~`, l10n.t('about that time')],
    [`${day}?`, l10n.t('uncertain')],
  ];
}

function scalarDate(text: string, slot: ValueSlot): string {
  // A bare year is a number to YAML, and a date to every field that takes one.
  return /^\d{4}$/.test(text) && !slot.quote ? text : scalar(text, slot.flow, slot.quote);
}
