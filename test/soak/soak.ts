/** A long time of work on one dataset, and what the server holds meanwhile. */
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Method } from '../../server/protocol.ts';
import { generateDataset, writeDataset } from '../bench/generate.ts';
import { Random } from '../bench/random.ts';
import type { ServerSession } from '../support/server.ts';
import { Day } from './day.ts';
import { SoakEditor } from './editor.ts';
import { type Memory, memoryOf, startWatched } from './watched-server.ts';

export interface SoakOptions {
  readonly records: number;
  readonly seed: number;
  /** Whether there is more to do after so many pieces of work. */
  readonly goesOn: (done: number) => boolean;
  /** Whether it is time to look how much the server holds. */
  readonly isDue: (done: number) => boolean;
  readonly tell?: (memory: Memory, done: number) => void;
  /** Hears of the session, so that it can be ended. */
  readonly onStart?: (session: ServerSession) => void;
}

export interface Soaked {
  readonly memories: readonly Memory[];
  readonly done: ReadonlyMap<string, number>;
}

/** Works with the server, the timeline open. The dataset is the same whenever memory is looked at. */
export async function soak({ records, seed, goesOn, isDue, tell, onStart }: SoakOptions): Promise<Soaked> {
  const { session, day } = await begin(records, seed);
  onStart?.(session);
  try {
    const memories: Memory[] = [];
    for (let done = 0; goesOn(done); ) {
      await day.go();
      done++;
      if (!isDue(done)) continue;
      await session.hasReadAll();
      const memory = await memoryOf(session);
      memories.push(memory);
      tell?.(memory, done);
    }
    return { memories, done: day.done };
  } finally {
    await session.stop();
  }
}

/** A server on a generated dataset that has all been read, its timeline open. */
export async function begin(records: number, seed: number): Promise<{ session: ServerSession; day: Day }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-soak-')));
  const files = generateDataset({ records });
  writeDataset(folder, files);
  const session = await startWatched(folder);
  await session.hasReadAll();
  await session.connection.sendRequest(Method.timeline, { uri: session.uri('') });
  return { session, day: new Day(new SoakEditor(session), files, new Random(seed)) };
}

export const MEASURES = ['heapUsed', 'rss', 'handles'] as const;

/**
 * How many times as much of each measure there is in the last third of the looks as in the first; the first fifth of all
 * looks is the warm-up and does not count. Of memory the middle look of each third is taken; of handles the least, as some
 * come and go with the work.
 */
export function growth(memories: readonly Memory[]): Record<(typeof MEASURES)[number], number> {
  const counted = memories.slice(Math.ceil(memories.length / 5));
  const third = Math.floor(counted.length / 3);
  if (third === 0) throw new Error(`${memories.length} looks at the memory are too few to compare.`);
  const values = (measure: keyof Memory, some: readonly Memory[]) =>
    some.map((memory) => memory[measure]).sort((a, b) => a - b);
  const ratio = (measure: keyof Memory, place: number) => {
    const at = (some: readonly Memory[]) => values(measure, some)[Math.floor(some.length * place)]!;
    return at(counted.slice(-third)) / at(counted.slice(0, third));
  };
  return { heapUsed: ratio('heapUsed', 1 / 2), rss: ratio('rss', 1 / 2), handles: ratio('handles', 0) };
}
