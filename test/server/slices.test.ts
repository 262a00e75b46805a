/** However much there is to read and to check, and in however few files, work stops for others after each slice. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/dataset/dates/edtf.ts';
import { Publisher } from '../../server/publisher.ts';
import { rules } from '../../server/rules/index.ts';
import { Scheduler } from '../../server/scheduler.ts';
import { Session } from '../../server/session.ts';
import type { FileSource } from '../../server/sources/source.ts';
import { Turns } from '../../server/turns.ts';

const ROOT = 'file:///w';
/**
 * By the clock of these tests each look at it takes a millisecond, and so does the work between two looks. One slice goes
 * to reading, one to what is open, and a few looks to finding out that there is no more to do.
 */
const TWO_SLICES = 2 * 16 + 6;

const record = (i: number) => `kind: person\nid: person-${i}\nname: Person ${i}\noffices: [{ title: M, state: QQQ }]\n`;

function filesOf(texts: ReadonlyMap<string, string>): FileSource {
  return {
    list: async () => ({ files: [...texts.keys()].sort(), failures: [] }),
    read: async (uri) => ({ text: texts.get(uri)! }),
  };
}

/** Starts on some files. @returns how long the longest stretch of work was in which nobody else had a turn */
async function longestStretch(texts: ReadonlyMap<string, string>, open?: string): Promise<number> {
  let now = 0;
  let began = 0;
  let longest = 0;
  const waiting: (() => void)[] = [];
  const turns = new Turns(
    () => now++,
    (call) => waiting.push(call),
  );
  const told = new Set<string>();
  const publisher = new Publisher((uri) => void told.add(uri), undefined);
  const session = new Session(
    filesOf(texts),
    rules,
    { rules: {}, today: parseEdtf('2025-10-31')! },
    {
      failed: () => {},
      unreadable: () => {},
      watched: () => {},
      pause: () => turns.next(),
      slice: () => turns.slice(),
    },
  );
  const scheduler = new Scheduler(session, publisher, () => {}, turns);
  session.setFolders([ROOT]);
  if (open !== undefined) {
    session.edit(open, texts.get(open)!);
    scheduler.run();
  }
  let isLoaded = false;
  const loading = session
    .load(
      () => {},
      () => {
        scheduler.run();
        return turns.next();
      },
    )
    .then(() => {
      for (const member of session.members) scheduler.republish(member);
      scheduler.run();
      isLoaded = true;
    });
  while (!isLoaded || waiting.length > 0) {
    longest = Math.max(longest, now - began);
    began = now;
    waiting.shift()?.();
    // What follows a turn is promises, which are all kept before a message is.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await loading;
  expect([...told].sort()).toEqual([...texts.keys()].sort());
  return Math.max(longest, now - began);
}

describe('a start', () => {
  it('on many files stops after each slice', async () => {
    const texts = new Map(Array.from({ length: 600 }, (_, i) => [`${ROOT}/persons/person-${i}.yaml`, record(i)]));
    expect(await longestStretch(texts)).toBeLessThanOrEqual(TWO_SLICES);
  });

  it('on one file of many records does so, too, whether or not it is open', async () => {
    const uri = `${ROOT}/all.yaml`;
    const texts = new Map([[uri, Array.from({ length: 600 }, (_, i) => record(i)).join('---\n')]]);
    expect(await longestStretch(texts)).toBeLessThanOrEqual(TWO_SLICES);
    expect(await longestStretch(texts, uri)).toBeLessThanOrEqual(TWO_SLICES);
  });
});
