/** Reports sources that were published before what they are cited for took place. */

import * as l10n from '@vscode/l10n';
import { dayToIso, type EdtfDate, inWords, isBefore, isReversed, parseEdtf } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Path, YamlValue } from '../dataset/yaml/tree.ts';
import { dateIn, when } from './support/dates.ts';
import { citationsOf, publicationOf, vouchesForProperty } from './support/evidence.ts';
import { firstMisplaced, stepsIn } from './support/history.ts';
import { listIn, mapIn, textIn } from './support/values.ts';

const SOURCE = 'kind: source\nid: trend-2025-10-06\npublisher: Trend\npublished: 2025-10-06T15:12+04:00\n';
const SUMMIT =
  'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\ndate: 2025-10-07\nplace: { city: Gabala, state: AZE }\n';

/** The time of day in places that are behind UTC, and by how much they are. */
const WEST = /^\d{4}-\d\d-\d\dT(\d\d):(\d\d)[\d:.]*-(\d\d):?(\d\d)?$/;
/** The fields of each kind that tell of what has happened; what the others have may be known before. */
const REPORTING: Readonly<Record<string, readonly string[]>> = {
  summit: ['status', 'participants', 'outcomes', 'quotes'],
  proposal: ['status', 'date', 'made_at', 'quotes'],
  document: ['adopted', 'adopted_at', 'signed'],
};

export const sourceBeforeEvent: Rule = {
  name: 'source-before-event',
  severity: 'warning',
  title: 'A source is older than what it is cited for.',
  kinds: Object.keys(REPORTING),
  docs: {
    what: 'A source that was certainly published before the day of what it is cited for: a meeting that was held, a proposal that was made, a document that was adopted or signed, a step of a history, words that were spoken. A source may announce what is to come: one with `supports` that name nothing but plans, such as date, place or theme, is left alone.',
    why: 'Nobody can report what has not happened yet. Either a date is wrong, or the source tells of a plan.',
    fix: 'Correct the date of the event or of the source. Where the source is an announcement, say in `supports` what it can vouch for.',
  },
  examples: {
    wrong: [
      `${SUMMIT}status: held\ncitations: [{ source: ⟦trend-2025-10-06⟧ }]\n---\n${SOURCE}`,
      `${SUMMIT}status: held\ncitations:\n  - { source: ⟦trend-2025-10-06⟧, supports: [date, outcomes] }\n---\n${SOURCE}`,
    ],
    right: [
      `${SUMMIT}status: held\ncitations: [{ source: trend-2025-10-06, supports: [date, place] }]\n---\n${SOURCE}`,
      `${SUMMIT}status: cancelled\ncitations: [{ source: trend-2025-10-06 }]\n---\n${SOURCE}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    const told = new Set<string>();
    for (const report of reportsTooEarly(record, reader)) {
      const finding = told.has(report.source) ? undefined : findingOf(document, reader, report);
      if (!finding) continue;
      told.add(report.source);
      yield finding;
    }
  },
};

/** Something that has happened, of which nothing can tell before its day. */
interface Event {
  readonly date: EdtfDate;
  /** The record and the place in it that have the date. */
  readonly kind: string;
  readonly id: string | undefined;
  readonly path: Path;
}

/** A source that is named for an event. */
interface Report {
  readonly source: string;
  /** Of the source's id in the record. */
  readonly path: Path;
  readonly event: Event;
}

/** The sources that were published before what they are named for: those of the record, of its quotes and of its steps. */
function reportsTooEarly(record: DatasetRecord, reader: Reader): Report[] {
  const event = eventOf(record, reader);
  const reports = event ? reportsOf(event, record, reader) : [];
  return record.kind === 'proposal' ? reports.concat(stepsTooEarly(record, reader)) : reports;
}

function reportsOf(event: Event, record: DatasetRecord, reader: Reader): Report[] {
  const reports: Report[] = [];
  const fields = REPORTING[record.kind]!;
  for (const citation of citationsOf(record)) {
    const { source, path } = citation;
    if (!fields.some((field) => vouchesForProperty(citation, field))) continue;
    if (isTooEarly(source, event.date, reader)) reports.push({ source, path, event });
  }
  for (const [index, quote] of listIn(record.value.quotes).entries()) {
    const source = textIn(mapIn(quote).source);
    if (source === undefined || !isTooEarly(source, event.date, reader)) continue;
    reports.push({ source, path: ['quotes', index, 'source'], event });
  }
  return reports;
}

function stepsTooEarly({ kind, id, value }: DatasetRecord, reader: Reader): Report[] {
  const reports = listIn(value.history).flatMap((step, index) => {
    const { date, source } = mapIn(step);
    const found = textIn(source) === undefined ? undefined : dateIn(date, ['history', index, 'date']);
    if (!found || !isTooEarly(source as string, found.date, reader)) return [];
    return [{ source: source as string, path: ['history', index, 'source'], event: { kind, id, ...found } }];
  });
  // Of a history out of order some date is wrong, which another rule tells.
  return reports.length > 0 && firstMisplaced(stepsIn(value.history)) ? [] : reports;
}

function isTooEarly(source: string, event: EdtfDate, reader: Reader): boolean {
  const view = reader.find('source', source);
  const publication = view && publicationOf(view);
  if (!publication || isReversed(event) || isBefore(publication.date, event) !== 'yes') return false;
  return isBefore(dayInUtc(view.get('published')) ?? publication.date, event) === 'yes';
}

/** What a record tells of: a meeting that was held, a proposal that was made, a document that was adopted or signed. */
function eventOf(record: DatasetRecord, reader: Reader): Event | undefined {
  const { kind, value } = record;
  if (kind === 'summit') return value.status === 'held' ? ownEvent(record, 'date') : undefined;
  if (kind === 'proposal') return ownEvent(record, 'date') ?? meeting(value.date, value.made_at, reader);
  const dates = ['adopted', 'signed'].flatMap((field) => ownEvent(record, field) ?? []);
  const [first] = dates.sort((a, b) => a.date.start.first - b.date.start.first);
  return first ?? meeting(value.adopted ?? value.signed, value.adopted_at, reader);
}

function ownEvent({ kind, id, value }: DatasetRecord, field: string): Event | undefined {
  const found = dateIn(value[field], [field]);
  return found && { kind, id, ...found };
}

/** The meeting at which something was done that has no date of its own. */
function meeting(own: YamlValue | undefined, id: YamlValue | undefined, reader: Reader): Event | undefined {
  const summit = own === undefined && typeof id === 'string' ? reader.find('summit', id) : undefined;
  const held = summit && dateIn(summit.get('date'), ['date']);
  return held && { kind: 'summit', id: summit.id, ...held };
}

function findingOf(document: SourceDocument, reader: Reader, { source: id, path, event }: Report): Finding | undefined {
  const source = reader.find('source', id)!;
  const publication = publicationOf(source)!;
  if (!isUnchangedUntil(source, event.date) || isBefore(reader.today, event.date) === 'yes') return undefined;
  const span = document.spanOf(path);
  if (document.isDoubtful(span)) return undefined;
  const { kind, id: owner } = event;
  const happened = inWords(event.date);
  return {
    span,
    message:
      path[0] === 'citations'
        ? l10n.t(
            'This was published {0}, before what it is named for ({1}): correct one of the dates, or say in `supports` what it foresaw.',
            when(publication.date),
            happened,
          )
        : l10n.t(
            'This was published {0}, before what it is named for ({1}): correct one of the dates.',
            when(publication.date),
            happened,
          ),
    related: [
      { kind: 'source', id, path: publication.path, message: l10n.t('Published: {0}', inWords(publication.date)) },
      ...(owner === undefined ? [] : [{ kind, id: owner, path: event.path, message: l10n.t('Later: {0}', happened) }]),
    ],
  };
}

/** Whether a source has not been changed since either, as far as its record says. */
function isUnchangedUntil(source: RecordView, day: EdtfDate): boolean {
  const updated = source.get('updated');
  if (updated === undefined) return true;
  const date = dayInUtc(updated);
  return date !== undefined && isBefore(date, day) === 'yes';
}

/** The date that a source gives; of an evening so far west that in UTC the next day has begun, that day. */
function dayInUtc(given: YamlValue | undefined): EdtfDate | undefined {
  const { value = given } = mapIn(given);
  const date = parseEdtf(value, true);
  const [, hours = 0, minutes = 0, west = 0, more = 0] = (WEST.exec(String(value)) ?? []).map((part) =>
    Number(part ?? 0),
  );
  const isNextDay = (hours + west) * 60 + minutes + more >= 24 * 60;
  return date && isNextDay ? parseEdtf(dayToIso(date.start.first + 1)) : date;
}
