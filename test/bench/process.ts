/** A whole process, from start to end: how long it takes, and how much memory. */
import { spawn } from 'node:child_process';
import { peakMemory } from './memory.ts';

/** A process's arguments for Node. */
export type Arguments = readonly string[];

export interface ProcessRun {
  /** Milliseconds. */
  readonly time: number;
  /** The peak of its resident memory in MB, where the system tells. */
  readonly memory: number | undefined;
}

export interface ProcessOptions {
  /** How it must end. */
  readonly code: number;
  /** Hears how to end it. */
  readonly onCleanUp: (dispose: () => void) => void;
}

/** Runs Node. @throws Error when the process says nothing, or ends in another way than it should: it could not do its work. */
export function runProcess(args: Arguments, { code, onCleanUp }: ProcessOptions): Promise<ProcessRun> {
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
    child.on('close', (ended) => {
      clearInterval(watch);
      const time = performance.now() - begin;
      if (ended === code && output > 0) resolve({ time, memory });
      else reject(new Error(`${args[0]} ended with ${ended}: ${complaints}`));
    });
  });
}
