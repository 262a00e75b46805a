/** The timeline: what each record puts on it, with honest dates, lanes and links. The server adds places and problems. */

import { dayToMilliseconds, type EdtfDate, inWords, type Precision, parseEdtf } from './dates/edtf.ts';
import type { SourceDocument } from './document.ts';
import type { Reader, RecordView } from './reader.ts';
import type { DatasetRecord } from './record.ts';
import type { YamlRecord, YamlValue } from './yaml/tree.ts';

/** What a lane can be made of. */
export type LaneDimension = 'organization' | 'state' | 'person' | 'domain' | 'kind';

/** A date as it can honestly be drawn. Instants are milliseconds since 1970-01-01T00:00Z; `max` is exclusive. */
export interface TimelineDate {
  /** The EDTF text in the record. */
  readonly edtf: string;
  /** The date in words, for tooltips and screen readers: "some time in the second half of 2017". */
  readonly words: string;
  /** First instant it can mean; null when it is open to the past. */
  readonly min: number | null;
  /** First instant after it; null when it is open to the future. */
  readonly max: number | null;
  readonly precision: Precision;
  /** `moment`: some moment within [min, max). `period`: lasted from min to max. */
  readonly shape: 'moment' | 'period';
  /** Which ends are open: it had begun before anyone says when, or goes on; null for neither. */
  readonly open: 'start' | 'end' | 'both' | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A tie to another entry, by key: a proposal to its summit and its target, a chairmanship to the one before. */
export interface TimelineLink {
  readonly to: string;
  readonly type: 'made-at' | 'target' | 'parent' | 'predecessor';
}

/** One step on the way of a proposal: what it became, when, where and by which document. */
export interface TimelineStep {
  /** A status of the proposal, as the schema has it: `announced`, `adopted`. */
  readonly status: string;
  readonly date: TimelineDate;
  /** Key of the entry of the meeting at which it happened. */
  readonly summit?: string;
  /** Key of the entry of the document that says so. */
  readonly document?: string;
}

/** One record on the timeline, or one dated side of it. */
export interface TimelineEntry {
  /** Stable across edits: `<kind>/<id>`, with `#<facet>` where a record gives several (`#target`). */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly date: TimelineDate;
  /** Keys of the lanes that hold the entry, by dimension; the first is the main one. */
  readonly lanes: Partial<Record<LaneDimension, string[]>>;
  /** A band is drawn behind its lane (chairmanships); a mark stands in it. */
  readonly role: 'mark' | 'band';
  readonly status?: string;
  readonly links: readonly TimelineLink[];
  /** Other names of the record, for searching; absent when it has none. */
  readonly aliases?: readonly string[];
  /** A proposal's way from step to step, by time; absent when it has no dated step. */
  readonly story?: readonly TimelineStep[];
}

/** How a lane is called, in full and where there is little room. */
export interface LaneName {
  readonly name: string;
  readonly short?: string;
  /** Other names it can be found by; absent when there are none. */
  readonly aliases?: readonly string[];
}

/** The name of the lane of an organization, a state or a person. */
export function laneName(record: DatasetRecord): LaneName {
  const short = text(record.value.abbreviation) ?? (record.kind === 'state' ? record.id : undefined);
  return { name: record.label, ...(short !== undefined && { short }) };
}

/** What one document puts on the timeline: nothing for records without a date that can be drawn. */
export function timelineEntries(document: SourceDocument, reader: Reader): TimelineEntry[] {
  const record = document.record;
  if (!record?.id) return [];
  const sketch = sketches[record.kind]?.(record, reader);
  if (!sketch) return [];
  const status = text(record.value.status);
  const key = keyOf(record.kind, record.id);
  const common = {
    kind: record.kind,
    id: record.id,
    title: record.label,
    lanes: { ...sketch.lanes, kind: [record.kind] },
    ...(status !== undefined && { status }),
  };
  const entries: TimelineEntry[] = [];
  const targets = sketch.target ? [{ to: `${key}#target`, type: 'target' as const }] : [];
  if (sketch.date) {
    const links = [...(sketch.links ?? []), ...targets];
    entries.push({ ...common, key, date: sketch.date, role: sketch.role ?? 'mark', links });
  }
  if (sketch.target) {
    const links: TimelineLink[] = sketch.date ? [{ to: key, type: 'parent' }] : [];
    entries.push({
      ...common,
      key: `${key}#target`,
      title: `Target: ${record.label}`,
      date: sketch.target,
      role: 'mark',
      links,
    });
  }
  return entries;
}

/** A parsed date as it can be drawn. */
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

/** What a record of one kind gives before it has a key. */
interface Sketch {
  readonly date?: TimelineDate | undefined;
  readonly target?: TimelineDate | undefined;
  readonly lanes: Partial<Record<LaneDimension, string[]>>;
  readonly role?: 'band';
  readonly links?: readonly TimelineLink[];
}

/** How records of each kind are drawn; kinds that are not listed are not drawn. */
const sketches: Readonly<Record<string, (record: DatasetRecord, reader: Reader) => Sketch>> = {
  summit({ value }, reader) {
    const people = list(value.participants).flatMap((entry) => texts(map(entry).person));
    return {
      date: drawn(value.date),
      lanes: {
        organization: organizationOf(text(value.organization), text(value.body), reader),
        state: unique([...texts(value.host), ...list(value.participants).flatMap((entry) => texts(map(entry).state))]),
        person: unique([...texts(map(value.chair).person), ...people]),
        domain: list(value.topics).flatMap(texts),
      },
      links: link('summit', text(value.parent), 'parent'),
    };
  },
  proposal({ value }, reader) {
    const summit = view(reader, 'summit', value.made_at);
    const context = view(reader, 'chairmanship', value.context);
    const target = map(value.target);
    const addressee = map(value.addressed_to);
    const organizations = organizationOf(text(addressee.organization), text(addressee.body), reader);
    const parties = list(value.parties).map(map);
    return {
      date: drawn(value.date) ?? drawn(summit?.get('date')) ?? within(context),
      target: drawn(target.date),
      lanes: {
        organization:
          organizations.length > 0 ? organizations : texts(summit?.get('organization') ?? context?.get('organization')),
        state: unique(parties.flatMap((party) => texts(party.state))),
        person: unique(parties.flatMap((party) => texts(party.person))),
        domain: list(value.domains).flatMap(texts),
      },
      links: [...link('summit', text(value.made_at), 'made-at'), ...link('summit', text(target.summit), 'target')],
    };
  },
  chairmanship({ value }) {
    return {
      date: span(value.from, value.to),
      lanes: { organization: texts(value.organization), state: texts(value.state) },
      role: 'band',
      links: link('chairmanship', text(value.predecessor), 'predecessor'),
    };
  },
  document({ value }, reader) {
    return {
      date:
        drawn(value.adopted) ??
        drawn(value.signed) ??
        drawn(value.in_force) ??
        drawn(view(reader, 'summit', value.adopted_at)?.get('date')),
      lanes: { organization: organizationOf(text(value.organization), text(value.body), reader) },
      links: link('summit', text(value.adopted_at), 'made-at'),
    };
  },
  organization({ value, id }, reader) {
    const founded = map(value.founded);
    return {
      date: asMoment(drawn(founded.signed) ?? drawn(founded.in_force)),
      lanes: { organization: organizationOf(undefined, id, reader), state: texts(map(value.seat).state) },
    };
  },
};

/** The organization an entry belongs to: the one named, else the topmost that its body is a part of. */
function organizationOf(organization: string | undefined, body: string | undefined, reader: Reader): string[] {
  if (organization !== undefined) return [organization];
  let current = body;
  for (let depth = 0; current !== undefined && depth < 10; depth++) {
    const parent = text(reader.find('organization', current)?.get('parent'));
    if (parent === undefined) return [current];
    current = parent;
  }
  return [];
}

/** Some moment of a chairmanship, for what was said in its programme without a date. */
function within(chairmanship: RecordView | undefined): TimelineDate | undefined {
  return asMoment(span(chairmanship?.get('from'), chairmanship?.get('to')));
}

/** A period as the time within which something happened that took no time itself. */
function asMoment(date: TimelineDate | undefined): TimelineDate | undefined {
  if (date?.shape !== 'period') return date;
  return { ...date, shape: 'moment', precision: 'other', words: `some time ${date.words}` };
}

/** A period from two dates of which the second may be missing. */
function span(from: YamlValue | undefined, to: YamlValue | undefined): TimelineDate | undefined {
  const [start, end] = [edtfText(from), edtfText(to)];
  const date = start === undefined ? undefined : parseEdtf(`${start}/${end ?? '..'}`);
  return date && toTimelineDate(date);
}

function drawn(value: YamlValue | undefined): TimelineDate | undefined {
  const date = parseEdtf(edtfText(value), true);
  return date && toTimelineDate(date);
}

/** The EDTF text of a date in its short or its long form. */
function edtfText(value: YamlValue | undefined): string | number | undefined {
  const plain = isMap(value) ? value.value : value;
  return typeof plain === 'string' || typeof plain === 'number' ? plain : undefined;
}

function view(reader: Reader, kind: string, id: YamlValue | undefined): RecordView | undefined {
  return typeof id === 'string' ? reader.find(kind, id) : undefined;
}

function link(kind: string, id: string | undefined, type: TimelineLink['type']): TimelineLink[] {
  return id === undefined ? [] : [{ to: keyOf(kind, id), type }];
}

function keyOf(kind: string, id: string): string {
  return `${kind}/${id}`;
}

function isMap(value: YamlValue | undefined): value is YamlRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function map(value: YamlValue | undefined): YamlRecord {
  return isMap(value) ? value : {};
}

function list(value: YamlValue | undefined): readonly YamlValue[] {
  return Array.isArray(value) ? value : [];
}

function text(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: YamlValue | undefined): string[] {
  const one = text(value);
  return one === undefined ? [] : [one];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
