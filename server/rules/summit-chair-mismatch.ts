/** Reports meetings chaired by a state that was not in the chair of the organization on that day. */
import * as l10n from '@vscode/l10n';
import { between, type EdtfDate, inWords, isBefore, isReversed, isWithin, overlaps } from '../dataset/dates/edtf.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { edtfIn, when } from './support/dates.ts';
import { isCalledOff } from './support/handover.ts';
import { lineage, shortName } from './support/organizations.ts';
import { bodyOf, REGULAR } from './support/series.ts';
import { dateOf, stateName, type TermInTime, termsAround, timeOf } from './support/terms.ts';
import { mapIn, textIn } from './support/values.ts';

const CITATIONS = 'citations: [{ source: example-report }]\n';
const CHAIR = `kind: chairmanship\nid: ots-chair-2024-kgz\norganization: ots\nstate: KGZ\nfrom: 2024-11-06\nto: 2025-10-07\n${CITATIONS}---\n`;
const MEETING = `kind: summit\nid: ots-security-secretaries-2025\nname: Meeting of the Security Council Secretaries of the OTS\norganization: ots\nbody: ots-security-council-secretaries\nlevel: security-council-secretaries\nformat: regular\nstatus: held\ndate: DATE\nplace: { city: Bishkek, state: KGZ }\nhost: KGZ\nchair: { state: STATE }\n${CITATIONS}`;
const meeting = (state: string, date: string) => CHAIR + MEETING.replace('STATE', state).replace('DATE', date);

/** Meetings that the state in the chair of the organization presides over; others choose for themselves. */
const LEVELS: readonly string[] = [
  'heads-of-state',
  'foreign-ministers',
  'defence-ministers',
  'security-council-secretaries',
];
const FORMATS: readonly string[] = ['regular', 'extraordinary', 'informal', 'jubilee'];

export const summitChairMismatch: Rule = {
  name: 'summit-chair-mismatch',
  severity: 'warning',
  title: 'A meeting is chaired by another state than its organization.',
  kinds: ['summit'],
  docs: {
    what: 'A meeting of heads of state, foreign or defence ministers or secretaries of security councils whose `chair` is a state that certainly was not in the chair of the organization on that day. On the day of a hand-over both states are right. Where no term is known for the day, nothing is reported, nor where the host presides over a meeting outside the regular series. Conferences, forums and audiences are left alone.',
    why: 'The meeting and the chairmanship contradict each other, so that one of the two tells a reader the wrong thing.',
    fix: 'Name the state that was in the chair, or correct the chairmanship. The host is not always in the chair.',
  },
  examples: {
    wrong: [meeting('⟦UZB⟧', '2025-09-12')],
    right: [meeting('KGZ', '2025-09-12'), meeting('AZE', '2025-10-07')],
  },
  *check(document, reader) {
    const { record } = document;
    const state = record ? mapIn(record.value.chair).state : undefined;
    const name = stateName(reader, state);
    const date = edtfIn(record?.value.date);
    if (!record || typeof state !== 'string' || name === undefined || !date || isReversed(date)) return;
    const chaired = isPresidedOver(record.value, state) ? chairedOn(reader, record.value, date) : undefined;
    if (!chaired || chaired.terms.some((term) => mayBe(term, state, date))) return;
    const term = certainTerm(reader, chaired.terms, date);
    const span = document.spanOf(['chair', 'state']);
    if (!term || document.isDoubtful(span)) return;
    const chair = stateName(reader, term.state)!;
    yield {
      span,
      message: l10n.t(
        '{0}, not {1}, was in the chair of {2} {3}: correct this, or the chairmanship.',
        chair,
        name,
        shortName(chaired.organization),
        when(date),
      ),
      related: [
        {
          kind: 'chairmanship',
          id: term.id,
          path: ['state'],
          message: l10n.t('In the chair: {0}, {1}', chair, inWords(timeOf(term))),
        },
      ],
    };
  },
};

/** Whether it goes without saying that the state in the chair of the organization presides. */
function isPresidedOver(summit: YamlRecord, state: string): boolean {
  const format = textIn(summit.format);
  if (isCalledOff(summit.status) || (format !== undefined && !FORMATS.includes(format))) return false;
  return format === REGULAR || summit.host !== state;
}

/** The organization whose chair presides over a meeting, with the terms around its date. */
function chairedOn(reader: Reader, summit: YamlRecord, date: EdtfDate) {
  const line = lineage(reader, bodyOf(summit.body, summit.organization) ?? '');
  const level = textIn(line[0]?.get('level')) ?? textIn(summit.level) ?? '';
  for (const organization of line) {
    // A body with a chair of its own is chaired by it, whatever its level.
    if (organization.id !== summit.body && !LEVELS.includes(level)) return undefined;
    const terms = termsAround(reader, organization.id, date);
    if (terms.length > 0) return { organization, terms };
  }
  return undefined;
}

/** Whether a term may be that of a state on a date. */
function mayBe(term: TermInTime, state: string, date: EdtfDate): boolean {
  return (term.state === state || term.state === null) && overlaps(timeOf(term), date) !== 'no';
}

/** The term that certainly lasted on a date. On its first or last day another one may, unless that is known as well. */
function certainTerm(reader: Reader, terms: readonly TermInTime[], date: EdtfDate): TermInTime | undefined {
  const lasting = terms.filter((term) => isIn(reader, term, date));
  return lasting.length > 1 ? lasting[0] : lasting.find((term) => isInside(term, date));
}

/** Whether a term certainly lasted on a date; one without an end lasts until today, if no other has begun. */
function isIn(reader: Reader, term: TermInTime, date: EdtfDate): boolean {
  const from = dateOf(term.from);
  if (!from || (!term.to && !term.isLast)) return false;
  return isWithin(date, between(from, dateOf(term.to) ?? reader.today)) === 'yes';
}

function isInside({ from, to }: TermInTime, date: EdtfDate): boolean {
  const end = dateOf(to);
  return isBefore(dateOf(from)!, date) === 'yes' && (!end || isBefore(date, end) === 'yes');
}
