/** Reports steps of a proposal's history that cannot come after one above them. */

import * as l10n from '@vscode/l10n';
import { inWords } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import { firstMisplaced, isUsual, type Misplaced, type Step, sorted, stepsIn } from './support/history.ts';
import { reordered } from './support/reorder.ts';

/** Longer histories are sorted by hand. */
const MOST_STEPS = 100;

const PROPOSAL =
  'kind: proposal\nid: csto-incident-response\ntitle: Centre for responding to computer incidents\ntype: establish-centre\nparties: [{ state: RUS }]\ndomains: [cybersecurity]\n';
const RESULT = 'result: { organization: csto-ccc }\n';
const CITATIONS = 'citations: [{ source: example-report }]\n';

export const historyOutOfOrder: Rule = {
  name: 'history-out-of-order',
  severity: 'error',
  title: 'A step of a history cannot come after the one above it.',
  kinds: ['proposal'],
  docs: {
    what: 'An entry of `history` that is certainly dated before an earlier entry, or a step that is impossible by then: nothing is proposed once it has been adopted, and nothing happens to what has been rejected, withdrawn or has lapsed. Only the first such entry is reported.',
    why: 'The history is read from top to bottom, and its last entry is taken for the state of affairs.',
    fix: 'Put the oldest step first, or correct the date or the status that is wrong.',
  },
  examples: {
    wrong: [
      `${PROPOSAL}status: proposed\nhistory:\n  - { status: adopted, date: 2017-07 }\n  - { status: ⟦proposed⟧, date: 2017-09 }\n${CITATIONS}`,
      `${PROPOSAL}status: adopted\nhistory:\n  - { status: adopted, date: 2017-07 }\n  - { status: proposed, date: ⟦2017-05⟧ }\n${RESULT}${CITATIONS}`,
    ],
    right: [
      `${PROPOSAL}status: adopted\nhistory:\n  - { status: proposed, date: 2017-07 }\n  - { status: adopted, date: 2017 }\n${RESULT}${CITATIONS}`,
    ],
  },
  *check(document) {
    const { record } = document;
    if (!record) return;
    const steps = stepsIn(record.value.history);
    const misplaced = firstMisplaced(steps);
    if (misplaced) yield* finding(document, steps, misplaced);
  },
};

function* finding(document: SourceDocument, steps: readonly Step[], misplaced: Misplaced): Generator<Finding> {
  const { step, before, because } = misplaced;
  const span = document.markOf(pathOf(step, because));
  if (document.isDoubtful(span) || document.isDoubtful(document.markOf(pathOf(before, because)))) return;
  const id = document.record?.id;
  const message = l10n.t('The earlier step: {0}', wordsOf(before));
  yield {
    span,
    message: messageOf(misplaced),
    related: id === undefined ? [] : [{ kind: 'proposal', id, path: pathOf(before, because), message }],
    fixes: () => sorting(document, steps),
  };
}

function pathOf({ index, date }: Step, because: Misplaced['because']): Path {
  return because === 'date' && date ? date.path : ['history', index, because];
}

function messageOf({ step, before, because }: Misplaced): string {
  if (because === 'status') {
    return l10n.t(
      '`{0}` cannot come after `{1}`: the order, or one of the two, is wrong.',
      step.status ?? '',
      before.status ?? '',
    );
  }
  return l10n.t(
    'This is earlier ({0}) than a step above it ({1}): the oldest stands first.',
    inWords(step.date!.date),
    inWords(before.date!.date),
  );
}

function wordsOf({ status, date }: Step): string {
  return [status && `\`${status}\``, date && inWords(date.date)].filter((part) => part).join(', ');
}

function sorting(document: SourceDocument, steps: readonly Step[]): Fix[] {
  const order = steps.length <= MOST_STEPS ? sorted(steps) : undefined;
  const indices = order?.map(({ index }) => index) ?? [];
  const edits = reordered(document, ['history'], indices);
  // Without a date a step may belong elsewhere, and a course out of the ordinary may be the work of a wrong date.
  const certain = steps.every(({ date }) => date) && isUsual(order ?? []);
  return edits.length > 0 ? [{ title: l10n.t('Put the oldest step first'), edits, certain }] : [];
}
