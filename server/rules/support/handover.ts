/** When the chair of an organization passes on by its own rule, and which terms contradict that. */
import {
  dayToIso,
  type EdtfDate,
  earliest,
  isBefore,
  isReversed,
  latest,
  overlaps,
  parseEdtf,
} from '../../dataset/dates/edtf.ts';
import type { Overview, Reader, RecordView } from '../../dataset/reader.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { lineage } from './organizations.ts';
import { REGULAR } from './series.ts';
import { type Chair, dateOf, type PlacedDate, placed, termBefore } from './terms.ts';
import { mapIn, textIn } from './values.ts';

/** A regular meeting of heads of state. */
export type Session = { readonly id: string; readonly date: PlacedDate };

/** A beginning that the organization's rule does not allow. */
export interface WrongHandover {
  readonly from: FoundDate;
  /** The organization whose rule it is. */
  readonly organization: RecordView;
  /** The meeting at which the chair passed on, and the state that hosted it; none where the calendar decides. */
  readonly session?: Session;
  readonly host?: string;
  /** The days that the rule allows, the likeliest first. */
  readonly days: readonly string[];
}

const HEADS = 'heads-of-state';
/** A meeting further from the beginning of a term than that many days is another one's. */
const YEAR = 366;
/** Days that have a calendar year of four digits. */
const CALENDAR = { first: -719_528, last: 2_932_896 };

/** For each state the regular meetings of heads of state of an organization that it hosts. */
const sessionsByHost: Overview<readonly Session[]> = {
  name: 'sessions-by-host',
  derive: (organization, reader) => {
    const sessions = new Map<string, Session[]>();
    for (const summit of reader.referrers('summit', 'organization', organization)) {
      if (!isSession(reader, summit) || summit.get('organization') !== organization) continue;
      const host = textIn(summit.get('host')) ?? textIn(mapIn(summit.get('place')).state);
      const date = dateIn(summit.get('date'), ['date']);
      if (host === undefined || !date || isReversed(date.date)) continue;
      const known = sessions.get(host) ?? [];
      sessions.set(host, known);
      known.push({ id: summit.id, date: placed(date) });
    }
    for (const list of sessions.values()) list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return sessions;
  },
};

/** The organization that decides something of a chair: the one that is chaired, or what it is a body of. */
export function governing(reader: Reader, organization: string, property: string): RecordView | undefined {
  for (const view of lineage(reader, organization)) {
    if (view.get(property) !== undefined) return view;
    // Centres, assemblies and the like choose their heads themselves.
    if (view.get('type') !== 'body') return undefined;
  }
  return undefined;
}

/** Whether a meeting, by its status, did not take place as planned. */
export function isCalledOff(status: YamlValue | undefined): boolean {
  return status === 'postponed' || status === 'cancelled';
}

/** How the beginning of a term certainly contradicts the rule by which the chair passes on. */
export function wrongHandover(reader: Reader, chair: Chair): WrongHandover | undefined {
  const organization = textIn(chair.get('organization'));
  const from = dateIn(chair.get('from'), ['from']);
  const ruling = organization === undefined ? undefined : governing(reader, organization, 'handover');
  if (!from || isReversed(from.date) || !ruling) return undefined;
  switch (ruling.get('handover')) {
    case 'host-is-incoming':
      return afterOwnSession(reader, chair, from, ruling);
    case 'host-is-outgoing':
      return afterLastSession(reader, chair, from, ruling);
    case 'calendar-year':
      return afterNewYear(from, ruling);
    default:
      return undefined;
  }
}

/** The state in the chair hosted the meeting at which it took over. */
function afterOwnSession(reader: Reader, chair: Chair, from: FoundDate, organization: RecordView) {
  const host = textIn(chair.get('state'));
  if (host === undefined || isDecidedOnDay(reader, chair, from.date)) return undefined;
  const session = mismatched(from.date, reader.overview(sessionsByHost, organization.id, host) ?? []);
  return session && { from, organization, session, host, days: lastDayOf(session) };
}

/** The state that was in the chair before hosted the meeting, on that day or before the 1 January that follows. */
function afterLastSession(reader: Reader, chair: Chair, from: FoundDate, organization: RecordView) {
  const before = termBefore(reader, chair);
  const begun = before && dateOf(before.from);
  if (!begun || before.state === null || isDecidedOnDay(reader, chair, from.date)) return undefined;
  const hosted = reader.overview(sessionsByHost, organization.id, before.state) ?? [];
  const session = mismatched(
    from.date,
    hosted.filter(({ date }) => isBefore(begun, dateOf(date)!) === 'yes'),
  );
  const newYear = session && newYearAfter(dateOf(session.date)!);
  if (!newYear || overlaps(from.date, parseEdtf(newYear)!) !== 'no') return undefined;
  return { from, organization, session, host: before.state, days: [...lastDayOf(session), newYear] };
}

function afterNewYear(from: FoundDate, organization: RecordView): WrongHandover | undefined {
  const [first, last] = [earliest(from.date.start), latest(from.date.end)];
  if (first < CALENDAR.first || last > CALENDAR.last) return undefined;
  const [beginning, end] = [dayToIso(first), dayToIso(last)];
  if (beginning.endsWith('-01-01') || beginning.slice(0, 4) !== end.slice(0, 4)) return undefined;
  const year = Number(beginning.slice(0, 4));
  const nearest = Number(beginning.slice(5, 7)) > 6 ? year + 1 : year;
  const newYear = newYearOf(nearest);
  return newYear === undefined ? undefined : { from, organization, days: [newYear] };
}

/** The meeting next to a day, where the day certainly falls into none of them. */
function mismatched(from: EdtfDate, sessions: readonly Session[]): Session | undefined {
  const dated = sessions.map((session) => ({ session, date: dateOf(session.date)! }));
  if (dated.some(({ date }) => overlaps(from, date) !== 'no')) return undefined;
  const near = dated.map(({ session, date }) => ({ session, distance: distanceTo(from, date) }));
  near.sort((a, b) => a.distance - b.distance);
  return near[0] && near[0].distance <= YEAR ? near[0].session : undefined;
}

/**
 * How far a meeting is from the beginning of a term, in days. Before a meeting that is still ahead the chair may have
 * passed on at another one, so that the earliest beginning counts.
 */
function distanceTo(from: EdtfDate, session: EdtfDate): number {
  return isBefore(session, from) === 'yes'
    ? earliest(from.start) - latest(session.end)
    : latest(session.start) - earliest(from.start);
}

/** Whether the chair passed on at a meeting that the record itself names, as ministers sometimes decide. */
function isDecidedOnDay(reader: Reader, chair: Chair, from: EdtfDate): boolean {
  const id = textIn(mapIn(chair.get('decided')).summit);
  const meeting = id === undefined ? undefined : reader.find('summit', id);
  if (!meeting || (meeting.get('format') ?? REGULAR) !== REGULAR) return false;
  const held = dateIn(meeting.get('date'), ['date']);
  return held !== undefined && overlaps(from, held.date) !== 'no';
}

/** Asks first what rules most meetings out: an organization may have thousands. */
function isSession(reader: Reader, summit: RecordView): boolean {
  const level = summit.get('level');
  if (level !== HEADS && level !== undefined) return false;
  if (summit.get('format') !== REGULAR || isCalledOff(summit.get('status'))) return false;
  const body = textIn(summit.get('body'));
  return ((body !== undefined && reader.find('organization', body)?.get('level')) || level) === HEADS;
}

/** The chair passes on when the meeting closes. */
function lastDayOf({ date }: Session): string[] {
  const { end } = dateOf(date)!;
  return Number.isFinite(end.last) ? [end.text] : [];
}

function newYearAfter({ end }: EdtfDate): string | undefined {
  if (end.last > CALENDAR.last || end.last < CALENDAR.first) return undefined;
  return newYearOf(Number(dayToIso(end.last).slice(0, 4)) + 1);
}

/** The first day of a year; nothing where that takes five digits. */
function newYearOf(year: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-01-01`;
  return parseEdtf(text)?.text;
}
