/** How a state stood with the organization of a record on the record's day: for a reader who wants to know, not for a rule. */
import { type Answer, type EdtfDate, isReversed, overlaps } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import type { DatasetRecord } from '../../dataset/record.ts';
import type { YamlRecord } from '../../dataset/yaml/tree.ts';
import { dayOf } from './day.ts';
import { boundBeyond } from './existence.ts';
import { entriesOf, isFullMember, type Membership, standingOn } from './membership.ts';
import { lineage } from './organizations.ts';
import { rosterThen } from './standing.ts';
import { mapIn, textIn } from './values.ts';

/** What is known of a state's standing with an organization on a day. */
export interface StandingOf {
  readonly organization: RecordView;
  readonly date: EdtfDate;
  /** Whether it had any standing then. */
  readonly answer: Answer;
  /** The entry that says so; of a state without a standing then, and where none is certain, one that comes near. */
  readonly membership: Membership | undefined;
}

/** Nothing where the record has no day or no organization that existed then. */
export function standingOf(reader: Reader, record: DatasetRecord, state: string): StandingOf | undefined {
  const date = dayOf(record, reader);
  const actor = actorOf(record);
  const id = textIn(actor.organization) ?? textIn(actor.body);
  if (!date || isReversed(date) || id === undefined) return undefined;
  const roster = rosterThen(reader, actor, date);
  if (!roster) {
    const [organization, ...around] = lineage(reader, id);
    if (!organization || boundBeyond([organization, ...around], date)) return undefined;
    return { organization, date, answer: 'unknown', membership: undefined };
  }
  const { organization } = roster;
  const possible = standingOn(roster, state, date);
  const certain = possible.filter(({ period, isDated }) => isDated && overlaps(period, date) === 'yes');
  // On the day of a hand-over two entries hold; who joins is a member.
  if (certain.length > 0) {
    return { organization, date, answer: 'yes', membership: certain.find(isFullMember) ?? certain[0] };
  }
  if (possible.length > 0) return { organization, date, answer: 'unknown', membership: possible[0] };
  return { organization, date, answer: 'no', membership: entriesOf(roster, state).at(-1) };
}

/** The map that names the organization a record is about. */
function actorOf({ kind, value }: DatasetRecord): YamlRecord {
  return kind === 'proposal' ? mapIn(value.addressed_to) : value;
}
