/** Reports proposals whose status is not the one that their history ends with. */
import * as l10n from '@vscode/l10n';
import type { Rule } from '../dataset/rule.ts';
import { rewriteAt } from './support/fixes.ts';
import { firstMisplaced, isStatus, stepsIn } from './support/history.ts';

const PROPOSAL =
  'kind: proposal\nid: kaz-ots-cybersecurity-council-2025\ntitle: Cybersecurity Council within the OTS\ntype: establish-body\nparties: [{ state: KAZ }]\ndomains: [cybersecurity]\n';
const HISTORY =
  'history:\n  - { status: announced, date: 2025-09 }\n  - { status: proposed, date: 2025-10-07 }\ncitations: [{ source: example-report }]\n';

export const statusNotLatest: Rule = {
  name: 'status-not-latest',
  severity: 'error',
  title: 'The status is not that of the last step.',
  kinds: ['proposal'],
  docs: {
    what: 'The `status` of a proposal differs from that of the last entry of its `history`.',
    why: 'One of the two has been forgotten. Lists and the timeline show the status, readers of the record see the history.',
    fix: 'Take the status of the last step, or add the step that is missing.',
  },
  examples: {
    wrong: [`${PROPOSAL}status: ⟦announced⟧\n${HISTORY}`],
    right: [`${PROPOSAL}status: proposed\n${HISTORY}`],
  },
  *check(document) {
    const { record } = document;
    if (!record) return;
    const { status, history } = record.value;
    const steps = stepsIn(history);
    const last = steps.at(-1);
    // Which step is the last is not known of a history out of order, which another rule reports.
    if (!isStatus(status) || !last?.status || last.status === status || firstMisplaced(steps)) return;
    const path = ['history', last.index, 'status'];
    const span = document.markOf(['status']);
    if (document.isDoubtful(span) || document.isDoubtful(document.markOf(path))) return;
    const { id } = record;
    // A status that the history has passed is merely out of date; any other may stand for a step that is missing.
    const certain = steps.some((step) => step.status === status);
    yield {
      span,
      message: l10n.t(
        'The history ends with `{0}`: take that, or add the step that has led to `{1}`.',
        last.status,
        status,
      ),
      related:
        id === undefined ? [] : [{ kind: 'proposal', id, path, message: l10n.t('The last step: `{0}`', last.status!) }],
      fixes: () => [
        {
          title: l10n.t('Change to `{0}`', last.status!),
          edits: rewriteAt(document, ['status'], last.status!),
          certain,
        },
      ],
    };
  },
};
