/** The steps of a proposal's history, and which of them cannot stand where it stands. */
import { earliest, isBefore, isReversed } from '../../dataset/dates/edtf.ts';
import type { YamlValue } from '../../dataset/yaml/tree.ts';
import { dateIn, type FoundDate } from './dates.ts';
import { listIn, mapIn } from './values.ts';

/** One entry of `history`; what it lacks, or what is none, is left out. */
export interface Step {
  /** Its place in the list. */
  readonly index: number;
  readonly status: string | undefined;
  readonly date: FoundDate | undefined;
}

/** A step that cannot come after another one that stands before it. */
export interface Misplaced {
  readonly step: Step;
  readonly before: Step;
  readonly because: 'date' | 'status';
}

/**
 * How far each status is. A proposal never goes back to an earlier stage. Within one it may: what was agreed can be put
 * forward again, and what is being carried out can still be adopted formally.
 */
const STAGES: readonly (readonly string[])[] = [
  ['announced'],
  ['proposed', 'under-consideration', 'agreed'],
  ['adopted', 'in-implementation'],
  ['implemented'],
  ['rejected', 'withdrawn', 'lapsed', 'superseded', 'merged'],
];

const USUAL = STAGES.flat();
/** One way to end is no further than another. */
const LAST_RANK = USUAL.indexOf('rejected');

/** Whether a value is one of the statuses of a proposal. */
export function isStatus(value: YamlValue | undefined): value is string {
  return stageOf(value) >= 0;
}

/** The entries of a history, in the order of the list. */
export function stepsIn(history: YamlValue | undefined): Step[] {
  return listIn(history).map((entry, index) => {
    const { status, date: written } = mapIn(entry);
    const date = dateIn(written, ['history', index, 'date']);
    return {
      index,
      status: isStatus(status) ? status : undefined,
      date: date && isReversed(date.date) ? undefined : date,
    };
  });
}

/** Whether `later` certainly cannot come after `earlier`, and why. */
export function contradiction(earlier: Step, later: Step): Misplaced['because'] | undefined {
  if (earlier.date && later.date && isBefore(later.date.date, earlier.date.date) === 'yes') return 'date';
  if (earlier.status === undefined || later.status === undefined) return undefined;
  return stageOf(later.status) < stageOf(earlier.status) ? 'status' : undefined;
}

/** The first step that cannot come after one before it. */
export function firstMisplaced(steps: readonly Step[]): Misplaced | undefined {
  // Only the latest date and the furthest status so far can be in the way of what follows.
  let latest: Step | undefined;
  let furthest: Step | undefined;
  for (const step of steps) {
    for (const before of [latest, furthest]) {
      const because = before && contradiction(before, step);
      if (because) return { step, before, because };
    }
    if (beginning(step) > beginning(latest)) latest = step;
    // One that is less far has been told by now.
    if (step.status !== undefined) furthest = step;
  }
  return undefined;
}

/** The steps in an order in which none contradicts another, as near to theirs as may be; none where there is no such order. */
export function sorted(steps: readonly Step[]): Step[] | undefined {
  const left = [...steps];
  const result: Step[] = [];
  while (left.length > 0) {
    const next = left.findIndex((step) => left.every((other) => !contradiction(step, other)));
    if (next < 0) return undefined;
    result.push(...left.splice(next, 1));
  }
  return result;
}

/** The day before which nothing later can be. */
function beginning(step: Step | undefined): number {
  return step?.date ? earliest(step.date.date.start) : -Infinity;
}

/** Whether each step is as far as the one before it in the usual course of things, from `announced` to `implemented`. */
export function isUsual(steps: readonly Step[]): boolean {
  const ranks = steps.map(({ status }) => Math.min(USUAL.indexOf(status ?? ''), LAST_RANK));
  return ranks.every((rank, i) => rank >= (ranks[i - 1] ?? 0));
}

function stageOf(status: unknown): number {
  return STAGES.findIndex((stage) => stage.some((known) => known === status));
}
