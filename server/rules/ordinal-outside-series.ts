/** Reports numbers on meetings that are no part of their body's numbered series. */

import * as l10n from '@vscode/l10n';
import { inWords, isReversed } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix, Related } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import { schemaAt } from '../dataset/schema.ts';
import { follow, keyText, type Path } from '../dataset/yaml/tree.ts';
import { dateIn } from './support/dates.ts';
import { removal } from './support/fixes.ts';
import { begunLater, bodyOf, countedFormats, ordinalIn, type Series, seriesOf } from './support/series.ts';
import { listed } from './support/words.ts';

const MEETING =
  'kind: summit\nid: ots-informal-summit-2024-shusha\nname: Informal summit of the OTS in Shusha\norganization: ots\nbody: ots-chs\nlevel: heads-of-state\nformat: informal\n';
const REST =
  'status: held\ndate: 2024-07-06\nplace: { city: Shusha, state: AZE }\nhost: AZE\ncitations: [{ source: example-report }]\n';
const EARLIER =
  'kind: summit\nid: turkic-summit-2010-istanbul\nname: Istanbul summit\norganization: ots\nbody: ots-chs\nformat: regular\n';
const EARLIER_REST =
  'status: held\ndate: 2010-09-16\nplace: { city: Istanbul, state: TUR }\nhost: TUR\ncitations: [{ source: example-report }]\n';

const FORMATS = new Set<unknown>(schemaAt('summit', ['format'])!.values.map(({ value }) => value));

export const ordinalOutsideSeries: Rule = {
  name: 'ordinal-outside-series',
  severity: 'warning',
  title: "A meeting outside its body's numbered series has a number.",
  kinds: ['summit'],
  docs: {
    what: "A meeting with an `ordinal` whose `format` is not the one that its body numbers: the one in the organization's `series`, or `regular` where nothing is said. Likewise a meeting that certainly took place before the first one of that series.",
    why: 'Informal and extraordinary meetings have no number of their own. One that carries a number takes it from a regular meeting, and every list of them is wrong from there on.',
    fix: 'Remove the number, or correct the format.',
  },
  examples: {
    wrong: [`${MEETING}ordinal: ⟦11⟧\n${REST}`, `${EARLIER}ordinal: ⟦10⟧\n${EARLIER_REST}`],
    right: [`${MEETING}${REST}`, `${MEETING.replace('informal\n', 'regular\n')}ordinal: 11\n${REST}`],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record || ordinalIn(record.value.ordinal) === undefined) return;
    const body = bodyOf(record.value.body, record.value.organization);
    if (body === undefined) return;
    const reason = wrongFormat(document, reader, body) ?? tooEarly(document, reader, body);
    const span = reason && document.spanOf(['ordinal']);
    if (span && !document.isDoubtful(span)) yield { span, ...reason };
  },
};

type Reason = Omit<Finding, 'span'>;

function wrongFormat(document: SourceDocument, reader: Reader, body: string): Reason | undefined {
  const { format } = document.record!.value;
  const series = seriesOf(reader, body);
  const counted = countedFormats(series);
  if (typeof format !== 'string' || !FORMATS.has(format) || counted.has(format)) return undefined;
  return {
    message: l10n.t(
      'Meetings that are `{0}` have no number here, as only {1} ones are counted: remove it, or correct `format`.',
      format,
      listed([...counted], 'and'),
    ),
    related: series.map((one) => pointer(one, one.path, l10n.t('The series that is counted'))),
    fixes: () => withoutOrdinal(document, true),
  };
}

function tooEarly(document: SourceDocument, reader: Reader, body: string): Reason | undefined {
  const { format, date: value } = document.record!.value;
  const held = dateIn(value, ['date']);
  if (!held || isReversed(held.date)) return undefined;
  const series = begunLater(seriesOf(reader, body), format, held.date);
  if (!series?.first) return undefined;
  const began = inWords(series.first.date);
  return {
    message: l10n.t(
      'The first meeting of this series was on {0}, so this one has no number in it: remove it, or correct the date.',
      began,
    ),
    related: [pointer(series, series.first.path, l10n.t('The first meeting of the series: {0}', began))],
    fixes: () => withoutOrdinal(document, false),
  };
}

function pointer({ organization: { kind, id } }: Series, path: Path, message: string): Related {
  return { kind, id, path, message };
}

function withoutOrdinal(document: SourceDocument, certain: boolean): Fix[] {
  const root = follow(document.yaml.root);
  const pair = root?.type === 'map' && root.pairs.find(({ key }) => keyText(key) === 'ordinal');
  return pair ? removal(document, root, pair, l10n.t('Remove `ordinal`'), certain) : [];
}
