/** Reports terms in the chair that begin on a day on which the organization's chair does not pass on. */
import * as l10n from '@vscode/l10n';
import { inWords } from '../dataset/dates/edtf.ts';
import type { Related } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { when } from './support/dates.ts';
import { decisionFault } from './support/decision.ts';
import { rewriteAt } from './support/fixes.ts';
import { type WrongHandover, wrongHandover } from './support/handover.ts';
import { shortName } from './support/organizations.ts';
import { chairIn, dateOf, stateName } from './support/terms.ts';

const CITATIONS = 'citations: [{ source: example-report }]\n';
const SUMMIT = `---\nkind: summit\nid: ots-summit-2024-bishkek\nname: Summit of the Organization of Turkic States in Bishkek\norganization: ots\nbody: ots-chs\nlevel: heads-of-state\nformat: regular\nstatus: held\ndate: 2024-11-06\nplace: { city: Bishkek, state: KGZ }\nhost: KGZ\n${CITATIONS}`;
const OTS = 'kind: chairmanship\nid: ots-chair-2024-kgz\norganization: ots\nstate: KGZ\n';
const OSCE = 'kind: chairmanship\nid: osce-chair-2025-fin\norganization: osce\nstate: FIN\n';

export const handoverMismatch: Rule = {
  name: 'handover-mismatch',
  severity: 'warning',
  title: 'A term begins on a day on which the chair does not pass on.',
  kinds: ['chairmanship'],
  docs: {
    what: 'A term in the chair whose beginning certainly contradicts the `handover` of the organization. With `host-is-incoming` the chair passes at the regular summit to the state that hosts it, with `host-is-outgoing` from the state that hosts it, on that day or the next 1 January, and with `calendar-year` on 1 January. Where the dataset does not hold the summit, nothing is reported.',
    why: 'Reports often give a chair "for 2025" that began at the summit of November 2024. Who was in the chair in between is then told wrongly.',
    fix: 'Write the day of the summit, or the 1 January. Where the chair did pass on another day, say so in `exceptions`.',
  },
  examples: {
    wrong: [`${OTS}from: ⟦2025-01-01⟧\n${CITATIONS}${SUMMIT}`, `${OSCE}from: ⟦2024-12-05⟧\n${CITATIONS}`],
    right: [
      `${OTS}from: 2024-11-06\n${CITATIONS}${SUMMIT}`,
      `${OTS}from: 2024\n${CITATIONS}${SUMMIT}`,
      `${OSCE}from: 2025-01-01\n${CITATIONS}`,
    ],
  },
  *check(document, reader) {
    const chair = chairIn(document);
    const mismatch = chair && wrongHandover(reader, chair);
    if (!mismatch) return;
    const span = document.spanOf(mismatch.from.path);
    // A term that began before it was decided is told by another rule.
    if (document.isDoubtful(span) || decisionFault(reader, chair)?.type === 'too-late') return;
    const { days, from } = mismatch;
    yield {
      span,
      message: messageOf(reader, mismatch),
      related: relatedTo(mismatch),
      fixes: () =>
        days.map((day) => ({ title: l10n.t('Write `{0}`', day), edits: rewriteAt(document, from.path, day) })),
    };
  },
};

function messageOf(reader: Reader, { organization, session, host, days }: WrongHandover): string {
  const name = shortName(organization);
  if (!session) return l10n.t('The chair of {0} passes on each 1 January: write `{1}`.', name, days[0]!);
  const [state, day] = [stateName(reader, host) ?? l10n.t('that state'), when(dateOf(session.date)!)];
  const isIncoming = organization.get('handover') === 'host-is-incoming';
  return isIncoming
    ? l10n.t('The chair of {0} passes on at the summit, to its host: the one that {1} hosted {2}.', name, state, day)
    : l10n.t(
        'The chair of {0} passes on at the session, or on the 1 January after it: the one that {1} hosted {2}, as the chair before.',
        name,
        state,
        day,
      );
}

function relatedTo({ organization, session }: WrongHandover): Related[] {
  const rule: Related = {
    kind: 'organization',
    id: organization.id,
    path: ['handover'],
    message: l10n.t('When the chair of {0} passes on', shortName(organization)),
  };
  if (!session) return [rule];
  const { id, date } = session;
  return [{ kind: 'summit', id, path: date.path, message: l10n.t('The meeting: {0}', inWords(dateOf(date)!)) }, rule];
}
