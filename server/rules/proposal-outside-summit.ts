/** Reports proposals dated outside the meeting at which they were made. */
import * as l10n from '@vscode/l10n';
import { inWords, isReversed, isWithin } from '../dataset/dates/edtf.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn } from './support/dates.ts';
import { rewriteAt } from './support/fixes.ts';

const SUMMIT =
  'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\nstatus: held\ndate: 2025-10-07\ncitations: [{ source: example-report }]\n';
const PROPOSAL =
  'kind: proposal\nid: kaz-ots-cybersecurity-council-2025\ntitle: Cybersecurity Council within the OTS\ntype: establish-body\nparties: [{ state: KAZ }]\nmade_at: ots-summit-2025-gabala\n';
const REST = 'domains: [cybersecurity]\nstatus: proposed\ncitations: [{ source: example-report }]\n';

export const proposalOutsideSummit: Rule = {
  name: 'proposal-outside-summit',
  severity: 'error',
  title: 'A proposal is dated outside the meeting it was made at.',
  kinds: ['proposal'],
  docs: {
    what: 'A proposal names the meeting at which it was made, and its date certainly lies before or after that meeting.',
    why: 'One of the two is wrong: the date, or the meeting. On a timeline the proposal would stand apart from its occasion.',
    fix: 'Take the date of the meeting, or correct `made_at`.',
  },
  examples: {
    wrong: [`${SUMMIT}---\n${PROPOSAL}date: ⟦2025-10-17⟧\n${REST}`],
    right: [`${SUMMIT}---\n${PROPOSAL}date: 2025-10\n${REST}`],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record || typeof record.value.made_at !== 'string') return;
    const made = dateIn(record.value.date, ['date']);
    const summit = made && reader.find('summit', record.value.made_at);
    const held = summit && dateIn(summit.get('date'), ['date']);
    if (!made || !held || isReversed(made.date) || isReversed(held.date)) return;
    if (isWithin(made.date, held.date) !== 'no') return;
    const span = document.spanOf(made.path);
    if (document.isDoubtful(span)) return;
    const when = inWords(held.date);
    yield {
      span,
      message: l10n.t('The meeting at which this was made has another date: {0}.', when),
      related: [{ kind: 'summit', id: summit.id, path: held.path, message: l10n.t('The meeting: {0}', when) }],
      fixes: () => [
        { title: l10n.t('Write `{0}`', held.date.text), edits: rewriteAt(document, made.path, held.date.text) },
      ],
    };
  },
};
