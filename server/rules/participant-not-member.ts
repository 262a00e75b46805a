/** Reports participants listed as members before they joined, or after they left. */
import * as l10n from '@vscode/l10n';
import { isReversed } from '../dataset/dates/edtf.ts';
import type { Rule } from '../dataset/rule.ts';
import { edtfIn, when } from './support/dates.ts';
import { standingOn } from './support/membership.ts';
import { lineage, shortName } from './support/organizations.ts';
import { changeRole, partiesIn } from './support/participants.ts';
import { isMemberAtAnotherTime, partyName, rosterThen, standingInWords, toRoster } from './support/standing.ts';
import { sentence } from './support/words.ts';

const SESSION =
  'kind: summit\nid: csto-csc-2013-sochi\nname: Session of the Collective Security Council\norganization: csto\nbody: csto-csc\nstatus: held\ndate: 2013-09-23\n';
const REST = 'citations: [{ source: example-report }]\n';

export const participantNotMember: Rule = {
  name: 'participant-not-member',
  severity: 'error',
  title: 'A participant is listed as a member of what it did not belong to.',
  kinds: ['summit'],
  docs: {
    what: 'A participant has `role: member` although it certainly did not belong to the organization on that day: it had not joined yet, had left, or never was in it. That it sat there as an observer or partner before or afterwards makes no difference. For a body that lists members of its own, these count. Days on which a membership begins or ends count as part of it.',
    why: 'Either the participant is another one, or it came as a guest, or the date is wrong. Left alone, it makes the state a member in every list that is drawn from the meetings.',
    fix: 'Correct the participant, its role or the date. Where the organization’s record lacks a membership, add it there.',
  },
  examples: {
    wrong: [`${SESSION}participants:\n  - { state: RUS, role: member }\n  - { state: ⟦UZB⟧, role: member }\n${REST}`],
    right: [
      `${SESSION}participants:\n  - { state: RUS, role: member }\n  - { state: UZB, role: guest }\n${REST}`,
      `${SESSION.replace('2013-09-23', '2012-12-19')}participants: [{ state: UZB, role: member }]\n${REST}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    const date = record ? edtfIn(record.value.date) : undefined;
    const roster = record && date && !isReversed(date) && rosterThen(reader, record.value, date);
    if (!roster) return;
    for (const { kind, id, role, path } of partiesIn(record.value.participants)) {
      const standings = standingOn(roster, id, date).filter(({ status }) => status !== 'candidate');
      if (role !== 'member' || (standings.length > 0 && !isMemberAtAnotherTime(roster, id, standings))) continue;
      const name = partyName(reader, kind, id);
      const span = document.spanOf([...path, kind]);
      if (name === undefined || document.isDoubtful(span)) continue;
      // An organization at its own table has a wrong role at most.
      if (kind === 'organization' && lineage(reader, id).some((view) => view.id === roster.organization.id)) continue;
      const [standing] = standings;
      const advice = standing
        ? l10n.t('It was {0}: write `{1}`, or check the date.', standingInWords(standing.status), standing.status)
        : l10n.t('Check the participant, its role and the date.');
      yield {
        span,
        message: `${l10n.t('{0} was not a member of {1} {2}.', sentence(name), shortName(roster.organization), when(date))} ${advice}`,
        related: toRoster(roster, id),
        fixes: () => (standing ? changeRole(document, path, standing.status) : []),
      };
    }
  },
};
