/** Reports meetings whose host did not belong to the organization that met. */
import * as l10n from '@vscode/l10n';
import type { EdtfDate } from '../dataset/dates/edtf.ts';
import { isReversed } from '../dataset/dates/edtf.ts';
import type { Severity } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn, when } from './support/dates.ts';
import { standingOn } from './support/membership.ts';
import { shortName } from './support/organizations.ts';
import { partyName, rosterThen, standingInWords, toRoster } from './support/standing.ts';

const SUMMIT =
  'kind: summit\nid: ots-summit-2025\nname: Summit of the OTS\norganization: ots\nformat: regular\nstatus: held\ndate: 2025-10-07\nhost: HOST\ncitations: [{ source: example-report }]\n';

/** Standings that are less than a member's, and belong to the organization in some way all the same. */
const CLOSE: readonly string[] = ['observer', 'partner'];
/** All that make a host something less than a member. */
const LESSER: readonly string[] = [...CLOSE, 'candidate'];
/** Formats of meetings that belong in a member's country; others are at home anywhere. */
const FORMAL: readonly unknown[] = ['regular', 'extraordinary', 'jubilee', undefined];

export const hostNotMember: Rule = {
  name: 'host-not-member',
  severity: 'warning',
  title: 'The host did not belong to the organization that met.',
  kinds: ['summit'],
  docs: {
    what: 'The `host` of a meeting was neither a member nor an observer of the organization on that day; for a body that lists members of its own, these count. It is a hint where the host was an observer or a partner, and where the meeting is none of the regular, extraordinary and jubilee ones. Organizations without members on record are left alone.',
    why: 'Members host the meetings of their organization. Another host often is a mistyped code, or the place of a report taken for that of the meeting.',
    fix: 'Correct the host, the date or the format. If a state from outside did host it, say so in `exceptions`.',
  },
  examples: {
    wrong: [
      SUMMIT.replace('HOST', '⟦JPN⟧'),
      SUMMIT.replace('HOST', '⟦HUN⟧').replace('regular', 'informal').replace('2025-10-07', '2025-05-21'),
    ],
    right: [SUMMIT.replace('HOST', 'AZE')],
  },
  *check(document, reader) {
    const { record } = document;
    const host = record?.value.host;
    if (!record || typeof host !== 'string') return;
    const date = dateIn(record.value.date, [])?.date;
    const roster = date && !isReversed(date) && rosterThen(reader, record.value, date);
    const name = partyName(reader, 'state', host);
    if (!roster || name === undefined) return;
    const standings = standingOn(roster, host, date).map(({ status }) => status);
    if (!standings.every((status) => LESSER.includes(status))) return;
    const span = document.spanOf(['host']);
    if (document.isDoubtful(span)) return;
    const isMild = standings.some((status) => CLOSE.includes(status)) || !FORMAL.includes(record.value.format);
    yield {
      span,
      message: messageOf(name, standings[0], shortName(roster.organization), date),
      ...(isMild && { severity: 'hint' satisfies Severity }),
      related: toRoster(roster, host),
    };
  },
};

function messageOf(state: string, standing: string | undefined, organization: string, date: EdtfDate): string {
  const day = when(date);
  return standing === undefined
    ? l10n.t(
        '{0} was neither a member nor an observer of {1} {2}. Check the host and the date.',
        state,
        organization,
        day,
      )
    : l10n.t(
        '{0} was {1} of {2} {3}, and not a member. Check that it was the host.',
        state,
        standingInWords(standing),
        organization,
        day,
      );
}
