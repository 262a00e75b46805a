/** Reports two records of one meeting. */
import * as l10n from '@vscode/l10n';
import { inWords } from '../dataset/dates/edtf.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn } from './support/dates.ts';
import { merges } from './support/merge.ts';
import { twins } from './support/twin-meetings.ts';

const meeting = (id: string, city: string, name: string) =>
  `kind: summit\nid: ots-summit-2025-${id}\nname: ${name}\norganization: ots\nbody: ots-chs\nlevel: heads-of-state\nstatus: held\ndate: 2025-10-07\nplace: { city: ${city}, state: AZE }\nhost: AZE\ncitations: [{ source: example-report }]\n`;

export const duplicateSummit: Rule = {
  name: 'duplicate-summit',
  severity: 'warning',
  title: 'Two records tell of one meeting.',
  kinds: ['summit'],
  docs: {
    what: 'Two meetings of one body whose dates certainly overlap and whose place is the same by any of its names. Where no body is named, the level must be the same and the names alike. A meeting that is part of the other (`parent`) is no second record of it. Both records are reported, as either may be the one to go.',
    why: 'One report writes Gabala, another Qabala, and soon there are two summits. What belongs together - participants, outcomes, proposals - is then spread over both.',
    fix: 'Merge the two, keeping the citations of both.',
  },
  examples: {
    wrong: [
      `${meeting('gabala', 'Gabala', '⟦Gabala summit of the OTS⟧')}---\n${meeting('qabala', 'Qabala', '⟦Summit of the Turkic states⟧')}`,
    ],
    right: [
      `${meeting('gabala', 'Gabala', 'Gabala summit of the OTS')}---\n${meeting('baku', 'Baku', 'Summit of the Turkic states')}`,
      `${meeting('gabala', 'Gabala', 'Gabala summit of the OTS')}---\n${meeting('plenary', 'Gabala', 'Plenary session').replace('host', 'parent: ots-summit-2025-gabala\nhost')}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (record?.id === undefined || typeof record.value.organization !== 'string') return;
    const twin = reader.overview(twins, record.value.organization, record.id);
    if (twin === undefined) return;
    const span = document.markOf(['name']);
    if (document.isDoubtful(span)) return;
    const date = dateIn(record.value.date, ['date'])!;
    yield {
      span,
      message: l10n.t(
        '`{0}` seems to tell of this meeting, too: one body, one place, and both have it on {1}. Merge the two.',
        twin,
        inWords(date.date),
      ),
      related: [{ kind: 'summit', id: twin, path: [], message: l10n.t('The other record of the meeting') }],
      fixes: () => merges(document, reader, twin),
    };
  },
};
