/** Whose members count where an organization meets or is addressed, and what a member's standing is called. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, inWords, isBefore, overlaps } from '../../dataset/dates/edtf.ts';
import type { Related } from '../../dataset/problem.ts';
import type { Reader } from '../../dataset/reader.ts';
import type { YamlRecord } from '../../dataset/yaml/tree.ts';
import { boundBeyond } from './existence.ts';
import { entriesOf, type Membership, type Roster, rosterOf } from './membership.ts';
import { isSuccession, lineage, shortName } from './organizations.ts';

/**
 * The members of the `body` in a map, else of its `organization`, where they say something of that day. Nothing where
 * one of the two is unknown, the body belongs elsewhere or the organization did not exist: other rules speak of that.
 * Nor where nobody was a member then, for such a list does not reach back so far, or is one of guests only.
 */
export function rosterThen(reader: Reader, actor: YamlRecord, date: EdtfDate): Roster | undefined {
  const id = actingId(reader, actor);
  if (id === undefined || boundBeyond(lineage(reader, id), date)) return undefined;
  const roster = rosterOf(reader, id);
  const reaches = roster?.memberships.some(
    ({ status, period }) => status === 'member' && overlaps(period, date) !== 'no',
  );
  return reaches ? roster : undefined;
}

function actingId(reader: Reader, { organization, body }: YamlRecord): string | undefined {
  if (typeof organization !== 'string' || typeof body !== 'string')
    return typeof organization === 'string' ? organization : undefined;
  const line = lineage(reader, body);
  if (line.some(({ id }) => id === organization)) return body;
  const [top, whole] = [line.at(-1), reader.find('organization', organization)];
  return top && whole && isSuccession(reader, top, whole) ? organization : undefined;
}

/** When a membership began, as a date of its own. */
export function beginningOf({ period }: Membership): EdtfDate {
  return { ...period, shape: 'moment', end: period.start };
}

/** When a membership ended, as a date of its own. */
export function endOf({ period }: Membership): EdtfDate {
  return { ...period, shape: 'moment', start: period.end };
}

/**
 * Whether a membership holds on a date beyond doubt: from before it until after it. On the day of a hand-over a party
 * may be seen as either.
 */
export function isSettledOn(membership: Membership, date: EdtfDate): boolean {
  const { isDated } = membership;
  return isDated && isBefore(beginningOf(membership), date) === 'yes' && isBefore(date, endOf(membership)) === 'yes';
}

/** Standings of which none lets a party sit as a member. */
const LESSER: readonly string[] = ['observer', 'partner'];

/** Whether a party that has these standings on a day had joined as a member only later, or had ceased to be one. */
export function isMemberAtAnotherTime(roster: Roster, party: string, standings: readonly Membership[]): boolean {
  const isMember = ({ status }: Membership) => status === 'member';
  return standings.every(({ status }) => LESSER.includes(status)) && entriesOf(roster, party).some(isMember);
}

/** What a party with each standing is called. */
const STANDINGS: Readonly<Record<string, () => string>> = {
  member: () => l10n.t('a member'),
  observer: () => l10n.t('an observer'),
  associate: () => l10n.t('an associate member'),
  partner: () => l10n.t('a partner'),
  suspended: () => l10n.t('a suspended member'),
  frozen: () => l10n.t('a member that takes no part'),
  candidate: () => l10n.t('a candidate'),
};

/** "an observer" for `observer`. */
export function standingInWords(status: string): string {
  return STANDINGS[status]?.() ?? `\`${status}\``;
}

/** What a message calls a state or organization; nothing where no record has that id, which another rule tells. */
export function partyName(reader: Reader, kind: 'state' | 'organization', id: string): string | undefined {
  const party = reader.find(kind, id);
  return party && (kind === 'state' ? party.label : shortName(party));
}

/** Leads to what an organization's record tells of a party: its entries, else the list as a whole. */
export function toRoster(roster: Roster, party: string): Related[] {
  const { kind, id } = roster.organization;
  const entries = entriesOf(roster, party).map(({ status, period, path }) => {
    const since = period.text === '../..' ? '' : ` ${inWords(period)}`;
    return { kind, id, path, message: `\`${party}\`: ${standingInWords(status)}${since}` };
  });
  return entries.length > 0
    ? entries
    : [{ kind, id, path: ['members'], message: l10n.t('Who belongs to {0}', shortName(roster.organization)) }];
}
