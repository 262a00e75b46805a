/** Reports documents whose meeting, day of adoption and period of validity contradict one another. */

import * as l10n from '@vscode/l10n';
import { type EdtfDate, inWords, isBefore, isReversed, overlaps } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord, YamlValue } from '../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './support/dates.ts';
import { rewriteAt } from './support/fixes.ts';
import { isSuccession, lineage, shortName, standsAlone } from './support/organizations.ts';
import { mapIn, textIn } from './support/values.ts';

const SUMMIT =
  'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\nbody: ots-chs\nstatus: held\ndate: 2025-10-07\ncitations: [{ source: example-report }]\n---\n';
const DOCUMENT =
  'kind: document\nid: gabala-declaration-2025\ntitle: Gabala Declaration\ntype: declaration\ncitations: [{ source: example-report }]\norganization: ots\n';
const AT = 'adopted_at: ots-summit-2025-gabala\n';
const PLAN =
  'kind: document\nid: ots-plan-2022\ntitle: Plan of work\ntype: plan\norganization: ots\ncitations: [{ source: example-report }]\n';

export const documentAdoptionMismatch: Rule = {
  name: 'document-adoption-mismatch',
  severity: 'error',
  title: 'A document and the meeting that adopted it do not match.',
  kinds: ['document'],
  docs: {
    what: 'A document was adopted at a meeting of another body or organization than the one it names, on a day outside that meeting, or after the period it is valid for had begun. A `note`, in the document or with one of the two dates, explains the last.',
    why: 'One of the two is wrong, and nobody can tell who decided what, or when it came to hold.',
    fix: 'Take the body or the date of the meeting, name the meeting that is meant, or explain a late adoption in a `note`.',
  },
  examples: {
    wrong: [
      `${SUMMIT}${DOCUMENT}${AT}adopted: ⟦2025-10-17⟧\n`,
      `${SUMMIT}${DOCUMENT}body: ots-cfm\nadopted_at: ⟦ots-summit-2025-gabala⟧\n`,
      `${PLAN}adopted: 2022-11-11\nvalidity: ⟦2022-01-01/2026-12-31⟧\n`,
    ],
    right: [
      `${SUMMIT}${DOCUMENT}${AT}adopted: 2025-10\n`,
      `${PLAN}adopted: 2022-11-11\nvalidity: 2022/2026\n`,
      `${PLAN}adopted: 2022-11-11\nvalidity: 2022-01-01/2026-12-31\nnote: Approved after the work had begun.\n`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    const { adopted_at: id } = record.value;
    const meeting = typeof id === 'string' ? reader.find('summit', id) : undefined;
    const dates = [dateIn(record.value.adopted, ['adopted']), dateIn(record.value.signed, ['signed'])];
    const [adopted] = dates.filter((found) => found !== undefined && !isReversed(found.date));
    const held = dateIn(meeting?.get('date'), ['date']);
    const findings = [
      meeting && bodyFinding(document, reader, meeting),
      meeting && adopted && dayFinding(document, adopted, meeting),
    ].filter((finding) => finding !== undefined);
    if (findings.length === 0) findings.push(...lateFinding(document, record.value, adopted?.date ?? held?.date));
    for (const finding of findings) if (!document.isDoubtful(finding.span)) yield finding;
  },
};

/** Says that the meeting was another body's, or another organization's. */
function bodyFinding(document: SourceDocument, reader: Reader, meeting: RecordView): Finding | undefined {
  const ours = actorOf(reader, document.record!.value.organization, document.record!.value.body);
  const theirs = actorOf(reader, meeting.get('organization'), meeting.get('body'));
  if (!ours || !theirs || !areApart(reader, ours, theirs)) return undefined;
  const [actor, other] = [shortName(ours.view), shortName(theirs.view)];
  return {
    span: document.spanOf(['adopted_at']),
    message: l10n.t(
      "This was a meeting of {0}, and the document is one of {1}: correct the meeting or the document's `{2}`.",
      other,
      actor,
      ours.field,
    ),
    related: [
      {
        kind: 'summit',
        id: meeting.id,
        path: [theirs.field],
        message: l10n.t('Whose meeting it was: {0}', theirs.view.label),
      },
    ],
  };
}

/** The body that acts, or the organization where no body is named. */
interface Actor {
  readonly view: RecordView;
  readonly field: 'body' | 'organization';
}

function actorOf(reader: Reader, organization: YamlValue | undefined, body: YamlValue | undefined): Actor | undefined {
  const field = body === undefined ? 'organization' : 'body';
  const id = body ?? organization;
  const view = typeof id === 'string' ? reader.find('organization', id) : undefined;
  return view && { view, field };
}

/** Whether two certainly are not the same, nor one a part of the other. */
function areApart(reader: Reader, a: Actor, b: Actor): boolean {
  const [ours, theirs] = [lineage(reader, a.view.id), lineage(reader, b.view.id)];
  if (ours.some(({ id }) => id === b.view.id) || theirs.some(({ id }) => id === a.view.id)) return false;
  if (a.field === 'body' && b.field === 'body') return true;
  const [top, other] = [ours.at(-1)!, theirs.at(-1)!];
  return top.id !== other.id && standsAlone(top) && standsAlone(other) && !isSuccession(reader, top, other);
}

/** Says that neither adoption nor signature fell into the meeting; whatever is known of the two must be outside. */
function dayFinding(document: SourceDocument, adopted: FoundDate, meeting: RecordView): Finding | undefined {
  const held = dateIn(meeting.get('date'), ['date']);
  if (!held || isReversed(held.date)) return undefined;
  const { value } = document.record!;
  const others = [value.adopted, value.signed].flatMap((field) => dateIn(field, [])?.date ?? []);
  if (others.some((date) => overlaps(date, held.date) !== 'no')) return undefined;
  const when = inWords(held.date);
  return {
    span: document.spanOf(adopted.path),
    message: l10n.t('The meeting that adopted this has another date: {0}.', when),
    related: [{ kind: 'summit', id: meeting.id, path: held.path, message: l10n.t('The meeting: {0}', when) }],
    fixes: () => [
      { title: l10n.t('Write `{0}`', held.date.text), edits: rewriteAt(document, adopted.path, held.date.text) },
    ],
  };
}

/** Says that the document came after its time had begun, unless a note does. */
function lateFinding(document: SourceDocument, value: YamlRecord, adopted: EdtfDate | undefined): Finding[] {
  const validity = dateIn(value.validity, ['validity']);
  if (!validity || !adopted || isReversed(validity.date) || isReversed(adopted)) return [];
  if ([value, value.validity, value.adopted, value.signed].some(hasNote)) return [];
  const { start } = validity.date;
  if (!Number.isFinite(start.first)) return [];
  const beginning: EdtfDate = { text: start.text, shape: 'moment', start, end: start };
  if (isBefore(beginning, adopted) !== 'yes') return [];
  const message = l10n.t(
    'This was adopted ({0}) when it was already valid ({1}). If that is so, say it in a `note`.',
    inWords(adopted),
    inWords(beginning),
  );
  return [{ span: document.spanOf(validity.path), message }];
}

function hasNote(value: YamlValue | undefined): boolean {
  return textIn(mapIn(value).note) !== undefined;
}
