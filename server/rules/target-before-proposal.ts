/** Reports proposals that are to be carried out before they were made. */
import * as l10n from '@vscode/l10n';
import { inWords, isBefore, isReversed } from '../dataset/dates/edtf.ts';
import type { Reader } from '../dataset/reader.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn, type FoundDate, when } from './support/dates.ts';
import { mapIn } from './support/values.ts';

const PROPOSAL =
  'kind: proposal\nid: kaz-ots-creative-economy-forum-2025\ntitle: Creative Economy Forum in Almaty\ntype: hold-event\nparties: [{ state: KAZ }]\ndomains: [creative-economy]\nstatus: proposed\ncitations: [{ source: example-report }]\n';

export const targetBeforeProposal: Rule = {
  name: 'target-before-proposal',
  severity: 'error',
  title: 'A proposal is to be carried out before it was made.',
  kinds: ['proposal'],
  docs: {
    what: 'The date in the `target` of a proposal certainly lies before the `date` of the proposal or, where it has none, before the meeting at which it was made.',
    why: 'Nobody proposes what is past: one of the two dates is wrong, most often by a year.',
    fix: 'Correct the date that is wrong. "Next year" counts from the day of the report.',
  },
  examples: {
    wrong: [`${PROPOSAL}date: 2025-10-07\ntarget: { date: ⟦2024⟧, place: Almaty }\n`],
    right: [
      `${PROPOSAL}date: 2025-10-07\ntarget: { date: 2026, place: Almaty }\n`,
      `${PROPOSAL}date: 2025-10-07\ntarget: { date: 2025, place: Almaty }\n`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    const target = dateIn(mapIn(record.value.target).date, ['target', 'date']);
    const made = target && madeOn(record, reader);
    if (!made || isReversed(target.date) || isReversed(made.date) || isBefore(target.date, made.date) !== 'yes') return;
    const span = document.spanOf(target.path);
    if (document.isDoubtful(span)) return;
    const { kind, id, path, date } = made;
    yield {
      span,
      message: l10n.t('This is before the proposal was made {0}: correct one of the two dates.', when(date)),
      related: id === undefined ? [] : [{ kind, id, path, message: l10n.t('Made: {0}', inWords(date)) }],
    };
  },
};

/** When a proposal was made, and which record says so. */
function madeOn(
  { kind, id, value }: DatasetRecord,
  reader: Reader,
): (FoundDate & { readonly kind: string; readonly id: string | undefined }) | undefined {
  if (value.date !== undefined) {
    const own = dateIn(value.date, ['date']);
    return own && { ...own, kind, id };
  }
  const summit = typeof value.made_at === 'string' ? reader.find('summit', value.made_at) : undefined;
  const held = summit && dateIn(summit.get('date'), ['date']);
  return held && { ...held, kind: 'summit', id: summit.id };
}
