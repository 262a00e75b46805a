/** Reports held regular meetings whose participants lack some of the members. */

import * as l10n from '@vscode/l10n';
import { counted, listed as inRow } from '../../l10n/language.ts';
import { type EdtfDate, isReversed } from '../dataset/dates/edtf.ts';
import type { SourceDocument } from '../dataset/document.ts';
import type { Fix } from '../dataset/problem.ts';
import type { Reader } from '../dataset/reader.ts';
import type { Rule } from '../dataset/rule.ts';
import type { YamlRecord } from '../dataset/yaml/tree.ts';
import { addItems } from './support/additions.ts';
import { dateIn, when } from './support/dates.ts';
import { type Membership, type Roster, standingOn } from './support/membership.ts';
import { shortName } from './support/organizations.ts';
import { attendance } from './support/participants.ts';
import { isSettledOn, partyName, rosterThen } from './support/standing.ts';
import { listIn, mapIn } from './support/values.ts';
import { listed, sentence } from './support/words.ts';

const SESSION =
  'kind: summit\nid: csto-csc-2024-astana\nname: Session of the Collective Security Council\norganization: csto\nbody: csto-csc\nformat: regular\nstatus: held\ndate: 2024-11-28\n';
const FIVE =
  '  - { state: BLR, role: member }\n  - { state: KAZ, role: member }\n  - { state: KGZ, role: member }\n  - { state: RUS, role: member }\n  - { state: TJK, role: member }\n';
const REST = 'citations: [{ source: example-report }]\n';

/** How many names a message bears. */
const MOST_NAMES = 5;

export const missingMember: Rule = {
  name: 'missing-member',
  severity: 'hint',
  title: 'A member is not among the participants of a regular meeting.',
  kinds: ['summit'],
  docs: {
    what: 'The participants of a regular meeting that was held include some members of the organization, and not all who certainly were members on that day. Lists without any member, entries that leave open whom they stand for, and members that are suspended or frozen are left alone.',
    why: 'That somebody stayed away is worth knowing, and so is that a report did not mention everyone. A list that is short without a word says neither.',
    fix: 'Add the member: with `capacity: absent` if nobody came.',
  },
  examples: {
    wrong: [`${SESSION}⟦participants⟧:\n${FIVE}${REST}`],
    right: [
      `${SESSION}participants:\n${FIVE}  - { state: ARM, role: member, capacity: absent }\n${REST}`,
      `${SESSION.replace('regular', 'informal')}participants:\n${FIVE}${REST}`,
    ],
  },
  *check(document, reader) {
    const { record } = document;
    if (!record || !isRegular(record.value)) return;
    const date = dateIn(record.value.date, [])?.date;
    const roster = date && !isReversed(date) && rosterThen(reader, record.value, date);
    const missing = roster ? missingIn(reader, record.value, roster, date) : [];
    if (!roster || missing.length === 0 || isGuess(document)) return;
    yield {
      span: document.spanOf(['participants'], 'key'),
      message:
        missing.length === 1
          ? l10n.t(
              '{0} was a member of {1} {2}, and was not listed. Add who is missing, as absent if nobody came.',
              namesOf(reader, missing),
              shortName(roster.organization),
              when(date),
            )
          : l10n.t(
              '{0} were members of {1} {2}, and were not listed. Add who is missing, as absent if nobody came.',
              namesOf(reader, missing),
              shortName(roster.organization),
              when(date),
            ),
      related: missing.slice(0, MOST_NAMES).map(({ party, path }) => ({
        kind: 'organization',
        id: roster.organization.id,
        path,
        message: l10n.t('`{0}`: a member', party),
      })),
      fixes: () => fixesOf(document, missing),
    };
  },
};

/** Only regular meetings have an ordinal, whether or not the format is given as well. */
function isRegular({ status, format, ordinal }: YamlRecord): boolean {
  return status === 'held' && (format === 'regular' || (format === undefined && typeof ordinal === 'number'));
}

/** The certain members that a list lacks; none where it has no member at all, or may mean anybody. */
function missingIn(reader: Reader, summit: YamlRecord, roster: Roster, date: EdtfDate): Membership[] {
  const named = attendance(reader, summit.participants);
  if (!named) return [];
  const isNamed = ({ party }: Membership) => named.present.has(party) || named.absent.has(party);
  const members = roster.memberships.filter(
    (membership) =>
      isSettledOn(membership, date) &&
      standingOn(roster, membership.party, date).every(({ status }) => status === 'member') &&
      reader.find(membership.kind, membership.party),
  );
  return members.some(isNamed) ? members.filter((member) => !isNamed(member)) : [];
}

/** Whether some entry of the list is read from broken text. */
function isGuess(document: SourceDocument): boolean {
  return [0, ...listIn(document.record?.value.participants).keys()].some((index) =>
    document.isDoubtful(document.spanOf(['participants', index])),
  );
}

function namesOf(reader: Reader, missing: readonly Membership[]): string {
  const names = missing.map(({ kind, party }) => partyName(reader, kind, party) ?? party);
  const more = names.length - MOST_NAMES;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMES), counted(more, l10n.t('{0} other|{0} others'))] : names;
  return sentence(inRow(shown));
}

/** Those who stayed away are added as absent; the host and the chair of the meeting were there. */
function fixesOf(document: SourceDocument, missing: readonly Membership[]): Fix[] {
  const { host, chair } = document.record!.value;
  const atHome = ({ party }: Membership) => party === host || party === mapIn(chair).state;
  const away = missing.filter((member) => !atHome(member));
  return [
    ...addition(document, away, (names) => l10n.t('Add {0} as absent', names), [['capacity', 'absent']]),
    ...addition(document, missing.filter(atHome), (names) => l10n.t('Add {0}', names), []),
  ];
}

function addition(
  document: SourceDocument,
  members: readonly Membership[],
  titleFor: (names: string) => string,
  rest: readonly (readonly [string, string])[],
): Fix[] {
  if (members.length === 0) return [];
  const items = members.map(({ kind, party }) => [[kind, party] as const, ['role', 'member'] as const, ...rest]);
  const edits = addItems(document, ['participants'], items);
  return edits.length === 0
    ? []
    : [
        {
          title: titleFor(
            listed(
              members.map(({ party }) => party),
              'and',
            ),
          ),
          edits,
        },
      ];
}
