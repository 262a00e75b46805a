/** Reports periods that end before they start. */

import * as l10n from '@vscode/l10n';
import { inWords, isBefore, isReversed, parseEdtf } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { type Part, type Schema, walkTo } from '../dataset/schema.ts';
import type { Path, YamlRecord } from '../dataset/yaml/tree.ts';
import { dateIn } from './support/dates.ts';
import { inDocument, rewriteAt } from './support/fixes.ts';

export const intervalReversed: Rule = {
  name: 'interval-reversed',
  severity: 'error',
  title: 'A period ends before it starts.',
  docs: {
    what: 'A period such as `2024-11/2024-10-31`, or a pair of `from` and `to`, whose end is certainly earlier than its start. Where coarse dates leave it open, nothing is reported.',
    why: 'Such a period holds no day at all, so every question about who chaired or belonged when goes wrong.',
    fix: 'Swap the two dates, or correct the one that is wrong.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nfounded:\n  signed: ⟦2009-10-03/2009-10-02⟧\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - { state: KAZ, status: member, from: 2025, to: ⟦2024-10-31⟧ }\n',
    ],
    right: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - { state: KAZ, status: member, from: 2024-10-31, to: 2024 }\n',
    ],
  },
  *check(document) {
    const { record } = document;
    if (!record) return;
    for (const { path, value } of record.dates) {
      if (typeof value !== 'string' || !value.includes('/')) continue;
      const date = parseEdtf(value);
      if (!date || !isReversed(date)) continue;
      const swapped = date.text.split('/').reverse().join('/');
      yield* finding(
        document,
        path,
        l10n.t('This period ends before it starts: `{0}` would be the right way round.', swapped),
        () => [{ title: l10n.t('Write `{0}`', swapped), edits: rewriteAt(document, path, swapped) }],
      );
    }
    if (record.dates.length < 2) return;
    for (const part of walkTo(record.kind, record.value, hasPeriod)) yield* pairFindings(document, part);
  },
};

function hasPeriod({ properties }: Schema): boolean {
  return properties.get('from')?.format === 'edtf' && properties.get('to')?.format === 'edtf';
}

/** Compares `from` and `to` of a map that may have both. */
function* pairFindings(document: SourceDocument, { path, value }: Part): Generator<Finding> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const map = value as YamlRecord;
  const from = dateIn(map.from, [...path, 'from']);
  const to = dateIn(map.to, [...path, 'to']);
  if (!from || !to || isReversed(from.date) || isReversed(to.date) || isBefore(to.date, from.date) !== 'yes') return;
  const message = l10n.t('This ends ({0}) before it starts ({1}).', inWords(to.date), inWords(from.date));
  yield* finding(document, to.path, message, () => swap(document, from.path, to.path));
}

function* finding(document: SourceDocument, path: Path, message: string, fixes: () => Fix[]): Generator<Finding> {
  const span = document.spanOf(path);
  if (!document.isDoubtful(span)) yield { span, message, fixes };
}

function swap(document: SourceDocument, a: Path, b: Path): Fix[] {
  const [first, second] = [a, b].map((path) => document.yaml.place(path)?.value);
  if (!first || !second) return [];
  const textOf = ({ start, end }: { start: number; end: number }) => document.yaml.text.slice(start, end);
  const edits = [
    { span: { start: first.start, end: first.end }, text: textOf(second) },
    { span: { start: second.start, end: second.end }, text: textOf(first) },
  ];
  return [{ title: l10n.t('Swap `from` and `to`'), edits: inDocument(document, edits) }];
}
