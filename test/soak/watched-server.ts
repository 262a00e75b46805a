/** The real server with a probe in it that tells how much it holds. */
import { fileURLToPath } from 'node:url';
import { ServerSession } from '../support/server.ts';

/** What is left in the server after its garbage is gone: bytes, and how many timers, pipes and requests are open. */
export interface Memory {
  readonly heapUsed: number;
  readonly rss: number;
  readonly external: number;
  readonly handles: number;
}

const PROBE = fileURLToPath(new URL('probe.cjs', import.meta.url));
const TOLD = /\nmemory (\{.*\})\n/;

/** Starts a server with the probe on a folder that has a dataset. */
export async function startWatched(folder: string): Promise<ServerSession> {
  const before = process.env.NODE_OPTIONS;
  process.env.NODE_OPTIONS = `${before ?? ''} --require ${JSON.stringify(PROBE)}`;
  try {
    return await new ServerSession({}, folder).start();
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  }
}

/** Has the server collect its garbage. @returns what is left */
export function memoryOf({ process: server }: ServerSession): Promise<Memory> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const told = TOLD.exec(said)?.[1];
      if (told === undefined) return;
      server.stderr.off('data', hear);
      server.off('exit', gone);
      resolve(JSON.parse(told) as Memory);
    };
    const gone = () => reject(new Error(`The server has ended: ${said}`));
    server.stderr.on('data', hear);
    server.once('exit', gone);
    server.kill('SIGUSR2');
  });
}
