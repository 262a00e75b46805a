/** Reports sources that were published before what they are cited for took place. */

import { type EdtfDate, inWords, isBefore, isReversed, parseEdtf } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Path, YamlValue } from '../dataset/yaml/tree.ts';
import { dateIn, when } from './support/dates.ts';
import { citationsOf, publicationOf, vouchesFor } from './support/evidence.ts';
import { firstMisplaced, stepsIn } from './support/history.ts';
import { listIn, mapIn, textIn } from './support/values.ts';

const SOURCE = 'kind: source\nid: trend-2025-10-06\npublisher: Trend\npublished: 2025-10-06T15:12+04:00\n';
const SUMMIT =
  'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\ndate: 2025-10-07\nplace: { city: Gabala, state: AZE }\n';

export const sourceBeforeEvent: Rule = {
  name: 'source-before-event',
  severity: 'warning',
  title: 'A source is older than what it is cited for.',
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
    for (const { source, path, event } of reportsIn(record, reader)) {
      const finding = told.has(source) ? undefined : findingOf(document, reader, source, path, event);
      if (!finding) continue;
      told.add(source);
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
  readonly path: Path;
  readonly event: Event;
}

/** The fields of each kind that tell of what has happened; what the others have may be known before. */
const REPORTING: Readonly<Record<string, readonly string[]>> = {
  summit: ['status', 'participants', 'outcomes', 'quotes'],
  proposal: ['status', 'date', 'made_at', 'quotes'],
  document: ['adopted', 'adopted_at', 'signed'],
};

function* reportsIn(record: DatasetRecord, reader: Reader): Generator<Report> {
  const fields = REPORTING[record.kind];
  const event = fields && eventOf(record, reader);
  for (const citation of fields && event ? citationsOf(record) : []) {
    const isReport = fields!.some((field) => vouchesFor(citation, [field]));
    if (isReport) yield { source: citation.source, path: citation.path, event: event! };
  }
  for (const [index, quote] of listIn(event && record.value.quotes).entries()) {
    const source = textIn(mapIn(quote).source);
    if (source) yield { source, path: ['quotes', index, 'source'], event: event! };
  }
  yield* datedSteps(record);
}

function* datedSteps({ kind, id, value }: DatasetRecord): Generator<Report> {
  // Of a history out of order some date is wrong, which another rule tells.
  if (kind !== 'proposal' || firstMisplaced(stepsIn(value.history))) return;
  for (const [index, step] of listIn(value.history).entries()) {
    const found = dateIn(mapIn(step).date, ['history', index, 'date']);
    const source = textIn(mapIn(step).source);
    if (found && source) yield { source, path: ['history', index, 'source'], event: { kind, id, ...found } };
  }
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

function findingOf(
  document: SourceDocument,
  reader: Reader,
  id: string,
  path: Path,
  event: Event,
): Finding | undefined {
  const source = reader.find('source', id);
  const publication = source && publicationOf(source);
  if (!publication || isReversed(event.date) || isBefore(publication.date, event.date) !== 'yes') return undefined;
  if (!isUnchangedUntil(source, event.date) || isBefore(reader.today, event.date) === 'yes') return undefined;
  const span = document.spanOf(path);
  if (document.isDoubtful(span)) return undefined;
  const { kind, id: owner } = event;
  const happened = inWords(event.date);
  const advice = path[0] === 'citations' ? ', or say in `supports` what it foresaw' : '';
  return {
    span,
    message: `This was published ${when(publication.date)}, before what it is named for (${happened}): correct one of the dates${advice}.`,
    related: [
      { kind: 'source', id, path: publication.path, message: `Published: ${inWords(publication.date)}` },
      ...(owner === undefined ? [] : [{ kind, id: owner, path: event.path, message: `Later: ${happened}` }]),
    ],
  };
}

/** Whether a source has not been changed since either, as far as its record says. */
function isUnchangedUntil(source: RecordView, day: EdtfDate): boolean {
  const updated = source.get('updated');
  if (updated === undefined) return true;
  const { value } = mapIn(updated);
  const date = parseEdtf(value === undefined ? updated : value, true);
  return date !== undefined && isBefore(date, day) === 'yes';
}
