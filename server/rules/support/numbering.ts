/** The numbers of a body's meetings, held against one another: which are repeated, out of date order, or skip others. */
import { type EdtfDate, earliest, inWords, isBefore, latest } from '../../dataset/dates/edtf.ts';
import type { Overview, Reader } from '../../dataset/reader.ts';
import { type Candidate, Comparison, candidateOf } from './meetings.ts';
import { below, OrderedRun } from './ordered-run.ts';
import { longestRun, type Numbered } from './sequence.ts';
import { begunLater, bodyOf, countedFormats, ordinalIn, seriesOf } from './series.ts';
import { textIn, uniqueById } from './values.ts';

/** Statuses of meetings that have not taken place, and will not on the day that they name. */
const OFF = new Set<unknown>(['cancelled', 'postponed']);

/** What is wrong with one meeting's number. */
export type Flaw = {
  readonly flaw: 'repeated' | 'disordered' | 'skipping';
  /** The meeting that contradicts this one, its number and its date in words. */
  readonly other: string;
  readonly otherOrdinal: number;
  readonly otherDate: string;
  readonly otherIsLater: boolean;
  /** The first and the last number that nobody has, where numbers are skipped. */
  readonly missing: readonly number[];
  /** The number that would be right here, if that is plain. */
  readonly suggestion: number | null;
};

/** What is wrong with the numbers of a body's meetings, by meeting. */
export const flaws: Overview<Flaw> = {
  name: 'ordinal-sequence',
  derive(body, reader) {
    const found = new Map<string, Flaw>();
    for (const group of seriesHeld(reader, body)) {
      if (group.numbered.length < 2) continue;
      const run = longestRun(group.numbered);
      const ordered = new OrderedRun(run);
      const strays = straysOf(reader, group, run, ordered);
      for (const { meeting, other } of strays) found.set(meeting.id, strayFlaw(group, ordered, meeting, other));
      for (const [id, flaw] of gapsIn(group, run, strays)) found.set(id, flaw);
    }
    return found;
  },
};

interface Meeting extends Numbered {
  readonly id: string;
  /** What tells whether it is the same as another. */
  readonly compared: Candidate;
}

/** The meetings of one series, so far as the dataset has them. */
interface Group {
  readonly numbered: Meeting[];
  /** The dates of those that have no number yet. */
  readonly unnumbered: EdtfDate[];
  /** All numbers that a meeting has, whether it counts or not. */
  readonly taken: Set<number>;
}

/** The series of a body; where no body is named each level of the organization's meetings is counted apart. */
function seriesHeld(reader: Reader, body: string): Iterable<Group> {
  const series = seriesOf(reader, body);
  const formats = countedFormats(series);
  const groups = new Map<string, Group>();
  for (const view of uniqueById(reader.referrers('summit', 'organization', body))) {
    if (bodyOf(view.get('body'), view.get('organization')) !== body) continue;
    const ordinal = ordinalIn(view.get('ordinal'));
    const format = view.get('format') ?? (ordinal !== undefined && formats.size === 1 ? [...formats][0] : undefined);
    if (typeof format !== 'string' || !formats.has(format)) continue;
    const compared = candidateOf(view);
    const date = compared?.meeting.date;
    if (date && begunLater(series, format, date)) continue;
    const level = view.get('body') === undefined ? textIn(view.get('level')) : undefined;
    const name = `${format}/${level ?? ''}`;
    const group = groups.get(name) ?? { numbered: [], unnumbered: [], taken: new Set() };
    groups.set(name, group);
    if (ordinal !== undefined) group.taken.add(ordinal);
    if (!compared || !date || OFF.has(view.get('status'))) continue;
    if (ordinal === undefined) group.unnumbered.push(date);
    else group.numbered.push({ id: view.id, ordinal, date, compared });
  }
  return groups.values();
}

interface Stray {
  readonly meeting: Meeting;
  /** The one in the run that contradicts it. */
  readonly other: Meeting;
}

/** The meetings that the run leaves out, but for second records of one in it, of which `duplicate-summit` tells. */
function straysOf(reader: Reader, { numbered }: Group, run: readonly Meeting[], ordered: OrderedRun<Meeting>): Stray[] {
  const kept = new Set(run);
  const byNumber = new Map(run.map((meeting) => [meeting.ordinal, meeting]));
  const comparison = new Comparison(reader);
  return numbered.flatMap((meeting) => {
    if (kept.has(meeting)) return [];
    const peer = byNumber.get(meeting.ordinal);
    if (peer && comparison.isSame(meeting.compared, peer.compared)) return [];
    const other = peer ?? ordered.lastAgainst(meeting);
    return other ? { meeting, other } : [];
  });
}

function strayFlaw({ taken }: Group, run: OrderedRun<Meeting>, meeting: Meeting, other: Meeting): Flaw {
  const before = run.lastBefore(meeting.date);
  const after = run.firstAfter(meeting.date);
  const next = before ? before.ordinal + 1 : (after?.ordinal ?? 0) - 1;
  return {
    flaw: other.ordinal === meeting.ordinal ? 'repeated' : 'disordered',
    ...pointTo(other),
    otherIsLater: isBefore(meeting.date, other.date) === 'yes',
    missing: [],
    suggestion: next >= 1 && !taken.has(next) ? next : null,
  };
}

/** Numbers that nobody has, told at the meeting after them, unless meetings between the two may have them. */
function* gapsIn(
  { taken, unnumbered }: Group,
  run: readonly Meeting[],
  strays: readonly Stray[],
): Generator<[string, Flaw]> {
  const waiting = [...unnumbered, ...strays.map(({ meeting }) => meeting.date)];
  const starts = waiting.map(({ start }) => earliest(start)).sort(ascending);
  const ends = waiting.map(({ end }) => latest(end)).sort(ascending);
  const numbers = [...taken].sort(ascending);
  for (const [i, meeting] of run.entries()) {
    const before = run[i - 1];
    if (!before || meeting.ordinal === before.ordinal + 1) continue;
    const between = numbers.slice(below(numbers, before.ordinal + 1), below(numbers, meeting.ordinal));
    const isEarlier = below(ends, earliest(before.date.start));
    const isLater = starts.length - below(starts, latest(meeting.date.end) + 1);
    const candidates = waiting.length - isEarlier - isLater;
    if (meeting.ordinal - before.ordinal - 1 - between.length <= candidates) continue;
    let [first, last] = [before.ordinal + 1, meeting.ordinal - 1];
    while (taken.has(first)) first++;
    while (taken.has(last)) last--;
    const suggestion = candidates === 0 ? first : null;
    yield [
      meeting.id,
      { flaw: 'skipping', ...pointTo(before), otherIsLater: false, missing: [first, last], suggestion },
    ];
  }
}

function pointTo({ id, ordinal, date }: Meeting): Pick<Flaw, 'other' | 'otherOrdinal' | 'otherDate'> {
  return { other: id, otherOrdinal: ordinal, otherDate: inWords(date) };
}

function ascending(a: number, b: number): number {
  return a - b;
}
