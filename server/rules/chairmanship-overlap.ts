/** Reports terms in the chair that are not over when the next one begins. */

import * as l10n from '@vscode/l10n';
import { type EdtfDate, inWords, isBefore } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Related } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { addValue } from './support/additions.ts';
import { dateIn, when } from './support/dates.ts';
import { rewriteAt } from './support/fixes.ts';
import { wrongHandover } from './support/handover.ts';
import { shortName } from './support/organizations.ts';
import { chairIn, chairsBeside, dateOf, stateName, type Term } from './support/terms.ts';
import { sentence } from './support/words.ts';

const CITATIONS = 'citations: [{ source: example-report }]\n';
const KAZ = 'kind: chairmanship\nid: ots-chair-2023-kaz\norganization: ots\nstate: KAZ\nfrom: 2023-11-03\n';
const KGZ = `---\nkind: chairmanship\nid: ots-chair-2024-kgz\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\nto: 2025-10-07\n${CITATIONS}`;

export const chairmanshipOverlap: Rule = {
  name: 'chairmanship-overlap',
  severity: 'error',
  title: 'Two states chair one organization at once.',
  kinds: ['chairmanship'],
  docs: {
    what: 'A term in the chair that certainly lasts longer than the day on which the next term of the same organization begins. A term without an end, although the next one has begun, is a warning. One state that chairs two organizations is no overlap, nor is the day of a hand-over.',
    why: 'Nobody can tell who was in the chair then, and the timeline shows two states side by side.',
    fix: 'End the term on the day on which the next one begins, or correct that day.',
  },
  examples: {
    wrong: [
      `${KAZ}to: ⟦2025-01-01⟧\n${CITATIONS}${KGZ}`,
      `kind: chairmanship\nid: ots-chair-2023-kaz\norganization: ots\nstate: KAZ\n⟦from⟧: 2023-11-03\n${CITATIONS}${KGZ}`,
    ],
    right: [`${KAZ}to: 2024-11-06\n${CITATIONS}${KGZ}`, `${KAZ}to: 2024\n${CITATIONS}${KGZ}`],
  },
  *check(document, reader) {
    const chair = chairIn(document);
    const organization = chair?.get('organization');
    if (chair?.id === undefined || typeof organization !== 'string') return;
    const next = reader.overview(chairsBeside, organization, chair.id)?.after;
    const from = dateIn(chair.get('from'), ['from'])?.date;
    const start = next && dateOf(next.from);
    if (!from || !start) return;
    const finding = overlapFinding(document, reader, { next, start, from });
    if (!finding || document.isDoubtful(finding.span)) return;
    // Where the other term began on a day that the hand-over does not allow, that is the mistake.
    const other = reader.find('chairmanship', next.id);
    if (!other || !wrongHandover(reader, other)) yield finding;
  },
};

interface Overlap {
  readonly next: Term;
  /** When the next term began, and when this one did. */
  readonly start: EdtfDate;
  readonly from: EdtfDate;
}

function overlapFinding(document: SourceDocument, reader: Reader, overlap: Overlap): Finding | undefined {
  const to = document.record!.value.to;
  if (to === undefined) return openFinding(document, reader, overlap);
  const { next, start, from } = overlap;
  const end = dateIn(to, ['to']);
  if (!end || isBefore(start, end.date) !== 'yes') return undefined;
  const name = stateName(reader, next.state) ?? l10n.t('another state');
  const known = { span: document.spanOf(end.path), related: [beginning(overlap)] };
  if (isBefore(from, start) !== 'yes') {
    const message = l10n.t(
      '{0} is in the chair for the same time, as `{1}` has it: remove one of the two, or correct the dates.',
      sentence(name),
      next.id,
    );
    return { ...known, message };
  }
  return {
    ...known,
    message: l10n.t(
      'This term lasts until {0}, but {1} took the chair {2}: end it there, or correct `{3}`.',
      inWords(end.date),
      name,
      when(start),
      next.id,
    ),
    fixes: () => [{ title: l10n.t('Write `{0}`', start.text), edits: rewriteAt(document, end.path, start.text) }],
  };
}

/** Says that a term has no end, although the next one certainly has begun. */
function openFinding(document: SourceDocument, reader: Reader, overlap: Overlap): Finding | undefined {
  const { next, start, from } = overlap;
  if (isBefore(from, start) !== 'yes' || isBefore(reader.today, start) !== 'no') return undefined;
  const organization = reader.find('organization', String(document.record!.value.organization))!;
  const name = stateName(reader, next.state) ?? l10n.t('another state');
  return {
    span: document.spanOf(['from'], 'key'),
    severity: 'warning',
    message: l10n.t(
      '{0} took the chair of {1} {2}, and this term has no end: write `to`.',
      sentence(name),
      shortName(organization),
      when(start),
    ),
    related: [beginning(overlap)],
    fixes: () => [{ title: l10n.t('Add `to: {0}`', start.text), edits: addValue(document, [], 'to', start.text) }],
  };
}

function beginning({ next, start }: Overlap): Related {
  const { id, from } = next;
  return { kind: 'chairmanship', id, path: from!.path, message: l10n.t('The next term began: {0}', inWords(start)) };
}
