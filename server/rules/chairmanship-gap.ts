/** Reports times between two terms in which nobody is in the chair. */
import * as l10n from '@vscode/l10n';
import { earliest, inWords, isBefore, latest } from '../dataset/dates/edtf.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { dateIn } from './support/dates.ts';
import { boundBeyond } from './support/existence.ts';
import { wrongHandover } from './support/handover.ts';
import { lineage, shortName } from './support/organizations.ts';
import { type Chair, chairIn, chairsBeside, dateOf, stateName } from './support/terms.ts';

const CITATIONS = 'citations: [{ source: example-report }]\n';
const TUR = `kind: chairmanship\nid: ots-chair-2021-tur\norganization: ots\nstate: TUR\nfrom: 2021-11-12\nto: 2022-11-11\n${CITATIONS}---\n`;
const KAZ = `kind: chairmanship\nid: ots-chair-2023-kaz\norganization: ots\nstate: KAZ\nfrom: FROM\n${CITATIONS}`;
const UZB = `kind: chairmanship\nid: ots-chair-2022-uzb\norganization: ots\nstate: UZB\nfrom: 2022-11-11\nto: 2023-11-03\n${CITATIONS}---\n`;

export const chairmanshipGap: Rule = {
  name: 'chairmanship-gap',
  severity: 'warning',
  title: 'Nobody is in the chair between two terms.',
  kinds: ['chairmanship'],
  docs: {
    what: 'A term in the chair of an organization that certainly begins more than a day after every earlier one has ended. A term without an end, or without a date, may fill the time; the future may stay open.',
    why: 'Either a term is missing, or a date is wrong. Whoever asks who was in the chair then gets no answer.',
    fix: 'Add the term that is missing, or correct the end of the one or the beginning of the other.',
  },
  examples: {
    wrong: [TUR + KAZ.replace('FROM', '⟦2023-11-03⟧')],
    right: [TUR + UZB + KAZ.replace('FROM', '2023-11-03'), TUR + KAZ.replace('FROM', '2022')],
  },
  *check(document, reader) {
    const chair = chairIn(document);
    const from = dateIn(chair?.get('from'), ['from']);
    const organization = chair?.get('organization');
    if (chair?.id === undefined || !from || typeof organization !== 'string') return;
    const before = reader.overview(chairsBeside, organization, chair.id)?.before;
    const end = before && dateOf(before.to);
    if (!end || latest(end.end) + 1 >= earliest(from.date.start)) return;
    const line = lineage(reader, organization);
    const [body] = line;
    if (!body || [end, from.date].some((date) => boundBeyond(line, date))) return;
    if (isBefore(end, reader.today) !== 'yes' || isToldOtherwise(reader, chair)) return;
    const span = document.spanOf(from.path);
    if (document.isDoubtful(span)) return;
    const name = stateName(reader, before.state) ?? l10n.t('the last chair known');
    yield {
      span,
      message: l10n.t(
        'Nobody chairs {0} between {1}, when {2} left the chair, and {3}: add the term in between, or correct the dates.',
        shortName(body),
        inWords(end),
        name,
        inWords(from.date),
      ),
      related: [
        {
          kind: 'chairmanship',
          id: before.id,
          path: before.to!.path,
          message: l10n.t('The term before ended: {0}', inWords(end)),
        },
      ],
    };
  },
};

/** Whether another problem explains the gap: a term before this one that is not known here, or a beginning on a wrong day. */
function isToldOtherwise(reader: Reader, chair: Chair): boolean {
  const named = chair.get('predecessor');
  const predecessor = typeof named === 'string' ? reader.find('chairmanship', named) : undefined;
  if (named !== undefined && predecessor?.get('organization') !== chair.get('organization')) return true;
  return wrongHandover(reader, chair) !== undefined;
}
