/** What an editor and a disk do to files in any order leaves what a fresh start would tell, however slowly files are read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { file, happens, step, text, WINDOW } from '../support/file-steps.ts';
import { Files, Window } from '../support/window.ts';

it('is told as after a fresh start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.dictionary(file, text, { maxKeys: 6 }),
      fc.array(step, { minLength: 1, maxLength: 14 }),
      async (scheduler, before, steps) => {
        const files = new Files(Object.entries(before), (answer) => scheduler.schedule(Promise.resolve(answer)));
        const window = new Window(files);
        let folders: readonly string[] = WINDOW.slice(0, 2);
        const open = new Map<string, string>();
        window.session.setFolders(folders);
        const work: Promise<unknown>[] = [];
        let loads = window.load();
        for (const next of steps) {
          if (happens(next, { files, window, open, work })) continue;
          if (next.do === 'window') {
            window.session.changeFolders(
              next.folders.filter((uri) => !folders.includes(uri)),
              folders.filter((uri) => !next.folders.includes(uri)),
            );
            folders = next.folders;
            loads = loads.then(() => window.load());
          } else if (next.do === 'run') window.run();
          else if (scheduler.count() > 0) await scheduler.waitNext(1);
        }
        await scheduler.waitFor(Promise.all([loads, ...work]));
        const told = await scheduler.waitFor(window.rest());

        const fresh = new Window(new Files(files.texts));
        fresh.session.setFolders(folders);
        for (const [uri, content] of open) fresh.session.edit(uri, content);
        await fresh.load();
        expect(told).toEqual(await fresh.rest());
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);
