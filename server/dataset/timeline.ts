/** The timeline: what each record puts on it, with honest dates, lanes and links. The server adds places and problems. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from './document.ts';
import type { Reader } from './reader.ts';
import type { DatasetRecord } from './record.ts';
import type { LaneName, Lookup, TimelineEntry, TimelineLink } from './timeline/entry.ts';
import { targetKey } from './timeline/keys.ts';
import { sketches } from './timeline/sketches.ts';
import { keyOf, text, unique } from './timeline/values.ts';

export type {
  KnownRecord,
  LaneDimension,
  LaneName,
  Lookup,
  TieType,
  TimelineDate,
  TimelineEntry,
  TimelineLink,
  TimelineStep,
} from './timeline/entry.ts';

/** The name of the lane of an organization, a state or a person. */
export function laneName(record: DatasetRecord): LaneName {
  const short = text(record.value.abbreviation) ?? (record.kind === 'state' ? record.id : undefined);
  const aliases = otherNames(record, record.label, short);
  return {
    name: record.label,
    ...(short !== undefined && { short }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** What one document puts on the timeline: nothing for records without a date that can be drawn. */
export function timelineEntries(document: SourceDocument, reader: Reader): TimelineEntry[] {
  return document.record ? entriesOf(document.record, reader) : [];
}

/** What one record puts on the timeline. */
export function entriesOf(record: DatasetRecord, others: Lookup): TimelineEntry[] {
  if (!record.id) return [];
  const sketch = sketches[record.kind]?.(record, others);
  if (!sketch) return [];
  const { date, target, lanes, role = 'mark', links, story = [] } = sketch;
  const status = text(record.value.status);
  const key = keyOf(record.kind, record.id);
  const title = sketch.title ?? record.label;
  const aliases = otherNames(record, title);
  const common = {
    kind: record.kind,
    id: record.id,
    title,
    lanes: { ...lanes, kind: [record.kind] },
    ...(status !== undefined && { status }),
    ...(aliases.length > 0 && { aliases }),
  };
  const entries: TimelineEntry[] = [];
  const aim = targetKey(key);
  if (date) {
    const targets: TimelineLink[] = target ? [{ to: aim, type: 'target' }] : [];
    const ties = eachOnce([...links, ...targets], key);
    entries.push({ ...common, key, date, role, links: ties, ...(story.length > 0 && { story }) });
  }
  if (target) {
    const ties: TimelineLink[] = date ? [{ to: key, type: 'parent' }] : [];
    entries.push({ ...common, key: aim, title: l10n.t('Target: {0}', title), date: target, role: 'mark', links: ties });
  }
  return entries;
}

/** Everything a record goes by beyond the names that are shown anyway. */
function otherNames({ names }: DatasetRecord, ...shown: (string | undefined)[]): string[] {
  return unique(names).filter((name) => !shown.includes(name));
}

/** The first tie to each entry, none to the entry itself. */
function eachOnce(links: readonly TimelineLink[], self: string): TimelineLink[] {
  const first = new Map<string, TimelineLink>();
  for (const link of links) if (link.to !== self && !first.has(link.to)) first.set(link.to, link);
  return [...first.values()];
}
