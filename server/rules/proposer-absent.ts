/** Reports proposals of states that did not take part in the meeting they were made at. */
import * as l10n from '@vscode/l10n';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { attendance } from './support/participants.ts';
import { outsidersIn, type Proposer, proposersIn } from './support/proposers.ts';
import { partyName } from './support/standing.ts';
import { listIn, mapIn } from './support/values.ts';

const MEETING =
  'kind: summit\nid: csto-csc-2024-astana\nname: Session of the Collective Security Council\norganization: csto\nstatus: held\ndate: 2024-11-28\nparticipants:\n  - { state: KAZ, role: member }\n  - { state: ARM, role: member, capacity: absent }\ncitations: [{ source: example-report }]\n';
const PROPOSAL =
  '---\nkind: proposal\nid: arm-csto-border-monitoring-2024\ntitle: Monitoring of the border\ntype: intensify-activity\nparties:\n  - { state: ⟦ARM⟧, role: proposer }\naddressed_to: { organization: csto }\nmade_at: csto-csc-2024-astana\ndate: 2024-11-28\ndomains: [conflict-settlement]\nstatus: proposed\ncitations: [{ source: example-report }]\n';

export const proposerAbsent: Rule = {
  name: 'proposer-absent',
  severity: 'warning',
  title: 'A proposing state is not among the participants of the meeting.',
  kinds: ['proposal'],
  docs: {
    what: 'A state is the `proposer` or a `co-sponsor` of a proposal made at a meeting whose participants are listed, and it is not one of them, or listed as absent. The host and the chair of the meeting count as present, and so does the state for which a listed person holds an office. Lists with an entry that leaves open whom it stands for are left alone.',
    why: 'Who was not there did not propose there. Either the meeting is another one, or its list of participants lacks the proposer.',
    fix: 'Correct `made_at` or the state, or add the state to the participants.',
  },
  examples: {
    wrong: [MEETING + PROPOSAL],
    right: [
      MEETING + PROPOSAL.replace('⟦ARM⟧', 'KAZ').replace('arm-', 'kaz-'),
      MEETING + PROPOSAL.replace('⟦ARM⟧, role: proposer', 'ARM, role: supporter'),
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record || typeof record.value.made_at !== 'string') return;
    const absentees = absentIn(reader, record.value, record.value.made_at);
    if (absentees.length === 0) return;
    const outsiders = outsidersIn(reader, record.value)?.proposers.map(({ state }) => state) ?? [];
    for (const { state, path, isListed } of absentees) {
      const name = partyName(reader, 'state', state);
      const span = document.spanOf(path);
      if (name === undefined || outsiders.includes(state) || document.isDoubtful(span)) continue;
      yield {
        span,
        message: isListed
          ? l10n.t(
              '{0} is listed as absent from the meeting at which this was made. Check the meeting, the state and the list of participants.',
              name,
            )
          : l10n.t(
              '{0} is not among the participants of the meeting at which this was made. Check the meeting, the state and the list of participants.',
              name,
            ),
        related: [
          { kind: 'summit', id: record.value.made_at, path: ['participants'], message: l10n.t('Who took part') },
        ],
      };
    }
  },
};

/** The proposers that were not at the meeting, and whether its record says so in as many words. */
function absentIn(reader: Reader, proposal: YamlRecord, meeting: string): (Proposer & { isListed: boolean })[] {
  const summit = reader.find('summit', meeting);
  if (!summit) return [];
  const atHome = [summit.get('host'), mapIn(summit.get('chair')).state];
  const participants = listIn(summit.get('participants')).map(mapIn);
  const isListed = (id: string) => participants.some(({ state, capacity }) => state === id && capacity !== 'absent');
  const missed = proposersIn(proposal).filter(({ state }) => !atHome.includes(state) && !isListed(state));
  // Nearly always everyone is listed, and there is no need to know whom the others stand for.
  const named = missed.length > 0 ? attendance(reader, summit.get('participants')) : undefined;
  if (!named) return [];
  const { present, absent } = named;
  return missed
    .filter(({ state, person }) => !present.has(state) && !(person !== undefined && present.has(person)))
    .map((proposer) => ({ ...proposer, isListed: absent.has(proposer.state) }));
}
