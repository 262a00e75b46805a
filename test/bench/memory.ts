/** How much memory a process has held at most, as far as the system tells. */
import { readFileSync } from 'node:fs';

/** The peak of a running process's resident memory, in MB; `undefined` once it is gone, and where there is no /proc. */
export function peakMemory(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
