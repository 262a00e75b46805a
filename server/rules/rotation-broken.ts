/** Reports chairs that are not the next in the organization's rotation. */

import * as l10n from '@vscode/l10n';
import { listed } from '../../l10n/language.ts';
import { type EdtfDate, earliest, isBefore, isReversed, latest, overlaps } from '../dataset/dates/edtf.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { edtfIn } from './support/dates.ts';
import { governing } from './support/handover.ts';
import { entriesOf, isFullMember, rosterOf } from './support/membership.ts';
import { shortName } from './support/organizations.ts';
import { type Chair, chairIn, dateOf, stateName, type Term, termBefore } from './support/terms.ts';
import { listIn } from './support/values.ts';

const CITATIONS = 'citations: [{ source: example-report }]\n';
const KGZ = `kind: chairmanship\nid: csto-chair-2025-kgz\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\nto: 2025-12-31\n${CITATIONS}---\n`;
const NEXT = `kind: chairmanship\nid: csto-chair-2026\norganization: csto\nstate: STATE\nfrom: 2026-01-01\n${CITATIONS}`;

export const rotationBroken: Rule = {
  name: 'rotation-broken',
  severity: 'hint',
  title: 'The chair does not go to the next in the rotation.',
  kinds: ['chairmanship'],
  docs: {
    what: 'A term in the chair that follows another one at once, and whose state is not the next in the `rotation` of the organization. Who was no member then is passed over; who took no part may be.',
    why: 'Organizations depart from their rotation now and then, but more often a term is missing, or a state has been mistaken for another.',
    fix: 'Correct the state or add the term in between. Where the order was not kept, say so in `exceptions`.',
  },
  examples: {
    wrong: [KGZ + NEXT.replace('STATE', '⟦TJK⟧')],
    right: [KGZ + NEXT.replace('STATE', 'RUS')],
  },
  *check(document, reader) {
    const chair = chairIn(document);
    const [state, organization] = [chair?.get('state'), chair?.get('organization')];
    const from = edtfIn(chair?.get('from'));
    if (!chair || !from || typeof state !== 'string' || typeof organization !== 'string') return;
    const ruling = governing(reader, organization, 'rotation');
    const before = ruling && termBefore(reader, chair);
    if (!before || before.state === null || isReversed(from) || !followsAtOnce(chair, from, before)) return;
    const next = nextInTurn(reader, ruling, before.state, from);
    const span = document.spanOf(['state']);
    if (!statesIn(ruling).includes(state) || next.length === 0 || next.includes(state) || document.isDoubtful(span))
      return;
    const [last = '', taken = '', ...due] = [before.state, state, ...next].map(
      (id) => stateName(reader, id) ?? `\`${id}\``,
    );
    yield {
      span,
      message: l10n.t(
        'After {0} the chair of {1} goes to {2}, not to {3}: correct the state, or add the term in between.',
        last,
        shortName(ruling),
        listed(due, 'disjunction'),
        taken,
      ),
      related: [
        {
          kind: 'organization',
          id: ruling.id,
          path: ['rotation'],
          message: l10n.t('The rotation of {0}', shortName(ruling)),
        },
        { kind: 'chairmanship', id: before.id, path: ['state'], message: l10n.t('The term before: {0}', last) },
      ],
    };
  },
};

/** Whether nobody was in the chair between two terms: the later one says so, or their dates adjoin. */
function followsAtOnce(chair: Chair, from: EdtfDate, before: Term): boolean {
  const [start, end] = [dateOf(before.from), dateOf(before.to)];
  if (start && isBefore(start, from) !== 'yes' && isBefore(from, start) !== 'unknown') return false;
  const [least, most] = end
    ? [earliest(from.start) - latest(end.end), latest(from.end) - earliest(end.end)]
    : [-Infinity, Infinity];
  if (chair.get('predecessor') !== undefined) return least <= 1 && most >= 0;
  return least >= 0 && most <= 1;
}

/** Who may come after a state on a day: the next member, or one before it that perhaps is none or takes no part. */
function nextInTurn(reader: Reader, organization: RecordView, state: string, day: EdtfDate): string[] {
  const rotation = statesIn(organization);
  const start = rotation.indexOf(state);
  if (start < 0) return [];
  const next: string[] = [];
  for (const candidate of [...rotation.slice(start + 1), ...rotation.slice(0, start)]) {
    const answer = takesTurn(reader, organization, candidate, day);
    if (answer !== 'no') next.push(candidate);
    if (answer === 'yes') break;
  }
  return next;
}

function takesTurn(reader: Reader, organization: RecordView, state: string, day: EdtfDate): 'yes' | 'no' | 'perhaps' {
  const roster = rosterOf(reader, organization.id);
  if (!roster) return 'yes';
  const entries = entriesOf(roster, state).filter(
    (entry) => isFullMember(entry) && overlaps(entry.period, day) !== 'no',
  );
  if (entries.length === 0) return 'no';
  const isSettled = entries.every(({ status, period }) => status === 'member' && overlaps(period, day) === 'yes');
  return isSettled ? 'yes' : 'perhaps';
}

function statesIn(organization: RecordView): string[] {
  return listIn(organization.get('rotation')).filter((state) => typeof state === 'string');
}
