/** How a term in the chair was decided: at which meeting, when, and what cannot be right of it. */
import { type EdtfDate, isBefore, isReversed, overlaps } from '../../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../../dataset/reader.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { isCalledOff } from './handover.ts';
import { isSuccession, lineage, standsAlone } from './organizations.ts';
import type { Chair } from './terms.ts';
import { listIn, mapIn, textIn } from './values.ts';

/** What contradicts a decision; of several contradictions the one that explains the others. */
export type DecisionFault =
  | { readonly type: 'elsewhere'; readonly meeting: RecordView; readonly organization: RecordView }
  | { readonly type: 'other-day'; readonly meeting: RecordView; readonly held: FoundDate; readonly date: FoundDate }
  | { readonly type: 'too-late'; readonly from: FoundDate; readonly decided: EdtfDate; readonly date?: FoundDate };

/** What certainly is wrong with the decision about a term. */
export function decisionFault(reader: Reader, chair: Chair): DecisionFault | undefined {
  const decided = mapIn(chair.get('decided'));
  const id = textIn(decided.summit);
  const meeting = id === undefined ? undefined : reader.find('summit', id);
  const organization = meeting && stranger(reader, chair, meeting);
  if (meeting && organization) return { type: 'elsewhere', meeting, organization };
  const date = readable(dateIn(decided.date, ['decided', 'date']));
  const held = meeting && heldOn(meeting);
  if (meeting && held && date && overlaps(date.date, held.date) === 'no') {
    return { type: 'other-day', meeting, held, date };
  }
  const from = readable(dateIn(chair.get('from'), ['from']));
  const day = date ?? held;
  if (!from || !day || isBefore(from.date, day.date) !== 'yes') return undefined;
  return { type: 'too-late', from, decided: day.date, ...(date && { date }) };
}

/** The date of a meeting, unless it did not take place as planned. */
function heldOn(meeting: RecordView): FoundDate | undefined {
  return isCalledOff(meeting.get('status')) ? undefined : readable(dateIn(meeting.get('date'), ['date']));
}

function readable(found: FoundDate | undefined): FoundDate | undefined {
  return found && !isReversed(found.date) ? found : undefined;
}

/** The organization whose meeting it was, where that has nothing to do with the one that is chaired. */
function stranger(reader: Reader, chair: Chair, meeting: RecordView): RecordView | undefined {
  const ours = lineage(reader, textIn(chair.get('organization')) ?? '');
  const theirs = lineage(reader, textIn(meeting.get('organization')) ?? '');
  const bodies = lineage(reader, textIn(meeting.get('body')) ?? '');
  const [top, other] = [ours.at(-1), theirs.at(-1)];
  if (!top || !other || !standsAlone(top) || !standsAlone(other)) return undefined;
  const all = [...theirs, ...bodies];
  if (all.some((view) => ours.some(({ id }) => id === view.id))) return undefined;
  if (ours.some((view) => all.some((one) => areTied(view, one))) || isSuccession(reader, top, other)) return undefined;
  return theirs[0];
}

function areTied(a: RecordView, b: RecordView): boolean {
  return listIn(a.get('affiliated_to')).includes(b.id) || listIn(b.get('affiliated_to')).includes(a.id);
}
