/** Whatever happens to the files of a real folder, and however it is told: what is known in the end is what a fresh start finds. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileUri, NodeFiles } from '../../server/sources/node-files.ts';
import { ServerSession } from '../support/server.ts';
import { Window } from '../support/window.ts';
import { type Happening, happening, perform } from './file-events-disk.ts';
import { Storm } from './messages-storm.ts';

const PERSON = 'kind: person\nid: x\nname: X\noffices: [{ title: Minister, state: XQX }]\n';

/** What is known in the end, and what a fresh start finds. */
async function seen(happenings: readonly Happening[]) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'initiatives-')));
  try {
    const window = new Window(new NodeFiles());
    window.session.setFolders([fileUri(root)]);
    const work: Promise<unknown>[] = [window.load()];
    const later: string[] = [];
    for (const happening of happenings) {
      const uris = happens(root, happening).map(fileUri);
      if (happening.late) later.push(...uris);
      else work.push(window.session.changed(uris));
      if (happening.rest) await Promise.all(work);
    }
    // Whoever tells late may tell while the rest is being read.
    work.push(window.session.changed(later));
    await Promise.all(work);
    const known = await window.rest();

    const fresh = new Window(new NodeFiles());
    fresh.session.setFolders([fileUri(root)]);
    await fresh.load();
    return { known, found: await fresh.rest() };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Does to the disk what happens. @returns the paths that are told */
function happens(root: string, { deed, told }: Happening): string[] {
  const paths = perform(root, deed).map((path) => join(root, told === 'folders' ? dirname(path) : path));
  return told === 'twice' ? [...paths, ...paths] : paths;
}

it('is known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 14, size: 'max' }), async (happenings) => {
      const { known, found } = await seen(happenings);
      expect(known).toEqual(found);
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('is known to a server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 40, size: 'max' }), async (happenings) => {
      const session = new ServerSession({});
      const storm = new Storm(session);
      await session.start();
      const later: { readonly uri: string; readonly type: number }[] = [];
      const tell = (changes: object[]) =>
        storm.send([{ method: 'workspace/didChangeWatchedFiles', params: { changes } }]);
      for (const happening of happenings) {
        const changes = happens(session.folder, happening).map((path) => ({ uri: fileUri(path), type: 2 }));
        if (happening.late) later.push(...changes);
        else tell(changes);
        if (happening.rest) await session.hasReadAll();
      }
      tell(later);
      // The last word: what is told of it shows that all before it has been taken in.
      session.write('last.yaml', PERSON.replace('id: x', 'id: last'));
      await session.changedOnDisk('last.yaml', 1);
      await session.waitFor('last.yaml', (all) => all.length === 1);
      await session.hasReadAll();

      const fresh = new ServerSession({}, session.folder);
      const found = new Storm(fresh);
      await fresh.start();
      await fresh.waitFor('last.yaml', (all) => all.length === 1);
      await fresh.hasReadAll();
      const shown = ({ shown }: Storm) => Object.fromEntries([...shown].sort());
      const isSame = () => isDeepStrictEqual(shown(storm), shown(found));
      const difference = () => `${JSON.stringify(shown(found))} instead of ${JSON.stringify(shown(storm))}`;
      // Either may be the one that is not done yet.
      await Promise.any([storm.until(isSame, difference), found.until(isSame, difference)]);
      expect(await fresh.leave()).toBe(0);
      expect([...storm.errors, ...found.errors]).toEqual([]);
      expect(await session.stop()).toBe(0);
    }),
    { numRuns: 2 },
  );
}, 120_000);

describe('a folder that is named like a file', () => {
  const now = { told: 'paths', late: false, rest: true } as const;
  const written = (at: string) => ({ deed: { do: 'write', at, text: PERSON }, ...now }) as const;

  it('is no file that cannot be read', async () => {
    const { known } = await seen([{ deed: { do: 'folder', at: 'b.yaml' }, ...now }]);
    expect(known).toEqual({});
  });

  it('brings its files along, though it alone is told of', async () => {
    const moved = { deed: { do: 'move', at: '.hidden', to: 'b.yaml' }, ...now } as const;
    const { known } = await seen([written('.hidden/x.yaml'), moved]);
    expect(Object.keys(known)).toEqual([expect.stringMatching(/\/b\.yaml\/x\.yaml$/)]);
  });

  it('takes its files along', async () => {
    const removed = { deed: { do: 'remove', at: 'b.yaml' }, ...now } as const;
    const { known } = await seen([written('b.yaml/x.yaml'), removed]);
    expect(known).toEqual({});
  });
});
