/** Reports organizations that act before they existed, or after they had ceased to. */

import * as l10n from '@vscode/l10n';
import { type EdtfDate, inWords, isReversed } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Reader, RecordView } from '../dataset/reader.ts';
import type { DatasetRecord, Reference } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { when } from './support/dates.ts';
import { DATED, dayOf } from './support/day.ts';
import { type Bound, boundBeyond, standIns } from './support/existence.ts';
import { rewriteAt } from './support/fixes.ts';
import { lineage, shortName } from './support/organizations.ts';
import { listed, sentence } from './support/words.ts';

const SUMMIT =
  'kind: summit\nid: csto-session-1999-moscow\nname: Session of the heads of state in Moscow\norganization: ORG\nstatus: held\ndate: 1999-04-02\ncitations: [{ source: example-report }]\n';

export const anachronisticOrganization: Rule = {
  name: 'anachronistic-organization',
  severity: 'error',
  title: 'An organization acts before it existed, or when it existed no more.',
  kinds: DATED,
  docs: {
    what: 'A meeting, chairmanship, proposal or document names an organization or body that, by its own record or that of the organization it is part of, was founded after that day or had been dissolved before it. An organization counts as founded once its founding document is signed or in force, whichever comes first. What leads up to a founding is left alone: charters and agreements, preparatory meetings, and proposals to establish or transform something.',
    why: 'What happened then belongs to the predecessor or the successor, and appears in the history of the wrong organization.',
    fix: 'Name the organization that existed then; its predecessor or successor is offered. Otherwise correct the date.',
  },
  examples: {
    wrong: [SUMMIT.replace('ORG', '⟦csto⟧')],
    right: [SUMMIT.replace('ORG', 'cst'), SUMMIT.replace('ORG', 'csto').replace('1999-04-02', '2002')],
  },
  *check(document, reader) {
    const { record } = document;
    const date = record && dayOf(record, reader);
    if (!date || isReversed(date)) return;
    for (const { reference, organization, bound } of anachronisms(record, reader, date)) {
      const span = document.spanOf(reference.path);
      if (document.isDoubtful(span)) continue;
      const others = standIns(reader, organization, bound, date);
      yield {
        span,
        message: messageOf(bound, date, others),
        related: [
          {
            kind: 'organization',
            id: bound.organization.id,
            path: bound.path,
            message:
              bound.side === 'founded'
                ? l10n.t('{0} was founded: {1}', sentence(shortName(bound.organization)), inWords(bound.date))
                : l10n.t('{0} was dissolved: {1}', sentence(shortName(bound.organization)), inWords(bound.date)),
          },
        ],
        fixes: () => others.map((other) => change(document, reference, other)),
      };
    }
  },
};

/** The properties of each kind that name organizations at work, by the first step of their paths. */
const ACTORS: Readonly<Record<string, readonly (string | number | undefined)[]>> = {
  summit: ['organization', 'body', 'participants'],
  chairmanship: ['organization'],
  proposal: ['addressed_to', 'parties'],
  document: ['organization', 'body'],
};

interface Anachronism {
  readonly reference: Reference;
  readonly organization: RecordView;
  readonly bound: Bound;
}

/** Each organization that was not there, once: where an organization and its bodies are named, the organization. */
function anachronisms(record: DatasetRecord, reader: Reader, date: EdtfDate): Anachronism[] {
  const found = new Map<string, Anachronism>();
  for (const reference of record.references) {
    if (reference.kind !== 'organization' || !ACTORS[record.kind]!.includes(reference.path[0])) continue;
    const line = lineage(reader, reference.id);
    // A body may have passed on from the predecessor of the organization that it belongs to now.
    const bound = boundBeyond(reference.path.at(-1) === 'body' ? line.slice(0, 1) : line, date);
    if (!bound || (bound.side === 'founded' && leadsUp(record))) continue;
    const { id } = bound.organization;
    const known = found.get(id);
    if (!known || (known.reference.id !== id && reference.id === id)) {
      found.set(id, { reference, organization: line[0]!, bound });
    }
  }
  return [...found.values()];
}

/** Whether a record is of a sort that comes before an organization it is about. */
function leadsUp({ kind, value: { type, format } }: DatasetRecord): boolean {
  if (kind === 'summit') return format === 'preparatory';
  if (kind === 'document') return type === 'charter' || type === 'agreement';
  return (
    kind === 'proposal' && typeof type === 'string' && /^(?:establish-|new-format$|transform-organization$)/.test(type)
  );
}

function messageOf(bound: Bound, date: EdtfDate, others: readonly RecordView[]): string {
  const name = sentence(shortName(bound.organization));
  const message =
    bound.side === 'founded'
      ? l10n.t('{0} did not exist yet {1}: it was founded {2}.', name, when(date), when(bound.date))
      : l10n.t('{0} existed no more {1}: it was dissolved {2}.', name, when(date), when(bound.date));
  const advice =
    others.length > 0
      ? l10n.t(
          'Write {0}, or correct the date.',
          listed(
            others.map(({ id }) => id),
            'or',
          ),
        )
      : l10n.t('Name another organization, or correct the date.');
  return `${message} ${advice}`;
}

function change(document: SourceDocument, { path }: Reference, { id }: RecordView): Fix {
  return { title: l10n.t('Change to `{0}`', id), edits: rewriteAt(document, path, id) };
}
