/** The command line's `check` beside ajv-cli on the same files: whole processes, from start to end. */
import { spawn } from 'node:child_process';
import { peakMemory } from './memory.ts';
import { type Row, rowOf } from './rows.ts';

/** A process's arguments for Node. */
export type Arguments = readonly string[];

/** Runs both by turns; `onCleanUp` hears how to end each process. */
export async function measureCheck(
  where: string,
  { ours, theirs }: Readonly<Record<'ours' | 'theirs', Arguments>>,
  repetitions: number,
  onCleanUp: (dispose: () => void) => void,
): Promise<Row[]> {
  const runs: Record<'ours' | 'theirs', Run[]> = { ours: [], theirs: [] };
  for (let i = 0; i <= repetitions; i++) {
    for (const [who, args] of [
      ['theirs', theirs],
      ['ours', ours],
    ] as const) {
      const run = await timed(args, onCleanUp);
      if (i > 0) runs[who].push(run); // the first one reads the files from the disk, the others from the system's cache
    }
  }
  const take = (who: 'ours' | 'theirs', what: keyof Run) => runs[who].flatMap((run) => run[what] ?? []);
  return [
    ...rowOf(where, '`check` beside ajv-cli', 'ms', { ours: take('ours', 'time'), theirs: take('theirs', 'time') }),
    ...rowOf(where, '`check`, peak memory', 'MB', { ours: take('ours', 'memory'), theirs: take('theirs', 'memory') }),
  ];
}

interface Run {
  readonly time: number;
  readonly memory: number | undefined;
}

/** Both tools end with 1 when there are problems, as there are. @throws when a tool could not do its work. */
function timed(args: Arguments, onCleanUp: (dispose: () => void) => void): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    onCleanUp(() => void child.kill());
    let memory: number | undefined;
    let [output, complaints] = [0, ''];
    const watch = setInterval(() => {
      memory = peakMemory(child.pid!) ?? memory;
    }, 20);
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.length;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const time = performance.now() - begin;
      if (code === 1 && output > 0) resolve({ time, memory });
      else reject(new Error(`${args[0]} ended with ${code}: ${complaints}`));
    });
  });
}
