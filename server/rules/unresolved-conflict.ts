/** Reports dates that sources state differently, where nobody has said which of them counts, and why. */

import * as l10n from '@vscode/l10n';
import { inWords, isReversed, overlaps, parseEdtf } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { LongDate } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { type Claim, claimsIn, conflictsOverMeeting } from './support/claims.ts';
import { textIn } from './support/values.ts';

const SUMMIT =
  'kind: summit\nid: csto-csc-2024-astana\nname: CSTO session in Astana\norganization: csto\nstatus: held\n';
const CHAIR =
  '---\nkind: chairmanship\nid: csto-chair-2025-kgz\norganization: csto\nstate: KGZ\nfrom: 2025-01-01\ncitations: [{ source: example-report }]\ndecided:\n  summit: csto-csc-2024-astana\n';
const CITATIONS = 'citations: [{ source: example-report }]\n';
const RESOLVED = 'value: 2024-11-28, basis: resolved';

export const unresolvedConflict: Rule = {
  name: 'unresolved-conflict',
  severity: 'warning',
  title: 'Dates contradict each other, and nothing says which counts.',
  docs: {
    what: 'A date whose `stated` (what the source says) is another day than its `value`, with neither a `basis` other than `stated` nor a `note`. Or two records that have different `stated` dates for one meeting, neither of which keeps the other date and says why in a `note`.',
    why: 'The next reader finds two dates and has to do the work again, or takes the wrong one.',
    fix: 'Find out which date is right, keep it as `value`, and write in `note` how you know.',
  },
  examples: {
    wrong: [
      `${SUMMIT}date: { value: 2024-11-28, stated: ⟦2024-11-24⟧ }\n${CITATIONS}`,
      `${SUMMIT}date: { ${RESOLVED}, stated: 2024-11-28 }\n${CITATIONS}${CHAIR}  date: { ${RESOLVED}, stated: ⟦2024-11-24⟧ }\n`,
    ],
    right: [
      `${SUMMIT}date: { ${RESOLVED}, stated: 2024-11-24 }\n${CITATIONS}`,
      `${SUMMIT}date: { ${RESOLVED}, stated: 2024-11-28 }\n${CITATIONS}${CHAIR}  date: { ${RESOLVED}, stated: 2024-11-24, note: The session was on the 28th. }\n`,
    ],
  },
  // What is stated stands in the long form of a date.
  concerns: ({ record }) => record !== undefined && record.longDates.length > 0,
  *check(document, reader) {
    const record = document.record!;
    for (const long of record.longDates) yield* ownConflict(document, long);
    for (const claim of claimsIn(record.kind, (name) => record.value[name])) {
      yield* otherConflict(document, reader, claim);
    }
  },
};

function* ownConflict(document: SourceDocument, { path, map, withTime }: LongDate): Generator<Finding> {
  const [value, stated] = [parseEdtf(map.value, withTime), parseEdtf(map.stated, withTime)];
  if (!value || !stated || isReversed(value) || isReversed(stated) || overlaps(value, stated) !== 'no') return;
  const isExplained = (map.basis !== undefined && map.basis !== 'stated') || textIn(map.note) !== undefined;
  const span = document.spanOf([...path, 'stated']);
  if (isExplained || document.isDoubtful(span) || document.isDoubtful(document.spanOf([...path, 'value']))) return;
  yield {
    span,
    message: l10n.t(
      'The source has {0}, and {1} is kept here: say in `note` why, and in `basis` how you know.',
      inWords(stated),
      inWords(value),
    ),
  };
}

/** Another record's date for the meeting that a claim is about; told of the later of the two in the order of overviews. */
function* otherConflict(document: SourceDocument, reader: Reader, claim: Claim): Generator<Finding> {
  const { record } = document;
  const conflicts = reader.overview(conflictsOverMeeting, claim.meeting, `${record?.kind}/${record?.id}`) ?? [];
  const conflict = conflicts.find(({ at }) => at === claim.path.join('.'));
  const span = document.spanOf([...claim.path, 'stated']);
  if (!conflict || document.isDoubtful(span)) return;
  const other = inWords(parseEdtf(conflict.stated)!);
  yield {
    span,
    message: l10n.t(
      'Another record states {0} for this meeting: find out which is right, and say in `note` how you know.',
      other,
    ),
    related: [
      { kind: conflict.kind, id: conflict.id, path: conflict.path, message: l10n.t('Stated there: {0}', other) },
    ],
  };
}
