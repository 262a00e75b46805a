/** Reports decisions about a chair that cannot be right: too late, on another day than the meeting, or at a meeting of others. */

import * as l10n from '@vscode/l10n';
import { inWords } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import { replaceScalar } from '../dataset/editing/edits.ts';
import type { DocumentEdit, Finding } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { addValue } from './support/additions.ts';
import { type FoundDate, when } from './support/dates.ts';
import { type DecisionFault, decisionFault } from './support/decision.ts';
import { replacing, rewriteAt } from './support/fixes.ts';
import { shortName } from './support/organizations.ts';
import { chairIn } from './support/terms.ts';
import { mapIn } from './support/values.ts';

const CITATIONS = 'citations: [{ source: example-report }]\n';
const SESSION = `kind: summit\nid: csto-csc-2024-astana\nname: Session of the Collective Security Council in Astana\norganization: csto\nbody: csto-csc\nlevel: heads-of-state\nformat: regular\nstatus: held\ndate: 2024-11-28\nplace: { city: Astana, state: KAZ }\nhost: KAZ\n${CITATIONS}---\n`;
const CHAIR = `kind: chairmanship\nid: csto-chair-2025-kgz\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\ndecided: DECIDED\n${CITATIONS}`;
const chair = (decided: string) => CHAIR.replace('DECIDED', decided);

export const decisionMismatch: Rule = {
  name: 'decision-mismatch',
  severity: 'error',
  title: 'A chair was not decided when or where the record says.',
  kinds: ['chairmanship'],
  docs: {
    what: 'A term in the chair that was decided after it had begun, on another day than the meeting that decided it, or at a meeting of an organization that has nothing to do with it.',
    why: 'The decision is what proves the term. Reports often get its day wrong, and other records then repeat it.',
    fix: 'Take the date of the meeting, and keep what the source has as `stated`; or name the meeting that is meant.',
  },
  examples: {
    wrong: [
      SESSION + chair('{ date: ⟦2024-11-24⟧, summit: csto-csc-2024-astana }'),
      chair('{ date: ⟦2025-02-01⟧ }'),
      SESSION.replace('id: csto-csc-2024-astana', 'id: ots-meeting-2024')
        .replace('Collective Security Council', 'Council of Foreign Ministers of the OTS')
        .replace('csto\nbody: csto-csc\nlevel: heads-of-state', 'ots\nbody: ots-cfm\nlevel: foreign-ministers') +
        chair('{ summit: ⟦ots-meeting-2024⟧ }'),
    ],
    right: [
      SESSION + chair('{ date: 2024-11-28, summit: csto-csc-2024-astana }'),
      SESSION +
        chair('{ date: { value: 2024-11-28, stated: 2024-11-24, basis: resolved }, summit: csto-csc-2024-astana }'),
    ],
  },
  *check(document, reader) {
    const chair = chairIn(document);
    const fault = chair && decisionFault(reader, chair);
    if (!fault) return;
    const finding = findings[fault.type](document, fault as never);
    if (!document.isDoubtful(finding.span)) yield finding;
  },
};

type FaultOf<T extends DecisionFault['type']> = Extract<DecisionFault, { type: T }>;

const findings: { [T in DecisionFault['type']]: (document: SourceDocument, fault: FaultOf<T>) => Finding } = {
  elsewhere: (document, { meeting, organization }) => ({
    span: document.spanOf(['decided', 'summit']),
    message: l10n.t(
      'This is a meeting of {0}, which does not decide who chairs another organization: name the meeting that is meant.',
      shortName(organization),
    ),
    related: [
      {
        kind: 'summit',
        id: meeting.id,
        path: ['organization'],
        message: l10n.t('Whose meeting it is: {0}', organization.label),
      },
    ],
  }),
  'other-day': (document, { meeting, held, date }) => ({
    span: document.spanOf(date.path),
    message: l10n.t('The meeting that decided this has another date: {0}.', inWords(held.date)),
    related: [
      { kind: 'summit', id: meeting.id, path: held.path, message: l10n.t('The meeting: {0}', inWords(held.date)) },
    ],
    fixes: () => [
      {
        title: l10n.t('Write `{0}`, and keep `{1}` as `stated`', held.date.text, date.date.text),
        edits: resolved(document, date, held.date.text),
      },
    ],
  }),
  'too-late': (document, { from, decided, date }) => {
    const { id } = document.record!;
    const begun = when(from.date);
    return {
      span: document.spanOf(date?.path ?? ['decided', 'summit']),
      message: l10n.t(
        'The term began {0}, before this decided it ({1}): correct one of the two.',
        begun,
        inWords(decided),
      ),
      related:
        id === undefined
          ? []
          : [{ kind: 'chairmanship', id, path: from.path, message: l10n.t('The term began {0}', begun) }],
    };
  },
};

/** Edits that put another date in the place of one that a source has, and keep that one beside it. */
function resolved(document: SourceDocument, { date, path }: FoundDate, text: string): DocumentEdit[] {
  const node = document.yaml.place(path)?.value;
  if (!node) return [];
  if (path.at(-1) !== 'value') {
    const [value, stated] = [text, date.text].map((written) => replaceScalar(node, written).text);
    const long = `{ value: ${value}, stated: ${stated}, basis: resolved }`;
    return replacing(document, node, long);
  }
  const map = path.slice(0, -1);
  const { basis, stated } = mapIn(mapIn(document.record!.value.decided).date);
  return [
    ...rewriteAt(document, path, text),
    ...(basis === undefined ? addValue(document, map, 'basis', 'resolved') : []),
    ...(basis === 'stated' ? rewriteAt(document, [...map, 'basis'], 'resolved') : []),
    ...(stated === undefined ? addValue(document, map, 'stated', replaceScalar(node, date.text).text) : []),
  ];
}
