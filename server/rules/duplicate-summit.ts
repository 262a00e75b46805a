/** Reports two records of one meeting. */
import { earliest, inWords, latest } from '../dataset/dates/edtf.ts';
import type { Overview } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn } from './support/dates.ts';
import { dateOf, isSameMeeting } from './support/meetings.ts';
import { merges } from './support/merge.ts';
import { textIn, uniqueById } from './support/values.ts';

const meeting = (id: string, city: string, name: string) =>
  `kind: summit\nid: ots-summit-2025-${id}\nname: ${name}\norganization: ots\nbody: ots-chs\nlevel: heads-of-state\nstatus: held\ndate: 2025-10-07\nplace: { city: ${city}, state: AZE }\nhost: AZE\ncitations: [{ source: example-report }]\n`;

/** Meetings that begin soonest after one are looked at; a group in which more overlap is no series of meetings. */
const MOST_OVERLAPS = 100;

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
      message: `\`${twin}\` seems to tell of this meeting, too: one body, one place, and both have it on ${inWords(date.date)}. Merge the two.`,
      related: [{ kind: 'summit', id: twin, path: [], message: 'The other record of the meeting' }],
      fixes: () => merges(document, reader, twin),
    };
  },
};

/** For each meeting of an organization another record of it, if there is one. */
const twins: Overview<string> = {
  name: 'duplicate-summit',
  derive(organization, reader) {
    const found = new Map<string, string>();
    const dated = uniqueById(reader.referrers('summit', 'organization', organization))
      .filter((view) => textIn(view.get('organization')) === organization)
      .flatMap((view) => {
        const date = dateOf(view);
        return date ? { view, from: latest(date.start), to: earliest(date.end) } : [];
      })
      .sort((a, b) => a.from - b.from);
    for (const [i, { view, to }] of dated.entries()) {
      for (const { view: other, from } of dated.slice(i + 1, i + 1 + MOST_OVERLAPS)) {
        if (from > to) break;
        if (found.has(view.id) && found.has(other.id)) continue;
        if (!isSameMeeting(reader, view, other)) continue;
        if (!found.has(view.id)) found.set(view.id, other.id);
        if (!found.has(other.id)) found.set(other.id, view.id);
      }
    }
    return found;
  },
};
