/** Reports participants whose role is not what they were in the organization on that day. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, isReversed } from '../dataset/dates/edtf.ts';
import type { Rule } from '../dataset/rule.ts';
import { edtfIn, when } from './support/dates.ts';
import { type Membership, standingOn } from './support/membership.ts';
import { shortName } from './support/organizations.ts';
import { changeRole, partiesIn } from './support/participants.ts';
import {
  isMemberAtAnotherTime,
  isSettledOn,
  partyName,
  rosterThen,
  standingInWords,
  toRoster,
} from './support/standing.ts';
import { sentence } from './support/words.ts';

const SUMMIT =
  'kind: summit\nid: ots-summit-2025-gabala\nname: 12th Summit of the OTS\norganization: ots\nbody: ots-chs\nstatus: held\ndate: 2025-10-07\n';
const REST = 'citations: [{ source: example-report }]\n';

/**
 * The roles that go with each standing, the proper one first; whoever has another standing may sit there as anything.
 * Reports call observers and partners guests as well.
 */
const ROLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['member', ['member']],
  ['observer', ['observer', 'guest']],
  ['partner', ['partner', 'guest']],
]);
/** Roles that say something of a standing; the staff may come from anywhere. */
const TELLING: readonly unknown[] = ['member', 'observer', 'partner', 'guest'];

export const participantRole: Rule = {
  name: 'participant-role',
  severity: 'error',
  title: 'A participant’s role contradicts its standing on that day.',
  kinds: ['summit'],
  docs: {
    what: 'A participant belonged to the organization on the day of the meeting, and its `role` is another than its standing there: an observer listed as a member, a member as an observer or a guest, a partner as an observer. Members that are suspended or frozen, and associate members, may have any role; on the day on which a standing changes both the old and the new one will do. Who is listed as a member before joining or after leaving is told by `participant-not-member`.',
    why: 'Members decide and observers listen. A wrong role gives a state a vote that it did not have, or takes one away.',
    fix: 'Take the role that fits the standing. Where the standing is wrong, correct it in the organization’s record.',
  },
  examples: {
    wrong: [`${SUMMIT}participants:\n  - { state: KAZ, role: member }\n  - { state: TKM, role: ⟦member⟧ }\n${REST}`],
    right: [
      `${SUMMIT}participants:\n  - { state: KAZ, role: member }\n  - { state: TKM, role: observer }\n${REST}`,
      `${SUMMIT}participants:\n  - { state: HUN, role: guest }\n  - { organization: eco, role: observer }\n${REST}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    const date = record ? edtfIn(record.value.date) : undefined;
    const roster = record && date && !isReversed(date) && rosterThen(reader, record.value, date);
    if (!roster) return;
    for (const { kind, id, role, path } of partiesIn(record.value.participants)) {
      const belonging = standingOn(roster, id, date).filter(({ status }) => status !== 'candidate');
      if (role === 'member' && isMemberAtAnotherTime(roster, id, belonging)) continue;
      const standing = contradicted(role, belonging, date);
      if (standing === undefined) continue;
      const name = partyName(reader, kind, id);
      const at = [...path, 'role'];
      const span = document.spanOf(at);
      if (name === undefined || document.isDoubtful(span)) continue;
      const proper = ROLES.get(standing)![0]!;
      yield {
        span,
        message: l10n.t(
          '{0} was {1} of {2} {3}: write `{4}`.',
          sentence(name),
          standingInWords(standing),
          shortName(roster.organization),
          when(date),
          proper,
        ),
        related: toRoster(roster, id),
        fixes: () => changeRole(document, path, proper),
      };
    }
  },
};

/** The standing that a role certainly contradicts; nothing where some standing that may hold allows for it. */
function contradicted(role: unknown, memberships: readonly Membership[], date: EdtfDate): string | undefined {
  const allows = ({ status }: Membership) => ROLES.get(status)?.includes(role as string) ?? true;
  if (!TELLING.includes(role) || memberships.some(allows)) return undefined;
  // Who may just not have belonged yet, or no more, was no member either, but may well have been a guest.
  const certain = role === 'member' ? memberships : memberships.filter((membership) => isSettledOn(membership, date));
  return certain[0]?.status;
}
