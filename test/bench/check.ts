/** The command line's `check` beside ajv-cli on the same files: whole processes, from start to end. */
import { type Arguments, type ProcessRun, runProcess } from './process.ts';
import { type Row, rowOf } from './rows.ts';

/** The commands that are held against one another: ours with all rules and with that of shapes alone, and theirs. */
export type Commands = Readonly<Record<'ours' | 'shapes' | 'theirs', Arguments>>;

/** Runs them by turns; `onCleanUp` hears how to end each process. */
export async function measureCheck(
  where: string,
  commands: Commands,
  repetitions: number,
  onCleanUp: (dispose: () => void) => void,
): Promise<Row[]> {
  const runs: Record<keyof Commands, ProcessRun[]> = { ours: [], shapes: [], theirs: [] };
  for (let i = 0; i <= repetitions; i++) {
    for (const who of ['theirs', 'ours', 'shapes'] as const) {
      // Both tools end with 1 when there are problems, as there are.
      const run = await runProcess(commands[who], { code: 1, onCleanUp });
      if (i > 0) runs[who].push(run); // the first one reads the files from the disk, the others from the system's cache
    }
  }
  const take = (who: keyof Commands, what: keyof ProcessRun) => runs[who].flatMap((run) => run[what] ?? []);
  const [times, memories] = [take('theirs', 'time'), take('theirs', 'memory')];
  return [
    ...rowOf(where, '`check` beside ajv-cli', 'ms', { ours: take('ours', 'time'), theirs: times }),
    ...rowOf(where, '`check` of shapes alone beside ajv-cli', 'ms', { ours: take('shapes', 'time'), theirs: times }),
    ...rowOf(where, '`check`, peak memory', 'MB', { ours: take('ours', 'memory'), theirs: memories }),
  ];
}
