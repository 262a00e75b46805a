// Finds what a process has open to a network, as the system tells it.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Tables of sockets of the Internet's protocols; those between processes of one machine are in another. */
const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'];

/** How many sockets of the Internet's protocols a process has. Only where there is /proc. */
export function internetSockets(process: number): number {
  const inodes = new Set(TABLES.flatMap((table) => inodesIn(`/proc/${process}/net/${table}`)));
  return socketsOf(process).filter((inode) => inodes.has(inode)).length;
}

/** The column after the ones for addresses, state, queues, timers, user and time-out; the first line names them. */
function inodesIn(table: string): string[] {
  const lines = readFileSync(table, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.trim().split(/\s+/)[9] ?? '');
}

function socketsOf(process: number): string[] {
  const folder = `/proc/${process}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? [];
    } catch {
      // It has been closed since the folder was listed.
      return [];
    }
  });
}
