/** However often a server is started on files that change meanwhile, it tells what one without a past would tell. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { file, happens, onDisk, step, text, WINDOW } from '../support/file-steps.ts';
import { Files, MemoryStorage, Window } from '../support/window.ts';

const life = fc.record({
  /** What happens while no server runs. */
  before: fc.array(step, { maxLength: 2 }),
  /** What is open from the first moment, as the last life has left it. */
  isRestored: fc.boolean(),
  /** What happens while it runs; the files are being read meanwhile. */
  steps: fc.oneof(fc.constant([]), fc.array(step, { maxLength: 5 })),
  /** Whether it ends in peace. */
  isKept: fc.boolean(),
});

it('tells what a server without a past would tell', async () => {
  let recalled = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.dictionary(file, text, { minKeys: 2, maxKeys: 8 }),
      fc.array(life, { minLength: 2, maxLength: 4 }),
      async (scheduler, before, lives) => {
        const files = new Files(Object.entries(before), (answer) => scheduler.schedule(Promise.resolve(answer)));
        const storage = new MemoryStorage();
        const folders = WINDOW.slice(0, 2);
        const open = new Map<string, string>();
        const fresh = async () => {
          const window = new Window(new Files(files.texts));
          window.session.setFolders(folders);
          for (const [uri, content] of open) window.session.edit(uri, content);
          await window.load();
          return window.rest();
        };
        for (const { before: meanwhile, isRestored, steps, isKept } of lives) {
          for (const next of meanwhile) onDisk(files, next);
          const window = new Window(files, { storage });
          window.session.setFolders(folders);
          if (!isRestored) open.clear();
          for (const [uri, content] of open) window.session.edit(uri, content);
          const work: Promise<unknown>[] = [window.load()];
          for (const next of steps) {
            if (happens(next, { files, window, open, work })) continue;
            if (next.do === 'run') window.run();
            else if (scheduler.count() > 0) await scheduler.waitNext(1);
          }
          await scheduler.waitFor(Promise.all(work));
          const wanted = await fresh();
          if (steps.length === 0) {
            // Nothing has been found out again: what is told already has to be so.
            for (const uri of [...window.told.keys()].filter((told) => window.publisher.isRecalled(told))) {
              expect([uri, window.told.get(uri)]).toEqual([uri, wanted[uri]]);
              recalled++;
            }
          }
          expect(await scheduler.waitFor(window.rest())).toEqual(wanted);
          if (isKept) await window.keep();
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(recalled).toBeGreaterThan(0);
}, 120_000);
