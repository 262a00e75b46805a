/** Reports states in the chair of an organization of which they were no full members. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, isReversed, overlaps } from '../dataset/dates/edtf.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn, when } from './support/dates.ts';
import { entriesOf, isFullMember, type Membership, type Roster } from './support/membership.ts';
import { shortName } from './support/organizations.ts';
import { rosterThen, standingInWords, toRoster } from './support/standing.ts';
import { chairIn, stateName } from './support/terms.ts';

const CHAIR =
  'kind: chairmanship\nid: ots-chair-2025\norganization: ots\nstate: STATE\nfrom: 2025-10-07\ncitations: [{ source: example-report }]\n';

export const chairNotMember: Rule = {
  name: 'chair-not-member',
  severity: 'error',
  title: 'The state in the chair was not a full member.',
  kinds: ['chairmanship'],
  docs: {
    what: 'A term in the chair of a state that certainly was no full member of the organization when the term began, or no more when it ended. Members whose rights are suspended, or who take no part, are members. Where the members of the organization are not recorded, nothing is reported.',
    why: 'Only a full member takes the chair. Either the state is another one, or a date is wrong.',
    fix: 'Correct the state or the dates of the term, or the members of the organization.',
  },
  examples: {
    wrong: [CHAIR.replace('STATE', '⟦TKM⟧'), CHAIR.replace('STATE', '⟦JPN⟧')],
    right: [CHAIR.replace('STATE', 'AZE')],
  },
  *check(document, reader) {
    const chair = chairIn(document);
    const state = chair?.get('state');
    const name = stateName(reader, state);
    if (!chair || typeof state !== 'string' || name === undefined) return;
    for (const field of ['from', 'to']) {
      const day = dateIn(chair.get(field), [field])?.date;
      const roster =
        day && !isReversed(day) && rosterThen(reader, { organization: chair.get('organization') ?? null }, day);
      if (!roster || entriesOn(roster, state, day).some(isFullMember)) continue;
      const span = document.spanOf(['state']);
      if (document.isDoubtful(span)) return;
      yield { span, message: messageOf(name, roster, state, day), related: toRoster(roster, state) };
      return;
    }
  },
};

function messageOf(name: string, roster: Roster, state: string, day: EdtfDate): string {
  const [entry] = entriesOn(roster, state, day);
  const organization = shortName(roster.organization);
  return entry
    ? l10n.t(
        '{0} was {1} of {2}, not a full member, {3}, and so could not be in the chair: correct the state or the dates.',
        name,
        standingInWords(entry.status),
        organization,
        when(day),
      )
    : l10n.t(
        '{0} was not a member of {1} {2}, and so could not be in the chair: correct the state or the dates.',
        name,
        organization,
        when(day),
      );
}

function entriesOn(roster: Roster, state: string, day: EdtfDate): Membership[] {
  return entriesOf(roster, state).filter(({ kind, period }) => kind === 'state' && overlaps(period, day) !== 'no');
}
