/** What a keystroke takes in datasets of several sizes, all open at the same time and typed in by turns: does its cost grow with the dataset? */
import { type Row, rowOf } from './rows.ts';
import type { Session } from './sessions.ts';
import { median } from './stats.ts';
import { grouped } from './workloads.ts';

export const CURVE = 'keystroke curve';

const WARM_UP = 20;

/** A session of our server in a dataset of so many files. */
export interface Sized {
  readonly records: number;
  readonly session: Session;
}

/** A row for each size, and one that says how many times the slowest median is the fastest. */
export async function measureCurve(sized: readonly Sized[], rounds: number): Promise<Row[]> {
  for (const { session } of sized) await session.prepare();
  const times = sized.map((): number[] => []);
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const [index, { session }] of sized.entries()) {
      const taken = (await session.type()).flatMap(({ times }) => times);
      if (round >= WARM_UP) times[index]!.push(...taken);
    }
  }
  const medians = times.map(median);
  const steepness = Math.max(...medians) / Math.min(...medians);
  return [
    ...sized.flatMap(({ records }, index) =>
      rowOf(CURVE, `keystroke → problems, ${grouped(records)} files`, 'ms', { ours: times[index]!, theirs: [] }),
    ),
    ...rowOf(CURVE, 'slowest median beside the fastest', '×', { ours: [steepness], theirs: [] }),
  ];
}
