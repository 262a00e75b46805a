/** Reports dates that are not EDTF, and days that do not exist. */

import * as l10n from '@vscode/l10n';
import { counted, listed as inRow } from '../../l10n/language.ts';
import { inWords, monthInWords, parseEdtf } from '../dataset/dates/edtf.ts';
import { type ImpossibleDate, impossibleDate, repairDate } from '../dataset/dates/repair.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding } from '../dataset/problem.ts';
import type { DateField } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { MANIFEST, schemaAt, walk } from '../dataset/schema.ts';
import { follow, type Path } from '../dataset/yaml/tree.ts';
import { rewriteAt } from './support/fixes.ts';
import { shortened } from './support/words.ts';

export const badDate: Rule = {
  name: 'bad-date',
  severity: 'error',
  title: 'A date is not written in EDTF, or does not exist.',
  docs: {
    what: 'A date that is not EDTF (ISO 8601-2), such as `2025-8-1`, `7 Oct 2025` or `2017-H2`, and a day that the calendar does not have.',
    why: 'Such a date cannot be compared with others or placed on a timeline, and `07.10.2025` is two different days to two readers.',
    fix: 'Write `2025-10-07`, `2025-10` or `2025`; `2017-33` to `2017-36` for quarters, `2017-40` and `2017-41` for halves of a year; `2025-08-31/2025-09-01` for a period. Wording that is not resolved yet goes into `{ text: … }`.',
  },
  examples: {
    wrong: [
      'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\noffices:\n  - { title: President, state: KGZ, from: ⟦2025-8-1⟧ }\n',
      'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\noffices:\n  - title: President\n    state: KGZ\n    from: ⟦2025-02-30⟧\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nfounded: { signed: { value: ⟦2017-H2⟧, text: in the second half of 2017 } }\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\ndissolved: ⟦07.10.2025⟧\n',
    ],
    right: [
      'kind: person\nid: sadyr-japarov\nname: Sadyr Japarov\noffices:\n  - { title: President, state: KGZ, from: 2021-01-28 }\n  - { title: Prime Minister, state: KGZ, from: 2020-10, to: 2020-11~ }\n  - { title: Adviser, state: KGZ, from: { text: some years earlier } }\n',
    ],
  },
  *check(document) {
    for (const field of datesOf(document)) {
      const text = asWritten(document, field);
      if (parseEdtf(text, field.withTime)) continue;
      const span = document.spanOf(field.path);
      if (!document.isDoubtful(span)) yield { span, ...badDateFinding(document, field, text) };
    }
  },
};

/** What YAML reads as a number is judged as it is written: `10.2025` is no fraction, and `0x7E9` no year. */
function asWritten(document: SourceDocument, { path, value }: DateField): string {
  if (typeof value !== 'number') return value;
  // Nearly every number here is a year, and stands in the text as it is; the tree is not read again for those.
  const isYear =
    parseEdtf(value) !== undefined && new RegExp(`(?<![\\w+.-])${value}(?![\\w.])`).test(document.yaml.text);
  const node = isYear ? undefined : follow(document.yaml.place(path)?.value);
  return node?.type === 'scalar' ? document.yaml.text.slice(node.start, node.end) : String(value);
}

/** Date fields of a record, or of the manifest. */
function datesOf(document: SourceDocument): readonly DateField[] {
  if (document.record) return document.record.dates;
  if (document.role !== 'manifest') return [];
  return [...walk(MANIFEST, document.yaml.value)].flatMap(({ path, value, schema }) =>
    schema.format === 'edtf' && (typeof value === 'string' || typeof value === 'number')
      ? [{ path, value, withTime: false }]
      : [],
  );
}

function badDateFinding(document: SourceDocument, field: DateField, text: string): Omit<Finding, 'span'> {
  const { dates } = repairDate(text, field.withTime);
  const losesTime = !field.withTime && hasTime(text);
  return {
    message: messageFor(text, dates, losesTime) ?? notADate(shortened(text), wordingAdvice(document, field.path)),
    fixes: () =>
      dates.map((date) => ({
        title: l10n.t('Write {0}', date),
        edits: rewriteAt(document, field.path, date),
        certain: dates.length === 1 && !losesTime,
      })),
  };
}

/** Whether a text would be a date if only a time of day were welcome. */
function hasTime(text: string): boolean {
  return [text, ...repairDate(text, true).dates].some((date) => parseEdtf(date, true) && !parseEdtf(date));
}

function notADate(text: string, wording: string | undefined): string {
  return wording === undefined
    ? l10n.t('`{0}` is not an EDTF date: write it like `2025-10-07`, `2025-10` or `2025`.', text)
    : l10n.t(
        '`{0}` is not an EDTF date: write it like `2025-10-07`, `2025-10` or `2025`, or keep the wording as `{1}`.',
        text,
        wording,
      );
}

/** Where the source's wording may stay, if the field has such a place. */
function wordingAdvice(document: SourceDocument, path: Path): string | undefined {
  if (path.at(-1) === 'value') return 'text';
  const isLong = schemaAt(document.schema ?? '', path)?.properties.has('text');
  return isLong ? '{ text: … }' : undefined;
}

/** What to say of a text that can be read, or whose day cannot be; nothing where all there is to say is what a date looks like. */
function messageFor(text: string, dates: readonly string[], losesTime: boolean): string | undefined {
  const shown = shortened(text);
  const [first, ...others] = dates;
  if (text.trim() === '') return l10n.t('This date is empty: write one such as `2025-10-07`, or remove the property.');
  if (first !== undefined && first === text.trim())
    return l10n.t('Blanks or line ends stand around this date: write `{0}`.', first);
  if (first !== undefined && losesTime) return l10n.t('A time of day does not belong here: write `{0}`.', first);
  if (first !== undefined && others.length === 0)
    return l10n.t('`{0}` is not an EDTF date: write `{1}`.', shown, first);
  if (first !== undefined)
    return l10n.t('`{0}` can be read in several ways: write {1}.', shown, inRow(dates.map(explained), 'disjunction'));
  const impossible = impossibleDate(text);
  return impossible && impossibleMessage(shown, impossible);
}

function explained(date: string): string {
  return `\`${date}\` (${inWords(parseEdtf(date)!)})`;
}

function impossibleMessage(shown: string, { year, month, days }: ImpossibleDate): string {
  if (days === undefined && month > 20) {
    return l10n.t(
      '`{0}` does not exist: months run from 01 to 12, quarters are 33 to 36, halves of a year 40 and 41.',
      shown,
    );
  }
  if (days === undefined) return l10n.t('`{0}` does not exist: months run from 01 to 12.', shown);
  return counted(
    days,
    l10n.t('`{1}` does not exist: {2} has {0} day.|`{1}` does not exist: {2} has {0} days.'),
    shown,
    monthInWords(year, month),
  );
}
