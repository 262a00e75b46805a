/** Which meetings are told of twice: those of one organization that overlap in time, held against one another. */
import type { Overview } from '../../dataset/reader.ts';
import { type Candidate, Comparison, candidateOf, type Meeting } from './meetings.ts';
import { uniqueById } from './values.ts';

/** Of the meetings that have begun before one, the last ones are looked at; a group in which more overlap is no series of meetings. */
const MOST_OVERLAPS = 100;
/** What is found at a meeting depends on those it is held against, and on what was found at these. */
const REACH = 2 * MOST_OVERLAPS;

/** For each meeting of an organization another record of it, if there is one. */
export const twins: Overview<string> = {
  name: 'duplicate-summit',
  derive(organization, reader, memory) {
    const dated = uniqueById(reader.referrers('summit', 'organization', organization))
      .flatMap((view) => candidateOf(view) ?? [])
      .filter(({ meeting }) => meeting.organization === organization)
      .sort((a, b) => a.meeting.from - b.meeting.from);
    const comparison = new Comparison(reader);
    const circumstances = comparison.circumstances(dated);
    const last = lastOf(memory.get(MEMORY) as Left | undefined, circumstances);
    const findings: Findings = new Map();
    const found = pairUp(dated, comparison, last?.findings ?? new Map(), findings);
    const hasReadNames = comparison.hasReadNames || last?.hasReadNames === true;
    // What was found the last time holds as long as the names do, so they are asked for as if they had been read.
    if (hasReadNames) void dated[0]?.name;
    memory.set(MEMORY, { circumstances, findings, hasReadNames } satisfies Left);
    return found;
  },
};

/** What has been found at a meeting when it was held against those that have begun before it. */
interface Finding {
  /** The one that stands next before it. */
  readonly previous: Meeting | undefined;
  readonly twin: Meeting | undefined;
  /** Those that had no twin until this one came. */
  readonly others: readonly Meeting[];
}

type Findings = Map<Meeting, Finding>;

/** What a derivation leaves for the next one. */
interface Left {
  readonly circumstances: ReadonlyMap<string, string>;
  readonly findings: Findings;
  readonly hasReadNames: boolean;
}

const MEMORY = 'findings';

/** What was left the last time; nothing where something that counts then and now has changed. */
function lastOf(last: Left | undefined, circumstances: ReadonlyMap<string, string>): Left | undefined {
  if (!last) return undefined;
  for (const [about, told] of circumstances) {
    if ((last.circumstances.get(about) ?? told) !== told) return undefined;
  }
  return last;
}

/** Gives each meeting the first that is the same; where nothing has changed for as far as it matters, that of the last time. */
function pairUp(
  dated: readonly Candidate[],
  comparison: Comparison,
  last: Findings,
  now: Findings,
): Map<string, string> {
  const found = new Map<string, string>();
  const ends: number[] = [];
  let unchanged = 0;
  for (const [i, candidate] of dated.entries()) {
    const { meeting } = candidate;
    const previous = dated[i - 1]?.meeting;
    let finding = last.get(meeting);
    unchanged = finding && finding.previous === previous ? unchanged + 1 : 0;
    if (!finding || unchanged <= Math.min(i, REACH)) {
      let first = i;
      while (first > 0 && first > i - MOST_OVERLAPS && ends[first - 1]! >= meeting.from) first--;
      finding = { previous, ...twinsAmong(dated.slice(first, i), candidate, comparison, found) };
    }
    now.set(meeting, finding);
    ends.push(Math.max(meeting.to, ends.at(-1) ?? meeting.to));
    if (finding.twin) found.set(meeting.id, finding.twin.id);
    for (const { id } of finding.others) found.set(id, meeting.id);
  }
  return found;
}

const NONE: readonly never[] = [];

function twinsAmong(
  before: readonly Candidate[],
  candidate: Candidate,
  comparison: Comparison,
  found: ReadonlyMap<string, string>,
): Pick<Finding, 'twin' | 'others'> {
  let twin: Meeting | undefined;
  let others = NONE as readonly Meeting[];
  for (const other of before) {
    const isNew = !found.has(other.meeting.id);
    if ((twin && !isNew) || !comparison.isSame(other, candidate)) continue;
    twin ??= other.meeting;
    if (isNew) others = [...others, other.meeting];
  }
  return { twin, others };
}
