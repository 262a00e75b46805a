/** The option `--watch`: checks again whenever a file changes, until someone ends it. */
import { resolve } from 'node:path';
import { localTime, onNewDay } from '../../clock.ts';
import type { Settings } from '../../dataset/workspace.ts';
import { filePath } from '../../sources/node-files.ts';
import type { FileSource } from '../../sources/source.ts';
import { Part, type PartOptions } from '../check-options/part.ts';
import { Failure } from '../process/failure.ts';
import type { Outcome } from '../reading/load.ts';
import { findTargets, foldersToList, type Target } from '../reading/targets.ts';
import { say } from '../terminal/messages.ts';
import { withProgress } from '../terminal/terminal.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { foldersToWatch } from './folders.ts';
import { LivingDatasets } from './living-datasets.ts';

/** What is checked again and again. */
export interface Watch {
  readonly names: readonly string[];
  readonly source: FileSource;
  /** The settings as of now: days pass. */
  readonly settings: () => Settings;
  readonly options: PartOptions & { readonly quiet?: boolean };
  /** Shows results. */
  readonly show: (outcome: Outcome, targets: readonly Target[], part: Part) => Promise<void>;
}

/** Clears the screen and leaves what has scrolled away. */
const CLEAR = '\u001b[2J\u001b[H';

/** Checks and shows results, and does so again after each change. It ends by a signal, or when nobody reads any more. */
export async function keepChecking(watch: Watch): Promise<never> {
  const watcher = new FolderWatcher();
  const datasets = new LivingDatasets(watch.source);
  process.stdout.on('error', () => process.exit());
  await checkAgain(watch, watcher, datasets).catch((error: unknown) => {
    watcher.close();
    throw error;
  });
  onNewDay(() => watcher.wake());
  for (;;) {
    await watcher.changed();
    await checkAgain(watch, watcher, datasets).catch((error: unknown) => {
      // Whatever it is may be over with the next change.
      if (!(error instanceof Failure)) throw error;
      say(error.message);
    });
  }
}

async function checkAgain(watch: Watch, watcher: FolderWatcher, datasets: LivingDatasets): Promise<void> {
  const { names, settings, options, show } = watch;
  const { targets, misuse } = await findTargets(names);
  const part = await Part.choose(options, targets);
  const look = { targets, settings: settings(), isSelected: part.has };
  const { outcome, isNew } = await withProgress((progress) => datasets.look({ ...look, progress }), options);
  if (isNew) {
    if (isScreen()) process.stdout.write(CLEAR);
    for (const sentence of misuse) say(sentence);
    await show(outcome, targets, part);
    if (!options.quiet) say(`${isScreen() ? `${localTime()} ` : ''}Watching for changes; Ctrl-C ends it.`);
  }
  const found = new Set(targets.map(({ uri }) => filePath(uri)));
  const missing = names.map((name) => resolve(name)).filter((path) => !found.has(path));
  const files = [...datasets.files, ...targets.flatMap(({ uri, isFolder }) => (isFolder ? [] : [uri]))];
  const folders = await foldersToWatch(foldersToList(targets).map(filePath), [...files.map(filePath), ...missing]);
  // What has changed before it was watched is seen by another look.
  if (watcher.watch(folders)) watcher.wake();
}

function isScreen(): boolean {
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
