// Runs the tests that need a real VS Code. The extension host loads this bundle and calls `run`.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import Mocha from 'mocha';
import { markOutput, withSourcePlaces } from './support/output.ts';

/** Every test file, imported by name as all are bundled into one. Imported late: mocha's globals must be there first. */
const FILES = [
  () => import('./activation.test.ts'),
  () => import('./editing.test.ts'),
  () => import('./navigation.test.ts'),
  () => import('./renaming.test.ts'),
  () => import('./reading.test.ts'),
  () => import('./formatting.test.ts'),
  () => import('./manifest.test.ts'),
  () => import('./problems.test.ts'),
  () => import('./fix-all.test.ts'),
  () => import('./settings.test.ts'),
  () => import('./settings-effects.test.ts'),
  () => import('./status.test.ts'),
  () => import('./language-model-tools.test.ts'),
  () => import('./virtual.test.ts'),
  () => import('./network.test.ts'),
  () => import('./explorer.test.ts'),
  () => import('./timeline.test.ts'),
  () => import('./timeline-panes.test.ts'),
  () => import('./new-record.test.ts'),
  () => import('./add-citation.test.ts'),
  () => import('./starting.test.ts'),
  () => import('./checkout.test.ts'),
  () => import('./server-crash.test.ts'),
];

/** Those that need another extension beside ours, in a window of their own. */
const BESIDE = [() => import('./beside.test.ts')];

/** Rejects when a test failed, which VS Code turns into its exit code. */
export async function run(): Promise<void> {
  markOutput();
  Mocha.reporters.Base.consoleLog = console.log;
  const grep = process.env.TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, slow: 2_000, ...(grep && { grep }) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of process.env.TEST_SUITE === 'beside' ? BESIDE : FILES) await load();

  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
    runner.on('fail', (_test, error: Error) => {
      if (error.stack) error.stack = withSourcePlaces(error.stack);
    });
  });
  await writeCounts(stats);
  if (stats.failures > 0) throw new Error(`${stats.failures} of the tests in VS Code failed.`);
  if (stats.passes === 0) throw new Error('No test ran in VS Code.');
}

/** Leaves the counts where the caller asked for them, under the names that vitest's JSON reporter uses. */
async function writeCounts({ passes, failures, pending }: Mocha.Stats): Promise<void> {
  const file = process.env.TEST_COUNTS_FILE;
  if (!file) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ numPassedTests: passes, numFailedTests: failures, numPendingTests: pending }));
}
