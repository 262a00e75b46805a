/** Reports dates whose year is not in the source's words, and which do not say where it is from. */

import * as l10n from '@vscode/l10n';
import { type EdtfDate, parseEdtf } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { DocumentEdit, Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import { addValue } from './support/additions.ts';
import { rewriteAt } from './support/fixes.ts';
import { textIn } from './support/values.ts';
import { namesYear, wordingOf } from './support/wording.ts';
import { shortened } from './support/words.ts';

const SUMMIT =
  'kind: summit\nid: ots-security-secretaries-2025-bishkek\nname: Meeting of the Security Council Secretaries\norganization: ots\nstatus: held\n';
const CITATIONS = 'citations: [{ source: example-report }]\n';

export const unmarkedInference: Rule = {
  name: 'unmarked-inference',
  severity: 'warning',
  title: 'A year that the source does not give is not marked.',
  docs: {
    what: 'A date in the long form whose `text` has no year while its `value` has one, and whose `basis` is missing or `stated`.',
    why: 'Readers take the year for the words of the source, when it is the conclusion of an editor and may be wrong.',
    fix: 'Write `basis: resolved` where the year follows from the date of the source itself, `basis: inferred` where it is known from elsewhere.',
  },
  examples: {
    wrong: [
      `${SUMMIT}date:\n  value: ⟦2025-09-12⟧\n  text: September 12\n${CITATIONS}`,
      `${SUMMIT}date: { value: ⟦2025-09-12⟧, text: September 12, basis: stated }\n${CITATIONS}`,
    ],
    right: [
      `${SUMMIT}date: { value: 2025-09-12, text: September 12, basis: inferred }\n${CITATIONS}`,
      `${SUMMIT}date: { value: 2025-09-12, text: "September 12, 2025" }\n${CITATIONS}`,
    ],
  },
  concerns: ({ record }) => record !== undefined && record.longDates.length > 0,
  *check(document) {
    for (const { path, map, withTime } of document.record?.longDates ?? []) {
      const text = textIn(map.text);
      const isMarked = map.basis !== undefined && map.basis !== 'stated';
      const date = parseEdtf(map.value, withTime);
      if (text === undefined || isMarked || !date || namesYear(text)) continue;
      const [span, wording] = [document.markOf([...path, 'value']), document.markOf([...path, 'text'])];
      if (document.isDoubtful(span) || document.isDoubtful(wording)) continue;
      yield {
        span,
        message: l10n.t(
          '`{0}` gives no year: say in `basis` whether {1} is `resolved` or `inferred`.',
          shortened(text),
          yearOf(date),
        ),
        fixes: () => bases(text).map((basis) => marking(document, path, basis)),
      };
    }
  },
};

function yearOf({ start, end }: EdtfDate): string {
  const years = [start, end].flatMap(({ text }) => /^\d{4}/.exec(text)?.[0] ?? []);
  return years[0] ? `\`${years[0]}\`` : l10n.t('the date');
}

/** A year that the text counts from the day of the report is resolved; any other may just as well be inferred. */
function bases(text: string): readonly string[] {
  const isRelative = wordingOf(text)?.years.length === 0;
  return isRelative ? ['resolved', 'inferred'] : ['inferred', 'resolved'];
}

function marking(document: SourceDocument, path: Path, basis: string): Fix {
  const at = [...path, 'basis'];
  const written: DocumentEdit[] = rewriteAt(document, at, basis);
  const edits = written.length > 0 ? written : addValue(document, path, 'basis', basis);
  return { title: l10n.t('Write `basis: {0}`', basis), edits };
}
