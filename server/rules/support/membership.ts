/** Who belonged to an organization on a day, and as what. */
import { type EdtfDate, isReversed, overlaps } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { edtfIn, periodIn } from './dates.ts';
import { once } from './once.ts';
import { lineage } from './organizations.ts';

/** One entry of an organization's `members`. */
export interface Membership {
  /** The kind of party, `state` or `organization`, and its id. */
  readonly kind: 'state' | 'organization';
  readonly party: string;
  readonly status: string;
  /** From the day it began to the day it ended, both counted in; open where nothing is said. */
  readonly period: EdtfDate;
  /** Whether every date that the entry gives can be read; where not, its period may be open for no good reason. */
  readonly isDated: boolean;
  /** Of the entry in the organization's record. */
  readonly path: Path;
}

/** What an organization's record tells of its members. */
export interface Roster {
  readonly organization: RecordView;
  readonly memberships: readonly Membership[];
  readonly byParty: ReadonlyMap<string, readonly Membership[]>;
}

/**
 * The members of an organization; of a body those of the nearest organization around it that lists any. Nothing where
 * none does: who belonged is then unknown.
 */
export function rosterOf(reader: Reader, organizationId: string): Roster | undefined {
  const view = reader.find('organization', organizationId);
  return view && nearestRoster(view, reader);
}

const nearestRoster = once(({ id }: RecordView, reader: Reader): Roster | undefined => {
  for (const organization of lineage(reader, id)) {
    const memberships = membershipsIn(organization.get('members'));
    if (memberships.length > 0) return { organization, memberships, byParty: byParty(memberships) };
  }
  return undefined;
});

/** The readable entries of a `members` list; those whose dates cannot be right are left out. */
export function membershipsIn(members: YamlValue | undefined): Membership[] {
  if (!Array.isArray(members)) return [];
  return members.flatMap((entry, index) => membershipIn(entry, ['members', index]) ?? []);
}

function membershipIn(entry: YamlValue, path: Path): Membership | undefined {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return undefined;
  const { state, organization, status, from, to } = entry as YamlRecord;
  const kind = typeof state === 'string' ? 'state' : 'organization';
  const party = kind === 'state' ? state : organization;
  if (typeof party !== 'string' || typeof status !== 'string') return undefined;
  const period = periodIn(entry as YamlRecord);
  const isDated = [from, to].every((date) => date === undefined || edtfIn(date) !== undefined);
  return isReversed(period) ? undefined : { kind, party, status, period, isDated, path };
}

/** A party's entries in a roster, whatever their dates. */
export function entriesOf(roster: Roster, party: string): readonly Membership[] {
  return roster.byParty.get(party) ?? [];
}

function byParty(memberships: readonly Membership[]): Roster['byParty'] {
  const entries = new Map<string, Membership[]>();
  for (const membership of memberships) {
    const known = entries.get(membership.party);
    if (known) known.push(membership);
    else entries.set(membership.party, [membership]);
  }
  return entries;
}

/**
 * The entries of a party that may hold on a date. None: it certainly did not belong. The date of a meeting may be a
 * period; an entry that covers a part of it holds.
 */
export function standingOn(roster: Roster, party: string, date: EdtfDate): readonly Membership[] {
  return entriesOf(roster, party).filter(({ period }) => overlaps(period, date) !== 'no');
}

/** Whether a party may have had any standing on a date. */
export function hasStanding(roster: Roster, party: string, date: EdtfDate): boolean {
  return entriesOf(roster, party).some(({ period }) => overlaps(period, date) !== 'no');
}

/** Standings of those who are members in law, whatever part they take. */
const FULL: readonly string[] = ['member', 'suspended', 'frozen'];

/** Whether an entry is that of a member in law. */
export function isFullMember({ status }: Membership): boolean {
  return FULL.includes(status);
}
