/** Two windows on one dataset, which share what is kept for the next start: each sees what the other saves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { generateDataset, MANIFEST } from '../bench/generate.ts';
import { Random } from '../bench/random.ts';
import { makeFolder } from '../sources/folder.ts';
import { ServerSession } from '../support/server.ts';
import { freshlyTold, tellsAsFresh } from './oracle.ts';

const DATASET = generateDataset({ records: 60, faultyEvery: 5 });
const NAMES = ['initiatives.yaml', ...DATASET.map(({ path }) => path)];

let running: ServerSession[] = [];

afterEach(() => {
  for (const session of running) if (session.process.exitCode === null) session.process.kill('SIGKILL');
  running = [];
});

/** A window that is open on a folder. */
async function openWindow(folder: string, storage: string): Promise<ServerSession> {
  const session = new ServerSession({}, folder);
  running.push(session);
  await session.start({ initializationOptions: { storage: pathToFileURL(storage).href } });
  await session.hasReadAll();
  return session;
}

/** A folder with a dataset, and one for what is kept. */
function makePlace(): { folder: string; storage: string } {
  const files = Object.fromEntries([['initiatives.yaml', MANIFEST], ...DATASET.map(({ path, text }) => [path, text])]);
  return { folder: makeFolder(files), storage: makeFolder() };
}

describe('two windows on one dataset', () => {
  it('see what either saves, and keep what is not saved to themselves', async () => {
    const { folder, storage } = makePlace();
    const windows = [await openWindow(folder, storage), await openWindow(folder, storage)];
    const unsaved: Record<string, string>[] = [{}, {}];
    const random = new Random(5);
    for (let turn = 0; turn < 24; turn++) {
      const own = turn % 2;
      const { path, text } = random.pick(DATASET);
      const edited = random.pick([
        text,
        text.replace(/^id: .*$/m, `id: turn-${turn}`),
        text.replace(/^(name|title): /m, `$1: Turn ${turn} `),
        text.slice(0, random.between(0, text.length)),
      ]);
      if (unsaved[own]![path] === undefined) await windows[own]!.open(path, edited);
      else await windows[own]!.change(path, edited);
      unsaved[own]![path] = edited;
      if (random.next() < 0.5) continue;
      windows[own]!.write(path, edited);
      for (const window of windows) await window.changedOnDisk(path, 2);
      await windows[own]!.close(path);
      delete unsaved[own]![path];
    }
    for (const [own, window] of windows.entries())
      await tellsAsFresh(window, NAMES, await freshlyTold(folder, unsaved[own]));
    expect(await Promise.all(windows.map((window) => window.leave()))).toEqual([0, 0]);
  });

  it('that close at once leave one whole thing for the next start', async () => {
    const { folder, storage } = makePlace();
    const windows = [await openWindow(folder, storage), await openWindow(folder, storage)];
    const expected = await freshlyTold(folder);
    for (const window of windows) await tellsAsFresh(window, NAMES, expected);
    await Promise.all(windows.map((window) => window.leave()));
    expect(readdirSync(storage)).toEqual([expect.stringMatching(/\.kept$/)]);
    const [kept] = readdirSync(storage);
    const whole = readFileSync(join(storage, kept!), 'utf8');
    const next = await openWindow(folder, storage);
    await tellsAsFresh(next, NAMES, expected);
    await next.leave();
    // It was believed: nothing had to be written anew.
    expect(readFileSync(join(storage, kept!), 'utf8')).toBe(whole);
  });

  it('of which one is killed leave the other and the next start as they would be', async () => {
    const { folder, storage } = makePlace();
    const [one, other] = [await openWindow(folder, storage), await openWindow(folder, storage)];
    const { path, text } = DATASET[7]!;
    await one.open(path, `${text}homepage: none\n`);
    await one.waitFor(path, (all) => all.length > 0);
    one.process.kill('SIGKILL');
    await tellsAsFresh(other, NAMES, await freshlyTold(folder));
    await other.leave();
    // VS Code starts the server again and tells it of the text that is still not saved.
    const again = await openWindow(folder, storage);
    await again.open(path, `${text}homepage: none\n`);
    await tellsAsFresh(again, NAMES, await freshlyTold(folder, { [path]: `${text}homepage: none\n` }));
    await again.leave();
  });
});
