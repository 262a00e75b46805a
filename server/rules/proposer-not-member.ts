/** Reports proposals of states that did not belong to the organization they address. */
import * as l10n from '@vscode/l10n';
import type { Rule } from '../dataset/rule.ts';
import { when } from './support/dates.ts';
import { shortName } from './support/organizations.ts';
import { outsidersIn } from './support/proposers.ts';
import { partyName, toRoster } from './support/standing.ts';

const PROPOSAL =
  'kind: proposal\nid: tkm-ots-transport-corridor-2020\ntitle: Transport corridor across the Caspian Sea\ntype: adopt-programme\nparties:\n  - { state: ⟦TKM⟧, role: proposer }\naddressed_to: { organization: ots }\ndate: 2020-04-10\ndomains: [transport-logistics]\nstatus: proposed\ncitations: [{ source: example-report }]\n';

export const proposerNotMember: Rule = {
  name: 'proposer-not-member',
  severity: 'warning',
  title: 'A proposing state did not belong to the organization it addresses.',
  kinds: ['proposal'],
  docs: {
    what: 'A state is the `proposer` or a `co-sponsor` of a proposal to an organization in which it had no standing at all on that day: it was not a member, an observer or a partner. The day is the date of the proposal, else that of the meeting at which it was made, else that of the first step of its history. Organizations without members on record are left alone.',
    why: 'States propose where they sit at the table. Otherwise the state, the date or the addressee is often wrong, or the state merely supports what another one proposed.',
    fix: 'Correct the state, its role, the date or the addressee. If it did propose from outside, say so in `exceptions`.',
  },
  examples: {
    wrong: [PROPOSAL],
    right: [
      PROPOSAL.replace('⟦TKM⟧', 'TKM').replace('2020-04-10', '2021-11-12'),
      PROPOSAL.replace('⟦TKM⟧, role: proposer', 'TKM, role: supporter'),
    ],
  },
  *check(document, reader) {
    const { record } = document;
    const outsiders = record ? outsidersIn(reader, record.value) : undefined;
    if (!outsiders) return;
    const { proposers, roster, date } = outsiders;
    for (const { state, path } of proposers) {
      const name = partyName(reader, 'state', state);
      const span = document.spanOf(path);
      if (name === undefined || document.isDoubtful(span)) continue;
      yield {
        span,
        message: l10n.t(
          '{0} was neither a member nor an observer of {1} {2}. Check the state, the date and the addressee.',
          name,
          shortName(roster.organization),
          when(date),
        ),
        related: toRoster(roster, state),
      };
    }
  },
};
