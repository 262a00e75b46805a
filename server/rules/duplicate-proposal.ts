/** Reports two records of one proposal. */
import * as l10n from '@vscode/l10n';
import type { Rule } from '../dataset/rule.ts';
import { merges } from './support/merge.ts';
import { occasionOf, twins } from './support/twin-proposals.ts';

const proposal = (id: string, title: string, year = '2025') =>
  `kind: proposal\nid: kaz-ots-${id}\ntitle: ${title}\ntype: establish-body\nparties: [{ state: KAZ, role: proposer }]\naddressed_to: { organization: ots }\nmade_at: ots-summit-${year}\ndomains: [cybersecurity]\nstatus: proposed\ncitations: [{ source: example-report }]\n`;
const summit = (date: string, city: string, state: string) =>
  `kind: summit\nid: ots-summit-${date.slice(0, 4)}\nname: Summit of the OTS in ${city}\norganization: ots\nbody: ots-chs\nstatus: held\ndate: ${date}\nplace: { city: ${city}, state: ${state} }\nhost: ${state}\ncitations: [{ source: example-report }]\n`;
const GABALA = summit('2025-10-07', 'Gabala', 'AZE');
const BISHKEK = summit('2024-11-06', 'Bishkek', 'KGZ');

export const duplicateProposal: Rule = {
  name: 'duplicate-proposal',
  severity: 'warning',
  title: 'Two records tell of one proposal.',
  kinds: ['proposal'],
  docs: {
    what: 'Two proposals with one addressee, a proposer in common and one occasion - the meeting, the chairmanship, or else the day -, whose titles mean the same; the names of the addressee and words such as "within" count for nothing. Where titles are less alike, or in different scripts, the same type and the same domains decide. Proposals of different years, and those whose `relations` connect them, are never reported. Both records are reported, as either may be the one to go.',
    why: 'Two agencies report one proposal in their own words. Counted twice, it makes its proposer look twice as busy, and its later history is written into one of the two only.',
    fix: 'Merge the two, keeping the citations of both, or connect them in `relations`.',
  },
  examples: {
    wrong: [
      `${GABALA}---\n${proposal('cybersecurity-council', '⟦Cybersecurity Council within the OTS⟧')}---\n${proposal('cyber-council', '⟦council on cybersecurity under the OTS⟧')}`,
    ],
    right: [
      `${GABALA}---\n${proposal('cybersecurity-council', 'Cybersecurity Council within the OTS')}---\n${proposal('energy-council', 'Council on energy efficiency').replace('[cybersecurity]', '[energy]')}`,
      `${GABALA}---\n${BISHKEK}---\n${proposal('cybersecurity-council-2024', 'Cybersecurity Council within the OTS', '2024')}---\n${proposal('cybersecurity-council-2025', 'Cybersecurity Council within the OTS')}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (record?.id === undefined) return;
    const occasion = occasionOf((name) => record.value[name]);
    const twin = occasion && reader.overview(twins, occasion, record.id);
    if (twin === undefined) return;
    const span = document.markOf(['title']);
    if (document.isDoubtful(span)) return;
    yield {
      span,
      message: l10n.t(
        '`{0}` seems to tell of this proposal, too: proposer, addressee and occasion are the same, and they are much alike. Merge the two, or connect them in `relations`.',
        twin,
      ),
      related: [{ kind: 'proposal', id: twin, path: [], message: l10n.t('The other record of the proposal') }],
      fixes: () => merges(document, reader, twin),
    };
  },
};
