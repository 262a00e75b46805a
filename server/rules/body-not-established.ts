/** Reports bodies that act before the proposal to establish them has been adopted. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, isBefore, parseEdtf } from '../dataset/dates/edtf.ts';
import type { Overview, Reader, RecordView } from '../dataset/reader.ts';
import type { DatasetRecord } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { edtfIn, when } from './support/dates.ts';
import { DATED, dayOf } from './support/day.ts';
import { listIn, mapIn, textIn } from './support/values.ts';
import { sentence } from './support/words.ts';

const PROPOSAL =
  'kind: proposal\nid: kaz-ots-cybersecurity-council-2025\ntitle: Cybersecurity Council within the OTS\ntype: establish-body\nparties: [{ state: KAZ }]\naddressed_to: { organization: ots }\ndate: 2025-10-07\ndomains: [cybersecurity]\n';
const REST =
  'result: { organization: ots-cybersecurity-council }\ncitations: [{ source: example-report }]\n---\nkind: organization\nid: ots-cybersecurity-council\nname: OTS Cybersecurity Council\ntype: body\nparent: ots\n---\nkind: summit\nid: ots-cybersecurity-council-2025\nname: First meeting of the Cybersecurity Council\norganization: ots\n';
const HELD = 'status: held\ndate: 2025-10-20\ncitations: [{ source: example-report }]\n';

/** How far a proposal is once what it wants to set up may be there. */
const DONE = ['adopted', 'in-implementation', 'implemented'];
/** Statuses of a proposal that has gone on in another one, which may have set the body up. */
const ELSEWHERE = ['superseded', 'merged'];

export const bodyNotEstablished: Rule = {
  name: 'body-not-established',
  severity: 'warning',
  title: 'A body acts although it is only proposed.',
  kinds: DATED,
  docs: {
    what: 'A meeting, document, proposal or chairmanship names an organization that is the `result` of a proposal to establish it (`establish-body`, `establish-centre`, `establish-network`), and that proposal was not adopted yet on that day. The result of a proposal, a body whose record says when it was `founded`, and dates still to come are left alone.',
    why: 'What is only proposed cannot meet or decide anything: either the body is another one, or the adoption is missing.',
    fix: 'Name the body that is meant, or record in the proposal that it was adopted, and when.',
  },
  examples: {
    wrong: [`${PROPOSAL}status: proposed\n${REST}body: ⟦ots-cybersecurity-council⟧\n${HELD}`],
    right: [
      `${PROPOSAL}status: proposed\n${REST}${HELD}`,
      `${PROPOSAL}status: proposed\n${REST}body: ots-cybersecurity-council\n${HELD}`.replace(
        'status: held\ndate: 2025-10-20',
        'status: planned\ndate: 2026',
      ),
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    for (const { kind, id, path } of record.references) {
      if (kind !== 'organization' || (record.kind === 'proposal' && path[0] === 'result')) continue;
      const lack = lackOf(id, record, reader);
      const span = lack && document.spanOf(path);
      if (!span || document.isDoubtful(span)) continue;
      const related = [
        { kind: 'proposal', id: lack.proposal, path: ['status'], message: l10n.t('The proposal to establish it') },
      ];
      yield { span, message: lack.message, related };
    }
  },
};

/** A proposal to establish an organization, as far as it matters here. */
interface Founding extends YamlRecord {
  readonly proposal: string;
  /** Nothing where the proposal does not say how far it is. */
  readonly status: string | null;
  /** When it was first adopted, as EDTF. */
  readonly adopted: string | null;
}

/** The proposals that an organization is to come from. It has a single part, for all who name the organization. */
const foundings: Overview<readonly Founding[]> = {
  name: 'foundings',
  derive: (organization, reader) => {
    const found = reader.referrers('proposal', 'organization', organization).flatMap((proposal) => {
      const isResult = mapIn(proposal.get('result')).organization === organization;
      return isResult && textIn(proposal.get('type'))?.startsWith('establish-') ? [foundingOf(proposal, reader)] : [];
    });
    return new Map(found.length > 0 ? [['', found]] : []);
  },
};

function foundingOf(proposal: RecordView, reader: Reader): Founding {
  const days = listIn(proposal.get('history'))
    .map(mapIn)
    .filter(({ status }) => DONE.includes(textIn(status) ?? ''))
    .map(({ date, summit }) => {
      const meeting = typeof summit === 'string' ? reader.find('summit', summit) : undefined;
      return edtfIn(date) ?? edtfIn(meeting?.get('date'));
    });
  const known = days.filter((day) => day !== undefined).sort((a, b) => a.start.first - b.start.first);
  // A step whose day is not known may have been the first.
  const adopted = known.length === days.length ? known[0] : undefined;
  return { proposal: proposal.id, status: textIn(proposal.get('status')) ?? null, adopted: adopted?.text ?? null };
}

/** Why an organization certainly was not there on the day of a record, and the proposal that says so. */
function lackOf(id: string, record: DatasetRecord, reader: Reader): { proposal: string; message: string } | undefined {
  const proposals = reader.overview(foundings, id, '');
  if (!proposals) return undefined;
  const day = dayOf(record, reader);
  const lacks = proposals.map((founding) => lackIn(founding, day, reader.today));
  const [proposal, lack] = [proposals[0], lacks[0]];
  if (!proposal || !lack || lacks.includes(undefined)) return undefined;
  const organization = reader.find('organization', id);
  if (!organization || isFounded(organization)) return undefined;
  return {
    proposal: proposal.proposal,
    message: `${lack(sentence(organization.label))} ${l10n.t('Name another body, or record in the proposal when it was adopted.')}`,
  };
}

function lackIn(
  { status, adopted }: Founding,
  day: EdtfDate | undefined,
  today: EdtfDate,
): ((body: string) => string) | undefined {
  const adoption = parseEdtf(adopted);
  if (adoption) {
    return day && isBefore(day, adoption) === 'yes'
      ? (body) => l10n.t('{0} was not established yet: it was adopted {1}.', body, when(adoption))
      : undefined;
  }
  const isToCome = day !== undefined && isBefore(today, day) === 'yes';
  if (isToCome || status === null || DONE.includes(status) || ELSEWHERE.includes(status)) return undefined;
  return (body) => l10n.t('{0} is not established: the proposal for it is `{1}`.', body, status);
}

/** Whether the organization's own record says when it began; a day before that is told by another rule. */
function isFounded(organization: RecordView): boolean {
  const { signed, in_force: inForce } = mapIn(organization.get('founded'));
  return [signed, inForce].some((value) => edtfIn(value) !== undefined);
}
