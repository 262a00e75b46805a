/** Who puts a proposal forward, when, and whether they belong to the organization that it is addressed to. */
import { type EdtfDate, isReversed, isWithin } from '../../dataset/dates/edtf.ts';
import type { Reader } from '../../dataset/reader.ts';
import type { Path, YamlRecord, YamlValue } from '../../dataset/yaml/tree.ts';
import { edtfIn } from './dates.ts';
import { hasStanding, type Roster } from './membership.ts';
import { rosterThen } from './standing.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** A state that puts a proposal forward, alone or by a person who speaks for it. */
export interface Proposer {
  readonly state: string;
  readonly person: string | undefined;
  /** Of the state. */
  readonly path: Path;
}

/** Roles of those whose proposal it is; a party without a role puts it forward, too. */
const PROPOSING: readonly unknown[] = ['proposer', 'co-sponsor', undefined];
/** Statuses that a proposal has from the day on which it was made. */
const MADE: readonly unknown[] = ['proposed', 'announced'];

/** The states that put a proposal forward, whatever others do about it. */
export function proposersIn({ parties }: YamlRecord): Proposer[] {
  return listIn(parties).flatMap((entry, index) => {
    const { state, person, role } = mapIn(entry);
    if (typeof state !== 'string' || !PROPOSING.includes(role)) return [];
    return [{ state, person: textIn(person), path: ['parties', index, 'state'] }];
  });
}

/** When a proposal was made: its own date, else that of its meeting, else that of the step with which it began. */
export function madeOn(reader: Reader, { date, made_at, history }: YamlRecord): EdtfDate | undefined {
  const held = typeof made_at === 'string' ? edtfIn(reader.find('summit', made_at)?.get('date')) : undefined;
  const own = edtfIn(date);
  // Of a date outside its meeting another rule speaks, and there is no telling which of the two is right.
  if (own && held && isWithin(own, held) === 'no') return undefined;
  const made = own ?? held ?? begun(history);
  return made && !isReversed(made) ? made : undefined;
}

function begun(history: YamlValue | undefined): EdtfDate | undefined {
  return edtfIn(mapIn(listIn(history).find((step) => MADE.includes(mapIn(step).status))).date);
}

/** The proposers, one or more, that certainly had no standing at all with the addressee on the day. */
export interface Outsiders {
  readonly proposers: readonly Proposer[];
  readonly roster: Roster;
  readonly date: EdtfDate;
}

export function outsidersIn(reader: Reader, proposal: YamlRecord): Outsiders | undefined {
  const date = madeOn(reader, proposal);
  const roster = date && rosterThen(reader, mapIn(proposal.addressed_to), date);
  if (!roster) return undefined;
  const proposers = proposersIn(proposal).filter(({ state }) => !hasStanding(roster, state, date));
  return proposers.length > 0 ? { proposers, roster, date } : undefined;
}
