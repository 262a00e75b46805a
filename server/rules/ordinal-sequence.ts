/** Reports numbers of meetings that are repeated, out of date order, or skip others in a body's numbered series. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { replacing } from './support/fixes.ts';
import { type Flaw, flaws } from './support/numbering.ts';
import { bodyOf, ordinalIn } from './support/series.ts';

const GABALA =
  'kind: summit\nid: ots-summit-2025-gabala\nname: Gabala summit of the OTS\norganization: ots\nbody: ots-chs\nformat: regular\n';
const GABALA_REST =
  'status: held\ndate: 2025-10-07\nplace: { city: Gabala, state: AZE }\nhost: AZE\ncitations: [{ source: example-report }]\n';
const BISHKEK =
  'kind: summit\nid: ots-summit-2024-bishkek\nname: Bishkek summit of the OTS\norganization: ots\nbody: ots-chs\nformat: regular\n';
const BISHKEK_REST =
  'status: held\ndate: 2024-11-06\nplace: { city: Bishkek, state: KGZ }\nhost: KGZ\ncitations: [{ source: example-report }]\n';
const EXAMPLE = `${BISHKEK}ordinal: BISHKEK\n${BISHKEK_REST}---\n${GABALA}ordinal: GABALA\n${GABALA_REST}`;
const numbered = (bishkek: string, gabala: string) => EXAMPLE.replace('BISHKEK', bishkek).replace('GABALA', gabala);

export const ordinalSequence: Rule = {
  name: 'ordinal-sequence',
  severity: 'error',
  title: "A meeting's number is repeated, out of date order, or skips one.",
  kinds: ['summit'],
  docs: {
    what: "Within the numbered series of one body: a number that another meeting has, or that certainly contradicts the order of the dates. A number that nobody has, between two that stand in the dataset, is a warning. A dataset may begin anywhere in a series; meetings without a number may have the missing one; cancelled and postponed ones do not count, nor do those that are not of the body's regular sort.",
    why: 'People and documents refer to a meeting by its number. A wrong one sends them to another meeting, and the next one is counted wrongly in turn.',
    fix: 'Take the number that is next in the series, correct the date, or add the meeting that is missing.',
  },
  examples: {
    wrong: [numbered('11', '⟦11⟧'), numbered('12', '⟦11⟧'), numbered('11', '⟦13⟧')],
    right: [numbered('11', '12'), `${BISHKEK}ordinal: 11\n${BISHKEK_REST}---\n${GABALA}${GABALA_REST}`],
  },
  *check(document, reader) {
    const { record } = document;
    if (record?.id === undefined) return;
    const ordinal = ordinalIn(record.value.ordinal);
    const body = bodyOf(record.value.body, record.value.organization);
    if (ordinal === undefined || body === undefined) return;
    const part = reader.overview(flaws, body, record.id);
    const span = part && document.spanOf(['ordinal']);
    if (!span || document.isDoubtful(span)) return;
    const { suggestion } = part;
    yield {
      span,
      message: messageOf(ordinal, part),
      ...(part.flaw === 'skipping' && { severity: 'warning' as const }),
      related: [
        {
          kind: 'summit',
          id: part.other,
          path: ['ordinal'],
          message: l10n.t('Number {0}: {1}', part.otherOrdinal, part.otherDate),
        },
      ],
      fixes: () => (suggestion === null ? [] : renumbering(document, suggestion)),
    };
  },
};

function renumbering(document: SourceDocument, ordinal: number): Fix[] {
  const node = document.yaml.place(['ordinal'])?.value;
  if (!node) return [];
  return [{ title: l10n.t('Write `{0}`', ordinal), edits: replacing(document, node, String(ordinal)) }];
}

function messageOf(ordinal: number, { flaw, otherOrdinal, otherDate, otherIsLater, missing }: Flaw): string {
  if (flaw === 'repeated') {
    return l10n.t(
      'Another meeting of this series ({0}) has number {1}, too: give one of them its own.',
      otherDate,
      ordinal,
    );
  }
  if (flaw === 'disordered') {
    return otherIsLater
      ? l10n.t(
          'Number {0} is out of order: a later meeting of this series ({1}) has number {2}.',
          ordinal,
          otherDate,
          otherOrdinal,
        )
      : l10n.t(
          'Number {0} is out of order: an earlier meeting of this series ({1}) has number {2}.',
          ordinal,
          otherDate,
          otherOrdinal,
        );
  }
  const [first = 0, last = 0] = missing;
  return first === last
    ? l10n.t(
        'No meeting of this series has number {0}: the one before this ({1}) has number {2}. Correct the number, or add what is missing.',
        first,
        otherDate,
        otherOrdinal,
      )
    : l10n.t(
        'No meeting of this series has a number from {0} to {1}: the one before this ({2}) has number {3}. Correct the number, or add what is missing.',
        first,
        last,
        otherDate,
        otherOrdinal,
      );
}
