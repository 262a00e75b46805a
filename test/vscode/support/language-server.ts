// Finds the language server's process, to end it as a crash would.
import { readdirSync, readFileSync } from 'node:fs';

const SCRIPT = 'dist/server.js';

/** Whether the server's process can be found here: its parent and its command are read from /proc. */
export const findsServer = process.platform === 'linux';

/** The process ids of language servers that this extension host has started. */
export function serverProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((id) => Number.isInteger(id) && isServer(id));
}

function isServer(id: number): boolean {
  try {
    // After the command's name in parentheses: the state, then the parent.
    const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1]);
    const [, ...args] = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
    return parent === process.pid && args.some((it) => it.endsWith(SCRIPT));
  } catch {
    // It has ended since the folder was listed.
    return false;
  }
}
