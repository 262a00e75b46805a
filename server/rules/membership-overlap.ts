/** Reports a party that is listed twice among an organization's members for the same time. */

import * as l10n from '@vscode/l10n';
import { isBefore } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { Path } from '../dataset/yaml/tree.ts';
import { addValue } from './support/additions.ts';
import { dateIn, when } from './support/dates.ts';
import { rewriteAt, standsWithin } from './support/fixes.ts';
import { type Membership, membershipsIn } from './support/membership.ts';
import { beginningOf, endOf, partyName, standingInWords } from './support/standing.ts';
import { listIn, mapIn } from './support/values.ts';
import { sentence } from './support/words.ts';

const FORUM =
  'kind: organization\nid: caspian-forum\nname: Caspian Forum\ntype: forum\nmembers:\n  - { state: KAZ, status: member, from: 2010 }\n';
const OBSERVER = '  - { state: ⟦TKM⟧, status: observer, from: 2012-05-01 }\n';
const MEMBER = '  - { state: TKM, status: member, from: 2020-03-15 }\n';

/** Of these standings a party has one at a time; members may be suspended, and observers candidates, meanwhile. */
const EXCLUSIVE: readonly string[] = ['member', 'observer', 'associate', 'partner'];

export const membershipOverlap: Rule = {
  name: 'membership-overlap',
  severity: 'warning',
  title: 'Two membership periods of one party overlap.',
  kinds: ['organization'],
  docs: {
    what: 'Two entries among the `members` of an organization give a state or organization the same standing for the same time, or two of member, associate member, observer and partner at once. Periods that share the day of a hand-over, and coarse dates that merely may overlap, are left alone.',
    why: 'What the party was on such a day has two answers, so a wrong role at a meeting goes unnoticed.',
    fix: 'End the earlier period where the later one begins, or remove the entry that says the same again.',
  },
  examples: {
    wrong: [FORUM + OBSERVER + MEMBER],
    right: [
      FORUM + OBSERVER.replace('⟦TKM⟧', 'TKM').replace(' }', ', to: 2020-03-15 }') + MEMBER,
      FORUM + OBSERVER.replace('⟦TKM⟧', 'TKM').replace(' }', ', to: 2020 }') + MEMBER,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record) return;
    for (const memberships of byParty(membershipsIn(record.value.members))) {
      for (const [first, second] of clashesIn(memberships)) {
        const finding = findingOf(document, reader, first, second);
        if (finding) yield finding;
      }
    }
  },
};

function byParty(memberships: readonly Membership[]): Iterable<Membership[]> {
  const parties = new Map<string, Membership[]>();
  for (const membership of memberships) {
    if (!membership.isDated) continue;
    const key = `${membership.kind}/${membership.party}`;
    const known = parties.get(key);
    if (known) known.push(membership);
    else parties.set(key, [membership]);
  }
  return parties.values();
}

/** Each membership with the nearest one before it that it certainly overlaps, in the order of their beginnings. */
function* clashesIn(memberships: readonly Membership[]): Generator<[first: Membership, second: Membership]> {
  const ordered = [...memberships].sort((a, b) => a.period.start.first - b.period.start.first);
  for (const [index, second] of ordered.entries()) {
    const first = ordered.slice(0, index).findLast((earlier) => clash(earlier, second));
    if (first) yield [first, second];
  }
}

function clash(a: Membership, b: Membership): boolean {
  if (a.status !== b.status && !(EXCLUSIVE.includes(a.status) && EXCLUSIVE.includes(b.status))) return false;
  return isBefore(beginningOf(b), endOf(a)) === 'yes' && isBefore(beginningOf(a), endOf(b)) === 'yes';
}

function findingOf(
  document: SourceDocument,
  reader: Reader,
  first: Membership,
  second: Membership,
): Finding | undefined {
  const name = partyName(reader, first.kind, first.party);
  if (name === undefined) return undefined;
  const isEndable =
    isBefore(beginningOf(first), beginningOf(second)) === 'yes' && isBefore(endOf(second), endOf(first)) !== 'yes';
  const [at, other] = isEndable ? [first, second] : [second, first];
  const end = isEndable ? endIn(document, first) : undefined;
  const span = document.spanOf(end ?? [...at.path, at.kind]);
  if ([first, second].some(({ path }) => document.isDoubtful(document.spanOf(path)))) return undefined;
  const { id } = document.record!;
  const related =
    id === undefined ? [] : [{ kind: 'organization', id, path: other.path, message: l10n.t('The other entry') }];
  if (!isEndable) return { span, message: twiceMessage(name, first, second), related };
  const since = second.period.start.text;
  return {
    span,
    message: l10n.t(
      '{0} has another entry, as {1}, that begins {2}, and this one does not end there: write `to: {3}`.',
      sentence(name),
      standingInWords(second.status),
      when(beginningOf(second)),
      since,
    ),
    related,
    fixes: () => endAt(document, first, end, since),
  };
}

function twiceMessage(name: string, first: Membership, second: Membership): string {
  const standings = [...new Set([first, second].map(({ status }) => standingInWords(status)))].join(l10n.t(' and as '));
  return l10n.t(
    '{0} is listed twice for the same time, as {1}. Remove one of the entries, or part their periods.',
    sentence(name),
    standings,
  );
}

/** The path of the date with which an entry ends, where it has one. */
function endIn(document: SourceDocument, { path: [list, index] }: Membership): Path | undefined {
  const entry = mapIn(listIn(document.record!.value[String(list)])[Number(index)]);
  return dateIn(entry.to, [list!, index!, 'to'])?.path;
}

function endAt(document: SourceDocument, { path }: Membership, end: Path | undefined, date: string): Fix[] {
  const edits =
    end && standsWithin(document, end, path) ? rewriteAt(document, end, date) : addValue(document, path, 'to', date);
  return edits.length === 0 ? [] : [{ title: l10n.t('Write `to: {0}`', date), edits }];
}
