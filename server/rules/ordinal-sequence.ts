/** Reports numbers of meetings that are repeated, out of date order, or skip others in a body's numbered series. */
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { inDocument } from './support/fixes.ts';
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
          message: `Number ${part.otherOrdinal}: ${part.otherDate}`,
        },
      ],
      fixes: () => (suggestion === null ? [] : renumbering(document, suggestion)),
    };
  },
};

function renumbering(document: SourceDocument, ordinal: number): Fix[] {
  const node = document.yaml.place(['ordinal'])?.value;
  if (!node) return [];
  const edit = { span: { start: node.start, end: node.end }, text: String(ordinal) };
  return [{ title: `Write \`${ordinal}\``, edits: inDocument(document, [edit]) }];
}

function messageOf(ordinal: number, { flaw, otherOrdinal, otherDate, otherIsLater, missing }: Flaw): string {
  if (flaw === 'repeated') {
    return `Another meeting of this series (${otherDate}) has number ${ordinal}, too: give one of them its own.`;
  }
  if (flaw === 'disordered') {
    const other = otherIsLater ? 'a later meeting' : 'an earlier meeting';
    return `Number ${ordinal} is out of order: ${other} of this series (${otherDate}) has number ${otherOrdinal}.`;
  }
  const [first, last] = missing;
  const skipped = first === last ? `number ${first}` : `a number from ${first} to ${last}`;
  return `No meeting of this series has ${skipped}: the one before this (${otherDate}) has number ${otherOrdinal}. Correct the number, or add what is missing.`;
}
