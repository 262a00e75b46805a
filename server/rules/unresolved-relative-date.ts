/** Reports dates of which there are only words that count from the day of the report, such as "next year". */

import * as l10n from '@vscode/l10n';
import { inWords } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { LongDate } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { addValue } from './support/additions.ts';
import { type Publication, publicationsFor } from './support/evidence.ts';
import { rewriteAt } from './support/fixes.ts';
import { isRelative, resolve } from './support/relative-dates.ts';
import { textIn } from './support/values.ts';
import { shortened } from './support/words.ts';

const SOURCE =
  'kind: source\nid: report-2025-10-07\ntitle: A forum for Almaty\npublisher: Example News\npublished: 2025-10-07\n';
const SUMMIT =
  'kind: summit\nid: creative-economy-forum\nname: Creative Economy Forum\norganization: ots\nformat: forum\nstatus: planned\n';
const CITATIONS = 'citations: [{ source: report-2025-10-07 }]\n';

export const unresolvedRelativeDate: Rule = {
  name: 'unresolved-relative-date',
  severity: 'hint',
  title: 'A relative date is not resolved.',
  docs: {
    what: 'A date in the long form that has no `value`, and whose `text` counts from the day of the report: "next year", "tomorrow", "in the second half of the year".',
    why: 'Without a value the record has no place on the timeline, and nothing can be compared with it.',
    fix: 'Count from the date of the source, write the result as `value`, and `basis: resolved` beside it.',
  },
  examples: {
    wrong: [`${SUMMIT}date: { text: ⟦next year⟧ }\n${CITATIONS}---\n${SOURCE}`],
    right: [
      `${SUMMIT}date: { value: 2026, text: next year, basis: resolved }\n${CITATIONS}---\n${SOURCE}`,
      `${SUMMIT}date: { text: to be announced }\n${CITATIONS}---\n${SOURCE}`,
    ],
  },
  concerns: ({ record }) => record !== undefined && record.longDates.length > 0,
  *check(document, reader) {
    const { record } = document;
    for (const long of record?.longDates ?? []) {
      const text = textIn(long.map.text);
      if (!record || text === undefined || long.map.value !== undefined || !isRelative(text)) continue;
      const path = [...long.path, 'text'];
      const span = document.markOf(path);
      if (document.isDoubtful(span)) continue;
      const reports = publicationsFor(record, long.path, reader);
      yield {
        span,
        message: messageOf(shortened(text), reports),
        related: reports.map(({ id, path, date }) => ({
          kind: 'source',
          id,
          path,
          message: l10n.t('The report: {0}', inWords(date)),
        })),
        fixes: () => resolutions(document, long, text, reports),
      };
    }
  },
};

/** Tells the day of the report where all are of one. */
function messageOf(text: string, reports: readonly Publication[]): string {
  const [day, ...others] = new Set(reports.map(({ date }) => inWords(date)));
  return day && others.length === 0
    ? l10n.t('`{0}` counts from the day of the report ({1}): write as `value` what it means.', text, day)
    : l10n.t('`{0}` counts from the day of the report: write as `value` what it means.', text);
}

function resolutions(document: SourceDocument, long: LongDate, text: string, reports: readonly Publication[]): Fix[] {
  const values = new Set(reports.flatMap(({ date }) => resolve(text, date) ?? []));
  return [...values].map((value) => {
    const marked = rewriteAt(document, [...long.path, 'basis'], 'resolved');
    const basis = marked.length > 0 ? marked : addValue(document, long.path, 'basis', 'resolved');
    return { title: l10n.t('Write `{0}`', value), edits: [...addValue(document, long.path, 'value', value), ...basis] };
  });
}
