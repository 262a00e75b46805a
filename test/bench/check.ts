/** The command line's `check` beside ajv-cli on the same files: whole processes, from start to end. */
import { type Arguments, type ProcessRun, runProcess } from './process.ts';
import { type Row, rowOf } from './rows.ts';

/** Runs both by turns; `onCleanUp` hears how to end each process. */
export async function measureCheck(
  where: string,
  { ours, theirs }: Readonly<Record<'ours' | 'theirs', Arguments>>,
  repetitions: number,
  onCleanUp: (dispose: () => void) => void,
): Promise<Row[]> {
  const runs: Record<'ours' | 'theirs', ProcessRun[]> = { ours: [], theirs: [] };
  for (let i = 0; i <= repetitions; i++) {
    for (const [who, args] of [
      ['theirs', theirs],
      ['ours', ours],
    ] as const) {
      // Both tools end with 1 when there are problems, as there are.
      const run = await runProcess(args, { code: 1, onCleanUp });
      if (i > 0) runs[who].push(run); // the first one reads the files from the disk, the others from the system's cache
    }
  }
  const take = (who: 'ours' | 'theirs', what: keyof ProcessRun) => runs[who].flatMap((run) => run[what] ?? []);
  return [
    ...rowOf(where, '`check` beside ajv-cli', 'ms', { ours: take('ours', 'time'), theirs: take('theirs', 'time') }),
    ...rowOf(where, '`check`, peak memory', 'MB', { ours: take('ours', 'memory'), theirs: take('theirs', 'memory') }),
  ];
}
